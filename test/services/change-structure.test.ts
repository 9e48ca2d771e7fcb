import { expect, test } from 'vitest';
import type { Directory, Person, Role } from '../../src/domain/directory.ts';
import { assignItem } from '../../src/services/assign-item.ts';
import {
  changeStructure,
  type MembershipChange,
  type StructureChange,
} from '../../src/services/change-structure.ts';
import type { Context } from '../../src/services/context.ts';
import { readOrphans } from '../../src/services/read-orphans.ts';
import { readStructure } from '../../src/services/read-structure.ts';
import { ARTI_DIRECTORY, actor, codeOf, openTestContext, PLANNING_OFFICE } from '../helpers/context.ts';
import { LAVORO, OSRU } from '../helpers/figures.ts';

const person = (key: string, role: Role, ...structures: Person['structures']): Person => ({
  key,
  name: `Nome ${key}`,
  title: '',
  email: `${key}@arti.example`,
  role,
  structures,
  place: null,
});
const directory: Directory = {
  ...ARTI_DIRECTORY,
  people: [
    ...ARTI_DIRECTORY.people.filter(({ role }) => role !== 'HEAD'),
    person('ada', 'STAFF', OSRU, LAVORO),
    person('clara', 'HEAD', OSRU),
  ],
};
const ZOE = { name: 'Zoe Neri', title: 'Funzionaria', email: 'Zoe@arti.example' };

const people = (...changes: readonly MembershipChange[]): StructureChange => ({
  kind: 'PEOPLE',
  people: changes,
});
const channel = (name: string | null): StructureChange => ({
  kind: 'CHANNEL',
  channel: name === null ? null : { name, topic: 'Settore' },
});
const change = (context: Context, wanted: StructureChange, structure = 'OSRU') =>
  changeStructure(context, PLANNING_OFFICE, { structure, change: wanted }, null);
const open = () => openTestContext({ directory });
const entry = async ({ store }: Context, key: string) =>
  (await store.listPeople()).find((each) => each.key === key);
const channelsOf = async ({ store }: Context) =>
  (await store.listChannels()).map(({ name, structure, purpose }) => `${name} ${structure ?? purpose}`);

test('somebody new gets an entry of the directory', async () => {
  const context = await open();
  const result = await change(context, people({ wish: 'ADD', who: ZOE }));
  const zoe = {
    key: 'zoe',
    name: 'Zoe Neri',
    title: 'Funzionaria',
    email: 'zoe@arti.example',
    role: 'STAFF',
    structures: ['OSRU'],
    place: null,
  };
  expect(result).toMatchObject({ ok: true, value: { people: [{ wish: 'ADD', before: null, after: zoe }] } });
  expect(await entry(context, 'zoe')).toEqual(zoe);
});

test('with a key of their own, and once however often they are named', async () => {
  const context = await open();
  const other = { ...ZOE, email: 'zoe@regione.example' };
  const wishes = [ZOE, other, { ...ZOE, email: 'zoe@arti.example' }];
  await change(context, people(...wishes.map((who) => ({ wish: 'ADD', who }) as const)));
  const added = (await context.store.listPeople()).filter(({ name }) => name === ZOE.name);
  expect(added.map(({ key, email }) => `${key} ${email}`)).toEqual([
    'zoe zoe@arti.example',
    'zoe.2 zoe@regione.example',
  ]);
});

test('the history tells of the structure, and nobody’s name but who did it', async () => {
  const context = await open();
  await change(context, people({ wish: 'ADD', who: ZOE }, { wish: 'HEAD', who: 'ada' }));
  expect(context.audit()).toMatchObject([
    {
      kind: 'STRUCTURE_CHANGED',
      actor: PLANNING_OFFICE.key,
      body: { structure: 'OSRU', channel: false, people: 2 },
    },
  ]);
  expect(JSON.stringify(context.audit().map(({ body }) => body))).not.toMatch(/zoe|ada/i);
});

test('who leaves a structure loses what was assigned in its name alone', async () => {
  const context = await open();
  const wish = { codes: ['1.1.3', '1.1.4', '1.1.2'], add: ['ada'], remove: [] };
  // 1.1.3 is of Direzione and OSRU, 1.1.4 of Lavoro, 1.1.2 of all three.
  await assignItem(context, PLANNING_OFFICE, wish, null);
  await change(context, people({ wish: 'REMOVE', who: 'ada' }));
  expect(await entry(context, 'ada')).toMatchObject({ structures: ['LAVORO'] });
  const { assignments } = await context.store.loadArrangements(context.planId);
  expect(assignments.map(({ item }) => item)).toEqual(['1.1.2', '1.1.4']);
});

test('who is left without a structure stays in the directory', async () => {
  const context = await open();
  await change(context, people({ wish: 'REMOVE', who: 'referente.osru' }));
  expect(await entry(context, 'referente.osru')).toMatchObject({ role: 'STAFF', structures: [] });
});

test('a channel takes the place of the one before', async () => {
  const context = await open();
  const result = await change(context, channel('settore-osru'));
  expect(result).toMatchObject({ ok: true, value: { channelWas: null, people: [] } });
  expect(await channelsOf(context)).toEqual([
    'direzione DIREZIONE',
    'lavoro LAVORO',
    'dirigenti MANAGERS',
    'settore-osru OSRU',
  ]);
});

test.each([
  { name: 'lavoro', was: { structure: 'LAVORO' }, is: 'lavoro OSRU' },
  { name: 'dirigenti', was: { purpose: 'MANAGERS' }, is: 'dirigenti OSRU' },
])('what #$name was before is told', async ({ name, was, is }) => {
  const context = await open();
  expect(await change(context, channel(name))).toMatchObject({ ok: true, value: { channelWas: was } });
  expect(await channelsOf(context)).toContain(is);
  expect(await channelsOf(context)).toHaveLength(3);
});

test('a structure can be left without a channel', async () => {
  const context = await open();
  await change(context, channel(null));
  expect(await channelsOf(context)).toEqual(['direzione DIREZIONE', 'lavoro LAVORO', 'dirigenti MANAGERS']);
});

test.each([
  { why: 'no such structure', structure: 'URP', is: 'UNKNOWN_STRUCTURE' },
  { why: 'nobody of that key', wanted: people({ wish: 'ADD', who: 'nessuno' }), is: 'UNKNOWN_COLLEAGUE' },
  {
    why: 'somebody new to be taken away',
    wanted: people({ wish: 'REMOVE', who: ZOE }),
    is: 'UNKNOWN_COLLEAGUE',
  },
  { why: 'a manager', wanted: people({ wish: 'HEAD', who: 'dirigente' }), is: 'CANNOT_TAKE_OVER' },
  {
    why: 'one of two a manager',
    wanted: people({ wish: 'ADD', who: ZOE }, { wish: 'ADD', who: 'dirigente' }),
    is: 'CANNOT_TAKE_OVER',
  },
  { why: 'a head', by: actor('HEAD', 'OSRU'), is: 'ROLE_MAY_NOT' },
  { why: 'a manager who asks', by: actor('MANAGER'), is: 'ROLE_MAY_NOT' },
])(
  'refused, and nothing is written: $why',
  async ({ structure = 'OSRU', wanted, by = PLANNING_OFFICE, is }) => {
    const context = await open();
    const before = await context.store.listPeople();
    const input = { structure, change: wanted ?? people({ wish: 'ADD', who: ZOE }) };
    expect(codeOf(await changeStructure(context, by, input, null))).toBe(is);
    expect(await context.store.listPeople()).toEqual(before);
    expect(context.audit()).toEqual([]);
  },
);

test('the same request again changes nothing', async () => {
  const context = await open();
  const inbox = { key: 'slack/command/1', fingerprint: 'structure OSRU head @ada' };
  const input = { structure: 'OSRU', change: people({ wish: 'HEAD', who: 'ada' }) };
  await changeStructure(context, PLANNING_OFFICE, input, inbox);
  await change(context, people({ wish: 'NOT_HEAD', who: 'ada' }));
  expect(await changeStructure(context, PLANNING_OFFICE, input, inbox)).toMatchObject({
    ok: true,
    value: { repeated: true, people: [] },
  });
  expect(await entry(context, 'ada')).toMatchObject({ role: 'STAFF' });
});

test('a structure shows who works there and what it has to answer for', async () => {
  const context = await open();
  const read = await readStructure(context, 'settore osru');
  if (!read.ok) throw new Error(read.refusal.code);
  const { structure, channel: shown, heads, members, open: items, orphans } = read.value;
  expect(structure.code).toBe('OSRU');
  expect(shown?.name).toBe('osru');
  expect([heads, members].map((each) => each.map(({ key }) => key))).toEqual([
    ['clara'],
    ['referente.osru', 'ada'],
  ]);
  expect(items.map(({ code }) => code)).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.1.6']);
  expect(orphans).toEqual([]);
  expect(codeOf(await readStructure(context, 'URP'))).toBe('UNKNOWN_STRUCTURE');
});

test('what only the head answers for is orphaned, and a head sees their own', async () => {
  const context = await open();
  await change(
    context,
    people(...['ada', 'referente.osru'].map((who) => ({ wish: 'REMOVE', who }) as const)),
  );
  await change(
    context,
    people({ wish: 'REMOVE', who: 'ada' }, { wish: 'REMOVE', who: 'referente.lavoro' }),
    'LAVORO',
  );
  const shown = async (by: ReturnType<typeof actor>) => {
    const read = await readOrphans(context, by);
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value.orphans.map(({ item, structure, heads }) =>
      [item, structure, ...heads.map(({ key }) => key)].join(' '),
    );
  };
  expect(await shown(actor('HEAD', 'OSRU'))).toEqual([
    '1.1.1 OSRU clara',
    '1.1.2 OSRU clara',
    '1.1.3 OSRU clara',
    '1.1.6 OSRU clara',
  ]);
  const all = await shown(actor('MANAGER'));
  expect(all).toContain('1.1.4 LAVORO');
  expect(all).toContain('1.1.1 OSRU clara');
  expect(all.some((each) => each.includes('DIREZIONE'))).toBe(false);
});
