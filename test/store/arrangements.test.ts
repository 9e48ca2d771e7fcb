import { describe, expect, test } from 'vitest';
import {
  type ArrangementChange,
  type Assignment,
  type Delegation,
  NO_SETTINGS,
  type PersonSettings,
} from '../../src/domain/arrangement.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Channel, Directory, Person } from '../../src/domain/directory.ts';
import type { CommitResult, Store } from '../../src/store/port.ts';
import { DIRECTION, LABOUR, OSRU, samplePlan } from '../helpers/sample-plan.ts';
import {
  decision,
  getPlan,
  importSample,
  item,
  openRaw,
  openTestStore,
  report,
  storeWithPlan,
} from './support.ts';

const TEAM = 'T1';

const person = (key: string, parts: Partial<Person> = {}): Person => ({
  key,
  name: `Persona ${key}`,
  title: '',
  email: `${key}@example.org`,
  role: 'STAFF',
  structures: [OSRU],
  place: null,
  ...parts,
});
const channel = (name: string, parts: Partial<Channel> = {}): Channel => ({
  name,
  topic: '',
  structure: null,
  purpose: 'GENERAL',
  ...parts,
});
const ada = person('ada');
const bruno = person('bruno', { structures: [OSRU, DIRECTION], place: 'Firenze' });
const carla = person('carla', { role: 'HEAD' });
const osru = channel('osru', { structure: OSRU, purpose: 'STRUCTURE' });
const general = channel('generale');
const DIRECTORY: Directory = { people: [ada, bruno, carla], channels: [osru, general] };

async function open() {
  const opened = await storeWithPlan();
  await opened.store.replaceDirectory(DIRECTORY);
  return opened;
}

const arrange = (
  store: Store,
  planId: number,
  ...arrangements: readonly ArrangementChange[]
): Promise<CommitResult> => store.commit(decision(planId, { arrangements }));

const assigned = (code: string, key: string): ArrangementChange => ({
  kind: 'ASSIGNED',
  assignment: { item: item(code), person: key },
});
const unassigned = (code: string, key: string): ArrangementChange => ({
  kind: 'UNASSIGNED',
  assignment: { item: item(code), person: key },
});
const period = (from: string, to: string, startsOn = '2020-09-14', endsOn = '2020-09-18') => ({
  item: item('1.1.2'),
  from,
  to,
  startsOn: isoDate(startsOn),
  endsOn: isoDate(endsOn),
});
const delegated = (delegation: Omit<Delegation, 'id'>): ArrangementChange => ({
  kind: 'DELEGATED',
  delegation,
});
const settingsOf = (key: string, settings: PersonSettings): ArrangementChange => ({
  kind: 'SETTINGS',
  person: key,
  settings,
});

const SETTINGS: PersonSettings = {
  hours: { from: '09:00', to: '13:30' },
  timeZone: 'Europe/Lisbon',
  slackTimeZone: 'Europe/Rome',
  away: { from: isoDate('2020-09-14'), until: isoDate('2020-09-25'), setBy: 'carla' },
};

const inWords = ({ item: code, person: key }: Assignment) => `${code} ${key}`;

test('of a plan for which nobody arranged anything, nothing', async () => {
  const { store, planId } = await open();
  expect(await store.loadArrangements(planId)).toEqual({
    assignments: [],
    delegations: [],
    settings: new Map(),
  });
});

describe('assignments', () => {
  const after = async (...changes: readonly ArrangementChange[]) => {
    const { store, planId } = await open();
    for (const change of changes) await arrange(store, planId, change);
    return (await store.loadArrangements(planId)).assignments.map(inWords);
  };

  test.each([
    { why: 'one', changes: [assigned('1.1.2', 'ada')], left: ['1.1.2 ada'] },
    {
      why: 'several people of an item, several items of a person, in order',
      changes: [assigned('3.1', 'ada'), assigned('1.1.2', 'bruno'), assigned('1.1.2', 'ada')],
      left: ['1.1.2 ada', '1.1.2 bruno', '3.1 ada'],
    },
    { why: 'twice is once', changes: [assigned('3.1', 'ada'), assigned('3.1', 'ada')], left: ['3.1 ada'] },
    {
      why: 'taken back from one, the other keeps it',
      changes: [assigned('3.1', 'ada'), assigned('3.1', 'bruno'), unassigned('3.1', 'ada')],
      left: ['3.1 bruno'],
    },
    {
      why: 'taken back from who does not have it',
      changes: [assigned('3.1', 'ada'), unassigned('3.1', 'bruno'), unassigned('1.1.2', 'ada')],
      left: ['3.1 ada'],
    },
    {
      why: 'given again after it was taken back',
      changes: [assigned('3.1', 'ada'), unassigned('3.1', 'ada'), assigned('3.1', 'ada')],
      left: ['3.1 ada'],
    },
  ])('$why', async ({ changes, left }) => {
    expect(await after(...changes)).toEqual(left);
  });

  test('hold for one plan', async () => {
    const { store, planId } = await open();
    const next = await importSample(store, { ...samplePlan(), year: 2021 }, 'sha-2021');
    await arrange(store, planId, assigned('3.1', 'ada'));
    expect((await store.loadArrangements(next.planId)).assignments).toEqual([]);
    await arrange(store, next.planId, assigned('3.1', 'bruno'), unassigned('3.1', 'ada'));
    expect((await store.loadArrangements(planId)).assignments.map(inWords)).toEqual(['3.1 ada']);
  });
});

describe('delegations', () => {
  const loaded = async (store: Store, planId: number) => (await store.loadArrangements(planId)).delegations;

  test('past, present and to come are kept in the order in which they were made', async () => {
    const { store, planId } = await open();
    const made = [
      period('ada', 'bruno'),
      period('bruno', 'ada', '2020-10-01', '2020-10-01'),
      period('ada', 'carla', '2020-01-01', '2020-01-31'),
    ];
    await arrange(store, planId, ...made.map(delegated));
    expect(await loaded(store, planId)).toEqual(made.map((each, index) => ({ ...each, id: index + 1 })));
  });

  test('an end takes one away, and its id is never given again', async () => {
    const { store, planId } = await open();
    await arrange(store, planId, delegated(period('ada', 'bruno')), delegated(period('ada', 'carla')));
    await arrange(store, planId, { kind: 'DELEGATION_ENDED', id: 2 });
    expect(await loaded(store, planId)).toMatchObject([{ id: 1, to: 'bruno' }]);
    await arrange(store, planId, { kind: 'DELEGATION_ENDED', id: 2 }, { kind: 'DELEGATION_ENDED', id: 9 });
    await arrange(store, planId, delegated(period('carla', 'ada')));
    expect((await loaded(store, planId)).map(({ id }) => id)).toEqual([1, 3]);
  });

  test.each([
    { why: 'ends before it starts', parts: period('ada', 'bruno', '2020-09-18', '2020-09-14') },
    { why: 'of no item', parts: { ...period('ada', 'bruno'), item: item('') } },
  ])('refused by the table, with the whole decision: it $why', async ({ parts }) => {
    const { store, planId } = await open();
    await expect(arrange(store, planId, assigned('3.1', 'ada'), delegated(parts))).rejects.toThrow(/CHECK/);
    expect((await store.loadArrangements(planId)).assignments).toEqual([]);
  });
});

describe('settings', () => {
  const settings = async (store: Store, planId: number) => (await store.loadArrangements(planId)).settings;

  test('are replaced whole, of one person, but for what Slack told', async () => {
    const { store, planId } = await open();
    await arrange(store, planId, settingsOf('ada', SETTINGS), settingsOf('bruno', SETTINGS));
    expect(await settings(store, planId)).toEqual(
      new Map([
        ['ada', SETTINGS],
        ['bruno', SETTINGS],
      ]),
    );
    const shorter: PersonSettings = { ...NO_SETTINGS, timeZone: 'Europe/Athens' };
    await arrange(store, planId, settingsOf('ada', shorter));
    expect(await settings(store, planId)).toEqual(
      new Map([
        ['ada', { ...shorter, slackTimeZone: SETTINGS.slackTimeZone }],
        ['bruno', SETTINGS],
      ]),
    );
  });

  test('what Slack told of the time zone is remembered, and the rest stays', async () => {
    const { store, planId } = await open();
    await arrange(store, planId, settingsOf('ada', SETTINGS));
    await store.rememberTimeZone('ada', 'Europe/London');
    await store.rememberTimeZone('bruno', 'Europe/Rome');
    expect(await settings(store, planId)).toEqual(
      new Map([
        ['ada', { ...SETTINGS, slackTimeZone: 'Europe/London' }],
        ['bruno', { ...NO_SETTINGS, slackTimeZone: 'Europe/Rome' }],
      ]),
    );
  });

  test.each([
    { why: 'a day of absence that is none', away: { from: '14/09/2020', until: '2020-09-25', setBy: 'ada' } },
    { why: 'an end that is no day', away: { from: '2020-09-14', until: 'domani', setBy: 'ada' } },
  ])('refused by the table: $why', async ({ away }) => {
    const { store, planId } = await open();
    const wrong = { ...NO_SETTINGS, away } as PersonSettings;
    await expect(arrange(store, planId, settingsOf('ada', wrong))).rejects.toThrow(/CHECK/);
    expect(await settings(store, planId)).toEqual(new Map());
  });
});

describe('people', () => {
  test('a new one comes last', async () => {
    const { store, planId } = await open();
    const dario = person('dario', { role: 'MANAGER', structures: [LABOUR, OSRU], place: 'Prato' });
    await arrange(store, planId, { kind: 'PERSON', person: dario });
    expect(await store.listPeople()).toEqual([ada, bruno, carla, dario]);
  });

  test('the first of all', async () => {
    const { store, planId } = await storeWithPlan();
    await arrange(store, planId, { kind: 'PERSON', person: ada }, { kind: 'CHANNEL', channel: osru });
    expect(await store.listPeople()).toEqual([ada]);
    expect(await store.listChannels()).toEqual([osru]);
  });

  test('a changed one keeps their place, their link and their settings', async () => {
    const { store, planId } = await open();
    await store.linkSlack('PERSON', TEAM, 'ada', 'U1');
    await arrange(store, planId, settingsOf('ada', SETTINGS), assigned('3.1', 'ada'));
    const head: Person = { ...ada, role: 'HEAD', structures: [LABOUR, OSRU], place: 'Siena' };
    await arrange(store, planId, { kind: 'PERSON', person: head });
    expect(await store.listPeople()).toEqual([head, bruno, carla]);
    expect(await store.findSlackId('PERSON', TEAM, 'ada')).toBe('U1');
    const { settings, assignments } = await store.loadArrangements(planId);
    expect(settings.get('ada')).toEqual(SETTINGS);
    expect(assignments.map(inWords)).toEqual(['3.1 ada']);
  });

  test('fewer structures, or none', async () => {
    const { store, planId } = await open();
    const alone = { ...bruno, structures: [] };
    await arrange(store, planId, { kind: 'PERSON', person: alone });
    expect(await store.listPeople()).toEqual([ada, alone, carla]);
  });

  test('under another address they are somebody else in Slack, in every workspace', async () => {
    const { store, planId } = await open();
    for (const team of [TEAM, 'T2']) {
      await store.linkSlack('PERSON', team, 'ada', 'U1');
      await store.linkSlack('PERSON', team, 'bruno', 'U2');
    }
    await arrange(store, planId, { kind: 'PERSON', person: { ...ada, email: 'ada.nuova@example.org' } });
    for (const team of [TEAM, 'T2']) {
      expect(await store.findSlackId('PERSON', team, 'ada')).toBeUndefined();
      expect(await store.findSlackId('PERSON', team, 'bruno')).toBe('U2');
    }
  });
});

describe('channels', () => {
  test('a new one comes last, a changed one keeps its place and its link', async () => {
    const { store, planId } = await open();
    await store.linkSlack('CHANNEL', TEAM, 'osru', 'C1');
    const labour = channel('lavoro', { structure: LABOUR, purpose: 'STRUCTURE' });
    const changed = { ...osru, topic: 'Riepiloghi', structure: DIRECTION };
    await arrange(store, planId, { kind: 'CHANNEL', channel: labour }, { kind: 'CHANNEL', channel: changed });
    expect(await store.listChannels()).toEqual([changed, general, labour]);
    expect(await store.findSlackId('CHANNEL', TEAM, 'osru')).toBe('C1');
  });

  test('a removed one is gone with its links, and made anew comes last', async () => {
    const { store, planId } = await open();
    await store.linkSlack('CHANNEL', TEAM, 'osru', 'C1');
    await store.linkSlack('PERSON', TEAM, 'osru', 'U1');
    await arrange(store, planId, { kind: 'CHANNEL_REMOVED', name: 'osru' });
    expect(await store.listChannels()).toEqual([general]);
    expect(await store.findSlackKey('CHANNEL', TEAM, 'C1')).toBeUndefined();
    expect(await store.findSlackKey('PERSON', TEAM, 'U1')).toBe('osru');
    await arrange(
      store,
      planId,
      { kind: 'CHANNEL_REMOVED', name: 'osru' },
      { kind: 'CHANNEL', channel: osru },
    );
    expect(await store.listChannels()).toEqual([general, osru]);
  });
});

describe('a decision', () => {
  const everything: readonly ArrangementChange[] = [
    assigned('3.1', 'ada'),
    delegated(period('ada', 'bruno')),
    settingsOf('ada', SETTINGS),
    { kind: 'PERSON', person: person('dario') },
    { kind: 'CHANNEL', channel: channel('nuovo') },
    { kind: 'CHANNEL_REMOVED', name: 'osru' },
  ];
  const state = async (store: Store, planId: number) => ({
    arranged: await store.loadArrangements(planId),
    people: await store.listPeople(),
    channels: await store.listChannels(),
    link: await store.findSlackKey('CHANNEL', TEAM, 'C1'),
    version: await store.planVersion(planId),
  });

  test('is written whole, makes a new version, and another process sees it', async () => {
    const { store, planId, file } = await open();
    const { version } = await getPlan(store);
    expect(await arrange(store, planId, ...everything)).toMatchObject({
      outcome: 'COMMITTED',
      version: version + 1,
    });
    const other = await openTestStore(file);
    const written = await state(other, planId);
    expect(written).toEqual(await state(store, planId));
    expect(written).toMatchObject({
      arranged: {
        assignments: [{ item: '3.1', person: 'ada' }],
        delegations: [{ id: 1, from: 'ada', to: 'bruno' }],
      },
      people: [{ key: 'ada' }, { key: 'bruno' }, { key: 'carla' }, { key: 'dario' }],
      channels: [{ name: 'generale' }, { name: 'nuovo' }],
    });
  });

  test.each([
    { why: 'the definition is another by now', fence: { revision: 2 } },
    { why: 'more was said since', fence: { lastSequence: 0 } },
  ])('in conflict writes nothing: $why', async ({ fence }) => {
    const { store, planId } = await open();
    await store.linkSlack('CHANNEL', TEAM, 'osru', 'C1');
    await store.commit(decision(planId, { reports: [report('1.1.1', '2020-09-14')] }));
    const before = await state(store, planId);
    const late = decision(planId, { arrangements: everything, ...fence });
    expect(await store.commit(late)).toEqual({ outcome: 'CONFLICT' });
    expect(await state(store, planId)).toEqual(before);
  });

  test('that throws after them writes nothing', async () => {
    const { store, planId } = await open();
    await store.linkSlack('CHANNEL', TEAM, 'osru', 'C1');
    const before = await state(store, planId);
    const broken = decision(planId, {
      arrangements: everything,
      outbox: () => {
        throw new Error('no message');
      },
    });
    await expect(store.commit(broken)).rejects.toThrow('no message');
    expect(await state(store, planId)).toEqual(before);
  });

  test('repeated under its key has one effect', async () => {
    const { store, planId } = await open();
    const keyed = decision(planId, {
      arrangements: everything,
      inbox: { key: 'slack/command/1', fingerprint: 'x' },
    });
    await store.commit(keyed);
    const before = await state(store, planId);
    expect(await store.commit(keyed)).toMatchObject({ outcome: 'DUPLICATE' });
    expect(await state(store, planId)).toEqual(before);
  });
});

/** The tables of arrangements in which `key` stands, past the store. */
const namesIn = (file: string, key: string): readonly string[] => {
  const raw = openRaw(file);
  return ['assignments', 'delegations', 'person_settings'].filter((table) =>
    JSON.stringify(raw.prepare(`SELECT * FROM ${table}`).all()).includes(`"${key}"`),
  );
};

describe('another directory', () => {
  async function arranged() {
    const opened = await open();
    await arrange(
      opened.store,
      opened.planId,
      assigned('3.1', 'ada'),
      assigned('3.1', 'bruno'),
      delegated(period('ada', 'bruno')),
      delegated(period('bruno', 'carla')),
      delegated(period('carla', 'bruno')),
      settingsOf('ada', SETTINGS),
      settingsOf('bruno', SETTINGS),
    );
    return opened;
  }

  test('keeps of those who stay what was arranged, though everything else of theirs changes', async () => {
    const { store, planId } = await arranged();
    const before = await store.loadArrangements(planId);
    const changed = DIRECTORY.people.map((each) => ({ ...each, email: `x.${each.email}`, title: 'Altro' }));
    await store.replaceDirectory({ ...DIRECTORY, people: changed });
    expect(await store.loadArrangements(planId)).toEqual(before);
  });

  test('forgets those who left: nothing personal of them is kept', async () => {
    const { store, planId, file } = await arranged();
    await store.replaceDirectory({ ...DIRECTORY, people: [bruno, carla] });
    const { assignments, delegations, settings } = await store.loadArrangements(planId);
    expect(assignments.map(inWords)).toEqual(['3.1 bruno']);
    expect(delegations.map(({ from, to }) => `${from} to ${to}`)).toEqual([
      'bruno to carla',
      'carla to bruno',
    ]);
    expect([...settings.keys()]).toEqual(['bruno']);
    expect(namesIn(file, 'ada')).toEqual([]);
  });

  test('a delegation that had ended is forgotten too', async () => {
    const { store, planId, file } = await arranged();
    await arrange(store, planId, { kind: 'DELEGATION_ENDED', id: 1 });
    await store.replaceDirectory({ ...DIRECTORY, people: [bruno, carla] });
    expect(namesIn(file, 'ada')).toEqual([]);
  });

  test('who comes back finds nothing arranged', async () => {
    const { store, planId } = await arranged();
    await store.replaceDirectory({ ...DIRECTORY, people: [bruno, carla] });
    await store.replaceDirectory(DIRECTORY);
    const { assignments, settings } = await store.loadArrangements(planId);
    expect(assignments.map(inWords)).toEqual(['3.1 bruno']);
    expect(settings.has('ada')).toBe(false);
  });
});
