import { expect, test } from 'vitest';
import { decideMembership, type Membership, newKey } from '../../src/domain/decide-membership.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import { DIREZIONE, LAVORO, OSRU } from '../helpers/figures.ts';

const person = (role: Role, ...structures: Person['structures']): Person => ({
  key: 'ada',
  name: 'Ada',
  title: '',
  email: 'ada@arti.example',
  role,
  structures,
  place: null,
});

type Case = {
  readonly wish: Membership;
  readonly before: Person;
  readonly is: readonly [Role, ...Person['structures']] | 'SAME' | 'CANNOT_TAKE_OVER';
  readonly why: string;
};

const cases: readonly Case[] = [
  { why: 'new', wish: 'ADD', before: person('STAFF'), is: ['STAFF', OSRU] },
  { why: 'a second structure', wish: 'ADD', before: person('STAFF', LAVORO), is: ['STAFF', LAVORO, OSRU] },
  {
    why: 'a head of another structure',
    wish: 'ADD',
    before: person('HEAD', LAVORO),
    is: ['HEAD', LAVORO, OSRU],
  },
  { why: 'the planning office', wish: 'ADD', before: person('PLANNING'), is: ['PLANNING', OSRU] },
  { why: 'there already', wish: 'ADD', before: person('STAFF', OSRU), is: 'SAME' },
  { why: 'a head, there already', wish: 'ADD', before: person('HEAD', OSRU), is: 'SAME' },
  { why: 'a manager', wish: 'ADD', before: person('MANAGER'), is: 'CANNOT_TAKE_OVER' },
  { why: 'new', wish: 'HEAD', before: person('STAFF'), is: ['HEAD', OSRU] },
  { why: 'staff there', wish: 'HEAD', before: person('STAFF', OSRU), is: ['HEAD', OSRU] },
  { why: 'staff elsewhere', wish: 'HEAD', before: person('STAFF', LAVORO), is: ['HEAD', LAVORO, OSRU] },
  { why: 'head already', wish: 'HEAD', before: person('HEAD', OSRU), is: 'SAME' },
  { why: 'head elsewhere', wish: 'HEAD', before: person('HEAD', LAVORO), is: ['HEAD', LAVORO, OSRU] },
  {
    why: 'the planning office keeps its role',
    wish: 'HEAD',
    before: person('PLANNING'),
    is: ['PLANNING', OSRU],
  },
  { why: 'the planning office, there already', wish: 'HEAD', before: person('PLANNING', OSRU), is: 'SAME' },
  { why: 'a manager', wish: 'HEAD', before: person('MANAGER', OSRU), is: 'CANNOT_TAKE_OVER' },
  { why: 'head', wish: 'NOT_HEAD', before: person('HEAD', OSRU), is: ['STAFF', OSRU] },
  { why: 'head elsewhere', wish: 'NOT_HEAD', before: person('HEAD', LAVORO), is: 'SAME' },
  { why: 'staff', wish: 'NOT_HEAD', before: person('STAFF', OSRU), is: 'SAME' },
  { why: 'the last one', wish: 'REMOVE', before: person('STAFF', OSRU), is: ['STAFF'] },
  {
    why: 'one of three',
    wish: 'REMOVE',
    before: person('STAFF', LAVORO, OSRU, DIREZIONE),
    is: ['STAFF', LAVORO, DIREZIONE],
  },
  { why: 'head of two', wish: 'REMOVE', before: person('HEAD', LAVORO, OSRU), is: ['HEAD', LAVORO] },
  { why: 'head of none is no head', wish: 'REMOVE', before: person('HEAD', OSRU), is: ['STAFF'] },
  { why: 'the planning office', wish: 'REMOVE', before: person('PLANNING', OSRU), is: ['PLANNING'] },
  { why: 'a manager who was there', wish: 'REMOVE', before: person('MANAGER', OSRU), is: ['MANAGER'] },
  { why: 'not there', wish: 'REMOVE', before: person('STAFF', LAVORO), is: 'SAME' },
];

test.each(cases)('$wish: $why', ({ wish, before, is }) => {
  const decided = decideMembership(before, OSRU, wish);
  if (!decided.ok) expect(decided.refusal.code).toBe(is);
  else if (is === 'SAME') expect(decided.value).toBe(before);
  else expect([decided.value.role, ...decided.value.structures]).toEqual(is);
});

test.each([
  { email: 'a.rossi@arti.example', taken: [], is: 'a.rossi' },
  { email: 'A.Rossi@arti.example', taken: [], is: 'a.rossi' },
  { email: 'a.rossi@arti.example', taken: ['a.rossi'], is: 'a.rossi.2' },
  { email: 'a.rossi@arti.example', taken: ['a.rossi', 'a.rossi.2'], is: 'a.rossi.3' },
  { email: "d'arco+prova@arti.example", taken: [], is: 'd-arco-prova' },
  { email: '_io@arti.example', taken: [], is: 'io' },
  { email: 'ñ@arti.example', taken: [], is: 'persona' },
  { email: `${'a'.repeat(200)}@arti.example`, taken: [], is: 'a'.repeat(75) },
])('key of $email is $is', ({ email, taken, is }) => {
  const key = newKey(email, taken);
  expect(key).toBe(is);
  expect(key).toMatch(/^[a-z0-9][a-z0-9._-]{0,79}$/);
});
