/** Keys made, listed and revoked: once each, by whom it may, and with nothing left of their secret. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import type { InboxKey } from '../../../src/services/find-repeat.ts';
import { createKey, type GivenKey } from '../../../src/services/keys/create-key.ts';
import { listKeys } from '../../../src/services/keys/list-keys.ts';
import { revokeKey } from '../../../src/services/keys/revoke-key.ts';
import { codeOf, DIREZIONE_STAFF, MANAGER, openTestContext, PLANNING_OFFICE } from '../../helpers/context.ts';
import { openRaw, openTestStore } from '../../store/support.ts';
import { given, makeKey, NOW, openKeysContext } from './keys-context.ts';

const inbox = (key: string, fingerprint = 'f'): InboxKey => ({ key: `graphql/a/${key}`, fingerprint });

describe('a key is made', () => {
  test('as it is wanted, with what its scopes imply', async () => {
    const context = await openKeysContext();
    const wanted = { name: ' Dati  OSRU ', scopes: ['Report'], structures: ['osru', 'OSRU'] };
    const { key, token, duplicate } = await makeKey(context, {
      ...wanted,
      expiresOn: isoDate('2027-12-31'),
    });
    expect(token).toMatch(new RegExp(`^arti_${key.id}_[0-9a-f]{64}$`));
    expect(duplicate).toBe(false);
    const expected = {
      id: expect.stringMatching(/^[a-z2-9]{8}$/),
      name: 'Dati OSRU',
      scopes: ['read', 'report'],
      structures: ['OSRU'],
      createdAt: NOW,
      createdBy: PLANNING_OFFICE.key,
      expiresAt: '2027-12-31T23:00:00.000Z',
      expiresOn: '2027-12-31',
      lastUsedAt: null,
      revokedAt: null,
      state: 'ACTIVE',
    };
    expect(key).toEqual(expected);
    expect(await listKeys(context, PLANNING_OFFICE)).toEqual({ ok: true, value: [expected] });
  });

  test('and its secret is nowhere: neither in the database, nor in its log, nor in the history', async () => {
    const context = await openKeysContext();
    const { token } = await makeKey(context, { name: 'Segreta' });
    const secret = token.slice(-64);
    for (const suffix of ['', '-wal']) {
      expect(readFileSync(`${context.file}${suffix}`).includes(secret), suffix).toBe(false);
    }
    const said = JSON.stringify(context.audit().map(({ kind, body }) => ({ kind, body })));
    expect(said).not.toMatch(/Segreta|[0-9a-f]{64}/);
    expect(context.messages()).toEqual([]);
  });

  test('with one entry in the history, and a new version of what is kept by it', async () => {
    const context = await openKeysContext();
    const before = await context.store.planVersion(context.planId);
    const { key } = await makeKey(context);
    expect(context.audit().map(({ kind, actor, body }) => ({ kind, actor, body }))).toEqual([
      {
        kind: 'KEY_CREATED',
        actor: PLANNING_OFFICE.key,
        body: { key: key.id, scopes: ['read'], structures: [], expiresOn: null },
      },
    ]);
    expect(await context.store.planVersion(context.planId)).toBe(before + 1);
  });

  test.each<{ why: string; parts: Partial<GivenKey>; code: string }>([
    { why: 'no name', parts: { name: ' ' }, code: 'KEY_NAME_INVALID' },
    { why: 'a scope that is none', parts: { scopes: ['read', 'write'] }, code: 'KEY_SCOPES_INVALID' },
    { why: 'no scope', parts: { scopes: [] }, code: 'KEY_SCOPES_INVALID' },
    { why: 'a structure of no plan', parts: { structures: ['OSRU', 'X'] }, code: 'UNKNOWN_STRUCTURE' },
    { why: 'reports for nobody', parts: { scopes: ['report'] }, code: 'KEY_STRUCTURES_MISSING' },
    {
      why: 'administers for one',
      parts: { scopes: ['administer'], structures: ['OSRU'] },
      code: 'KEY_STRUCTURES_UNUSED',
    },
    { why: 'has expired', parts: { expiresOn: isoDate('2020-09-13') }, code: 'DATE_IN_PAST' },
  ])('but not: $why', async ({ parts, code }) => {
    const context = await openKeysContext();
    expect(codeOf(await createKey(context, PLANNING_OFFICE, given(parts), null))).toBe(code);
    expect(await context.store.listApiKeys()).toEqual([]);
    expect(context.audit()).toEqual([]);
  });

  test('by the real day, whatever day is simulated', async () => {
    const context = await openKeysContext();
    context.goTo('2020-12-01');
    expect((await makeKey(context, { expiresOn: isoDate('2020-09-14') })).key.state).toBe('ACTIVE');
    context.setRealNow('2020-09-14T22:00:00.000Z');
    expect(await listKeys(context, PLANNING_OFFICE)).toMatchObject({ value: [{ state: 'EXPIRED' }] });
  });
});

describe('the same request again', () => {
  test('makes no second key, and shows no secret', async () => {
    const context = await openKeysContext();
    const first = await createKey(context, PLANNING_OFFICE, given(), inbox('1'));
    const again = await createKey(context, PLANNING_OFFICE, given(), inbox('1'));
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(again.value).toEqual({ ...first.value, token: null, duplicate: true });
    expect(await context.store.listApiKeys()).toHaveLength(1);
    expect(context.audit()).toHaveLength(1);
  });

  test('answers so too where it would be refused by now', async () => {
    const context = await openKeysContext();
    const wanted = given({ expiresOn: isoDate('2020-09-14') });
    await createKey(context, PLANNING_OFFICE, wanted, inbox('1'));
    context.setRealNow('2020-09-20T08:00:00.000Z');
    const again = await createKey(context, PLANNING_OFFICE, wanted, inbox('1'));
    expect(again).toMatchObject({ ok: true, value: { duplicate: true, key: { state: 'EXPIRED' } } });
  });

  test('at once, from two processes, makes one', async () => {
    const context = await openKeysContext();
    const other = { ...context, store: await openTestStore(context.file) };
    const made = await Promise.all([
      createKey(context, PLANNING_OFFICE, given(), inbox('1')),
      createKey(other, PLANNING_OFFICE, given(), inbox('1')),
    ]);
    const keys = made.map((each) => (each.ok ? each.value : null));
    expect(keys[0]?.key.id).toBe(keys[1]?.key.id);
    expect(keys.filter((each) => each?.token !== null)).toHaveLength(1);
    expect(context.audit()).toHaveLength(1);
  });

  test('with something else in it is refused, whatever the first one did', async () => {
    const context = await openKeysContext();
    const { key } = await makeKey(context);
    await createKey(context, PLANNING_OFFICE, given(), inbox('1'));
    expect(codeOf(await createKey(context, PLANNING_OFFICE, given(), inbox('1', 'g')))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(codeOf(await revokeKey(context, PLANNING_OFFICE, key.id, inbox('1', 'h')))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await context.store.findApiKey(key.id))?.revokedAt).toBeNull();
  });
});

describe('a key is revoked', () => {
  test('once, with one entry in the history, however often and from wherever', async () => {
    const context = await openKeysContext();
    const other = { ...context, store: await openTestStore(context.file) };
    const { key } = await makeKey(context);
    const revoked = await Promise.all([
      revokeKey(context, PLANNING_OFFICE, key.id, inbox('1')),
      revokeKey(other, PLANNING_OFFICE, key.id, inbox('2')),
      revokeKey(other, PLANNING_OFFICE, key.id, inbox('1')),
    ]);
    expect(revoked.map((each) => each.ok && each.value.duplicate).sort()).toEqual([false, true, true]);
    context.setRealNow('2020-09-15T08:00:00.000Z');
    const late = await revokeKey(context, PLANNING_OFFICE, key.id, null);
    expect(late).toMatchObject({ value: { duplicate: true, key: { state: 'REVOKED', revokedAt: NOW } } });
    expect(context.audit().map(({ kind, body }) => ({ kind, body }))).toEqual([
      expect.objectContaining({ kind: 'KEY_CREATED' }),
      { kind: 'KEY_REVOKED', body: { key: key.id } },
    ]);
  });

  test.each([
    { why: 'all of the key', write: (token: string) => token },
    { why: 'its beginning, in capitals', write: (token: string) => token.slice(0, 13).toUpperCase() },
    { why: 'spaces round its id', write: (token: string) => ` ${token.slice(5, 13)} ` },
  ])('by whoever writes $why', async ({ write }) => {
    const context = await openKeysContext();
    const { token } = await makeKey(context);
    expect(await revokeKey(context, PLANNING_OFFICE, write(token), null)).toMatchObject({ ok: true });
  });

  test('but not one that there is not, and what was written is not said again', async () => {
    const context = await openKeysContext();
    const answer = await revokeKey(context, PLANNING_OFFICE, `arti_k7m3x9qd_${'0'.repeat(63)}`, null);
    expect(answer).toEqual({ ok: false, refusal: { code: 'UNKNOWN_KEY', given: 'k7m3x9qd' } });
  });
});

test.each([MANAGER, DIREZIONE_STAFF])('$role does none of it', async (actor) => {
  const context = await openKeysContext();
  const { key } = await makeKey(context);
  const before = JSON.stringify(await context.store.listApiKeys());
  expect(codeOf(await createKey(context, actor, given(), null))).toBe('ROLE_MAY_NOT');
  expect(codeOf(await listKeys(context, actor))).toBe('ROLE_MAY_NOT');
  expect(codeOf(await revokeKey(context, actor, key.id, null))).toBe('ROLE_MAY_NOT');
  expect(JSON.stringify(await context.store.listApiKeys())).toBe(before);
});

test('what is kept of a secret is its hash', async () => {
  const context = await openTestContext();
  const { key, token } = await makeKey(context);
  const row = openRaw(context.file).prepare('SELECT * FROM api_keys WHERE id = ?').get(key.id);
  expect(row).toMatchObject({ secret_hash: expect.stringMatching(/^[0-9a-f]{64}$/), name: 'Cruscotto' });
  expect(JSON.stringify(row)).not.toContain(token.slice(-64));
});
