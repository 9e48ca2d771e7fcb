/**
 * Answers queries by printing them, and keeps the answers as long as nothing is committed: to this database, by
 * whichever process and edge. After a commit only what it touched is computed and printed anew.
 */
import type { GraphqlContext } from '../context.ts';
import { createKeptAnswers, type Kept, type KeptAnswer } from './kept-answers.ts';
import type { PreparedOperation } from './prepare-operation.ts';

export type Question = {
  readonly operation: PreparedOperation;
  /** Of the operation: the same for the same text and name. */
  readonly key: string;
  /** As given. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphqlContext;
};

/** Undefined where graphql-js must answer: because of an error, or because it is not to be printed. */
export type Reader = (question: Question) => Promise<KeptAnswer | undefined>;

/** Longer variables are answered, and not kept. */
const LONGEST_QUESTION = 4_000;

export function createReader(): Reader {
  const answers = createKeptAnswers();
  let marks = 0;

  /** Undefined for an error, whatever it is: graphql-js meets it again, and says it as it must be said. */
  async function make(question: Question, stamp: string, kept: Kept): Promise<KeptAnswer | undefined> {
    const { operation, variables, context } = question;
    const watched = watchClock(context);
    try {
      const coerced = operation.coerce(variables);
      if (!coerced) return undefined;
      const printer = operation.printerFor(coerced);
      // Places are numbered as they come: those of one printer mean nothing to another.
      if (kept.printer?.deref() !== printer) {
        Object.assign(kept, { printer: new WeakRef(printer), memo: new Map() });
      }
      const text = await printer({ context: watched.context, variables: coerced, memo: kept.memo });
      const last = kept.answer?.value;
      const lasts = !watched.looked();
      const answer = last?.text === text && lasts ? last : { text, mark: ++marks, lasts, bytes: null };
      if (!lasts) kept.memo = new Map();
      else if (kept.pending === null || kept.pending.stamp === stamp) kept.answer = { stamp, value: answer };
      return answer;
    } catch {
      kept.memo = new Map();
      return undefined;
    }
  }

  return async (question) => {
    const stamp = await question.context.services.store.changeStamp();
    const key = questionKey(question);
    const kept = answers.find(key) ?? { answer: null, pending: null, printer: null, memo: new Map() };
    if (kept.answer?.stamp === stamp) return kept.answer.value;
    // Nothing was committed since it was begun: what it will say is as new as what would be begun now.
    if (kept.pending?.stamp === stamp) return kept.pending.value;
    const pending = { stamp, value: make(question, stamp, kept) };
    kept.pending = pending;
    if (key.length <= LONGEST_QUESTION) answers.keep(key, kept);
    const answer = await pending.value;
    if (kept.pending === pending) kept.pending = null;
    // Of a question that is forgotten by now nothing comes back.
    if (answer && answers.find(key) === kept) answers.keep(key, kept);
    return answer;
  };
}

/**
 * Whatever an answer may depend on besides what is stored: who asks, whole, since resolvers may look at any of it; the
 * language of the texts; and the day.
 */
function questionKey({ key, variables, context }: Question): string {
  const { actor, caller, language, services } = context;
  return JSON.stringify([key, variables, actor, caller.introspects, language, services.clock.today()]);
}

/** What was made with a look at the time of day is right at that time alone. */
function watchClock(context: GraphqlContext): {
  readonly context: GraphqlContext;
  readonly looked: () => boolean;
} {
  const { services } = context;
  let looked = false;
  const watched = (now: () => Date) => () => {
    looked = true;
    return now();
  };
  return {
    looked: () => looked,
    context: {
      ...context,
      services: {
        ...services,
        clock: { ...services.clock, now: watched(services.clock.now) },
        realNow: watched(services.realNow),
      },
    },
  };
}
