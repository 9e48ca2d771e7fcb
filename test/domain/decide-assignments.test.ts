import { expect, test } from 'vitest';
import type { Assignment } from '../../src/domain/arrangement.ts';
import type { ItemCode } from '../../src/domain/codes.ts';
import { decideAssignments } from '../../src/domain/decide-assignments.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import { actor } from '../helpers/context.ts';
import { DIREZIONE, LAVORO, OSRU } from '../helpers/figures.ts';

const person = (key: string, role: Role, ...structures: Person['structures']): Person => ({
  key,
  name: key,
  title: '',
  email: `${key}@arti.example`,
  role,
  structures,
  place: null,
});
const ada = person('ada', 'STAFF', OSRU);
const bruno = person('bruno', 'STAFF', LAVORO);
const clara = person('clara', 'HEAD', OSRU);
const dora = person('dora', 'MANAGER', OSRU);
const enzo = person('enzo', 'PLANNING', OSRU);
const fabio = person('fabio', 'STAFF', OSRU, LAVORO);

const item = (code: string, ...structures: Person['structures']) => ({ code: code as ItemCode, structures });
const shared = item('1.1.2', DIREZIONE, OSRU);
const lavoro = item('1.1.4', LAVORO);
const direzione = item('1.4.1', DIREZIONE);
const held = (code: string, ...keys: readonly string[]): readonly Assignment[] =>
  keys.map((key) => ({ item: code as ItemCode, person: key }));

const planning = actor('PLANNING');
const headOfOsru = actor('HEAD', 'OSRU');

test.each([
  { why: 'planning, to staff', by: planning, items: [shared], add: [ada], is: ['+1.1.2 ada'] },
  { why: 'to a head', by: planning, items: [shared], add: [clara], is: ['+1.1.2 clara'] },
  {
    why: 'to the planning office, who works there',
    by: planning,
    items: [shared],
    add: [enzo],
    is: ['+1.1.2 enzo'],
  },
  { why: 'to several', by: planning, items: [shared], add: [ada, clara], is: ['+1.1.2 ada', '+1.1.2 clara'] },
  { why: 'a head, to their own', by: headOfOsru, items: [shared], add: [ada], is: ['+1.1.2 ada'] },
  {
    why: 'a head, to who works elsewhere too',
    by: headOfOsru,
    items: [shared],
    add: [fabio],
    is: ['+1.1.2 fabio'],
  },
  { why: 'again', by: planning, items: [shared], add: [ada], standing: held('1.1.2', 'ada'), is: [] },
  {
    why: 'of a goal what the person works on',
    by: planning,
    items: [direzione, shared, lavoro],
    add: [ada],
    is: ['+1.1.2 ada'],
  },
  { why: 'the same named twice', by: planning, items: [shared, shared], add: [ada], is: ['+1.1.2 ada'] },
  {
    why: 'taken back',
    by: planning,
    items: [shared],
    remove: [ada],
    standing: held('1.1.2', 'ada'),
    is: ['-1.1.2 ada'],
  },
  {
    why: 'one for another',
    by: headOfOsru,
    items: [shared],
    add: [clara],
    remove: [ada],
    standing: held('1.1.2', 'ada'),
    is: ['+1.1.2 clara', '-1.1.2 ada'],
  },
  {
    why: 'of a goal what was assigned',
    by: planning,
    items: [shared, lavoro],
    remove: [fabio],
    standing: held('1.1.4', 'fabio'),
    is: ['-1.1.4 fabio'],
  },
  {
    why: 'from who left the structure',
    by: headOfOsru,
    items: [shared],
    remove: [bruno],
    standing: held('1.1.2', 'bruno'),
    is: ['-1.1.2 bruno'],
  },
  { why: 'by staff', by: actor('STAFF', 'OSRU'), items: [shared], add: [ada], is: 'ROLE_MAY_NOT' },
  { why: 'by a manager', by: actor('MANAGER', 'OSRU'), items: [shared], add: [ada], is: 'ROLE_MAY_NOT' },
  { why: 'to a manager', by: planning, items: [shared], add: [dora], is: 'CANNOT_TAKE_OVER' },
  { why: 'to who works elsewhere', by: planning, items: [shared], add: [bruno], is: 'NOT_IN_STRUCTURE' },
  {
    why: 'to one of two who works elsewhere',
    by: planning,
    items: [shared],
    add: [ada, bruno],
    is: 'NOT_IN_STRUCTURE',
  },
  {
    why: 'of a goal where the person has nothing',
    by: planning,
    items: [direzione, lavoro],
    add: [ada],
    is: 'NOT_IN_STRUCTURE',
  },
  { why: 'a head, to others’ people', by: headOfOsru, items: [lavoro], add: [bruno], is: 'NOT_YOUR_PEOPLE' },
  {
    why: 'a head, to their own for another structure',
    by: headOfOsru,
    items: [lavoro],
    add: [fabio],
    is: 'NOT_YOUR_PEOPLE',
  },
  {
    why: 'a head, taking others’ back',
    by: headOfOsru,
    items: [lavoro],
    remove: [bruno],
    standing: held('1.1.4', 'bruno'),
    is: 'NOT_YOUR_PEOPLE',
  },
  {
    why: 'taking back what was not assigned',
    by: planning,
    items: [shared],
    remove: [ada],
    is: 'NOT_ASSIGNED',
  },
])('$why', ({ by, items, add = [], remove = [], standing = [], is }) => {
  const decided = decideAssignments(by, [{ items, add, remove }], standing);
  const shown = decided.ok
    ? decided.value.map(
        ({ kind, assignment }) => `${kind === 'ASSIGNED' ? '+' : '-'}${assignment.item} ${assignment.person}`,
      )
    : decided.refusal.code;
  expect(shown).toEqual(is);
});

test('one wish that is refused keeps all from being done', () => {
  const decided = decideAssignments(
    planning,
    [
      { items: [shared], add: [ada], remove: [] },
      { items: [lavoro], add: [ada], remove: [] },
    ],
    [],
  );
  expect(decided).toEqual({
    ok: false,
    refusal: { code: 'NOT_IN_STRUCTURE', person: 'ada', item: '1.1.4', structures: [LAVORO] },
  });
});

test('who may do it instead is told by the structures in whose name it would be', () => {
  const decided = decideAssignments(headOfOsru, [{ items: [lavoro], add: [fabio], remove: [] }], []);
  expect(decided).toMatchObject({ refusal: { code: 'NOT_YOUR_PEOPLE', structures: [LAVORO] } });
});
