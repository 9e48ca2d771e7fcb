import type { Statement } from '../../domain/statement.ts';
import { saidText } from '../../messages/figure-text.ts';
import { formatDay } from '../../messages/format.ts';
import { firstRefusal } from '../../services/record-statements.ts';
import { type ChosenForItem, readItemChoice } from '../blocks/home-controls.ts';
import type { Environment } from '../environment.ts';
import { refreshPressed } from '../home/publish-home.ts';
import { refuseOverHome, tellOverHome } from '../home/tell-over-home.ts';
import { identify } from '../identify.ts';
import { openDelegateModal } from './open-home-forms.ts';
import { openExplanation, openHistory } from './open-home-readings.ts';
import type { Press } from './press.ts';
import { recordShownLines } from './record-shown-lines.ts';
import { doneStatement, unchangedStatement } from './unchanged-statement.ts';

/** A choice in the menu of an item of the home tab. */
export async function chooseForItem(environment: Environment, press: Press): Promise<void> {
  const chosen = readItemChoice(press.value);
  if (!chosen) return;
  const { choice, item } = chosen;
  switch (choice) {
    case 'UNCHANGED':
      return recordChosen(environment, press, chosen, unchangedStatement(item));
    case 'DONE':
      return recordChosen(environment, press, chosen, doneStatement(item));
    case 'HISTORY':
      return openHistory(environment, press, item);
    case 'EXPLAIN':
      return openExplanation(environment, press, item);
    case 'DELEGATE':
      return openDelegateModal(environment, press, item);
  }
}

/**
 * Says it of the item as the row showed it, and draws the home tab anew: that is the answer. Once something newer was
 * said of the item, it explains instead of overwriting that.
 */
async function recordChosen(
  environment: Environment,
  press: Press,
  { choice, year, item, sequence }: ChosenForItem,
  statement: Statement,
): Promise<void> {
  const { voice } = environment;
  const caller = await identify(environment, press.user);
  if (!caller.ok) return refuseOverHome(environment, press, caller.refusal);
  const { actor } = caller.value;
  const outcome = await recordShownLines(environment, {
    caller: caller.value,
    year,
    checkIn: null,
    inbox: { key: `slack/home/${year}/${actor.key}/${item}/${choice}/${sequence}`, fingerprint: choice },
    lines: [{ statement, sequence }],
  });
  if (outcome.ok === 'SAID_MEANWHILE') {
    for (const { said, reportedOn } of outcome.said) {
      const text = voice.t.homeSaidMeanwhile(item, saidText(said, voice), formatDay(reportedOn));
      await tellOverHome(environment, press, text);
    }
  } else {
    const recorded = firstRefusal(outcome);
    if (!recorded.ok) await refuseOverHome(environment, press, recorded.refusal);
  }
  await refreshPressed(environment, press);
}
