/** A database of the first release, with what people had put into it, opened by this one. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Directory } from '../../src/domain/directory.ts';
import { defaultSchedule } from '../../src/domain/schedule/schedule.ts';
import { listAuditEntries } from '../../src/store/audit.ts';
import { verifyAuditChain } from '../../src/store/audit-chain.ts';
import { openDatabase } from '../../src/store/database.ts';
import type { Store } from '../../src/store/port.ts';
import { OSRU } from '../helpers/sample-plan.ts';
import {
  decision,
  getPlan,
  item,
  openRaw,
  openTestStore,
  ratioMeasurement,
  report,
  storeWithPlan,
  temporaryDirectory,
  temporaryFile,
} from './support.ts';

const FIRST_RELEASE = ['0000_initial', '0001_append_only'];
/** Before there were schedules. */
const WITHOUT_RHYTHM = [...FIRST_RELEASE, '0002_manners', '0003_said_by'];
const TEAM = 'T1';
const NOW = '2020-09-14T09:00:00.000Z';

const directory: Directory = {
  people: [
    {
      key: 'ada',
      name: 'Ada',
      title: 'Referente',
      email: 'ada@example.org',
      role: 'STAFF',
      structures: [OSRU],
      place: null,
    },
  ],
  channels: [{ name: 'osru', topic: '', structure: OSRU, purpose: 'STRUCTURE' }],
};

const checkIn: CheckIn = {
  id: 'c1',
  person: 'ada',
  openedOn: isoDate('2020-09-14'),
  closesOn: isoDate('2020-09-18'),
  closedOn: null,
  openedAtSequence: 1,
  items: [item('1.1.2'), item('3.1')],
  owed: null,
  remindedAt: null,
  skipped: null,
};

/** The first migrations alone, as they were shipped with a release. */
function migrationsOf(release: readonly string[]): string {
  const migrationsDirectory = join(temporaryDirectory(), 'drizzle');
  cpSync('drizzle', migrationsDirectory, { recursive: true });
  const journal = join(migrationsDirectory, 'meta', '_journal.json');
  const { entries }: { entries: { tag: string }[] } = JSON.parse(readFileSync(journal, 'utf8'));
  const first = entries.filter(({ tag }) => release.includes(tag));
  expect(first.map(({ tag }) => tag)).toEqual(release);
  writeFileSync(journal, JSON.stringify({ entries: first }));
  return migrationsDirectory;
}

/** Something in every table that the first release had. */
async function fill(store: Store, planId: number): Promise<void> {
  const notice = { kind: 'CHECK_IN', checkInId: 'c1' } as const;
  const toAda = { kind: 'PERSON', person: 'ada' } as const;
  await store.replaceDirectory(directory);
  await store.commit(
    decision(planId, {
      reports: [report('1.1.1', '2020-09-13'), report('1.1.2', '2020-09-14')],
      measurements: [ratioMeasurement('3.1', '2020-09-14', '8006')],
      inbox: { key: 'k1', fingerprint: 'f1' },
      openedCheckIns: [checkIn],
      outbox: () => [
        { key: 'sent', destination: toAda, notice },
        { key: 'waiting', destination: toAda, notice },
      ],
      audit: [{ kind: 'STATUS_REPORTED', actor: 'ada', body: { items: ['1.1.1'] } }],
    }),
  );
  const [sent] = await store.claimOutbox({ now: NOW, clockNow: NOW, limit: 1, claimSeconds: 60 });
  await store.settleOutbox(sent?.id ?? 0, 1, { outcome: 'SENT', channel: 'D1', ts: '1.1' });
  await store.linkSlack('PERSON', TEAM, 'ada', 'U1');
  await store.linkSlack('CHANNEL', TEAM, 'osru', 'C1');
  await store.setSetting('today', '2020-09-14');
}

const namesOf = (client: Sqlite.Database, statement: string): readonly string[] =>
  client.prepare<[], string>(statement).pluck().all();

/**
 * A database that has the tables and columns of the first release only, with the rows that this one makes: what
 * came later is left out on the way.
 */
async function databaseOfFirstRelease() {
  const { store, planId, file: filled } = await storeWithPlan();
  await fill(store, planId);
  const file = temporaryFile();
  openDatabase({ file, migrationsDirectory: migrationsOf(FIRST_RELEASE) }).close();
  const client = new Sqlite(file);
  client.pragma('foreign_keys = OFF');
  client.prepare('ATTACH ? AS filled').run(filled);
  const tables = namesOf(
    client,
    `SELECT name FROM main.sqlite_schema
     WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migrations'`,
  );
  for (const table of tables) {
    const columns = namesOf(client, `SELECT name FROM pragma_table_info('${table}', 'main')`).join(', ');
    client.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM filled.${table}`);
  }
  client.exec('DETACH filled');
  const links = client.prepare('SELECT * FROM slack_links').all();
  expect(links).toContainEqual({ kind: 'PERSON', key: 'ada', slack_id: 'U1' });
  client.close();
  return { file, planId, before: store };
}

describe('opened by this release', () => {
  test('it holds what it held', async () => {
    const { file, planId, before } = await databaseOfFirstRelease();
    const store = await openTestStore(file);
    expect(await getPlan(store)).toEqual(await getPlan(before));
    const day = isoDate('2020-09-14');
    expect(await store.loadStanding(planId, day)).toEqual(await before.loadStanding(planId, day));
    expect(await store.getReport(planId, 2)).toEqual(await before.getReport(planId, 2));
    expect(await store.getMeasurement(planId, 3)).toEqual(await before.getMeasurement(planId, 3));
    expect(await store.findCommitted('k1')).toEqual(await before.findCommitted('k1'));
    expect(await store.listPeople()).toEqual(directory.people);
    expect(await store.listChannels()).toEqual(directory.channels);
    expect(await store.findCheckIn('c1')).toEqual({ ...checkIn, planId });
    expect(await store.getSetting('today')).toBe('2020-09-14');
    expect(await store.countOutbox()).toEqual({ pending: 1, dead: 0, doubtful: 0 });
    expect(await store.findSentByMessage('D1', '1.1')).toMatchObject({ key: 'sent', team: null });
    expect(await store.claimOutbox({ now: NOW, clockNow: NOW, limit: 9, claimSeconds: 60 })).toMatchObject([
      { key: 'waiting', destination: { kind: 'PERSON', person: 'ada' } },
    ]);
  });

  test('nobody arranged anything yet, and now they can', async () => {
    const { file, planId } = await databaseOfFirstRelease();
    const store = await openTestStore(file);
    expect(await store.loadArrangements(planId)).toEqual({
      assignments: [],
      delegations: [],
      settings: new Map(),
    });
    expect(await store.listInstallations()).toEqual([]);
    const assignment = { item: item('3.1'), person: 'ada' };
    const skipped = { on: isoDate('2020-09-15'), because: 'in missione' };
    await store.commit(
      decision(planId, {
        arrangements: [{ kind: 'ASSIGNED', assignment }],
        checkInProgress: [{ id: 'c1', owed: null, remindedAt: null, skipped }],
      }),
    );
    expect((await store.loadArrangements(planId)).assignments).toEqual([assignment]);
    expect(await store.findCheckIn('c1')).toMatchObject({ skipped });
  });

  test('links to Slack are of no workspace that is known: they are made anew, and go with their person', async () => {
    const { file } = await databaseOfFirstRelease();
    const store = await openTestStore(file);
    expect(await store.findSlackId('PERSON', TEAM, 'ada')).toBeUndefined();
    expect(await store.findSlackKey('CHANNEL', TEAM, 'C1')).toBeUndefined();
    expect(await store.findSlackId('PERSON', '', 'ada')).toBe('U1');
    await store.linkSlack('PERSON', TEAM, 'ada', 'U1');
    expect(await store.findSlackKey('PERSON', TEAM, 'U1')).toBe('ada');
    await store.replaceDirectory({ people: [], channels: [] });
    expect(openRaw(file).prepare('SELECT count(*) FROM slack_links').pluck().get()).toBe(0);
  });

  test('it is sound: keys refer to rows, the history holds together, facts can only be added', async () => {
    const { file, planId } = await databaseOfFirstRelease();
    const store = await openTestStore(file);
    await store.commit(
      decision(planId, {
        reports: [report('1.1.1', '2020-09-15')],
        audit: [{ kind: 'X', actor: 'ada', body: {} }],
      }),
    );
    const { query, close } = openDatabase({ file });
    expect(verifyAuditChain(listAuditEntries(query))).toMatchObject({ intact: true, entries: 3 });
    close();
    const raw = openRaw(file);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    for (const table of ['reports', 'measurements', 'audit_entries']) {
      expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow('append-only');
    }
    expect(() => raw.exec('DELETE FROM plans')).toThrow('FOREIGN KEY');
  });

  test('foreign keys, off while it migrates, are on again', async () => {
    const { file } = await databaseOfFirstRelease();
    const { query, close } = openDatabase({ file });
    expect(query.values('PRAGMA foreign_keys')).toEqual([[1]]);
    close();
  });

  test('once: the next time there is nothing to migrate', async () => {
    const { file } = await databaseOfFirstRelease();
    const store = await openTestStore(file);
    await store.linkSlack('PERSON', TEAM, 'ada', 'U1');
    await store.close();
    expect(await (await openTestStore(file)).findSlackId('PERSON', TEAM, 'ada')).toBe('U1');
  });
});

describe('of the release before there were schedules', () => {
  /** A summary as it was frozen then, with one thing in it. */
  const frozen = {
    structure: OSRU,
    structureName: 'OSRU',
    year: 2020,
    baseline: 1,
    day: '2020-09-14',
    weekAgo: '2020-09-07',
    now: { share: '1/2', coverage: '1/1', plannedByDeadline: '1/4', plannedLinear: '1/3' },
    before: { share: null, coverage: null, plannedByDeadline: null, plannedLinear: null },
    moved: [],
    lateOrBlocked: [],
    unreported: [{ item: '1.1.2', goal: '1.1', title: 'Fase 2' }],
    dueSoon: [],
  };

  async function databaseWithoutRhythm() {
    const { store, planId, file: filled } = await storeWithPlan();
    await fill(store, planId);
    const file = temporaryFile();
    openDatabase({ file, migrationsDirectory: migrationsOf(WITHOUT_RHYTHM) }).close();
    const client = new Sqlite(file);
    client.pragma('foreign_keys = OFF');
    client.prepare('ATTACH ? AS filled').run(filled);
    client.exec('INSERT INTO plans SELECT * FROM filled.plans');
    client
      .prepare(
        `INSERT INTO summaries (id, plan_id, structure, recorded_at, summary) VALUES ('s1', ?, ?, ?, ?)`,
      )
      .run(planId, OSRU, NOW, JSON.stringify(frozen));
    const addMessage = client.prepare(
      `INSERT INTO outbox (key, plan_id, lane, destination, notice, recorded_at, state, attempt, error, channel, ts)
       VALUES (?, ?, 'PERSON/ada', '{"kind":"PERSON","person":"ada"}', '{"kind":"CHECK_IN","checkInId":"c1"}', ?, ?, ?, ?, ?, ?)`,
    );
    addMessage.run('sent', planId, NOW, 'SENT', 1, null, 'D1', '1.1');
    addMessage.run('refused', planId, NOW, 'DEAD', 3, 'channel_not_found', null, null);
    addMessage.run('untrue', planId, NOW, 'DEAD', 1, 'nothing_to_send', null, null);
    addMessage.run('waiting', planId, NOW, 'PENDING', 2, 'ratelimited', null, null);
    client.exec('DETACH filled');
    client.close();
    return { file, planId };
  }

  test('a summary is as it was sent, of a structure’s week, and tells nothing that was not kept then', async () => {
    const { file, planId } = await databaseWithoutRhythm();
    const store = await openTestStore(file);
    const summary = {
      ...frozen,
      kind: 'STRUCTURE_WEEK',
      notAnswered: [],
      indicators: [],
      curve: null,
      slot: null,
    };
    expect(await store.findSummary('s1')).toEqual({ id: 's1', position: 1, recordedAt: NOW, summary });
    const ofOsru = { kind: 'STRUCTURE_WEEK', structure: OSRU, before: null, limit: 9 } as const;
    expect((await store.listSummaries(planId, ofOsru)).rows).toHaveLength(1);
  });

  test('and can be neither changed nor removed from now on', async () => {
    const { file } = await databaseWithoutRhythm();
    await openTestStore(file);
    const raw = openRaw(file);
    expect(() => raw.exec("UPDATE summaries SET summary = '{}'")).toThrow('append-only');
    expect(() => raw.exec('DELETE FROM summaries')).toThrow('append-only');
  });

  test('what there was nothing to say of is dropped, and no longer among what was refused', async () => {
    const { file } = await databaseWithoutRhythm();
    const store = await openTestStore(file);
    expect(await store.countOutbox()).toEqual({ pending: 1, dead: 1, doubtful: 0 });
    expect(await store.listUnsettledMessages(9)).toMatchObject([
      { key: 'refused', state: 'DEAD', error: 'channel_not_found', firstTriedAt: null },
    ]);
    const states = openRaw(file).prepare('SELECT key, state, error, attempt FROM outbox ORDER BY id').all();
    expect(states).toEqual([
      { key: 'sent', state: 'SENT', error: null, attempt: 1 },
      { key: 'refused', state: 'DEAD', error: 'channel_not_found', attempt: 3 },
      { key: 'untrue', state: 'DROPPED', error: null, attempt: 1 },
      { key: 'waiting', state: 'PENDING', error: 'ratelimited', attempt: 2 },
    ]);
    expect(await store.findSentByMessage('D1', '1.1')).toMatchObject({ key: 'sent' });
    expect(await store.claimOutbox({ now: NOW, clockNow: NOW, limit: 9, claimSeconds: 60 })).toMatchObject([
      { key: 'waiting', attempt: 3 },
    ]);
  });

  test('nothing was scheduled, and now it can be', async () => {
    const { file, planId } = await databaseWithoutRhythm();
    const store = await openTestStore(file);
    expect(await store.loadSchedule(planId)).toEqual([]);
    expect(await store.listSettledSlots(planId)).toEqual([]);
    const schedule = defaultSchedule(NOW, 'scheduler', null);
    await store.commit(decision(planId, { schedule }));
    expect(await store.loadSchedule(planId)).toHaveLength(schedule.length);
  });
});
