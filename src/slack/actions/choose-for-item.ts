import type { Statement } from '../../domain/statement.ts';
import { saidText } from '../../messages/figure-text.ts';
import { formatDay } from '../../messages/format.ts';
import { findItemLine } from '../../services/find-item-line.ts';
import { findRepeat } from '../../services/find-repeat.ts';
import type { CheckInLine } from '../../services/read-check-in.ts';
import { firstRefusal, recordStatements } from '../../services/record-statements.ts';
import { lastSaidOf, lastSequenceOf } from '../blocks/check-in-lines.ts';
import { type ChosenForItem, readItemChoice } from '../blocks/home-controls.ts';
import type { Environment } from '../environment.ts';
import { refreshPressed } from '../home/publish-home.ts';
import { refuseOverHome, tellOverHome } from '../home/tell-over-home.ts';
import { identify } from '../identify.ts';
import { openDelegateModal } from './open-home-forms.ts';
import { openExplanation, openHistory } from './open-home-readings.ts';
import type { Press } from './press.ts';
import { emptyStatement, unchangedStatement } from './unchanged-statement.ts';

/** A choice in the menu of an item of the home tab. */
export async function chooseForItem(environment: Environment, press: Press): Promise<void> {
  const chosen = readItemChoice(press.value);
  if (!chosen) return;
  const { choice, item } = chosen;
  switch (choice) {
    case 'UNCHANGED':
      return recordChosen(environment, press, chosen, (line) => unchangedStatement(line));
    case 'DONE':
      return recordChosen(environment, press, chosen, (line) => ({
        ...emptyStatement(line.item),
        figure: { kind: 'DONE' },
      }));
    case 'HISTORY':
      return openHistory(environment, press, item);
    case 'EXPLAIN':
      return openExplanation(environment, press, item);
    case 'DELEGATE':
      return openDelegateModal(environment, press, item);
  }
}

/**
 * Says it of the item as the row showed it, and draws the home tab anew: that is the answer. Chosen or delivered
 * again it is what it was; once something newer was said of the item, it explains instead of overwriting that.
 */
async function recordChosen(
  environment: Environment,
  press: Press,
  { choice, year, item, sequence }: ChosenForItem,
  statementOf: (line: CheckInLine) => Statement,
): Promise<void> {
  const { context, voice } = environment;
  const caller = await identify(environment, press.user);
  if (!caller.ok) return refuseOverHome(environment, press, caller.refusal);
  const { actor } = caller.value;
  const found = await findItemLine(context, actor, { code: item, year });
  if (!found.ok) return refuseOverHome(environment, press, found.refusal);
  const { line } = found.value;
  const inbox = {
    key: `slack/home/${year}/${actor.key}/${item}/${choice}/${sequence}`,
    fingerprint: choice,
  };
  const last = lastSaidOf(line);
  const isStale = last !== null && lastSequenceOf(line) !== sequence;
  if (isStale && !(await findRepeat(context, inbox))) {
    const said = voice.t.homeSaidMeanwhile(item, saidText(last.said, voice), formatDay(last.reportedOn));
    await tellOverHome(environment, press, said);
    return refreshPressed(environment, press);
  }
  const outcome = firstRefusal(
    await recordStatements(context, {
      statements: [statementOf(line)],
      lines: [''],
      actor,
      source: 'SLACK',
      year,
      inbox,
      replyTo: null,
    }),
  );
  if (!outcome.ok) await refuseOverHome(environment, press, outcome.refusal);
  await refreshPressed(environment, press);
}
