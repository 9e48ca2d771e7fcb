import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { listAuditEntries } from '../../src/store/audit.ts';
import { GENESIS_HASH, verifyAuditChain } from '../../src/store/audit-chain.ts';
import { canonicalJson } from '../../src/store/canonical-json.ts';
import { openDatabase } from '../../src/store/database.ts';
import { decision, openTestStore, storeWithPlan } from './support.ts';

const entry = (kind: string, body: Readonly<Record<string, unknown>> = {}) => ({
  kind,
  actor: 'referente.osru',
  body,
});

function entriesOf(file: string) {
  const database = openDatabase({ file });
  const entries = listAuditEntries(database.query);
  database.close();
  return entries;
}

/** The import and four more entries, written by two processes. */
async function history() {
  const { store, planId, file } = await storeWithPlan();
  const other = await openTestStore(file);
  await store.commit(
    decision(planId, { audit: [entry('A', { z: 1, a: [2, { c: null, b: 'è' }] }), entry('B')] }),
  );
  await other.commit(decision(planId, { audit: [entry('C')] }));
  await store.commit(decision(planId, { audit: [entry('D')] }));
  return entriesOf(file);
}

test('the history is one chain, whoever appends', async () => {
  const rows = await history();
  expect(rows.map(({ kind }) => kind)).toEqual(['PLAN_IMPORTED', 'A', 'B', 'C', 'D']);
  expect(rows[0]).toMatchObject({ sequence: 1, previousHash: GENESIS_HASH, actor: 'pianificazione' });
  expect(verifyAuditChain(rows)).toEqual({ intact: true, entries: 5, lastHash: rows.at(-1)?.hash });
  expect(verifyAuditChain([])).toEqual({ intact: true, entries: 0, lastHash: GENESIS_HASH });
});

test('what was changed behind its back is found', async () => {
  const rows = await history();
  const edited = (position: number, change: object) =>
    rows.map((row, i) => (i === position ? { ...row, ...change } : row));
  const cases = [
    { why: 'a body', rows: edited(1, { body: { z: 2 } }), sequence: 2 },
    { why: 'a kind', rows: edited(2, { kind: 'X' }), sequence: 3 },
    { why: 'an instant', rows: edited(3, { recordedAt: '2020-01-01T00:00:00.000Z' }), sequence: 4 },
    { why: 'a hash', rows: edited(3, { hash: '0'.repeat(64) }), sequence: 4 },
    { why: 'a removal', rows: rows.filter(({ sequence }) => sequence !== 3), sequence: 4 },
    { why: 'the first one removed', rows: rows.slice(1), sequence: 2 },
    { why: 'two exchanged', rows: rows.with(1, rows[2]!).with(2, rows[1]!), sequence: 3 },
  ];
  for (const { why, rows: tampered, sequence } of cases) {
    expect(verifyAuditChain(tampered), why).toEqual({ intact: false, sequence });
  }
});

test('what is hashed is the canonical JSON of the whole entry, after the hash before it', async () => {
  for (const { sequence, plan, recordedAt, kind, body, previousHash, hash } of await history()) {
    const text = canonicalJson({ sequence, plan, recordedAt, kind, body });
    expect(createHash('sha256').update(`${previousHash}\n${text}`).digest('hex')).toBe(hash);
  }
});

test('who did it is outside the chain', async () => {
  const rows = await history();
  expect(verifyAuditChain(rows.map((row) => ({ ...row, actor: null })))).toMatchObject({ intact: true });
});

test.each([
  {
    value: { b: 1, a: { d: [3, { f: 1, e: 2 }], c: null } },
    text: '{"a":{"c":null,"d":[3,{"e":2,"f":1}]},"b":1}',
  },
  { value: { a: undefined, b: 'x' }, text: '{"b":"x"}' },
  { value: { 10: 'a', 9: 'b' }, text: '{"9":"b","10":"a"}' },
])('$text', ({ value, text }) => {
  expect(canonicalJson(value)).toBe(text);
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});
