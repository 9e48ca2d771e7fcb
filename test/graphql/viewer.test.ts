/** Who asks, and what is theirs; and the trusted queries as the printer answers them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Actor, actorOf, PERMISSIONS } from '../../src/domain/actor.ts';
import { openTestContext, PLANNING_OFFICE, personOf } from '../helpers/context.ts';
import { structureCode } from '../helpers/figures.ts';
import { openApi, operation } from './support.ts';

const REPORTER = actorOf(personOf('referente.osru'));
const HEAD = actorOf(personOf('responsabile.osru'));

/** Everybody was asked, and OSRU's staff left 1.1.3 to their head from tomorrow on. */
async function openArranged() {
  const context = await openTestContext();
  await (await openApi({ context })).ask(operation('ask-check-ins'), { input: { idempotencyKey: 'a' } });
  const { ask } = await openApi({ context, actor: REPORTER });
  const period = { startsOn: '2020-09-15', endsOn: '2020-09-30' };
  const delegation = { of: { items: ['1.1.3'] }, to: 'responsabile.osru', ...period };
  await ask(operation('delegate-items'), { input: { idempotencyKey: 'd', ...delegation } });
  const hours = { hours: { from: '09:00', to: '13:00' }, timeZone: 'Europe/Rome' };
  await ask(operation('set-hours'), { input: { idempotencyKey: 'h', ...hours } });
  return context;
}

describe('a person', () => {
  test('what is theirs to answer, the most urgent first, and what is due', async () => {
    const context = await openArranged();
    const { data, errors } = await (await openApi({ context, actor: REPORTER })).ask(operation('me'), {
      within: 16,
    });
    expect(errors).toEqual([]);
    const { me } = data;
    expect(me).toMatchObject({
      role: 'STAFF',
      permissions: PERMISSIONS.STAFF,
      structures: [{ code: 'OSRU' }],
      rowsOf: null,
      apiKey: null,
    });
    type Own = { readonly because: string; readonly item: { readonly code: string; readonly end: string } };
    const items: readonly Own[] = me.member.items;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ because }) => because === 'STRUCTURE')).toBe(true);
    const due: readonly Own[] = me.member.due;
    expect(due.length).toBeGreaterThan(0);
    expect(due.every(({ item }) => item.end <= '2020-09-30')).toBe(true);
    expect(due.length).toBeLessThan(items.length);
  });

  test('their check-in, by the id that mutations take, until it closes', async () => {
    const context = await openArranged();
    const { ask } = await openApi({ context, actor: REPORTER });
    const { me } = (await ask(operation('me'))).data;
    expect(me.member.checkIns).toMatchObject([{ state: 'OPEN', openedOn: '2020-09-14' }]);
    const [{ id, items }] = me.member.checkIns;
    const skipped = await ask(operation('skip-check-in'), {
      input: { idempotencyKey: 's', checkIn: id, because: 'in ferie' },
    });
    expect(items.length).toBeGreaterThan(0);
    expect(Object.values<{ __typename: string }>(skipped.data)[0]?.__typename).toBe('CheckInSuccess');
    expect((await ask(operation('me'))).data.me.member.checkIns).toMatchObject([{ id, state: 'SKIPPED' }]);
    context.goTo('2020-09-19');
    expect((await ask(operation('me'))).data.me.member.checkIns).toEqual([]);
  });

  test('what is arranged, from either side', async () => {
    const context = await openArranged();
    const giver = (await (await openApi({ context, actor: REPORTER })).ask(operation('me'))).data.me.member;
    const taker = (await (await openApi({ context, actor: HEAD })).ask(operation('me'))).data.me.member;
    const period = { itemCode: '1.1.3', startsOn: '2020-09-15', endsOn: '2020-09-30', holds: false };
    expect(giver.delegationsGiven).toEqual([{ ...period, to: 'Responsabile OSRU' }]);
    expect(giver.delegationsTaken).toEqual([]);
    expect(taker.delegationsTaken).toEqual([{ ...period, from: 'Referente OSRU' }]);
    expect(giver).toMatchObject({
      hours: { from: '09:00', to: '13:00' },
      timeZone: 'Europe/Rome',
      absence: null,
    });
    context.goTo('2020-09-15');
    const today = (await (await openApi({ context, actor: HEAD })).ask(operation('me'))).data.me.member;
    expect(today.items).toMatchObject([
      { because: 'DELEGATED', delegatedBy: 'Referente OSRU', item: { code: '1.1.3' } },
    ]);
  });
});

describe('a program', () => {
  test('its key, and whose rows it reads', async () => {
    const context = await openTestContext();
    const { data } = await (await openApi({ context })).ask(operation('create-api-key'), {
      input: { idempotencyKey: 'k', name: 'Cruscotto OSRU', scopes: ['READ'], structures: ['OSRU'] },
    });
    const { id } = data.createApiKey.key;
    const osru = [structureCode('OSRU')];
    const who: Actor = { key: `key:${id}`, role: 'READER', structures: osru, rowsOf: osru };
    const { me } = (await (await openApi({ context, actor: who })).ask(operation('me'))).data;
    expect(me).toMatchObject({
      role: 'READER',
      permissions: ['READ'],
      rowsOf: [{ code: 'OSRU' }],
      apiKey: { id, name: 'Cruscotto OSRU', scopes: ['READ'], state: 'ACTIVE' },
      member: null,
    });
    const revoked = await (await openApi({ context })).ask(operation('revoke-api-key'), {
      input: { idempotencyKey: 'r', id },
    });
    expect(revoked.data.revokeApiKey).toMatchObject({ key: { id, state: 'REVOKED' } });
  });

  test('a key that is not kept has none to show', async () => {
    const who: Actor = { key: 'key:set-by-configuration', role: 'READER', structures: [] };
    const { me } = (await (await openApi({ actor: who })).ask('{ me { apiKey { id } member { name } } }'))
      .data;
    expect(me).toEqual({ apiKey: null, member: null });
  });
});

describe('as trusted documents, by GET', () => {
  const DOCUMENTS: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(new URL('../../graphql/trusted-documents.json', import.meta.url), 'utf8'),
  );
  const idOf = (file: string): string => encodeURIComponent(DOCUMENTS[file] ?? '');

  test.each(['me', 'due', 'attention', 'missing', 'orphans', 'item-answerers', 'arrangements'])(
    '%s is printed as it is executed',
    async (file) => {
      const context = await openArranged();
      for (const actor of [PLANNING_OFFICE, HEAD]) {
        const api = await openApi({ context, actor });
        const response = await api.fetch(`/graphql?documentId=${idOf(file)}`);
        expect(response.status).toBe(200);
        expect(response.headers.get('etag')).not.toBeNull();
        expect(await response.json()).toEqual({ data: (await api.ask(operation(file))).data });
      }
    },
  );

  test('what is kept of an answer ends with the next arrangement', async () => {
    const context = await openArranged();
    const api = await openApi({ context, actor: REPORTER });
    const read = async () => (await (await api.fetch(`/graphql?documentId=${idOf('me')}`)).json()).data.me;
    expect((await read()).member.absence).toBeNull();
    const input = { idempotencyKey: 'away', from: '2020-09-14', until: '2020-09-18' };
    await api.ask(operation('set-absence'), { input });
    expect((await read()).member.absence).toEqual({ from: '2020-09-14', until: '2020-09-18' });
  });
});
