import { describe, expect, test } from 'vitest';
import type { Directory, Person } from '../../src/domain/directory.ts';
import { DIRECTION, OSRU, samplePlan } from '../helpers/sample-plan.ts';
import { decision, getPlan, importSample, openTestStore } from './support.ts';

const TEAM = 'T1';

const contact: Person = {
  key: 'referente.osru',
  name: 'Referente OSRU',
  title: 'Referente del settore',
  email: 'referente.osru@example.org',
  role: 'STAFF',
  structures: [OSRU, DIRECTION],
  place: 'Firenze',
};
const office: Person = {
  key: 'pianificazione',
  name: 'Ufficio pianificazione',
  title: '',
  email: 'pianificazione@example.org',
  role: 'PLANNING',
  structures: [],
  place: null,
};
const directory: Directory = {
  people: [contact, office],
  channels: [
    { name: 'osru', topic: 'Riepiloghi', structure: OSRU, purpose: 'STRUCTURE' },
    { name: 'dirigenti', topic: '', structure: null, purpose: 'MANAGERS' },
    { name: 'generale', topic: '', structure: null, purpose: 'GENERAL' },
  ],
};

describe('the directory', () => {
  test('comes back as it was given, in its order', async () => {
    const store = await openTestStore();
    expect(await store.listPeople()).toEqual([]);
    expect(await store.replaceDirectory(directory)).toBe('CHANGED');
    expect(await store.listPeople()).toEqual(directory.people);
    expect(await store.listChannels()).toEqual(directory.channels);
  });

  test('given again is no change; another one takes its place', async () => {
    const store = await openTestStore();
    await store.replaceDirectory(directory);
    expect(await store.replaceDirectory(structuredClone(directory))).toBe('UNCHANGED');
    expect(await store.replaceDirectory({ people: [office], channels: [] })).toBe('CHANGED');
    expect(await store.listPeople()).toEqual([office]);
    expect(await store.listChannels()).toEqual([]);
  });

  test('given in part keeps the other part', async () => {
    const store = await openTestStore();
    await store.replaceDirectory(directory);
    expect(await store.replaceDirectory({ people: [office] })).toBe('CHANGED');
    expect(await store.listChannels()).toEqual(directory.channels);
    expect(await store.replaceDirectory({ channels: [] })).toBe('CHANGED');
    expect(await store.listPeople()).toEqual([office]);
    expect(await store.replaceDirectory({ channels: [] })).toBe('UNCHANGED');
  });

  test('that changed is a change of every plan; given again it is none', async () => {
    const store = await openTestStore();
    await importSample(store);
    await importSample(store, { ...samplePlan(), year: 2021 }, 'sha-2');
    const versions = async () =>
      Promise.all([2020, 2021].map(async (year) => (await store.findPlan(year))?.version));
    expect(await versions()).toEqual([1, 1]);
    await store.replaceDirectory(directory);
    expect(await versions()).toEqual([2, 2]);
    await store.replaceDirectory(directory);
    expect(await versions()).toEqual([2, 2]);
  });

  test('lets no decision upon the people as they were write back who is gone', async () => {
    const store = await openTestStore();
    const { planId } = await importSample(store);
    await store.replaceDirectory(directory);
    const { version } = await getPlan(store);
    await store.replaceDirectory({ people: [office] });
    const head = { kind: 'PERSON', person: { ...contact, role: 'HEAD' } } as const;
    expect(await store.commit(decision(planId, { version, arrangements: [head] }))).toEqual({
      outcome: 'CONFLICT',
    });
    expect(await store.listPeople()).toEqual([office]);
  });

  test('with a key twice is refused, and the one before stays', async () => {
    const store = await openTestStore();
    await store.replaceDirectory(directory);
    await expect(store.replaceDirectory({ people: [contact, contact], channels: [] })).rejects.toThrow(
      /UNIQUE/,
    );
    expect(await store.listPeople()).toEqual(directory.people);
  });
});

describe('links to Slack', () => {
  test('lead both ways, and can be renewed', async () => {
    const store = await openTestStore();
    await store.linkSlack('PERSON', TEAM, contact.key, 'U1');
    await store.linkSlack('CHANNEL', TEAM, 'osru', 'C1');
    expect(await store.findSlackId('PERSON', TEAM, contact.key)).toBe('U1');
    expect(await store.findSlackKey('PERSON', TEAM, 'U1')).toBe(contact.key);
    expect(await store.findSlackId('CHANNEL', TEAM, contact.key)).toBeUndefined();
    await store.linkSlack('PERSON', TEAM, contact.key, 'U2');
    expect(await store.findSlackId('PERSON', TEAM, contact.key)).toBe('U2');
    expect(await store.findSlackKey('PERSON', TEAM, 'U1')).toBeUndefined();
  });

  test('hold in one workspace: the same id in another is somebody else', async () => {
    const store = await openTestStore();
    await store.linkSlack('PERSON', TEAM, contact.key, 'U1');
    await store.linkSlack('PERSON', 'T2', office.key, 'U1');
    await store.linkSlack('PERSON', 'T2', contact.key, 'U7');
    expect(await store.findSlackKey('PERSON', TEAM, 'U1')).toBe(contact.key);
    expect(await store.findSlackKey('PERSON', 'T2', 'U1')).toBe(office.key);
    expect(await store.findSlackId('PERSON', TEAM, contact.key)).toBe('U1');
    expect(await store.findSlackId('PERSON', 'T2', contact.key)).toBe('U7');
    expect(await store.findSlackId('PERSON', TEAM, office.key)).toBeUndefined();
    expect(await store.findSlackKey('PERSON', 'T3', 'U1')).toBeUndefined();
  });

  test('end in every workspace', async () => {
    const store = await openTestStore();
    await store.replaceDirectory(directory);
    await store.linkSlack('PERSON', TEAM, contact.key, 'U1');
    await store.linkSlack('PERSON', 'T2', contact.key, 'U7');
    await store.replaceDirectory({ ...directory, people: [office] });
    expect(await store.findSlackKey('PERSON', TEAM, 'U1')).toBeUndefined();
    expect(await store.findSlackKey('PERSON', 'T2', 'U7')).toBeUndefined();
  });

  test('an account stands for one key alone', async () => {
    const store = await openTestStore();
    await store.linkSlack('PERSON', TEAM, contact.key, 'U1');
    await store.linkSlack('PERSON', TEAM, office.key, 'U1');
    expect(await store.findSlackKey('PERSON', TEAM, 'U1')).toBe(office.key);
    expect(await store.findSlackId('PERSON', TEAM, contact.key)).toBeUndefined();
  });

  test('stay with those who stay, and end with an entry or its address', async () => {
    const store = await openTestStore();
    await store.replaceDirectory(directory);
    await store.linkSlack('PERSON', TEAM, contact.key, 'U1');
    await store.linkSlack('PERSON', TEAM, office.key, 'U2');
    await store.linkSlack('CHANNEL', TEAM, 'osru', 'C1');
    await store.linkSlack('CHANNEL', TEAM, 'generale', 'C2');
    await store.replaceDirectory({
      people: [
        { ...contact, title: 'Altro titolo' },
        { ...office, email: 'altro@example.org' },
      ],
      channels: directory.channels.slice(0, 1),
    });
    expect(await store.findSlackId('PERSON', TEAM, contact.key)).toBe('U1');
    expect(await store.findSlackId('PERSON', TEAM, office.key)).toBeUndefined();
    expect(await store.findSlackId('CHANNEL', TEAM, 'osru')).toBe('C1');
    expect(await store.findSlackId('CHANNEL', TEAM, 'generale')).toBeUndefined();
  });
});

test('settings are kept, and written over', async () => {
  const store = await openTestStore();
  expect(await store.getSetting('today')).toBeUndefined();
  await store.setSetting('today', '2020-09-14');
  await store.setSetting('today', '2020-09-15');
  expect(await store.getSetting('today')).toBe('2020-09-15');
});
