import type { IsoDate } from '../domain/dates.ts';
import type { HealthRules } from '../domain/health.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import type { Calendar } from '../domain/working-days.ts';
import type { Store } from '../store/port.ts';

/** What any service that writes may throw: an edge answers “try again”. */
export { StoreBusy } from '../store/port.ts';

/** Where the product takes its time from. */
export type Clock = {
  /** The instant at which things are recorded; on a simulated day, that day with the real time of day. */
  now(): Date;
  /** The day it is in Rome, or the simulated one. */
  today(): IsoDate;
};

export type MovableClock = Clock & {
  readonly movable: boolean;
  moveTo(day: IsoDate): void;
};

/** What every service works with; made once, in the composition root. */
export type Context = {
  readonly store: Store;
  readonly clock: MovableClock;
  /** The machine's clock, whatever day is simulated: for delays and for requests of others. */
  readonly realNow: () => Date;
  readonly rules: HealthRules;
  /** Days after the day of asking on which a check-in takes answers. */
  readonly checkInDays: number;
  /** Days after a report on which its item is not asked about again. */
  readonly restDays: number;
  /** Days after the day of asking on which the one reminder falls due. */
  readonly remindAfterDays: number;
  readonly calendar: Calendar;
  /** Computed figures by plan, version, day and baseline. */
  readonly figures: Map<string, PlanFigures>;
  /** Called after a commit that left something to send. */
  readonly wakeDelivery: () => void;
};
