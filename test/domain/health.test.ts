import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES, daysLate, type HealthFacts, healthOf } from '../../src/domain/health.ts';
import { accruedShare } from '../../src/domain/planned.ts';
import { ONE, type Ratio, ratio, ZERO } from '../../src/domain/ratio.ts';
import { dayAfter, percent, phaseCodeOf } from '../helpers/figures.ts';

type Case = {
  readonly start?: string;
  readonly end?: string;
  readonly day: string;
  readonly share?: Ratio | null;
  /** The linear reading on `day` unless told otherwise. */
  readonly planned?: Ratio;
  readonly complete?: boolean;
  readonly completedOn?: string | null;
  readonly blockedBecause?: string | null;
  readonly reportedOn?: string | null;
};

/** From 01/06 to 30/06, reported on the day asked for, exactly as planned. */
function factsOf(given: Case): HealthFacts {
  const span = { start: isoDate(given.start ?? '2020-06-01'), end: isoDate(given.end ?? '2020-06-30') };
  const day = isoDate(given.day);
  const plannedLinear = given.planned ?? accruedShare(span, day);
  const share = given.share === undefined ? plannedLinear : given.share;
  const reportedOn = given.reportedOn === undefined ? given.day : given.reportedOn;
  const completedOn = given.completedOn ?? null;
  return {
    code: phaseCodeOf('1.1.1'),
    span,
    day,
    share,
    plannedLinear,
    complete: given.complete ?? false,
    completedOn: completedOn === null ? null : isoDate(completedOn),
    blockedBecause: given.blockedBecause ?? null,
    lastReportedOn: reportedOn === null ? null : isoDate(reportedOn),
  };
}

const reasonOf = (given: Case) => healthOf(factsOf(given), DEFAULT_HEALTH_RULES).reason;
const never = { share: null, reportedOn: null } as const;

describe('rule 10: the health of one phase, from 01/06 to 30/06', () => {
  const done = { complete: true, share: ONE };
  test.each<{ why: string; given: Case; reason: object }>([
    { why: 'as planned', given: { day: '2020-06-15' }, reason: { kind: 'ON_TRACK' } },
    { why: 'ahead', given: { day: '2020-06-15', share: percent(99) }, reason: { kind: 'ON_TRACK' } },

    {
      why: 'complete in time',
      given: { ...done, day: '2020-06-30', completedOn: '2020-06-30' },
      reason: { kind: 'COMPLETED', daysLate: 0 },
    },
    {
      why: 'complete early',
      given: { ...done, day: '2020-06-10', completedOn: '2020-06-09' },
      reason: { kind: 'COMPLETED', daysLate: 0 },
    },
    {
      why: 'complete before it starts',
      given: { ...done, day: '2020-05-01', completedOn: '2020-05-01' },
      reason: { kind: 'COMPLETED', daysLate: 0 },
    },
    {
      why: 'complete after its end is not overdue',
      given: { ...done, day: '2020-08-01', completedOn: '2020-07-07' },
      reason: { kind: 'COMPLETED', daysLate: 7 },
    },
    {
      why: 'complete ends a block',
      given: { ...done, day: '2020-06-15', completedOn: '2020-06-15', blockedBecause: 'gara deserta' },
      reason: { kind: 'COMPLETED', daysLate: 0 },
    },
    {
      why: 'complete long ago is not stale',
      given: { ...done, day: '2020-12-31', completedOn: '2020-06-30', reportedOn: '2020-06-30' },
      reason: { kind: 'COMPLETED', daysLate: 0 },
    },

    {
      why: 'the eve of the start',
      given: { ...never, day: '2020-05-31' },
      reason: { kind: 'NOT_DUE', start: '2020-06-01' },
    },
    { why: 'the first day', given: { ...never, day: '2020-06-01' }, reason: { kind: 'ON_TRACK' } },
    {
      why: 'begun before it was due',
      given: { day: '2020-05-20', share: percent(5) },
      reason: { kind: 'NOT_DUE', start: '2020-06-01' },
    },

    {
      why: 'exactly 10 points behind',
      given: { day: '2020-06-15', share: percent(40) },
      reason: { kind: 'ON_TRACK' },
    },
    {
      why: 'a hair more than 10',
      given: { day: '2020-06-15', share: percent(39.99) },
      reason: { kind: 'AT_RISK', behind: ratio(1001, 10_000) },
    },
    {
      why: 'said to be at 0 on the last day',
      given: { day: '2020-06-30', share: ZERO },
      reason: { kind: 'AT_RISK', behind: ONE },
    },
    {
      why: 'at risk comes before stale',
      given: { day: '2020-06-30', share: percent(10), reportedOn: '2020-06-02' },
      reason: { kind: 'AT_RISK', behind: ratio(9, 10) },
    },
    {
      why: 'never reported is never at risk, however late in the phase',
      given: { ...never, day: '2020-06-30' },
      reason: { kind: 'STALE', days: 29, lastReportedOn: null },
    },

    {
      why: 'the end day itself is not overdue',
      given: { day: '2020-06-30', share: percent(95) },
      reason: { kind: 'ON_TRACK' },
    },
    {
      why: 'the day after is',
      given: { day: '2020-07-01', share: percent(95) },
      reason: { kind: 'OVERDUE', end: '2020-06-30', days: 1 },
    },
    {
      why: 'a hair from complete is overdue',
      given: { day: '2020-07-01', share: percent(99.99) },
      reason: { kind: 'OVERDUE', end: '2020-06-30', days: 1 },
    },
    {
      why: 'never reported, after the end',
      given: { ...never, day: '2020-07-10' },
      reason: { kind: 'OVERDUE', end: '2020-06-30', days: 10 },
    },

    {
      why: 'blocked',
      given: { day: '2020-06-15', blockedBecause: 'gara deserta' },
      reason: { kind: 'BLOCKED', because: 'gara deserta' },
    },
    {
      why: 'blocked comes before overdue',
      given: { day: '2020-07-10', share: percent(95), blockedBecause: 'gara deserta' },
      reason: { kind: 'BLOCKED', because: 'gara deserta' },
    },
    {
      why: 'blocked comes before not due',
      given: { day: '2020-05-01', share: null, blockedBecause: 'gara deserta' },
      reason: { kind: 'BLOCKED', because: 'gara deserta' },
    },
    {
      why: 'blocked without a reason is blocked',
      given: { day: '2020-06-15', blockedBecause: '' },
      reason: { kind: 'BLOCKED', because: '' },
    },

    {
      why: 'exactly 14 days since the last report',
      given: { day: '2020-06-20', reportedOn: '2020-06-06' },
      reason: { kind: 'ON_TRACK' },
    },
    {
      why: '15 days',
      given: { day: '2020-06-20', reportedOn: '2020-06-05' },
      reason: { kind: 'STALE', days: 15, lastReportedOn: '2020-06-05' },
    },
    {
      why: 'never reported, 14 days after the start',
      given: { ...never, day: '2020-06-15' },
      reason: { kind: 'ON_TRACK' },
    },
    {
      why: 'never reported, 15 days after the start',
      given: { ...never, day: '2020-06-16' },
      reason: { kind: 'STALE', days: 15, lastReportedOn: null },
    },
  ])('$why → $reason.kind', ({ given, reason }) => {
    expect(reasonOf(given)).toEqual(reason);
  });

  test('the statement names the part that decides, in one word and with its reason', () => {
    expect(healthOf(factsOf({ day: '2020-07-01', share: ZERO }), DEFAULT_HEALTH_RULES)).toEqual({
      health: 'OVERDUE',
      part: '1.1.1',
      reason: { kind: 'OVERDUE', end: '2020-06-30', days: 1 },
    });
  });

  test.each([
    {
      why: 'a tolerance of 0: any lag',
      rules: { tolerancePoints: 0, staleDays: 14 },
      share: 49.99,
      health: 'AT_RISK',
    },
    {
      why: 'a tolerance of 0: no lag',
      rules: { tolerancePoints: 0, staleDays: 14 },
      share: 50,
      health: 'ON_TRACK',
    },
    {
      why: 'a tolerance of 25',
      rules: { tolerancePoints: 25, staleDays: 14 },
      share: 25,
      health: 'ON_TRACK',
    },
    { why: 'stale the day after', rules: { tolerancePoints: 10, staleDays: 4 }, share: 50, health: 'STALE' },
    { why: 'stale on the day', rules: { tolerancePoints: 10, staleDays: 5 }, share: 50, health: 'ON_TRACK' },
  ])('configured: $why → $health', ({ rules, share, health }) => {
    const facts = factsOf({ day: '2020-06-15', share: percent(share), reportedOn: '2020-06-10' });
    expect(healthOf(facts, rules).health).toBe(health);
  });

  test('unless configured: 10 points, 14 days', () => {
    expect(DEFAULT_HEALTH_RULES).toEqual({ tolerancePoints: 10, staleDays: 14 });
  });

  test('what was never reported is not due, on track, stale or overdue; never at risk', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (offset) => {
        const { kind } = reasonOf({ ...never, day: dayAfter('2020-06-15', offset) });
        expect(['NOT_DUE', 'ON_TRACK', 'STALE', 'OVERDUE']).toContain(kind);
      }),
    );
  });
});

test.each([
  { why: 'not complete', completedOn: null, days: 0 },
  { why: 'before the end', completedOn: '2020-06-01', days: 0 },
  { why: 'on the end day', completedOn: '2020-06-30', days: 0 },
  { why: 'the day after', completedOn: '2020-07-01', days: 1 },
  { why: 'a month on', completedOn: '2020-07-30', days: 30 },
])('rule 11, days late: $why → $days', ({ completedOn, days }) => {
  const span = { start: isoDate('2020-06-01'), end: isoDate('2020-06-30') };
  expect(daysLate(span, completedOn === null ? null : isoDate(completedOn))).toBe(days);
});
