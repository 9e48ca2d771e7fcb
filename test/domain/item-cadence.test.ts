/** Which items a check-in that comes by itself asks about, whom, and when it asks about everything. */
import { describe, expect, test } from 'vitest';
import { type AskingSlot, askingOf, isFullSlot } from '../../src/domain/item-cadence.ts';
import { planItems } from '../../src/domain/plan-items.ts';
import { DEFAULT_CADENCE } from '../../src/domain/schedule/schedule.ts';
import { assessGoals, buildGoal, scheduledGoal, structureCode } from '../helpers/figures.ts';

const DAY = '2020-09-14';
const OSRU = structureCode('OSRU');
const LAVORO = structureCode('LAVORO');
const slot = (parts: Partial<AskingSlot> = {}): AskingSlot => ({
  structure: OSRU,
  cadence: { nearDays: 21, everyWeeks: 2 },
  full: false,
  ...parts,
});
const FULL = slot({ full: true });

/** An item of `structures` that is planned from `start` to `end`. */
function phase(start: string, end: string, structures = [OSRU]) {
  const goals = [scheduledGoal('1.1', 10, [{ start, end, structures }])];
  const [item] = planItems(assessGoals(goals, DAY));
  if (!item) throw new Error('no item');
  return item;
}

function indicator(day: string) {
  const [item] = planItems(assessGoals([buildGoal('3.1', 10, { structures: [OSRU] })], day));
  if (!item) throw new Error('no item');
  return item;
}

describe('of one structure', () => {
  test.each([
    {
      why: 'its end is far: now and then',
      item: phase('2020-01-01', '2020-12-31'),
      due: 'NOT_DUE',
      full: 'DUE',
    },
    {
      why: '22 days before its end: not yet',
      item: phase('2020-01-01', '2020-10-06'),
      due: 'NOT_DUE',
      full: 'DUE',
    },
    {
      why: '21 days before its end: every week',
      item: phase('2020-01-01', '2020-10-05'),
      due: 'DUE',
      full: 'DUE',
    },
    { why: 'it ends today', item: phase('2020-01-01', DAY), due: 'DUE', full: 'DUE' },
    {
      why: 'overdue: every week until it is done',
      item: phase('2020-01-01', '2020-03-31'),
      due: 'DUE',
      full: 'DUE',
    },
    { why: 'it starts today', item: phase(DAY, '2020-09-30'), due: 'DUE', full: 'DUE' },
    {
      why: 'it starts tomorrow: never, however near its end',
      item: phase('2020-09-15', '2020-09-30'),
      due: 'NOT_DUE',
      full: 'NOT_DUE',
    },
    {
      why: 'an indicator lasts as long as the year',
      item: indicator(DAY),
      due: 'NOT_DUE',
      full: 'DUE',
    },
    {
      why: 'and is near its end in December',
      item: indicator('2020-12-14'),
      day: '2020-12-14',
      due: 'DUE',
      full: 'DUE',
    },
  ])('$why', ({ item, due, full, ...rest }) => {
    const day = ('day' in rest ? rest.day : DAY) as Parameters<typeof askingOf>[3];
    expect(askingOf(item, { structures: [OSRU] }, [slot()], day)).toBe(due);
    expect(askingOf(item, { structures: [OSRU] }, [FULL], day)).toBe(full);
  });
});

describe('of several', () => {
  const FAR = ['2020-01-01', '2020-12-31'] as const;
  const here = [FULL, slot({ structure: LAVORO })];
  test.each([
    { why: 'the structure that asks about everything', of: [OSRU], person: [OSRU, LAVORO], asks: 'DUE' },
    { why: 'the other one, of the same person', of: [LAVORO], person: [OSRU, LAVORO], asks: 'NOT_DUE' },
    { why: 'shared by both: in either', of: [LAVORO, OSRU], person: [OSRU, LAVORO], asks: 'DUE' },
    {
      why: 'shared by both, of a person of the other',
      of: [LAVORO, OSRU],
      person: [LAVORO],
      asks: 'NOT_DUE',
    },
    { why: 'left to somebody of neither: by its own structure', of: [OSRU], person: [], asks: 'DUE' },
    {
      why: 'of a structure that does not ask now',
      of: [structureCode('DIREZIONE')],
      person: [OSRU],
      asks: 'ELSEWHERE',
    },
  ] as const)('$why', ({ of, person, asks }) => {
    const item = phase(...FAR, [...of]);
    expect(askingOf(item, { structures: person }, here, assessGoals([], DAY).day)).toBe(asks);
  });
});

describe('a check-in asks about everything', () => {
  test.each([
    { why: 'the first', period: '2020-W38', lastFull: null, full: true },
    { why: 'not a week later', period: '2020-W39', lastFull: '2020-W38', full: false },
    { why: 'two weeks later', period: '2020-W40', lastFull: '2020-W38', full: true },
    { why: 'later where one was skipped', period: '2020-W41', lastFull: '2020-W38', full: true },
    { why: 'weeks go on at the turn of the year', period: '2021-W01', lastFull: '2020-W53', full: false },
    { why: 'of which 2020 has 53', period: '2021-W01', lastFull: '2020-W52', full: true },
    { why: 'and 2021 has 52', period: '2022-W01', lastFull: '2021-W51', full: true },
    { why: 'weekly', period: '2020-W39', lastFull: '2020-W38', everyWeeks: 1, full: true },
    { why: 'monthly, not yet', period: '2020-W41', lastFull: '2020-W38', everyWeeks: 4, full: false },
  ])('$why: $full', ({ period, lastFull, full, ...rest }) => {
    const everyWeeks = 'everyWeeks' in rest ? (rest.everyWeeks ?? 2) : 2;
    expect(isFullSlot(period, lastFull, { ...DEFAULT_CADENCE, everyWeeks })).toBe(full);
  });

  test('what is no week is not taken for one', () => {
    expect(() => isFullSlot('2020-09', '2020-W38', DEFAULT_CADENCE)).toThrow('not a week: 2020-09');
  });
});
