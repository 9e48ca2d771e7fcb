/** What must become of a slot, by the clocks that were looked at while it was owed: told once more, in other words. */
import { type ExpectedSlot, isOfficeTime, romeWall } from './expected-slots.ts';

/** The clocks of the instances that looked at the same moment, each as wrong as it was, in milliseconds. */
export type Look = { readonly real: number; readonly clocks: readonly number[] };

export type Outcome = {
  readonly outcome: 'ON_TIME' | 'LATE' | 'SKIPPED';
  readonly because: 'STALE' | 'SUPERSEDED' | null;
  readonly settledAt: number;
};

const MINUTE = 60_000;
const DAY = 86_400_000;

/** No clock is further ahead than this, and an hour. */
const MOST_AHEAD = 2 * DAY;

/** Days after its own through which a slot still serves somebody. */
const DAYS_OF_USE: Readonly<Record<string, number>> = {
  CHECK_IN: 2,
  REMINDER: 1,
  ESCALATION: 2,
  STRUCTURE_SUMMARY: 3,
  PLAN_SUMMARY: 3,
  MONTHLY_DIGEST: 10,
  QUARTERLY_DIGEST: 20,
  INTERIM_REVIEW: 90,
};

/**
 * Whichever of those who looked first came first, one of these; none when nobody looked in time.
 * @param next instant of the next slot of its kind and structure; null after the last
 * @param looks in order
 */
export function expectedOutcomes(
  slot: ExpectedSlot,
  next: number | null,
  looks: readonly Look[],
): readonly Outcome[] {
  for (let index = firstAt(looks, slot.at - MOST_AHEAD - DAY); index < looks.length; index += 1) {
    const found = (looks[index]?.clocks ?? []).flatMap((clock) => outcomeAt(slot, next, clock));
    if (found.length > 0) return found;
  }
  return [];
}

function outcomeAt({ kind, day, at }: ExpectedSlot, next: number | null, clock: number): readonly Outcome[] {
  if (clock < at) return [];
  const settledAt = clock;
  if (next !== null && next <= clock) return [{ outcome: 'SKIPPED', because: 'SUPERSEDED', settledAt }];
  const today = Date.parse(`${romeWall(clock).slice(0, 10)}T12:00:00Z`);
  const daysAfter = (today - Date.parse(`${day}T12:00:00Z`)) / DAY;
  if (daysAfter > (DAYS_OF_USE[kind] ?? 0)) return [{ outcome: 'SKIPPED', because: 'STALE', settledAt }];
  if (clock - at <= 10 * MINUTE) return [{ outcome: 'ON_TIME', because: null, settledAt }];
  return isOfficeTime(clock) ? [{ outcome: 'LATE', because: null, settledAt }] : [];
}

/** Index of the first look at `real` or after. */
function firstAt(looks: readonly Look[], real: number): number {
  let low = 0;
  let high = looks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((looks[middle]?.real ?? 0) < real) low = middle + 1;
    else high = middle;
  }
  return low;
}
