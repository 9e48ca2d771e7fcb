import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import type { StoredApiKey } from '../../src/store/port.ts';
import { openRaw, openTestStore, RECORDED_AT, storeWithPlan, temporaryFile } from './support.ts';

test('the stamp is another one after a commit of whichever connection, and stays while nothing is committed', async () => {
  const file = temporaryFile();
  const [store, other] = [await openTestStore(file), await openTestStore(file)];
  const stamps = [await store.changeStamp(), await store.changeStamp()];
  await store.setSetting('a', '1');
  stamps.push(await store.changeStamp());
  await other.setSetting('b', '2');
  stamps.push(await store.changeStamp());
  await store.getSetting('b');
  stamps.push(await store.changeStamp());
  const [first, same, own, others, read] = stamps;
  expect([same === first, own !== first, others !== own, read === others]).toEqual([true, true, true, true]);
  expect(new Set([first, own, others]).size).toBe(3);
});

test('what another connection has not committed yet is not told of, nor what it takes back', async () => {
  const file = temporaryFile();
  const store = await openTestStore(file);
  const before = await store.changeStamp();
  const database = openDatabase({ file });
  const failed = database.write(() => {
    database.query.run("INSERT INTO settings (name, value) VALUES ('c', '3')");
    throw new Error('taken back');
  });
  await expect(failed).rejects.toThrow('taken back');
  expect(await store.changeStamp()).toBe(before);
  database.close();
});

describe('the use of a key that is noted', () => {
  const USED = { usedAt: '2020-09-14T09:00:00.000Z', unlessAfter: '2020-09-14T08:59:00.000Z' };
  const key: StoredApiKey = {
    id: 'k7m3x9qd',
    name: 'Cruscotto',
    scopes: ['read'],
    structures: [],
    createdAt: RECORDED_AT,
    createdBy: 'programmazione',
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    secretHash: 'ab'.repeat(32),
  };

  async function withKey() {
    const { store, file, planId } = await storeWithPlan();
    const audit = { kind: 'KEY_CREATED', actor: 'programmazione', body: {} };
    await store.createApiKey(key, { planId, recordedAt: RECORDED_AT, inbox: null, audit });
    return { store, file };
  }

  test('leaves the stamp of its own process as it was', async () => {
    const { store } = await withKey();
    const before = await store.changeStamp();
    await store.noteApiKeyUse(key.id, USED);
    expect((await store.findApiKey(key.id))?.lastUsedAt).toBe(USED.usedAt);
    expect(await store.changeStamp()).toBe(before);
  });

  test('hides no commit, made before, between or after by whichever process', async () => {
    const { store, file } = await withKey();
    const other = await openTestStore(file);
    const stamps = new Set([await store.changeStamp()]);
    const writes = [
      () => other.setSetting('a', '1'),
      () => store.setSetting('a', '2'),
      () => other.setSetting('a', '3'),
      () => store.setSetting('a', '4'),
    ];
    for (const [minute, write] of writes.entries()) {
      const usedAt = `2020-09-14T09:1${minute}:00.000Z`;
      await Promise.all([write(), store.noteApiKeyUse(key.id, { usedAt, unlessAfter: usedAt })]);
      stamps.add(await store.changeStamp());
    }
    expect(stamps.size).toBe(1 + writes.length);
  });

  test('counts for nothing where it is taken back either', async () => {
    const { store, file } = await withKey();
    openRaw(file).exec(
      `CREATE TRIGGER no_notes AFTER UPDATE ON api_keys BEGIN SELECT RAISE(ABORT, 'no notes'); END`,
    );
    const before = await store.changeStamp();
    await expect(store.noteApiKeyUse(key.id, USED)).rejects.toThrow('no notes');
    expect(await store.changeStamp()).toBe(before);
    await store.setSetting('a', '1');
    expect(await store.changeStamp()).not.toBe(before);
  });
});
