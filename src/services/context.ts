import type { IsoDate } from '../domain/dates.ts';
import type { HealthRules } from '../domain/health.ts';
import type { Calendar } from '../domain/working-days.ts';
import type { Store } from '../store/port.ts';
import type { Changes } from './changes/create-changes.ts';
import type { FiguresSlot } from './kept-figures.ts';

/** What any service that writes may throw: an edge answers “try again”, at once or later. */
export { StoreBusy, StoreFailed } from '../store/port.ts';

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

/** How messages are paced, and when a doubtful one is looked for; `delivery-times.ts` says how they must fit. */
export type DeliveryTimes = {
  /** Between two messages to one destination: Slack takes about one a second in a channel. */
  readonly paceMs: number;
  /** How long a call of Slack's Web API may take. */
  readonly requestTimeoutMs: number;
  /** From the start of a call whose outcome is in doubt until its message is looked for: what comes later than that is not seen. */
  readonly reconcileAfterMs: number;
  /** A claim this old belongs to a worker that is gone. */
  readonly claimSeconds: number;
};

export const DELIVERY_TIMES: DeliveryTimes = {
  paceMs: 1000,
  requestTimeoutMs: 10_000,
  reconcileAfterMs: 30_000,
  claimSeconds: 60,
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
  /** The town whose patron's day a new plan's schedule starts with; null is none. */
  readonly homePlace: string | null;
  /** Whether this process asks, reminds and reports by the schedule; false leaves that to another one. */
  readonly schedules: boolean;
  readonly delivery: DeliveryTimes;
  /** Base of the dashboard's pages, without a trailing slash; null where there is none to link to. */
  readonly dashboardUrl: () => string | null;
  /** Computed figures by plan, day and baseline, with what they were made of. */
  readonly figures: Map<string, FiguresSlot>;
  /** Called after a commit that left something to send. */
  readonly wakeDelivery: () => void;
  /** For readers that stay: told of each commit. */
  readonly changes: Changes;
};
