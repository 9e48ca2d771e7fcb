import type { Memo, OperationPrinter } from './compile-operation.ts';

/** The `data` of an answer, as JSON. */
export type KeptAnswer = {
  readonly text: string;
  /** Another one for another text; not the same after a start. */
  readonly mark: number;
  /** That it is right until something is committed or the day ends; false where it looked at the time of day. */
  readonly lasts: boolean;
  /** Of the whole answer, made when it is first sent as it is. */
  bytes: Buffer | null;
};

/** With what the store's stamp was before it was made. */
type Stamped<T> = { readonly stamp: string; readonly value: T };

/** All that is kept of one question: a query with its variables, as one caller asks it on one day. */
export type Kept = {
  /** The last one; null where it is right at one instant alone, or none was made yet. */
  answer: Stamped<KeptAnswer> | null;
  /** Being made, undefined where it will be none. */
  pending: Stamped<Promise<KeptAnswer | undefined>> | null;
  /** Of which `memo` is; null before the first. It is kept by whoever has room for it, or not. */
  printer: WeakRef<OperationPrinter> | null;
  memo: Memo;
};

/** Of text: as much again may stand behind it in bytes and in pieces. */
const MOST_CHARACTERS = 16_000_000;
/** What there is of a question that was answered with next to nothing. */
const LEAST_CHARACTERS = 1_000;

export type KeptAnswers = {
  readonly find: (question: string) => Kept | undefined;
  /** Whatever was asked for longest ago makes room. */
  readonly keep: (question: string, kept: Kept) => void;
};

export function createKeptAnswers(mostCharacters = MOST_CHARACTERS): KeptAnswers {
  const all = new Map<string, { readonly kept: Kept; readonly size: number }>();
  let total = 0;

  function forget(question: string): void {
    total -= all.get(question)?.size ?? 0;
    all.delete(question);
  }

  return {
    find: (question) => all.get(question)?.kept,
    keep(question, kept) {
      forget(question);
      const size = LEAST_CHARACTERS + question.length + (kept.answer?.value.text.length ?? 0);
      all.set(question, { kept, size });
      total += size;
      for (const oldest of all.keys()) {
        if (total <= mostCharacters || oldest === question) return;
        forget(oldest);
      }
    },
  };
}
