import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { nextSlot, type PlanRhythm, slotsBetween } from '../../../src/domain/schedule/plan-slots.ts';
import type { Rule, SlotKind } from '../../../src/domain/schedule/schedule.ts';
import { calendar, OSRU, rule, scheduleOf, weekly } from './support.ts';

const rhythm = (
  year: number,
  kind: SlotKind,
  value: Rule | null,
  parts: Partial<PlanRhythm> & { since?: string; place?: string | null } = {},
): PlanRhythm => {
  const { since = '2000-01-01T00:00:00.000Z', place = 'Firenze', ...others } = parts;
  const schedule = scheduleOf({ [kind]: { value, since } }, { place });
  return { year, structures: [OSRU], schedule, calendar, ...others };
};

const ALWAYS = [new Date('2000-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z')] as const;

/** `2020-W38 2020-09-14T07:30Z as of 2020-09-14`. */
const tell = ({ period, at, asOf }: { period: string; at: string; asOf: string }) =>
  `${period} ${at.slice(0, 16)}Z as of ${asOf}`;

describe('where the slots of a week lie', () => {
  test.each<{ why: string; year: number; rule: Rule; day: string; slot: string }>([
    {
      why: 'in summer, two hours ahead of Greenwich',
      year: 2020,
      rule: weekly(1, '09:30'),
      day: '2020-09-14',
      slot: '2020-W38 2020-09-14T07:30Z as of 2020-09-14',
    },
    {
      why: 'in winter, one',
      year: 2020,
      rule: weekly(1, '09:30'),
      day: '2020-11-09',
      slot: '2020-W46 2020-11-09T08:30Z as of 2020-11-09',
    },
    {
      why: 'a time before one at night is of the day before in Greenwich, not in Rome',
      year: 2020,
      rule: weekly(1, '00:30'),
      day: '2020-09-14',
      slot: '2020-W38 2020-09-13T22:30Z as of 2020-09-14',
    },
    {
      why: 'Easter Monday moves to Tuesday',
      year: 2020,
      rule: weekly(1, '09:30'),
      day: '2020-04-14',
      slot: '2020-W16 2020-04-14T07:30Z as of 2020-04-14',
    },
    {
      why: 'Labour Day on a Friday moves over the weekend, and stays of its week',
      year: 2020,
      rule: weekly(5, '12:00'),
      day: '2020-05-04',
      slot: '2020-W18 2020-05-04T10:00Z as of 2020-05-04',
    },
    {
      why: 'the patron of Florence on a Wednesday',
      year: 2020,
      rule: weekly(3, '09:30'),
      day: '2020-06-25',
      slot: '2020-W26 2020-06-25T07:30Z as of 2020-06-25',
    },
    {
      why: 'Christmas and Saint Stephen’s in a row',
      year: 2025,
      rule: weekly(4, '15:00'),
      day: '2025-12-29',
      slot: '2025-W52 2025-12-29T14:00Z as of 2025-12-29',
    },
    {
      why: 'the last week of a year of 53',
      year: 2020,
      rule: weekly(4, '15:00'),
      day: '2020-12-31',
      slot: '2020-W53 2020-12-31T14:00Z as of 2020-12-31',
    },
    {
      why: 'a New Year’s Day that is still of the last year’s week is of the new plan',
      year: 2027,
      rule: weekly(5, '12:00'),
      day: '2027-01-04',
      slot: '2026-W53 2027-01-04T11:00Z as of 2027-01-04',
    },
    {
      why: 'a last Monday that is of the next year’s week is of the old plan',
      year: 2018,
      rule: weekly(1, '09:30'),
      day: '2018-12-31',
      slot: '2019-W01 2018-12-31T08:30Z as of 2018-12-31',
    },
  ])('$why', ({ year, rule: value, day, slot }) => {
    const all = slotsBetween(rhythm(year, 'CHECK_IN', value), 'CHECK_IN', OSRU, ...ALWAYS);
    expect(all.filter((each) => each.day === day).map(tell)).toEqual([slot]);
  });

  test('the patron’s day of another town moves nothing', () => {
    const plan = rhythm(2020, 'REMINDER', weekly(3, '09:30'), { place: 'Pisa' });
    expect(slotsBetween(plan, 'REMINDER', OSRU, ...ALWAYS).map(({ day }) => day)).toContain('2020-06-24');
  });

  test('one a week, all year long, whatever the place', () => {
    for (const place of ['Firenze', 'Prato', null]) {
      const slots = slotsBetween(
        rhythm(2026, 'CHECK_IN', weekly(1, '09:30'), { place }),
        'CHECK_IN',
        OSRU,
        ...ALWAYS,
      );
      expect(slots).toHaveLength(52);
      expect(new Set(slots.map(({ period }) => period)).size).toBe(52);
    }
  });
});

describe('the other recurrences', () => {
  test('each month is told about in the next, the last in January, as of its end', () => {
    const plan = rhythm(2020, 'MONTHLY_DIGEST', rule({ every: 'MONTH', dayOfMonth: 5 }));
    const slots = slotsBetween(plan, 'MONTHLY_DIGEST', null, ...ALWAYS);
    expect(slots).toHaveLength(12);
    expect(slots.map(tell)).toEqual(
      expect.arrayContaining([
        '2020-01 2020-02-05T08:00Z as of 2020-01-31',
        '2020-02 2020-03-05T08:00Z as of 2020-02-29',
        // 5 July is a Sunday.
        '2020-06 2020-07-06T07:00Z as of 2020-06-30',
        '2020-12 2021-01-05T08:00Z as of 2020-12-31',
      ]),
    );
  });

  test('quarters', () => {
    const plan = rhythm(2020, 'QUARTERLY_DIGEST', rule({ every: 'QUARTER', dayOfMonth: 10 }));
    expect(slotsBetween(plan, 'QUARTERLY_DIGEST', null, ...ALWAYS).map(tell)).toEqual([
      '2020-Q1 2020-04-10T07:00Z as of 2020-03-31',
      '2020-Q2 2020-07-10T07:00Z as of 2020-06-30',
      // 10 October is a Saturday, 10 January a Sunday.
      '2020-Q3 2020-10-12T07:00Z as of 2020-09-30',
      '2020-Q4 2021-01-11T08:00Z as of 2020-12-31',
    ]);
  });

  test('an interim review tells as of its own day, though it is run on a Monday', () => {
    const plan = rhythm(2029, 'INTERIM_REVIEW', rule({ every: 'YEAR', days: ['06-30', '09-30'] }, '18:00'));
    expect(slotsBetween(plan, 'INTERIM_REVIEW', null, ...ALWAYS).map(tell)).toEqual([
      '2029-06-30 2029-07-02T16:00Z as of 2029-06-30',
      '2029-09-30 2029-10-01T16:00Z as of 2029-09-30',
    ]);
  });

  test('29 February comes in leap years alone', () => {
    const value = rule({ every: 'YEAR', days: ['02-29'] });
    const count = (year: number) =>
      slotsBetween(rhythm(year, 'INTERIM_REVIEW', value), 'INTERIM_REVIEW', null, ...ALWAYS).length;
    expect([count(2024), count(2026)]).toEqual([1, 0]);
  });
});

describe('the change of clocks', () => {
  // It comes in the night to a Sunday, which is no working day: the nearest slots are these.
  test('a year of Mondays at 00:30 and of Fridays at 23:30: one a week, a week apart but for an hour', () => {
    for (const value of [weekly(1, '00:30'), weekly(5, '23:30')]) {
      const slots = slotsBetween(
        rhythm(2026, 'CHECK_IN', value, { place: null }),
        'CHECK_IN',
        OSRU,
        ...ALWAYS,
      );
      const plain = slots.filter(({ day }) => new Date(day).getUTCDay() === (value.time < '12' ? 1 : 5));
      const hours = plain
        .slice(1)
        .map(({ at }, index) => (Date.parse(at) - Date.parse(plain[index]?.at ?? '')) / 3_600_000);
      expect(new Set(hours.map((each) => each % 168))).toEqual(new Set([0, 167, 1]));
    }
  });
});

describe('between two instants', () => {
  const plan = rhythm(2020, 'CHECK_IN', weekly(1, '09:30'));
  const moment = new Date('2020-09-14T07:30:00.000Z');
  const before = new Date(moment.getTime() - 1);
  const after = new Date(moment.getTime() + 1);
  const count = (from: Date, until: Date) => slotsBetween(plan, 'CHECK_IN', OSRU, from, until).length;

  test('both included', () => {
    expect(count(moment, moment)).toBe(1);
    expect(count(before, before)).toBe(0);
    expect(count(after, after)).toBe(0);
    expect(count(before, after)).toBe(1);
  });

  test('the next comes after it, not at it', () => {
    expect(nextSlot(plan, 'CHECK_IN', OSRU, before)?.period).toBe('2020-W38');
    expect(nextSlot(plan, 'CHECK_IN', OSRU, moment)?.period).toBe('2020-W39');
  });
});

describe('the next slot', () => {
  const at = new Date('2020-09-14T12:00:00Z');

  test('none of a rule that is switched off, of a kind without one, and after the plan’s last', () => {
    expect(nextSlot(rhythm(2020, 'CHECK_IN', null), 'CHECK_IN', OSRU, at)).toBeNull();
    expect(nextSlot(rhythm(2020, 'CHECK_IN', weekly(1, '09:30')), 'REMINDER', OSRU, at)).toBeNull();
    const plan = rhythm(2020, 'CHECK_IN', weekly(1, '09:30'));
    expect(nextSlot(plan, 'CHECK_IN', OSRU, new Date('2020-12-28T09:00:00Z'))).toBeNull();
  });

  test('of a plan whose year is still to come, its first', () => {
    const plan = rhythm(2021, 'CHECK_IN', weekly(1, '09:30'));
    expect(nextSlot(plan, 'CHECK_IN', OSRU, at)).toMatchObject({ day: '2021-01-04', period: '2021-W01' });
  });

  test('not before its rule holds', () => {
    const plan = rhythm(2020, 'CHECK_IN', weekly(1, '09:30'), { since: '2020-09-21T07:30:00.001Z' });
    expect(nextSlot(plan, 'CHECK_IN', OSRU, at)?.period).toBe('2020-W40');
  });

  test('not the week that was run before its rule moved to Thursday, once it is known', () => {
    const settled = {
      kind: 'CHECK_IN',
      structure: OSRU,
      period: '2020-W38',
      at: '2020-09-14T07:30:00.000Z',
    } as const;
    const plan = rhythm(2020, 'CHECK_IN', weekly(4, '09:30'), { since: '2020-09-14T10:00:00.000Z' });
    expect(nextSlot(plan, 'CHECK_IN', OSRU, at)?.day).toBe('2020-09-17');
    expect(nextSlot({ ...plan, settled: [settled] }, 'CHECK_IN', OSRU, at)?.day).toBe('2020-09-24');
  });

  test('of a structure, not before it joined the plan', () => {
    const joinedOn = new Map([[OSRU, isoDate('2020-10-01')]]);
    const plan = rhythm(2020, 'CHECK_IN', weekly(1, '09:30'), { joinedOn });
    expect(nextSlot(plan, 'CHECK_IN', OSRU, at)?.day).toBe('2020-10-05');
  });
});
