import { accepted, type Result } from '../../domain/refusal.ts';
import { CURRENT, loadFigures } from '../../services/load-figures.ts';
import { readHistory } from '../../services/read-history.ts';
import { readRisks } from '../../services/read-items.ts';
import { readMissing } from '../../services/read-missing.ts';
import { findAnyFigures } from '../../services/views/find-figures.ts';
import { type DrawFigures, drawExplanation, drawStatus } from '../blocks/draw-figures.ts';
import { historyMessage } from '../blocks/history-blocks.ts';
import { WHOLE_PLAN } from '../blocks/home-controls.ts';
import { readingModal } from '../blocks/home-modals.ts';
import { riskMessage } from '../blocks/item-list-blocks.ts';
import { missingMessage } from '../blocks/missing-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import type { Environment } from '../environment.ts';
import { type Caller, identify } from '../identify.ts';
import { openModal } from '../open-modal.ts';
import type { Press } from './press.ts';

/** A press on “details”: the status of the plan, a structure or an item, as the command shows it. */
export const openDetails = (environment: Environment, press: Press): Promise<void> =>
  openReading(environment, press, environment.voice.t.homeDetails, () =>
    drawSubject(environment, press.value, drawStatus),
  );

/** The sum behind an item's figure. */
export const openExplanation = (environment: Environment, press: Press, item: string): Promise<void> =>
  openReading(environment, press, environment.voice.t.homeExplain, () =>
    drawSubject(environment, item, drawExplanation),
  );

const HISTORY_LIMIT = 20;

/** A press on “history”. */
export const openHistoryOf = (environment: Environment, press: Press): Promise<void> =>
  openHistory(environment, press, press.value);

/** Everything that was said of an item. */
export const openHistory = (environment: Environment, press: Press, item: string): Promise<void> =>
  openReading(environment, press, environment.voice.t.homeHistory, async () => {
    const history = await readHistory(environment.context, item, HISTORY_LIMIT);
    return history.ok ? accepted(historyMessage(history.value, environment.voice)) : history;
  });

/** A press on “see all” under what is at risk. */
export const openAllRisks = (environment: Environment, press: Press): Promise<void> =>
  openReading(environment, press, environment.voice.t.homeRisks, async () => {
    const risks = await readRisks(environment.context, null);
    return risks.ok ? accepted(riskMessage(risks.value, environment.voice)) : risks;
  });

/** A press on “see everything” under who has not answered. */
export const openAllMissing = (environment: Environment, press: Press): Promise<void> =>
  openReading(environment, press, environment.voice.t.homeMissing, async ({ actor }) => {
    const missing = await readMissing(environment.context, actor);
    return missing.ok ? accepted(missingMessage(missing.value, environment.voice)) : missing;
  });

/** Opens what `read` says, for whoever is known to us: a tab that was drawn once may be older than the directory. */
const openReading = (
  environment: Environment,
  press: Press,
  title: string,
  read: (caller: Caller) => Promise<Result<MessageContent>>,
): Promise<void> =>
  openModal(environment, press, async () => {
    const caller = await identify(environment, press.user);
    if (!caller.ok) return caller;
    const content = await read(caller.value);
    return content.ok ? accepted(readingModal(title, content.value, environment.voice)) : content;
  });

async function drawSubject(
  { context, voice }: Environment,
  code: string,
  draw: DrawFigures,
): Promise<Result<MessageContent>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { figures } = loaded.value;
  const subject = findAnyFigures(figures, code === WHOLE_PLAN ? null : code);
  return subject.ok ? accepted(draw(subject.value, figures, voice)) : subject;
}
