/**
 * The days of series as they were computed, so that a year is read and not computed again. What was reported of a day
 * is counted on it and on later ones alone, so whatever is said forgets the days that it touches: today's report today,
 * a back-dated correction the days until the next report of its phase, and nothing else. Another process's commits are
 * seen as our own are: the plan's last sequence is read with every question.
 */
import type { IsoDate } from '../../domain/dates.ts';
import type { DayFigure } from '../../domain/series/day-figures.ts';
import type { Store, StoredPlan } from '../../store/port.ts';

/** A figure of a day, and the same as it is shown. */
export type KeptDay<Shown> = { readonly figure: DayFigure | null; readonly shown: Shown };

export type PlanDays<Shown, Answer> = {
  /** Undefined where it is not known. `track` is what the days belong to: see {@link trackOf}. */
  find(track: string, day: IsoDate): KeptDay<Shown> | undefined;
  /** Whole series by what was asked: they hold as long as no day is forgotten. */
  findAnswer(key: string): Answer | undefined;
  /** Something was forgotten since it was another one: what was read before is not kept any more. */
  age(): number;
  keep(age: number, track: string, day: IsoDate, value: KeptDay<Shown>): void;
  keepAnswer(age: number, key: string, answer: Answer): void;
};

export type SeriesMemory<Shown, Answer> = {
  /** What is known of `stored`; what the last commits touched is forgotten first. */
  daysOf(store: Store, stored: StoredPlan): Promise<PlanDays<Shown, Answer>>;
};

/** A subject in one baseline; `counts`: by what was said, else as planned alone, which nothing that is said changes. */
export const trackOf = (counts: boolean, baseline: number, subject: string): string =>
  `${counts ? COUNTING : ''}${baseline} ${subject}`;
const COUNTING = '+';

type Said = { readonly from: IsoDate; readonly until: IsoDate | null };

const KEPT_PLANS = 32;
/** Of one plan, about 400 bytes each: a hundred structures over two years in two baselines. */
const KEPT_DAYS = 30_000;
const KEPT_ANSWERS = 64;
/** More than this was said since: asking which days it touches would take longer than to compute them. */
const MOST_SAID = 500;

function createPlanDays<Shown, Answer>() {
  const tracks = new Map<string, Map<IsoDate, KeptDay<Shown>>>();
  const answers = new Map<string, Answer>();
  let [age, kept] = [0, 0];

  function forget(isForgotten: (track: string, day: IsoDate) => boolean): void {
    for (const [track, days] of tracks) {
      for (const day of days.keys()) if (isForgotten(track, day) && days.delete(day)) kept -= 1;
    }
    answers.clear();
    age += 1;
  }

  const days: PlanDays<Shown, Answer> = {
    find: (track, day) => tracks.get(track)?.get(day),
    findAnswer: (key) => answers.get(key),
    age: () => age,
    keep(asOfAge, track, day, value) {
      if (asOfAge !== age) return;
      if (kept >= KEPT_DAYS) return forget(() => true);
      const known = tracks.get(track) ?? new Map<IsoDate, KeptDay<Shown>>();
      if (!known.has(day)) kept += 1;
      tracks.set(track, known.set(day, value));
    },
    keepAnswer(asOfAge, key, answer) {
      if (asOfAge !== age) return;
      if (answers.size >= KEPT_ANSWERS) answers.clear();
      answers.set(key, answer);
    },
  };
  return {
    days,
    forgetTouched(said: readonly Said[]): void {
      const isTouched = (day: IsoDate) =>
        said.some(({ from, until }) => from <= day && (until === null || day < until));
      forget((track, day) => track.startsWith(COUNTING) && isTouched(day));
    },
    forgetCounted: () => forget((track) => track.startsWith(COUNTING)),
  };
}

type PlanMemory<Shown, Answer> = ReturnType<typeof createPlanDays<Shown, Answer>> & {
  readonly revision: number;
  readonly contentHash: string;
  lastSequence: number;
};

export function createSeriesMemory<Shown, Answer>(): SeriesMemory<Shown, Answer> {
  const plans = new Map<number, PlanMemory<Shown, Answer>>();

  /** The plan asked for last is the last to go. */
  function find(stored: StoredPlan): PlanMemory<Shown, Answer> {
    const { id, revision, contentHash, lastSequence } = stored;
    const found = plans.get(id);
    const holds = found?.revision === revision && found.contentHash === contentHash;
    const memory = holds
      ? found
      : { ...createPlanDays<Shown, Answer>(), revision, contentHash, lastSequence };
    plans.delete(id);
    const oldest = plans.size < KEPT_PLANS ? undefined : plans.keys().next().value;
    if (oldest !== undefined) plans.delete(oldest);
    plans.set(id, memory);
    return memory;
  }

  return {
    async daysOf(store, stored) {
      const memory = find(stored);
      const said = stored.lastSequence - memory.lastSequence;
      if (said > MOST_SAID) memory.forgetCounted();
      else if (said > 0) memory.forgetTouched(await store.listTouchedDays(stored.id, memory.lastSequence));
      memory.lastSequence = Math.max(memory.lastSequence, stored.lastSequence);
      return memory.days;
    },
  };
}
