import type { Statement } from '../../domain/statement.ts';
import { saidText } from '../../messages/figure-text.ts';
import { formatDay } from '../../messages/format.ts';
import { findRepeat } from '../../services/find-repeat.ts';
import type { CheckInLine } from '../../services/read-check-in.ts';
import { recordStatements } from '../../services/record-statements.ts';
import { lastSaidOf, lastSequenceOf } from '../blocks/check-in-lines.ts';
import type { Environment } from '../environment.ts';
import { tellPresser } from '../tell-presser.ts';
import { findLine, findOwnCheckIn } from './find-own-check-in.ts';
import { readLineValue } from './line-value.ts';
import type { Press } from './press.ts';
import { tellRefused, tellRefusedLines } from './tell-refused.ts';
import { emptyStatement, unchangedStatement } from './unchanged-statement.ts';

/** A press on “unchanged” records that at once; the redrawn line is the answer. */
export const answerUnchanged = (environment: Environment, press: Press): Promise<void> =>
  answerLine(environment, press, { kind: 'unchanged', statementOf: (line) => unchangedStatement(line) });

/** A press on “done”, likewise. */
export const answerDone = (environment: Environment, press: Press): Promise<void> =>
  answerLine(environment, press, {
    kind: 'done',
    statementOf: ({ item }) => ({ ...emptyStatement(item), figure: { kind: 'DONE' } }),
  });

type PlainAnswer = { readonly kind: string; readonly statementOf: (line: CheckInLine) => Statement };

/**
 * A button says what it says of the line as it was drawn. Pressed or delivered again it is the answer it was; once
 * something newer was said of the item, it explains instead of overwriting that.
 */
async function answerLine(
  environment: Environment,
  press: Press,
  { kind, statementOf }: PlainAnswer,
): Promise<void> {
  const { context, voice } = environment;
  const { checkInId, item, sequence } = readLineValue(press.value);
  const own = await findOwnCheckIn(environment, press.user, checkInId);
  if (!own.ok) return tellRefused(environment, press, own.refusal);
  const { caller, state } = own.value;
  const inbox = { key: `slack/check-in/${checkInId}/${item}/${kind}/${sequence}`, fingerprint: kind };
  if (await findRepeat(context, inbox)) return;
  const line = findLine(state, item);
  if (!line.ok) return tellRefused(environment, press, line.refusal);
  const last = lastSaidOf(line.value);
  if (last !== null && lastSequenceOf(line.value) !== sequence) {
    const text = voice.t.saidMeanwhile(item, saidText(last.said, voice), formatDay(last.reportedOn));
    return tellPresser(environment, press, text);
  }
  const outcome = await recordStatements(context, {
    statements: [statementOf(line.value)],
    lines: [''],
    actor: caller.actor,
    source: 'SLACK',
    year: state.year,
    answers: state.checkIn,
    inbox,
    replyTo: null,
  });
  if (!outcome.ok) await tellRefusedLines(environment, press, outcome.lines);
}
