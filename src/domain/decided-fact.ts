import type { Actor } from './actor.ts';
import type { IsoDate } from './dates.ts';
import type { Measurement, Source, Standing, StatusReport } from './facts.ts';
import type { Said } from './notice.ts';
import type { Goal, Phase, Plan } from './plan.ts';

/** A fact before it is committed: its place in the history is not known yet. */
export type Unplaced<T> = T extends unknown ? Omit<T, 'sequence' | 'recordedAt'> : never;

export type DecidedFact =
  | {
      readonly kind: 'STATUS';
      readonly goal: Goal;
      readonly phase: Phase;
      readonly report: Unplaced<StatusReport>;
      readonly said: Said;
    }
  | {
      readonly kind: 'MEASUREMENT';
      readonly goal: Goal;
      readonly measurement: Unplaced<Measurement>;
      readonly said: Said;
    };

/** Where and by whom a statement is made. */
export type Setting = {
  readonly plan: Plan;
  readonly actor: Actor;
  readonly source: Source;
  readonly today: IsoDate;
  /** What was known on the statement's day: what “unchanged” and a mere block refer to. */
  readonly standing: Standing;
};
