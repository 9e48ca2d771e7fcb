/** What a whole message is to the grammar. */
import type { AmbiguityReason, RefusedLine } from '../../domain/notice.ts';
import type { Statement } from '../../domain/statement.ts';

/** Every line was read in one way. */
export type ReadReply = {
  readonly ok: true;
  readonly statements: readonly Statement[];
  /** What each statement was read from, as it was typed. */
  readonly lines: readonly string[];
  /** The same lines, each with its code: they mean the same outside of the thread. */
  readonly codedLines: readonly string[];
};
/** What is wrong, line by line; with an empty line, of the message as a whole. */
export type RefusedReply = { readonly ok: false; readonly lines: readonly RefusedLine[] };

/** To choose is to put a choice in the place of line `index`, and to read the whole anew. */
export type AmbiguousReply = {
  readonly ok: 'AMBIGUOUS';
  /** All the lines, each with its code. */
  readonly lines: readonly string[];
  readonly index: number;
  readonly reason: AmbiguityReason;
  /** Each of one line or more, and read in one way only, and taken of its item. One to 25. */
  readonly choices: readonly string[];
};

export type Reply = ReadReply | RefusedReply | AmbiguousReply;
