/** Keys as they are kept: looked up by an index, and written with their entry in the history or not at all. */
import { describe, expect, test } from 'vitest';
import type { StoredApiKey } from '../../src/store/port.ts';
import { openRaw, openTestStore, RECORDED_AT, storeWithPlan } from './support.ts';

const key = (id: string, parts: Partial<StoredApiKey> = {}): StoredApiKey => ({
  id,
  name: 'Cruscotto',
  scopes: ['read', 'introspect'],
  structures: [],
  createdAt: RECORDED_AT,
  createdBy: 'programmazione',
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  secretHash: 'ab'.repeat(32),
  ...parts,
});

const request = (planId: number, inboxKey: string | null = null) => ({
  planId,
  recordedAt: RECORDED_AT,
  inbox: inboxKey === null ? null : { key: inboxKey, fingerprint: 'f' },
  audit: { kind: 'KEY_CREATED', actor: 'programmazione', body: {} },
});

const entriesIn = (file: string) =>
  openRaw(file).prepare('SELECT count(*) FROM audit_entries').pluck().get() as number;

test('a key is read back as it was written', async () => {
  const { store, planId } = await storeWithPlan();
  const kept = key('k7m3x9qd', { structures: ['OSRU' as never], expiresAt: RECORDED_AT });
  expect(await store.createApiKey(kept, request(planId, 'one'))).toBe('CREATED');
  expect(await store.findApiKey(kept.id)).toEqual(kept);
  const { secretHash: _, ...shown } = kept;
  expect(await store.listApiKeys()).toEqual([shown]);
  expect(await store.findApiKeyMadeBy('one')).toEqual(shown);
  expect(await store.findApiKeyMadeBy('two')).toBeUndefined();
  expect(await store.findApiKey('K7M3X9QD')).toBeUndefined();
});

test('the newest stand first', async () => {
  const { store, planId } = await storeWithPlan();
  for (const [id, createdAt] of [
    ['b', '2020-09-14T08:00:00.000Z'],
    ['c', '2020-09-15T08:00:00.000Z'],
    ['a', '2020-09-14T08:00:00.000Z'],
  ] as const) {
    await store.createApiKey(key(id, { createdAt }), request(planId));
  }
  expect((await store.listApiKeys()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

describe('what is not written leaves nothing', () => {
  test('an id that another key has', async () => {
    const { store, planId, file } = await storeWithPlan();
    await store.createApiKey(key('k7m3x9qd'), request(planId));
    const before = entriesIn(file);
    expect(await store.createApiKey(key('k7m3x9qd', { name: 'Altra' }), request(planId, 'two'))).toBe(
      'ID_TAKEN',
    );
    expect(entriesIn(file)).toBe(before);
    expect(await store.findCommitted('two')).toBeUndefined();
    expect((await store.findApiKey('k7m3x9qd'))?.name).toBe('Cruscotto');
  });

  test('an entry that the history does not take', async () => {
    const { store, file } = await storeWithPlan();
    const before = entriesIn(file);
    await expect(store.createApiKey(key('k7m3x9qd'), request(99))).rejects.toThrow();
    expect(await store.listApiKeys()).toEqual([]);
    expect(entriesIn(file)).toBe(before);
  });

  test('a request that came before', async () => {
    const { store, planId } = await storeWithPlan();
    await store.createApiKey(key('a'), request(planId, 'one'));
    expect(await store.createApiKey(key('b'), request(planId, 'one'))).toBe('DUPLICATE');
    expect(await store.revokeApiKey('a', RECORDED_AT, request(planId, 'one'))).toBe('DUPLICATE');
    const other = { ...request(planId), inbox: { key: 'one', fingerprint: 'g' } };
    expect(await store.createApiKey(key('b'), other)).toBe('KEY_REUSED');
    expect(await store.revokeApiKey('a', RECORDED_AT, other)).toBe('KEY_REUSED');
    expect((await store.findApiKey('a'))?.revokedAt).toBeNull();
  });
});

test('a revocation stands as it was first written, and another process sees it at once', async () => {
  const { store, planId, file } = await storeWithPlan();
  const other = await openTestStore(file);
  await store.createApiKey(key('a'), request(planId));
  expect(await store.revokeApiKey('b', RECORDED_AT, request(planId))).toBe('UNKNOWN');
  expect(await store.revokeApiKey('a', RECORDED_AT, request(planId))).toBe('REVOKED');
  expect((await other.findApiKey('a'))?.revokedAt).toBe(RECORDED_AT);
  expect(await other.revokeApiKey('a', '2021-01-01T00:00:00.000Z', request(planId))).toBe('REVOKED_BEFORE');
  expect((await store.findApiKey('a'))?.revokedAt).toBe(RECORDED_AT);
});

test('a key is looked up by an index, however many there are', async () => {
  const { file } = await storeWithPlan();
  const plan = openRaw(file).prepare('EXPLAIN QUERY PLAN SELECT * FROM api_keys WHERE id = ?').all('a');
  expect(plan).toEqual([expect.objectContaining({ detail: expect.stringMatching(/^SEARCH .*INDEX/) })]);
});
