/** Who answers for what. */
import { describe, expect, test } from 'vitest';
import { answerersOf, itemsAnsweredBy, orphansOf } from '../../src/domain/answerers.ts';
import type { Assignment, Delegation } from '../../src/domain/arrangement.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import {
  assessGoals,
  buildGoal,
  DIREZIONE,
  LAVORO,
  neutralisedFrom,
  OSRU,
  phaseCodeOf,
  scheduledGoal,
  structureCode,
} from '../helpers/figures.ts';

const person = (key: string, role: Role, ...structures: string[]): Person => ({
  key,
  name: key,
  title: '',
  email: `${key}@arti.example`,
  role,
  structures: structures.map(structureCode),
  place: null,
});

const DAY = isoDate('2020-09-14');
const ITEM = phaseCodeOf('1.1.1');
const item = { code: ITEM, structures: [OSRU, LAVORO] };

/** OSRU has two of staff and a head, LAVORO but a head, DIREZIONE a manager. */
const PEOPLE = [
  person('anna', 'STAFF', 'OSRU'),
  person('bruno', 'STAFF', 'OSRU'),
  person('capo', 'HEAD', 'OSRU'),
  person('dora', 'HEAD', 'LAVORO'),
  person('enzo', 'MANAGER', 'DIREZIONE'),
  person('fede', 'PLANNING'),
];

const assign = (...people: string[]): readonly Assignment[] =>
  people.map((key) => ({ item: ITEM, person: key }));

let nextId = 1;
const leave = (from: string, to: string, period: Partial<Delegation> = {}): Delegation => ({
  id: nextId++,
  item: ITEM,
  from,
  to,
  startsOn: DAY,
  endsOn: DAY,
  ...period,
});

describe('who answers for 1.1.1, of OSRU and LAVORO', () => {
  test.each([
    { why: 'all the staff, else the head', answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'] },
    { why: 'whom it is assigned to', assigned: ['bruno'], answer: ['bruno ASSIGNED', 'dora HEAD'] },
    {
      why: 'several of a structure',
      assigned: ['bruno', 'anna'],
      answer: ['anna ASSIGNED', 'bruno ASSIGNED', 'dora HEAD'],
    },
    { why: 'a head who takes it', assigned: ['capo'], answer: ['capo ASSIGNED', 'dora HEAD'] },
    {
      why: 'somebody of no structure of it answers for none',
      assigned: ['enzo'],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'somebody who left',
      assigned: ['zoe'],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'a colleague in their place',
      left: [leave('dora', 'enzo')],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'enzo DELEGATED by dora'],
    },
    {
      why: 'a colleague who answers anyway answers once, by themselves',
      left: [leave('anna', 'bruno')],
      answer: ['bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'two who left it to the same',
      left: [leave('anna', 'fede'), leave('bruno', 'fede')],
      answer: ['fede DELEGATED by anna', 'dora HEAD'],
    },
    {
      why: 'handed on',
      left: [leave('anna', 'enzo'), leave('enzo', 'fede')],
      answer: ['fede DELEGATED by enzo', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'in exchange',
      left: [leave('anna', 'bruno'), leave('bruno', 'anna')],
      answer: ['bruno DELEGATED by anna', 'anna DELEGATED by bruno', 'dora HEAD'],
    },
    {
      why: 'in a circle: the last before it closes',
      left: [leave('dora', 'enzo'), leave('enzo', 'fede'), leave('fede', 'dora')],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'fede DELEGATED by enzo'],
    },
    {
      why: 'the newest of two',
      left: [leave('dora', 'enzo'), leave('dora', 'fede')],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'fede DELEGATED by dora'],
    },
    {
      why: 'over since yesterday',
      left: [leave('dora', 'enzo', { startsOn: isoDate('2020-09-01'), endsOn: isoDate('2020-09-13') })],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'from tomorrow',
      left: [leave('dora', 'enzo', { startsOn: isoDate('2020-09-15'), endsOn: isoDate('2020-09-16') })],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'of another item',
      left: [leave('dora', 'enzo', { item: phaseCodeOf('1.1.2') })],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'to somebody who left',
      left: [leave('dora', 'zoe')],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'by somebody who does not answer for it',
      left: [leave('capo', 'fede')],
      answer: ['anna STRUCTURE', 'bruno STRUCTURE', 'dora HEAD'],
    },
    {
      why: 'of what was assigned',
      assigned: ['bruno'],
      left: [leave('bruno', 'fede')],
      answer: ['fede DELEGATED by bruno', 'dora HEAD'],
    },
  ])('$why', ({ assigned = [], left = [], answer }) => {
    const found = answerersOf(item, PEOPLE, { assignments: assign(...assigned), delegations: left }, DAY);
    expect(
      found.map(({ person: { key }, because, delegatedBy }) =>
        delegatedBy === null ? `${key} ${because}` : `${key} ${because} by ${delegatedBy}`,
      ),
    ).toEqual(answer);
    expect(
      found.every(({ delegation, because }) => (delegation === null) === (because !== 'DELEGATED')),
    ).toBe(true);
  });

  test('somebody of both structures answers once', () => {
    const both = [person('gina', 'STAFF', 'OSRU', 'LAVORO')];
    expect(answerersOf(item, both, { assignments: [], delegations: [] }, DAY)).toHaveLength(1);
  });

  test('nobody where there is nobody', () => {
    expect(answerersOf(item, [], { assignments: assign('anna'), delegations: [] }, DAY)).toEqual([]);
  });
});

describe('orphans', () => {
  const orphans = (people: readonly Person[], ...assigned: string[]) =>
    orphansOf([item], people, { assignments: assign(...assigned) }).map(
      ({ structure, heads }) => `${structure}: ${heads.map(({ key }) => key).join()}`,
    );
  test.each([
    { why: 'a structure with a head alone', people: PEOPLE, orphaned: ['LAVORO: dora'] },
    { why: 'the head took it', people: PEOPLE, assigned: ['dora'], orphaned: [] },
    { why: 'no head either', people: PEOPLE.slice(0, 3), orphaned: ['LAVORO: '] },
    { why: 'nobody at all', people: [], orphaned: ['OSRU: ', 'LAVORO: '] },
    {
      why: 'managers do not answer',
      people: [person('enzo', 'MANAGER', 'OSRU')],
      orphaned: ['OSRU: ', 'LAVORO: '],
    },
  ])('$why', ({ people, assigned = [], orphaned }) => {
    expect(orphans(people, ...assigned)).toEqual(orphaned);
  });
});

test('all that a person answers for, begun or not, complete or not; nothing neutralised', () => {
  const goals = [
    scheduledGoal('1.1', 10, [
      {},
      { start: '2020-12-01' },
      { structures: [OSRU] },
      { neutralised: neutralisedFrom('2020-06-01') },
    ]),
    buildGoal('3.1', 10, { structures: [LAVORO, DIREZIONE] }),
  ];
  const figures = assessGoals(goals, DAY, { reports: { '1.1.1': 100 } });
  const mine = person('io', 'STAFF', 'DIREZIONE');
  const delegated = leave('anna', 'io', { item: phaseCodeOf('1.1.3') });
  const found = itemsAnsweredBy(mine, figures, [...PEOPLE, mine], {
    assignments: [],
    delegations: [delegated],
  });
  expect(found.map(({ item: { code }, answerer }) => `${code} ${answerer.because}`)).toEqual([
    '1.1.1 STRUCTURE',
    '1.1.2 STRUCTURE',
    '1.1.3 DELEGATED',
    '3.1 STRUCTURE',
  ]);
});
