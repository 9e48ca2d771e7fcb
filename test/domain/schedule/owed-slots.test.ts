import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { owedSlots } from '../../../src/domain/schedule/owed-slots.ts';
import type { Schedule, SlotKind } from '../../../src/domain/schedule/schedule.ts';
import type { OwedSlotsInput, SettledSlot } from '../../../src/domain/schedule/slots.ts';
import { DIREZIONE, input, OSRU, rule, scheduleOf, settledOf, tell, weekly, withSettled } from './support.ts';

const owed = (parts: Parameters<typeof input>[0]): readonly string[] => owedSlots(input(parts)).map(tell);

const settled = (period: string, at: string, kind: SlotKind = 'CHECK_IN'): SettledSlot => ({
  kind,
  structure: OSRU,
  period,
  at,
});

describe('when the moment of a slot has come', () => {
  // A Monday: 09:30 in Rome is 07:30 in Greenwich.
  test.each([
    { why: 'not a millisecond before', now: '2020-09-14T07:29:59.999Z', owes: [] },
    { why: 'at it', now: '2020-09-14T07:30:00.000Z', owes: ['RUN CHECK_IN OSRU 2020-W38'] },
    {
      why: 'ten minutes after it is on time',
      now: '2020-09-14T07:40:00.000Z',
      owes: ['RUN CHECK_IN OSRU 2020-W38'],
    },
    { why: 'from then on late', now: '2020-09-14T07:40:00.001Z', owes: ['LATE CHECK_IN OSRU 2020-W38'] },
    {
      why: 'in the last minute of the office',
      now: '2020-09-14T16:59:59.999Z',
      owes: ['LATE CHECK_IN OSRU 2020-W38'],
    },
    { why: 'in the evening it waits', now: '2020-09-14T17:00:00.000Z', owes: [] },
    { why: 'through the night', now: '2020-09-15T05:59:59.999Z', owes: [] },
    { why: 'for the morning', now: '2020-09-15T06:00:00.000Z', owes: ['LATE CHECK_IN OSRU 2020-W38'] },
    {
      why: 'two days after it still serves',
      now: '2020-09-16T07:00:00.000Z',
      owes: ['LATE CHECK_IN OSRU 2020-W38'],
    },
    {
      why: 'the third day, by the calendar of Rome, it is stale, night or not',
      now: '2020-09-16T22:00:00.000Z',
      owes: ['STALE CHECK_IN OSRU 2020-W38'],
    },
    {
      why: 'as long as no next one comes',
      now: '2020-09-21T07:29:59.999Z',
      owes: ['STALE CHECK_IN OSRU 2020-W38'],
    },
    {
      why: 'which takes its place',
      now: '2020-09-21T07:30:00.000Z',
      owes: ['SUPERSEDED CHECK_IN OSRU 2020-W38', 'RUN CHECK_IN OSRU 2020-W39'],
    },
    {
      why: 'even while that one waits for the office itself',
      now: '2020-09-21T20:00:00.000Z',
      owes: ['SUPERSEDED CHECK_IN OSRU 2020-W38'],
    },
    {
      why: 'after three weeks each is told of',
      now: '2020-09-29T07:00:00.000Z',
      owes: [
        'SUPERSEDED CHECK_IN OSRU 2020-W38',
        'SUPERSEDED CHECK_IN OSRU 2020-W39',
        'LATE CHECK_IN OSRU 2020-W40',
      ],
    },
  ])('$why: $now', ({ now, owes }) => {
    const schedule = scheduleOf({
      CHECK_IN: { value: weekly(1, '09:30'), since: '2020-09-14T00:00:00.000Z' },
    });
    expect(owed({ now, schedule })).toEqual(owes);
  });

  test('late on a holiday of the place it waits for the next working day', () => {
    const schedule = scheduleOf({
      REMINDER: { value: weekly(2, '18:55'), since: '2020-06-23T00:00:00.000Z' },
    });
    // 24 June is the patron's day in Florence.
    expect(owed({ schedule, now: '2020-06-24T08:00:00.000Z' })).toEqual([]);
    expect(owed({ schedule, now: '2020-06-25T06:00:00.000Z' })).toEqual(['STALE REMINDER OSRU 2020-W26']);
    const elsewhere = schedule.map((each) => (each.name === 'PLACE' ? { ...each, value: 'Pisa' } : each));
    expect(owed({ schedule: elsewhere, now: '2020-06-24T08:00:00.000Z' })).toEqual([
      'LATE REMINDER OSRU 2020-W26',
    ]);
  });

  test('on time it comes at the hour that people chose, be it night', () => {
    const schedule = scheduleOf({
      CHECK_IN: { value: weekly(1, '23:00'), since: '2020-09-14T00:00:00.000Z' },
    });
    expect(owed({ schedule, now: '2020-09-14T21:05:00.000Z' })).toEqual(['RUN CHECK_IN OSRU 2020-W38']);
    expect(owed({ schedule, now: '2020-09-14T21:11:00.000Z' })).toEqual([]);
  });
});

describe('how long a slot is of use', () => {
  const yearly = rule({ every: 'YEAR', days: ['06-30', '09-30'] });
  test.each<{ kind: SlotKind; value: Parameters<typeof rule>[0]; last: string; stale: string }>([
    { kind: 'CHECK_IN', value: { every: 'WEEK', weekday: 1 }, last: '2020-09-16', stale: '2020-09-17' },
    { kind: 'REMINDER', value: { every: 'WEEK', weekday: 1 }, last: '2020-09-15', stale: '2020-09-16' },
    { kind: 'ESCALATION', value: { every: 'WEEK', weekday: 1 }, last: '2020-09-16', stale: '2020-09-17' },
    {
      kind: 'STRUCTURE_SUMMARY',
      value: { every: 'WEEK', weekday: 1 },
      last: '2020-09-17',
      stale: '2020-09-18',
    },
    { kind: 'PLAN_SUMMARY', value: { every: 'WEEK', weekday: 1 }, last: '2020-09-17', stale: '2020-09-18' },
    {
      kind: 'MONTHLY_DIGEST',
      value: { every: 'MONTH', dayOfMonth: 14 },
      last: '2020-09-24',
      stale: '2020-09-25',
    },
    {
      kind: 'QUARTERLY_DIGEST',
      value: { every: 'QUARTER', dayOfMonth: 14 },
      last: '2020-11-03',
      stale: '2020-11-04',
    },
    { kind: 'INTERIM_REVIEW', value: yearly.recurrence, last: '2020-12-29', stale: '2020-12-30' },
  ])('$kind', ({ kind, value, last, stale }) => {
    const schedule = scheduleOf({ [kind]: { value: rule(value), since: '2020-09-14T00:00:00.000Z' } });
    const only = (now: string) => owed({ schedule, now, year: 2020 }).map((line) => line.split(' ')[0]);
    // Up to four weekly slots later the older ones are superseded: the first that is owed alone is looked at.
    const first = (now: string) => only(now).slice(0, 1);
    expect(first(`${last}T09:00:00.000Z`)).toEqual(['LATE']);
    expect(first(`${stale}T09:00:00.000Z`)).toEqual(['STALE']);
  });
});

describe('what was settled', () => {
  const schedule = scheduleOf({ CHECK_IN: { value: weekly(1, '09:30') } });
  test.each([
    { why: 'the same is owed no more', now: '2020-09-14T08:00:00.000Z', owes: [] },
    { why: 'the next is', now: '2020-09-21T07:30:00.000Z', owes: ['RUN CHECK_IN OSRU 2020-W39'] },
    { why: 'the clock jumped back by days: nothing', now: '2020-09-10T08:00:00.000Z', owes: [] },
  ])('$why', ({ now, owes }) => {
    expect(owed({ schedule, now, settled: [settled('2020-W38', '2020-09-14T07:30:00.000Z')] })).toEqual(owes);
  });

  test('of another structure, or of another kind, does not count', () => {
    const others = [
      { ...settled('2020-W38', '2020-09-14T07:30:00.000Z'), structure: DIREZIONE },
      settled('2020-W38', '2020-09-16T07:30:00.000Z', 'REMINDER'),
    ];
    const since = '2020-09-14T00:00:00.000Z';
    const rules = scheduleOf({ CHECK_IN: { value: weekly(1, '09:30'), since } });
    expect(owed({ schedule: rules, now: '2020-09-14T07:30:00.000Z', settled: others })).toEqual([
      'RUN CHECK_IN OSRU 2020-W38',
    ]);
  });

  test('across the new year: after week 53 comes the first', () => {
    const last = [settled('2020-W53', '2020-12-28T08:30:00.000Z')];
    expect(owed({ schedule, now: '2021-01-11T09:00:00.000Z', settled: last })).toEqual([]);
    expect(owed({ schedule, year: 2021, now: '2021-01-04T08:30:00.000Z', settled: last })).toEqual([
      'RUN CHECK_IN OSRU 2021-W01',
    ]);
  });
});

describe('a rule that is changed', () => {
  const ran = [settled('2020-W38', '2020-09-14T07:30:00.000Z')];
  const changed = (value: ReturnType<typeof weekly> | null, since: string): Schedule =>
    scheduleOf({ CHECK_IN: { value, since } });

  test.each<{
    why: string;
    schedule: Schedule;
    settled: readonly SettledSlot[];
    now: string;
    owes: string[];
  }>([
    {
      why: 'on Tuesday from Monday to Thursday: this week was run already',
      schedule: changed(weekly(4, '09:30'), '2020-09-15T10:00:00.000Z'),
      settled: ran,
      now: '2020-09-17T07:30:00.000Z',
      owes: [],
    },
    {
      why: 'and the next comes on its Thursday',
      schedule: changed(weekly(4, '09:30'), '2020-09-15T10:00:00.000Z'),
      settled: ran,
      now: '2020-09-24T07:30:00.000Z',
      owes: ['RUN CHECK_IN OSRU 2020-W39'],
    },
    {
      why: 'on Wednesday from Friday to Monday: what lies before is not owed',
      schedule: changed(weekly(1, '09:30'), '2020-09-16T10:00:00.000Z'),
      settled: [settled('2020-W37', '2020-09-11T07:30:00.000Z')],
      now: '2020-09-16T10:00:00.000Z',
      owes: [],
    },
    {
      why: 'to the very moment at which it is set: owed',
      schedule: changed(weekly(1, '09:30'), '2020-09-14T07:30:00.000Z'),
      settled: [],
      now: '2020-09-14T07:30:00.000Z',
      owes: ['RUN CHECK_IN OSRU 2020-W38'],
    },
    {
      why: 'to a minute ago: not owed',
      schedule: changed(weekly(1, '09:30'), '2020-09-14T07:31:00.000Z'),
      settled: [],
      now: '2020-09-14T07:31:00.000Z',
      owes: [],
    },
    {
      why: 'switched off: nothing, not even what was owed',
      schedule: changed(null, '2020-09-15T10:00:00.000Z'),
      settled: [],
      now: '2020-09-15T10:00:00.000Z',
      owes: [],
    },
    {
      why: 'switched on again after weeks: none of those is owed',
      schedule: changed(weekly(1, '09:30'), '2020-10-07T10:00:00.000Z'),
      settled: ran,
      now: '2020-10-12T07:30:00.000Z',
      owes: ['RUN CHECK_IN OSRU 2020-W42'],
    },
  ])('$why', ({ schedule, settled: before, now, owes }) => {
    expect(owed({ schedule, settled: before, now })).toEqual(owes);
  });
});

describe('structures', () => {
  const both = { structures: [OSRU, DIREZIONE] };

  test('one rule of the plan holds for each, in the plan’s order', () => {
    const schedule = scheduleOf({
      CHECK_IN: { value: weekly(1, '09:30'), since: '2020-09-14T00:00:00.000Z' },
    });
    expect(owed({ ...both, schedule, now: '2020-09-14T07:30:00.000Z' })).toEqual([
      'RUN CHECK_IN OSRU 2020-W38',
      'RUN CHECK_IN DIREZIONE 2020-W38',
    ]);
  });

  test('a rule of its own stands before it; switched off, there is none', () => {
    const plan = { CHECK_IN: { value: weekly(1, '09:30'), since: '2020-09-14T00:00:00.000Z' } };
    const own = (value: ReturnType<typeof weekly> | null) =>
      scheduleOf(plan, { own: { CHECK_IN: { value, since: '2020-09-14T00:00:00.000Z' } } });
    const now = '2020-09-15T08:00:00.000Z';
    expect(owed({ ...both, now, schedule: own(weekly(2, '10:00')) })).toEqual([
      'RUN CHECK_IN OSRU 2020-W38',
      'LATE CHECK_IN DIREZIONE 2020-W38',
    ]);
    expect(owed({ ...both, now, schedule: own(null) })).toEqual(['LATE CHECK_IN DIREZIONE 2020-W38']);
  });

  test('one that follows the plan again owes nothing of what the plan’s rule said meanwhile', () => {
    const schedule = scheduleOf({
      CHECK_IN: { value: weekly(1, '09:30'), since: '2020-01-01T00:00:00.000Z' },
    });
    const followsSince = '2020-09-16T10:00:00.000Z';
    for (const before of [
      { ...settled('', ''), followsSince },
      { ...settled('2020-W10', '2020-03-02T08:30:00.000Z'), followsSince },
    ]) {
      const at = (now: string) => owed({ schedule, settled: [before], now });
      expect(at('2020-09-16T10:00:00.000Z')).toEqual([]);
      expect(at('2020-09-21T07:30:00.000Z')).toEqual(['RUN CHECK_IN OSRU 2020-W39']);
    }
  });

  test('one that a re-modulation brought in owes nothing of the months before', () => {
    const joinedOn = new Map([[OSRU, isoDate('2020-08-03')]]);
    const schedule = scheduleOf({
      CHECK_IN: { value: weekly(1, '09:30'), since: '2020-01-01T00:00:00.000Z' },
    });
    // 3 August is a Monday.
    expect(owed({ schedule, joinedOn, now: '2020-08-03T07:30:00.000Z' })).toEqual([
      'RUN CHECK_IN OSRU 2020-W32',
    ]);
    expect(owed({ schedule, joinedOn, now: '2020-08-02T07:30:00.000Z' })).toEqual([]);
  });
});

describe('the ends of the year', () => {
  const digests = scheduleOf({
    MONTHLY_DIGEST: { value: rule({ every: 'MONTH', dayOfMonth: 5 }), since: '2020-11-30T00:00:00.000Z' },
    QUARTERLY_DIGEST: {
      value: rule({ every: 'QUARTER', dayOfMonth: 10 }),
      since: '2020-11-30T00:00:00.000Z',
    },
  });
  test.each([
    {
      why: 'December’s digest',
      now: '2021-01-05T08:00:00.000Z',
      owes: ['SUPERSEDED MONTHLY_DIGEST 2020-11', 'RUN MONTHLY_DIGEST 2020-12'],
    },
    {
      why: 'and the fourth quarter’s, which a Sunday moved',
      now: '2021-01-11T08:00:00.000Z',
      owes: [
        'SUPERSEDED MONTHLY_DIGEST 2020-11',
        'LATE MONTHLY_DIGEST 2020-12',
        'RUN QUARTERLY_DIGEST 2020-Q4',
      ],
    },
    {
      why: 'after an outage of a winter they are told as skipped',
      now: '2021-03-01T08:00:00.000Z',
      owes: [
        'SUPERSEDED MONTHLY_DIGEST 2020-11',
        'STALE MONTHLY_DIGEST 2020-12',
        'STALE QUARTERLY_DIGEST 2020-Q4',
      ],
    },
  ])('$why', ({ now, owes }) => {
    expect(owed({ schedule: digests, now })).toEqual(owes);
  });

  test('no check-in in the January after the plan', () => {
    const schedule = scheduleOf({
      CHECK_IN: { value: weekly(1, '09:30'), since: '2020-12-29T00:00:00.000Z' },
    });
    expect(owed({ schedule, now: '2021-01-20T09:00:00.000Z' })).toEqual([]);
  });
});

test('the rhythm that a plan starts with, through a week', () => {
  const parts: Omit<OwedSlotsInput, 'now' | 'settled'> = input({
    now: '2020-09-14T00:00:00.000Z',
    schedule: input({ now: '2020-09-14T00:00:00.000Z' }).schedule.map((each) => ({
      ...each,
      since: '2020-09-14T00:00:00.000Z',
    })),
  });
  let before: readonly SettledSlot[] = [];
  const seen: string[] = [];
  for (let at = Date.parse('2020-09-14T00:00:00Z'); at < Date.parse('2020-09-21T00:00:00Z'); at += 300_000) {
    const now = new Date(at);
    const due = owedSlots({ ...parts, settled: before, now });
    before = withSettled(before, settledOf(due));
    seen.push(...due.map((each) => `${now.toISOString().slice(5, 16)} ${tell(each)}`));
  }
  expect(seen).toEqual([
    '09-14T07:30 RUN CHECK_IN OSRU 2020-W38',
    '09-16T07:30 RUN REMINDER OSRU 2020-W38',
    '09-17T13:00 RUN ESCALATION OSRU 2020-W38',
    '09-18T10:00 RUN STRUCTURE_SUMMARY OSRU 2020-W38',
    '09-18T10:30 RUN PLAN_SUMMARY 2020-W38',
  ]);
});
