/** Who comes to the API: the keys of the operator, of local mode and of programs, and tokens of people. */
import { describe, expect, test, vi } from 'vitest';
import { createAuthenticate } from '../src/authenticate.ts';
import { addDays } from '../src/domain/dates.ts';
import { createVerifyToken } from '../src/oidc/create-verify-token.ts';
import { StoreFailed } from '../src/services/context.ts';
import { delegateItem } from '../src/services/delegate-item.ts';
import { admitPerson } from '../src/services/keys/admit-person.ts';
import { revokeKey } from '../src/services/keys/revoke-key.ts';
import { ARTI_DIRECTORY, PLANNING_OFFICE, personOf, TODAY } from './helpers/context.ts';
import { phaseCodeOf } from './helpers/figures.ts';
import { startRealProvider } from './oidc/real-provider.ts';
import { type KeysContext, makeKey, NOW, openKeysContext } from './services/keys/keys-context.ts';
import { openTestStore } from './store/support.ts';

const ADMIN_KEY = 'una chiave scelta dal gestore'.replaceAll(' ', '-');
const LOCAL_KEY = `arti_local_${'a0'.repeat(16)}`;

type Options = Partial<Parameters<typeof createAuthenticate>[0]>;

const open = (context: KeysContext, options: Options = {}) => {
  const authenticate = createAuthenticate({
    context,
    adminKey: ADMIN_KEY,
    localKey: LOCAL_KEY,
    verifyToken: null,
    onUseNotNoted: () => undefined,
    ...options,
  });
  return (key: string) => authenticate(`Bearer ${key}`);
};

const refusal = (because: string) => ({ ok: false, because });
/** The key with another secret, as well formed as its own. */
const wrongSecret = (token: string) => token.replace(/.$/, (last) => (last === '0' ? '1' : '0'));

test.each([
  { why: 'the operator', key: ADMIN_KEY, is: { role: 'PLANNING', counted: 'api' } },
  { why: 'local mode', key: LOCAL_KEY, is: { role: 'READER', counted: 'local' } },
])('$why comes with the key that is set', async ({ key, is }) => {
  const context = await openKeysContext();
  const admission = await open(context)(key);
  expect(admission).toMatchObject({
    ok: true,
    caller: { actor: { role: is.role }, counted: is.counted, introspects: true },
  });
  expect(await open(context, { adminKey: null, localKey: null })(key)).toEqual(refusal('UNKNOWN'));
});

describe('a program with a key', () => {
  test('is let in as what the key allows', async () => {
    const context = await openKeysContext();
    const { key, token } = await makeKey(context, {
      scopes: ['report', 'introspect'],
      structures: ['OSRU'],
    });
    expect(await open(context)(token)).toEqual({
      ok: true,
      caller: {
        actor: { key: `key:${key.id}`, role: 'STAFF', structures: ['OSRU'], rowsOf: ['OSRU'] },
        counted: `key:${key.id}`,
        introspects: true,
      },
    });
  });

  test('is told that it expired or was revoked only where its secret is right', async () => {
    const context = await openKeysContext();
    const expiring = await makeKey(context, { expiresOn: TODAY });
    const revoked = await makeKey(context);
    await revokeKey(context, PLANNING_OFFICE, revoked.key.id, null);
    context.setRealNow('2020-09-14T22:00:00.000Z');
    const ask = open(context);
    expect(await ask(expiring.token)).toEqual(refusal('EXPIRED'));
    expect(await ask(revoked.token)).toEqual(refusal('REVOKED'));
    for (const { token } of [expiring, revoked, await makeKey(context)]) {
      expect(await ask(wrongSecret(token))).toEqual(refusal('UNKNOWN'));
    }
    expect(await ask(`arti_k7m3x9qd_${'0'.repeat(64)}`)).toEqual(refusal('UNKNOWN'));
  });

  test('is not let in from the moment that another process revoked its key', async () => {
    const context = await openKeysContext();
    const { key, token } = await makeKey(context);
    const ask = open(context);
    expect((await ask(token)).ok).toBe(true);
    const other = { ...context, store: await openTestStore(context.file) };
    await revokeKey(other, PLANNING_OFFICE, key.id, null);
    expect(await ask(token)).toEqual(refusal('REVOKED'));
  });
});

describe('nothing is looked up for', () => {
  const TOKEN = `arti_k7m3x9qd_${'a0'.repeat(32)}`;

  test.each([
    { why: 'nothing', header: '' },
    { why: 'no key', header: 'Bearer' },
    { why: 'an empty one', header: 'Bearer ' },
    { why: 'another scheme', header: `Basic ${TOKEN}` },
    { why: 'no scheme', header: TOKEN },
    { why: 'two keys', header: `Bearer ${TOKEN} ${TOKEN}` },
    { why: 'two headers in one', header: `Bearer ${TOKEN}, Bearer ${TOKEN}` },
    { why: 'a line break', header: `Bearer ${TOKEN}\r\nx: y` },
    { why: 'a null', header: `Bearer ${TOKEN}\0` },
    { why: 'a key that is too long', header: `Bearer ${TOKEN}0` },
    { why: 'a megabyte', header: `Bearer ${'a'.repeat(1_000_000)}` },
    { why: 'a megabyte of spaces', header: `Bearer${' '.repeat(1_000_000)}` },
    { why: 'letters of other scripts', header: `Bearer ${TOKEN.replace('a', 'а')}` },
    { why: 'a token of people, of whom nobody vouches', header: 'Bearer e30.e30.AAAA' },
    { why: 'the name of a property', header: 'Bearer __proto__' },
  ])('$why', async ({ header }) => {
    const context = await openKeysContext();
    const looked = vi.spyOn(context.store, 'findApiKey');
    const people = vi.spyOn(context.store, 'listPeople');
    const authenticate = createAuthenticate({
      context,
      adminKey: ADMIN_KEY,
      localKey: LOCAL_KEY,
      verifyToken: null,
      onUseNotNoted: () => undefined,
    });
    expect(await authenticate(header)).toEqual(refusal('UNKNOWN'));
    expect(looked).not.toHaveBeenCalled();
    expect(people).not.toHaveBeenCalled();
  });

  test('no header at all, which is told apart', async () => {
    const context = await openKeysContext();
    const authenticate = createAuthenticate({
      context,
      adminKey: null,
      localKey: null,
      verifyToken: null,
      onUseNotNoted: () => undefined,
    });
    expect(await authenticate(null)).toEqual(refusal('MISSING'));
  });
});

describe('the last use of a key', () => {
  const lastUse = async ({ store }: KeysContext, id: string) => (await store.findApiKey(id))?.lastUsedAt;

  test('is noted once a minute, after the request', async () => {
    const context = await openKeysContext();
    const { key, token } = await makeKey(context);
    const noted = vi.spyOn(context.store, 'noteApiKeyUse');
    const ask = open(context);
    await ask(token);
    expect(noted).not.toHaveBeenCalled();
    await vi.waitFor(async () => expect(await lastUse(context, key.id)).toBe(NOW));
    context.setRealNow('2020-09-14T08:00:59.999Z');
    await ask(token);
    await new Promise((resolve) => setImmediate(resolve));
    expect(noted).toHaveBeenCalledTimes(1);
    context.setRealNow('2020-09-14T08:01:00.000Z');
    await ask(token);
    await vi.waitFor(async () => expect(await lastUse(context, key.id)).toBe('2020-09-14T08:01:00.000Z'));
  });

  test('is not noted of a key that is not let in', async () => {
    const context = await openKeysContext();
    const { token } = await makeKey(context);
    const noted = vi.spyOn(context.store, 'noteApiKeyUse');
    await open(context)(wrongSecret(token));
    await new Promise((resolve) => setImmediate(resolve));
    expect(noted).not.toHaveBeenCalled();
  });

  test('is not put back by a process that was slower', async () => {
    const context = await openKeysContext();
    const { key } = await makeKey(context);
    const use = (usedAt: string, unlessAfter: string) =>
      context.store.noteApiKeyUse(key.id, { usedAt, unlessAfter });
    await use('2020-09-14T08:05:00.000Z', '2020-09-14T08:04:00.000Z');
    await use('2020-09-14T08:05:30.000Z', '2020-09-14T08:04:30.000Z');
    expect(await lastUse(context, key.id)).toBe('2020-09-14T08:05:00.000Z');
    // The clock was set back: what lies ahead would stand for hours.
    await use('2020-09-14T07:00:00.000Z', '2020-09-14T06:59:00.000Z');
    expect(await lastUse(context, key.id)).toBe('2020-09-14T07:00:00.000Z');
  });

  test('that the disk does not take is told, once a minute, and stops nobody', async () => {
    const context = await openKeysContext();
    const { token } = await makeKey(context);
    const failure = new StoreFailed('SQLITE_FULL', null);
    const noted = vi.spyOn(context.store, 'noteApiKeyUse').mockRejectedValue(failure);
    const failures: unknown[] = [];
    const ask = open(context, { onUseNotNoted: (error) => failures.push(error) });
    expect((await ask(token)).ok).toBe(true);
    expect((await ask(token)).ok).toBe(true);
    await vi.waitFor(() => expect(failures).toEqual([failure]));
    expect(noted).toHaveBeenCalledTimes(1);
  });
});

describe('a person with a token of the identity provider', () => {
  async function start() {
    const context = await openKeysContext();
    const provider = await startRealProvider();
    const verifyToken = createVerifyToken(provider.settings, { onUnavailable: () => undefined });
    const ask = open(context, { verifyToken });
    const as = async (email: string) => ask(await provider.token({ claims: { email } }));
    return { context, provider, ask, as };
  }

  test('does what they do in Slack', async () => {
    const { as } = await start();
    const { email, structures } = personOf('referente.osru');
    expect(await as(email.toUpperCase())).toEqual({
      ok: true,
      caller: {
        actor: { key: 'referente.osru', role: 'STAFF', structures, delegated: [] },
        counted: 'person:referente.osru',
        introspects: false,
      },
    });
    const office = await as(personOf('programmazione').email);
    expect(office).toMatchObject({ ok: true, caller: { actor: { role: 'PLANNING' }, introspects: true } });
  });

  test('with what was delegated to them', async () => {
    const { as, context } = await start();
    const item = phaseCodeOf('1.1.3');
    const { email, key } = personOf('referente.osru');
    const period = { startsOn: TODAY, endsOn: addDays(TODAY, 3) };
    const from = personOf('referente.direzione').key;
    const delegated = await delegateItem(context, PLANNING_OFFICE, { item, from, to: key, ...period }, null);
    expect(delegated).toMatchObject({ ok: true });
    expect(await as(email)).toMatchObject({ caller: { actor: { delegated: [item] } } });
  });

  test.each([
    { why: 'nobody of the directory', email: 'nessuno@arti.example' },
    { why: 'no address', email: 'programmazione' },
    { why: 'an empty one', email: '' },
    { why: 'a name within a longer one', email: `x${ARTI_DIRECTORY.people[0]?.email}` },
    { why: 'a letter that only looks the same', email: 'programmazi\u043ene@arti.example' },
  ])('is not let in: $why', async ({ email }) => {
    const { as } = await start();
    expect(await as(email)).toEqual(refusal('UNKNOWN'));
  });

  test('is not let in by a letter that becomes theirs when it is made small', async () => {
    const people = [{ ...personOf('programmazione'), email: 'kappa@arti.example' }];
    const context = await openKeysContext({ directory: { ...ARTI_DIRECTORY, people } });
    expect(await admitPerson(context, 'KAPPA@arti.example')).toMatchObject({ ok: true });
    // The sign of the kelvin, in small letters, is a k.
    expect(await admitPerson(context, '\u212Aappa@arti.example')).toEqual(refusal('UNKNOWN'));
  });

  test('waits while the provider cannot be asked, and programs go on', async () => {
    const { provider, ask, context } = await start();
    const { token } = await makeKey(context);
    const ofPerson = await provider.token({ claims: { email: personOf('programmazione').email } });
    provider.behave('BADLY');
    expect(await ask(ofPerson)).toEqual(refusal('UNAVAILABLE'));
    expect((await ask(token)).ok).toBe(true);
    expect((await ask(ADMIN_KEY)).ok).toBe(true);
  });
});
