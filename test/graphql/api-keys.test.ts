/** Keys made, listed and revoked by the API itself; and the API as a program with each kind of key finds it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createAuthenticate } from '../../src/authenticate.ts';
import { DIREZIONE_STAFF, MANAGER } from '../helpers/context.ts';
import { type Api, type ApiOptions, openApi } from './support.ts';

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    __typename
    ... on CreateApiKeySuccess {
      secret duplicate
      key { id name scopes structures state createdAt expiresOn lastUsedAt revokedAt }
    }
    ... on RefusedResult { code field message messageIt }
  }
}`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    __typename
    ... on RevokeApiKeySuccess { duplicate key { id state revokedAt } }
    ... on RefusedResult { code field message }
  }
}`;
const LIST = '{ apiKeys { id name scopes structures state expiresOn lastUsedAt } }';

const wanted = (parts: object = {}) => ({
  idempotencyKey: randomUUID(),
  name: 'Cruscotto',
  scopes: ['READ'],
  ...parts,
});
const create = async (api: Api, parts: object = {}) =>
  (await api.ask(CREATE, { input: wanted(parts) })).data.createApiKey;
const revoke = async (api: Api, input: object) => (await api.ask(REVOKE, { input })).data.revokeApiKey;

test('a key is made, listed without its secret, and revoked', async () => {
  const api = await openApi();
  const made = await create(api, {
    scopes: ['REPORT', 'INTROSPECT'],
    structures: ['osru'],
    expiresOn: '2999-12-31',
  });
  expect(made).toMatchObject({
    __typename: 'CreateApiKeySuccess',
    duplicate: false,
    secret: expect.stringMatching(new RegExp(`^arti_${made.key.id}_[0-9a-f]{64}$`)),
    key: {
      name: 'Cruscotto',
      scopes: ['READ', 'REPORT', 'INTROSPECT'],
      structures: ['OSRU'],
      state: 'ACTIVE',
      expiresOn: '2999-12-31',
      lastUsedAt: null,
      revokedAt: null,
    },
  });
  const listed = await api.ask(LIST);
  expect(listed.data.apiKeys).toEqual([expect.objectContaining({ id: made.key.id, state: 'ACTIVE' })]);
  expect(listed.text).not.toContain(made.secret.slice(-64));
  const input = { idempotencyKey: 'r', id: made.key.id };
  expect(await revoke(api, input)).toMatchObject({ duplicate: false, key: { state: 'REVOKED' } });
  expect(await revoke(api, input)).toMatchObject({ duplicate: true, key: { state: 'REVOKED' } });
  expect(await revoke(api, { ...input, idempotencyKey: 's' })).toMatchObject({ duplicate: true });
  expect((await api.ask(LIST)).data.apiKeys).toMatchObject([{ state: 'REVOKED' }]);
});

test('the same request again answers the same key, and no secret', async () => {
  const api = await openApi();
  const input = { idempotencyKey: 'one', scopes: ['READ', 'INTROSPECT'], expiresOn: '2999-12-31' };
  const first = await create(api, input);
  const again = await create(api, { ...input, structures: null });
  expect(again).toEqual({ ...first, secret: null, duplicate: true });
  expect((await api.ask(LIST)).data.apiKeys).toHaveLength(1);
});

describe('is refused, with the field at fault', () => {
  test.each([
    {
      why: 'no idempotency key',
      parts: { idempotencyKey: ' ' },
      code: 'IDEMPOTENCY_KEY_INVALID',
      field: 'idempotencyKey',
    },
    { why: 'no name', parts: { name: '' }, code: 'KEY_NAME_INVALID', field: 'name' },
    { why: 'a long name', parts: { name: 'a'.repeat(81) }, code: 'KEY_NAME_INVALID', field: 'name' },
    { why: 'no scope', parts: { scopes: [] }, code: 'KEY_SCOPES_INVALID', field: 'scopes' },
    {
      why: 'only the schema',
      parts: { scopes: ['INTROSPECT'] },
      code: 'KEY_SCOPES_INVALID',
      field: 'scopes',
    },
    {
      why: 'an unknown structure',
      parts: { structures: ['X'] },
      code: 'UNKNOWN_STRUCTURE',
      field: 'structures',
    },
    {
      why: 'no structure',
      parts: { scopes: ['REPORT'] },
      code: 'KEY_STRUCTURES_MISSING',
      field: 'structures',
    },
    {
      why: 'a structure too many',
      parts: { scopes: ['ADMINISTER'], structures: ['OSRU'] },
      code: 'KEY_STRUCTURES_UNUSED',
      field: 'structures',
    },
    { why: 'a day gone by', parts: { expiresOn: '2020-01-01' }, code: 'DATE_IN_PAST', field: 'expiresOn' },
  ])('$why: $code', async ({ parts, code, field }) => {
    const api = await openApi();
    expect(await create(api, parts)).toMatchObject({ __typename: 'RefusedResult', code, field });
    expect((await api.ask(LIST)).data.apiKeys).toEqual([]);
  });

  test('a key that there is not', async () => {
    const api = await openApi();
    const refused = await revoke(api, { idempotencyKey: 'r', id: 'k7m3x9qd' });
    expect(refused).toMatchObject({ __typename: 'RefusedResult', code: 'UNKNOWN_KEY', field: 'id' });
  });

  test('an idempotency key of another request, by its own name', async () => {
    const api = await openApi();
    const made = await create(api, { idempotencyKey: 'one' });
    for (const refused of [
      await create(api, { idempotencyKey: 'one', name: 'Altro' }),
      await revoke(api, { idempotencyKey: 'one', id: made.key.id }),
    ]) {
      expect(refused).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' });
      expect(refused.message).toContain('«one»');
    }
  });
});

test.each([MANAGER, DIREZIONE_STAFF])('$role neither makes keys nor reads of them', async (actor) => {
  const api = await openApi({ actor });
  expect(await create(api)).toMatchObject({ code: 'ROLE_MAY_NOT', field: null });
  expect(await revoke(api, { idempotencyKey: 'r', id: 'k7m3x9qd' })).toMatchObject({ code: 'ROLE_MAY_NOT' });
  const { errors, data } = await api.ask(LIST);
  expect(errors[0]?.extensions?.code).toBe('ROLE_MAY_NOT');
  expect(data).toEqual({ apiKeys: null });
});

describe('a program with a key', () => {
  /** The API as those find it who come with a key that `parts` wants. */
  async function openAs(parts: object) {
    const office = await openApi();
    const { secret, key } = await create(office, parts);
    const authenticate = createAuthenticate({
      context: office.context,
      adminKey: null,
      localKey: null,
      verifyToken: null,
      onUseNotNoted: () => undefined,
    });
    const options: ApiOptions = { context: office.context, authenticate };
    const api = await openApi(options);
    const ask = (query: string, variables: object = {}) =>
      api.ask(query, variables, { authorization: `Bearer ${secret}` });
    return { office, ask, key };
  }
  const REPORT = `mutation ($input: ReportStatusInput!) {
    reportStatus(input: $input) { __typename ... on RefusedResult { code } }
  }`;
  const report = (phase: string) => ({ input: { idempotencyKey: phase, phase, percent: 60 } });

  test('that reads, reads and records nothing', async () => {
    const { ask } = await openAs({ scopes: ['READ'] });
    expect((await ask('{ plan { year } }')).data).toEqual({ plan: { year: 2020 } });
    expect((await ask(REPORT, report('1.1.3'))).data.reportStatus.code).toBe('ROLE_MAY_NOT');
    expect((await ask(CREATE, { input: wanted() })).data.createApiKey.code).toBe('ROLE_MAY_NOT');
  });

  test('that reports, does so for its structures alone', async () => {
    const { ask } = await openAs({ scopes: ['REPORT'], structures: ['LAVORO'] });
    expect((await ask(REPORT, report('1.1.3'))).data.reportStatus.code).toBe('NOT_YOURS');
    expect((await ask(REPORT, report('1.1.4'))).data.reportStatus.__typename).toBe('ReportStatusSuccess');
  });

  test('that administers, makes keys; a revoked one is let in no more', async () => {
    const { ask, office, key } = await openAs({ scopes: ['ADMINISTER'] });
    expect((await ask(CREATE, { input: wanted() })).data.createApiKey.secret).toMatch(/^arti_/);
    await revoke(office, { idempotencyKey: 'r', id: key.id });
    const { status, errors } = await ask('{ plan { year } }');
    expect({ status, message: errors[0]?.message }).toEqual({
      status: 401,
      message: expect.stringContaining('revocata'),
    });
  });
});

test('when a key was last used is told by the next answer, also of a query that is asked again and again', async () => {
  const api = await openApi();
  await create(api);
  const [made] = await api.context.store.listApiKeys();
  const lastUse = async () => (await api.ask(LIST)).data.apiKeys[0].lastUsedAt;
  expect([await lastUse(), await lastUse(), await lastUse()]).toEqual([null, null, null]);
  const usedAt = '2020-09-14T09:00:00.000Z';
  await api.context.store.noteApiKeyUse(made?.id ?? '', { usedAt, unlessAfter: usedAt });
  expect([await lastUse(), await lastUse()]).toEqual([usedAt, usedAt]);
});
