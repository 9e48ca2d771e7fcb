/** Whom a check-in asks, and what. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import {
  type CheckIn,
  checkInId,
  checkInKey,
  checkInOfKey,
  itemsToAsk,
  openCheckIns,
} from '../../src/domain/check-in.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { baselineInForce } from '../../src/domain/plan.ts';
import { ARTI, ARTI_DIRECTORY, personOf } from '../helpers/context.ts';
import {
  assessGoals,
  buildGoal,
  DIREZIONE,
  LAVORO,
  neutralisedFrom,
  OSRU,
  type Said,
  scheduledGoal,
  standingOf,
  structureCode,
  unattachedGoal,
} from '../helpers/figures.ts';

const DAY = '2020-06-15';

const figuresOf = (day: string, said: Said = {}) =>
  assess(ARTI, baselineInForce(ARTI, isoDate(day)), standingOf(day, said), DEFAULT_HEALTH_RULES);

describe('what is asked', () => {
  const goals = [
    scheduledGoal('1.1', 10, [
      {},
      { start: DAY },
      { start: '2020-06-16' },
      { end: '2020-03-31' },
      { structures: [OSRU] },
      { neutralised: neutralisedFrom('2020-06-01') },
      { structures: [LAVORO, DIREZIONE] },
    ]),
    scheduledGoal('1.2', 10, [{}], { neutralised: neutralisedFrom(DAY) }),
    scheduledGoal('1.3', 10, [{}], { neutralised: neutralisedFrom('2020-06-16') }),
    buildGoal('3.1', 10),
    buildGoal('3.2', 10, { structures: [OSRU] }),
    buildGoal('3.3', 10, { neutralised: neutralisedFrom('2020-01-01') }),
    unattachedGoal('4.3', 10),
  ];
  test.each([
    {
      why: 'phases begun, late ones too, and indicators; nothing that lies ahead, is neutralised or unknown',
      said: {},
      structures: [DIREZIONE],
      items: ['1.1.1', '1.1.2', '1.1.4', '1.1.7', '1.3.1', '3.1'],
    },
    {
      why: 'of several structures, in the order of the plan',
      said: {},
      structures: [OSRU, DIREZIONE],
      items: ['1.1.1', '1.1.2', '1.1.4', '1.1.5', '1.1.7', '1.3.1', '3.1', '3.2'],
    },
    {
      why: 'what is complete is not asked again, what is blocked or under way is',
      said: {
        reports: {
          '1.1.1': 100,
          '1.1.2': 99,
          '1.1.4': { percent: 20, blockedBecause: 'ricorso' },
          '1.3.1': 100,
        },
      },
      structures: [DIREZIONE],
      items: ['1.1.2', '1.1.4', '1.1.7', '3.1'],
    },
    { why: 'a shared phase is asked of each', said: {}, structures: [LAVORO], items: ['1.1.7'] },
    { why: 'nobody is asked for nothing', said: {}, structures: [], items: [] },
    { why: 'a structure of another plan', said: {}, structures: [structureCode('X')], items: [] },
  ])('$why', ({ said, structures, items }) => {
    expect(itemsToAsk(assessGoals(goals, DAY, said), structures)).toEqual(items);
  });
});

describe('whom', () => {
  const person = (key: string, role: Role, ...structures: string[]): Person => ({
    key,
    name: key,
    title: '',
    email: `${key}@arti.example`,
    role,
    structures: structures.map(structureCode),
  });
  const head = person('responsabile.osru', 'HEAD', 'OSRU');
  const idle = person('nuovo', 'STAFF');
  const people = [...ARTI_DIRECTORY.people, head, idle];
  const keys = (list: readonly { readonly person: string }[]) => list.map((each) => each.person);
  const open = (day: string, unclosed: readonly CheckIn[] = [], lastSequence = 0) =>
    openCheckIns({ figures: figuresOf(day), people, known: unclosed, lastSequence, daysOpen: 4 });

  test('staff and heads who answer for something; managers and the planning office are not asked', () => {
    const { opened, closed, askedToday, nothingToAsk } = open('2020-09-14', [], 7);
    expect(keys(opened)).toEqual(['referente.direzione', 'referente.lavoro', 'referente.osru', head.key]);
    expect([closed, askedToday]).toEqual([[], []]);
    expect(nothingToAsk).toEqual([idle]);
    expect(opened.at(-1)).toEqual({
      id: '2020-2020-09-14-responsabile.osru',
      person: head.key,
      openedOn: '2020-09-14',
      closesOn: '2020-09-18',
      closedOn: null,
      openedAtSequence: 7,
      items: ['1.1.1', '1.1.2', '1.1.3', '1.1.6'],
    });
  });

  test('who was asked today is not asked twice', () => {
    const { opened: first } = open('2020-09-14');
    const again = open('2020-09-14', first);
    expect(again.opened).toEqual([]);
    expect(again.closed).toEqual([]);
    expect(again.askedToday.map(({ key }) => key)).toEqual(keys(first));
    expect(again.nothingToAsk).toEqual([idle]);
  });

  test('who joined after the first round is asked on the same day', () => {
    const early = open('2020-09-14').opened.filter((each) => each.person !== head.key);
    const later = open('2020-09-14', early);
    expect(keys(later.opened)).toEqual([head.key]);
    expect(later.closed).toEqual([]);
  });

  test('on the next day a new one takes the place of the old, of the same person only', () => {
    const first = open('2020-09-14').opened;
    const gone: CheckIn = { ...(first[0] as CheckIn), id: '2020-2020-09-14-partito', person: 'partito' };
    const { opened, closed } = open('2020-09-15', [...first, gone]);
    expect(opened).toHaveLength(4);
    expect(closed).toEqual(first);
  });

  test('who has nothing open keeps the old one: nothing replaces it', () => {
    const old = open('2020-09-14').opened.filter((each) => each.person === head.key);
    const figures = figuresOf('2020-09-15', {
      reports: { '1.1.1': 100, '1.1.2': 100, '1.1.3': 100, '1.1.6': 100 },
    });
    const result = openCheckIns({ figures, people: [head], known: old, lastSequence: 0, daysOpen: 4 });
    expect(result).toEqual({ opened: [], closed: [], askedToday: [], nothingToAsk: [head] });
  });

  test('no days open: it takes answers on its own day alone', () => {
    const figures = figuresOf('2020-09-14');
    const [only] = openCheckIns({
      figures,
      people: [head],
      known: [],
      lastSequence: 0,
      daysOpen: 0,
    }).opened;
    expect(only?.closesOn).toBe('2020-09-14');
  });
});

test('keys are read back', () => {
  const id = checkInId(2020, isoDate('2020-09-14'), personOf('referente.osru'));
  expect(checkInOfKey(checkInKey(id))).toBe(id);
  expect(checkInOfKey(`check-in-refresh-${id}-1`)).toBeUndefined();
});
