/** The harness must be able to fail: with a part of the product taken away, it says what was broken. */
import { describe, expect, test } from 'vitest';
import { expectedOutcomes } from './expected-outcome.ts';
import { expectedSlots, isOfficeTime } from './expected-slots.ts';
import { playAndJudge } from './slots.ts';

/** A spring, with Easter and a change of clocks; and the weeks after it, in which what was owed is seen to. */
const SPRING = { years: [2026], seed: 1, days: 135 };

test('whole, it keeps its promise', async () => {
  const { figures, violations } = await playAndJudge(SPRING);
  expect(violations).toEqual([]);
  // A spring in which nothing went wrong would prove nothing.
  for (const what of ['late, and said so', 'skipped as stale', 'skipped for the next one', 'clock jumps']) {
    expect(figures[what]).toBeGreaterThan(0);
  }
}, 60_000);

test('without the unique row it reports doubles', async () => {
  const { violations } = await playAndJudge({ ...SPRING, without: 'THE_UNIQUE_ROW' });
  expect(violations.filter((line) => line.endsWith('told of 2 times')).length).toBeGreaterThan(10);
}, 60_000);

test('without catching up it reports what was missed', async () => {
  const { violations } = await playAndJudge({ ...SPRING, without: 'CATCHING_UP' });
  expect(violations.filter((line) => line.endsWith(': missed')).length).toBeGreaterThan(10);
  expect(violations.filter((line) => line.includes('told of'))).toEqual([]);
}, 60_000);

describe('what it expects', () => {
  const slots = expectedSlots(2026, ['A', 'B']);
  const of = (kind: string) => slots.filter((each) => each.kind === kind && each.structure !== 'B');

  test('is of every week, month, quarter and review of the year', () => {
    const counts = [
      'CHECK_IN',
      'REMINDER',
      'ESCALATION',
      'STRUCTURE_SUMMARY',
      'PLAN_SUMMARY',
      'MONTHLY_DIGEST',
      'QUARTERLY_DIGEST',
      'INTERIM_REVIEW',
    ].map((kind) => of(kind).length);
    // 2026 begins and ends on a Thursday.
    expect(counts).toEqual([52, 52, 53, 52, 52, 12, 4, 2]);
  });

  test.each([
    { why: 'Easter Monday', kind: 'CHECK_IN', period: '2026-W15', day: '2026-04-07' },
    { why: 'New Year’s Day', kind: 'ESCALATION', period: '2026-W01', day: '2026-01-02' },
    { why: 'Christmas, then a weekend', kind: 'PLAN_SUMMARY', period: '2026-W52', day: '2026-12-28' },
    { why: 'the patron of Florence', kind: 'REMINDER', period: '2026-W26', day: '2026-06-25' },
    { why: 'a Sunday', kind: 'MONTHLY_DIGEST', period: '2026-06', day: '2026-07-06' },
  ])('$why: $kind of $period on $day', ({ kind, period, day }) => {
    expect(of(kind).find((each) => each.period === period)?.day).toBe(day);
  });

  test('is not settled when nobody looks', () => {
    const [slot] = of('CHECK_IN');
    if (!slot) throw new Error('no slot');
    const look = (clock: number) => [{ real: clock, clocks: [clock] }];
    expect(expectedOutcomes(slot, null, look(slot.at - 1))).toEqual([]);
    expect(expectedOutcomes(slot, null, look(slot.at))).toMatchObject([{ outcome: 'ON_TIME' }]);
    expect(isOfficeTime(slot.at)).toBe(true);
  });
});
