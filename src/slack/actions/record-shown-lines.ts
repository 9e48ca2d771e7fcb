import type { CheckIn } from '../../domain/check-in.ts';
import type { Statement } from '../../domain/statement.ts';
import type { InboxKey } from '../../services/find-repeat.ts';
import { type RecordOutcome, recordShown, type SaidMeanwhile } from '../../services/record-statements.ts';
import type { Environment } from '../environment.ts';
import type { Caller } from '../identify.ts';

/** What a control says of lines as they were drawn, by itself: nothing was typed. */
export type ShownLines = {
  readonly caller: Caller;
  readonly year: number;
  /** Null for a control outside of any check-in. */
  readonly checkIn: CheckIn | null;
  /** Pressed or delivered again it is the answer that it was. */
  readonly inbox: InboxKey;
  readonly lines: readonly {
    readonly statement: Statement;
    /** Of the last report that the line showed; 0 where there was none. */
    readonly sequence: number;
  }[];
};

/**
 * Records what a control says, unless something newer was said meanwhile of one of its lines. What was drawn is
 * drawn anew: that is the answer.
 */
export const recordShownLines = (
  { context }: Environment,
  { caller, year, checkIn, inbox, lines }: ShownLines,
): Promise<RecordOutcome | SaidMeanwhile> =>
  recordShown(context, {
    statements: lines.map(({ statement }) => statement),
    // A refusal names its line only where there are several.
    lines: lines.map(({ statement }) => (lines.length > 1 ? statement.item : '')),
    actor: caller.actor,
    source: 'SLACK',
    year,
    answers: checkIn ?? undefined,
    inbox,
    replyTo: null,
    expects: new Map(lines.map(({ statement, sequence }) => [statement.item, sequence])),
  });
