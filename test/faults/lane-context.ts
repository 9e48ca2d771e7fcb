/** What the product works with over a database of lanes, and what happens in it. */
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { NO_CHANGES } from '../../src/services/changes/create-changes.ts';
import { createRealClock } from '../../src/services/clock.ts';
import type { Context, DeliveryTimes } from '../../src/services/context.ts';
import type { Commit, Store } from '../../src/store/port.ts';
import type { Lane } from './lanes.ts';

/** The product's own, on the real clock, with times of the harness. */
export const laneContext = (store: Store, delivery: DeliveryTimes, wakeDelivery: () => void): Context => ({
  store,
  clock: createRealClock(),
  realNow: () => new Date(),
  rules: DEFAULT_HEALTH_RULES,
  checkInDays: 4,
  restDays: 0,
  remindAfterDays: 2,
  // Nothing here asks for a holiday, and the calendar's data take long to load.
  calendar: { holidayName: () => null },
  homePlace: null,
  schedules: false,
  delivery,
  dashboardUrl: () => null,
  figures: new Map(),
  wakeDelivery,
  changes: NO_CHANGES,
});

export const messageKey = (number: number): string => `message-${number}`;

/** A report, and the message to `lane` that it causes; the same `number` again has no second effect. */
export function factWithMessage(planId: number, number: number, { destination }: Lane): Commit {
  const phase = '1.1.3' as NonNullable<Commit['reports']>[number]['phase'];
  const clock = createRealClock();
  return {
    planId,
    revision: null,
    lastSequence: null,
    recordedAt: clock.now().toISOString(),
    inbox: { key: `arrival-${number}`, fingerprint: String(number) },
    reports: [
      {
        phase,
        reportedOn: clock.today(),
        actor: 'test',
        source: 'SLACK',
        note: null,
        evidence: null,
        percentBps: number % 10_000,
        units: null,
        completes: false,
        blockedBecause: null,
      },
    ],
    outbox: () => [
      { key: messageKey(number), destination, notice: { kind: 'KEPT_AFTER_DELETION', items: [phase] } },
    ],
    audit: [{ kind: 'REPORTED', actor: 'test', body: { number } }],
  };
}
