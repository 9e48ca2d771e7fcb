import type { Statement } from '../../domain/statement.ts';
import { saidText } from '../../messages/figure-text.ts';
import { formatDay } from '../../messages/format.ts';
import type { Environment } from '../environment.ts';
import { tellPresser } from '../tell-presser.ts';
import { findOwnCheckIn } from './find-own-check-in.ts';
import { readLineValue } from './line-value.ts';
import type { Press } from './press.ts';
import { recordShownLines } from './record-shown-lines.ts';
import { tellRefused, tellRefusedLines } from './tell-refused.ts';
import { doneStatement, unchangedStatement } from './unchanged-statement.ts';

/** A press on “unchanged” records that at once; the redrawn line is the answer. */
export const answerUnchanged = (environment: Environment, press: Press): Promise<void> =>
  answerLine(environment, press, { kind: 'unchanged', statementOf: (item) => unchangedStatement(item) });

/** A press on “done”, likewise. */
export const answerDone = (environment: Environment, press: Press): Promise<void> =>
  answerLine(environment, press, { kind: 'done', statementOf: doneStatement });

type PlainAnswer = { readonly kind: string; readonly statementOf: (item: string) => Statement };

/** Once something newer was said of the item than the line showed, it explains instead of overwriting that. */
async function answerLine(
  environment: Environment,
  press: Press,
  { kind, statementOf }: PlainAnswer,
): Promise<void> {
  const { voice } = environment;
  const { checkInId, item, sequence } = readLineValue(press.value);
  const own = await findOwnCheckIn(environment, press.user, checkInId);
  if (!own.ok) return tellRefused(environment, press, own.refusal);
  const { caller, state } = own.value;
  const outcome = await recordShownLines(environment, {
    caller,
    year: state.year,
    checkIn: state.checkIn,
    inbox: { key: `slack/check-in/${checkInId}/${item}/${kind}/${sequence}`, fingerprint: kind },
    lines: [{ statement: statementOf(item), sequence }],
  });
  if (outcome.ok === false) return tellRefusedLines(environment, press, outcome.lines);
  if (outcome.ok === true) return;
  for (const { said, reportedOn } of outcome.said) {
    const text = voice.t.saidMeanwhile(item, saidText(said, voice), formatDay(reportedOn));
    await tellPresser(environment, press, text);
  }
}
