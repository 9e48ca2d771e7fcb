import type { Actor } from '../domain/actor.ts';
import type { CheckIn } from '../domain/check-in.ts';
import { canonicalCode } from '../domain/codes.ts';
import type { Source } from '../domain/facts.ts';
import { canRepeat, lastSequenceOf } from '../domain/last-said.ts';
import type { RefusedLine } from '../domain/notice.ts';
import { NOTHING_SAID } from '../domain/standing.ts';
import type { Statement } from '../domain/statement.ts';
import type { Context } from './context.ts';
import { findRepeat, type InboxKey } from './find-repeat.ts';
import { type CheckInState, readCheckIn } from './read-check-in.ts';
import { type RecordOutcome, recordShown } from './record-statements.ts';

export type AnswerCheckIn = {
  readonly checkIn: CheckIn;
  readonly actor: Actor;
  readonly source: Source;
  readonly statements: readonly Statement[];
  /** Of each statement where it was read; same length. */
  readonly lines: readonly string[];
  /** What could not be read as a statement. */
  readonly unread: readonly RefusedLine[];
  /** Whether every other item that waits, and was spoken of before, stands as it was said last. */
  readonly othersUnchanged: boolean;
  readonly inbox: InboxKey;
};

/**
 * Answers a check-in: all that is said in one commit, or nothing of it. Of what was answered meanwhile by somebody
 * else “unchanged” says nothing. Refused: CHECK_IN_CLOSED, UNKNOWN_CHECK_IN, and line by line as `recordStatements`.
 */
export async function answerCheckIn(
  context: Context,
  { checkIn, statements, lines, othersUnchanged, inbox, ...input }: AnswerCheckIn,
): Promise<RecordOutcome> {
  const repeat = await findRepeat(context, inbox);
  if (repeat) return repeat;
  const state = await readCheckIn(context, checkIn.id);
  if (!state) return refusedWhole({ code: 'UNKNOWN_CHECK_IN', given: '' });
  let others = othersUnchanged ? othersThan(statements, state) : [];
  for (;;) {
    if (statements.length + others.length + input.unread.length === 0) {
      const { closedSince } = state;
      if (closedSince !== null) return refusedWhole({ code: 'CHECK_IN_CLOSED', closedOn: closedSince });
      return { ok: true, value: { year: state.year, items: [], said: NOTHING_SAID, duplicate: false } };
    }
    const outcome = await recordShown(context, {
      ...input,
      statements: [...statements, ...others.map(({ item }) => unchanged(item))],
      lines: [...lines, ...others.map(({ item }) => item)],
      year: state.year,
      inbox,
      answers: checkIn,
      replyTo: null,
      expects: new Map(others.map((line) => [line.item, lastSequenceOf(line)])),
    });
    if (outcome.ok !== 'SAID_MEANWHILE') return outcome;
    const answered = new Set<string>(outcome.said.map(({ item }) => item));
    others = others.filter(({ item }) => !answered.has(item));
  }
}

function othersThan(statements: readonly Statement[], { lines }: CheckInState): CheckInState['lines'] {
  const spokenOf = new Set(statements.map(({ item }) => canonicalCode(item)));
  return lines.filter(
    (line) => line.answerable && line.answer === null && canRepeat(line) && !spokenOf.has(line.item),
  );
}

const unchanged = (item: string): Statement => ({
  item,
  expects: 'ITEM',
  figure: { kind: 'UNCHANGED' },
  blockedBecause: null,
  note: null,
  evidence: null,
  reportedOn: null,
});

const refusedWhole = (refusal: RefusedLine['refusal']): RecordOutcome => ({
  ok: false,
  lines: [{ line: '', refusal }],
});
