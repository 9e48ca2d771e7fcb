/** Signing in over a port: the link, the cookie, the API by the cookie, and how a session ends. */
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import ids from '../../../graphql/trusted-documents.json' with { type: 'json' };
import { createAuthenticate } from '../../../src/authenticate.ts';
import { createGraphqlHandler } from '../../../src/graphql/create-graphql-handler.ts';
import { documentId } from '../../../src/graphql/documents/trusted-documents.ts';
import { keepAdmissions } from '../../../src/keep-admissions.ts';
import { createSignInLink } from '../../../src/services/sessions/create-sign-in-link.ts';
import { endOwnSessions, revokeSessions } from '../../../src/services/sessions/end-sessions.ts';
import { createWebServer } from '../../../src/web/server.ts';
import { createSessionRequests } from '../../../src/web/sessions/session-requests.ts';
import { createSessionRoutes } from '../../../src/web/sessions/session-routes.ts';
import { operation } from '../../graphql/support.ts';
import { ARTI_DIRECTORY, MANAGER, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { openKeysContext } from '../../services/keys/keys-context.ts';
import { openTestStore } from '../../store/support.ts';

const OSRU_PERSON = ARTI_DIRECTORY.people.find(({ role }) => role === 'STAFF') ?? personOf('programmazione');
const ORIGIN = 'https://arti.example';

async function serve({ isPublic = false } = {}) {
  const context = { ...(await openKeysContext()), dashboardUrl: () => ORIGIN };
  const requests = createSessionRequests(context.dashboardUrl);
  const authenticate = keepAdmissions({
    authenticate: createAuthenticate({
      context,
      adminKey: null,
      localKey: null,
      verifyToken: null,
      isPublic,
      onUseNotNoted: () => undefined,
    }),
    context,
    now: () => context.realNow().getTime(),
  });
  const api = createGraphqlHandler({
    context,
    authenticate,
    sessions: requests,
    language: 'it',
    playground: null,
    logger: { error: () => undefined },
    now: () => context.realNow().getTime(),
  });
  const routes = createSessionRoutes({ context, language: 'it', requests });
  const nothing = async () => undefined;
  const server = createWebServer({
    ready: async () => ({ ready: true }),
    graphql: async (request, response) => {
      await routes.renew(request, response);
      return api.handle(request, response);
    },
    session: routes.handle,
    metrics: nothing,
    slack: nothing,
    workspace: null,
    dashboard: async () => false,
    slackPaths: [],
    onError: () => undefined,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const [cookie = null] = response.headers.get('set-cookie')?.split(';') ?? [];
    return {
      status: response.status,
      cookie,
      text,
      json: text === '' ? null : JSON.parse(text),
      headers: response.headers,
    };
  };
  const json = { 'content-type': 'application/json', origin: ORIGIN };
  const link = async (person = OSRU_PERSON) =>
    (await createSignInLink(context, person))?.replace(`${ORIGIN}/sign-in#`, '') ?? '';
  const enter = (token: string, headers: Record<string, string> = {}) =>
    send('/session', { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ token }) });
  return {
    context,
    send,
    link,
    enter,
    signIn: async (person = OSRU_PERSON) => (await enter(await link(person))).cookie ?? '',
    me: (cookie: string) => send('/session', { headers: { cookie } }),
    /** By a trusted document, as the page asks. */
    read: (headers: Record<string, string>, name = 'me') =>
      send(`/graphql?documentId=${encodeURIComponent(documentId(operation(name)))}`, { headers }),
    ask: (id: string, variables: object) =>
      send('/graphql', {
        method: 'POST',
        // Subscriptions come as events alone: they are refused here.
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ documentId: id, variables }),
      }),
    post: (headers: Record<string, string>, query = '{ today }') =>
      send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      }),
  };
}

test('a link opens a session, by which the API is asked as the person', async () => {
  const { enter, link, me, read } = await serve();
  const entered = await enter(await link());
  expect(entered).toMatchObject({ status: 200, json: { name: OSRU_PERSON.name, role: 'STAFF' } });
  expect(entered.headers.get('set-cookie')).toMatch(
    /^__Host-arti_session=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure$/,
  );
  const cookie = entered.cookie ?? '';
  expect((await me(cookie)).json).toEqual({
    key: OSRU_PERSON.key,
    name: OSRU_PERSON.name,
    role: 'STAFF',
    until: '2020-09-14T20:00:00.000Z',
  });
  expect(await read({ cookie })).toMatchObject({
    status: 200,
    json: { data: { me: { role: 'STAFF', member: { name: OSRU_PERSON.name } } } },
  });
});

describe('a link that opens nothing says why, in both languages', () => {
  test('used', async () => {
    const { enter, link } = await serve();
    const token = await link();
    const both = await Promise.all([enter(token), enter(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    const { json, cookie } = await enter(token);
    expect(json).toMatchObject({ code: 'LINK_USED' });
    expect(json.messageIt).toContain('/arti cruscotto');
    expect(json.messageEn).toContain('/arti dashboard');
    expect(cookie).toBeNull();
  });

  test('expired', async () => {
    const { enter, link, context } = await serve();
    const token = await link();
    context.setRealNow('2020-09-14T08:05:00.000Z');
    expect(await enter(token)).toMatchObject({ status: 410, json: { code: 'LINK_EXPIRED' } });
  });

  test.each(['a'.repeat(43), '', 'x'])('unknown: %s', async (token) => {
    const { enter } = await serve();
    expect(await enter(token)).toMatchObject({ status: 404, json: { code: 'LINK_UNKNOWN' } });
  });

  test('of somebody who left meanwhile', async () => {
    const { enter, link, context } = await serve();
    const token = await link();
    await context.store.replaceDirectory({
      ...ARTI_DIRECTORY,
      people: ARTI_DIRECTORY.people.filter((each) => each.key !== OSRU_PERSON.key),
    });
    expect(await enter(token)).toMatchObject({ status: 403, json: { code: 'LINK_GONE' } });
  });
});

describe('what another site makes a browser send', () => {
  test('uses up no link', async () => {
    const { enter, link } = await serve();
    const token = await link();
    expect(await enter(token, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await enter(token, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    expect(await enter(token, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await enter(token)).toMatchObject({ status: 200 });
  });

  test('changes nothing and ends nothing', async () => {
    const { signIn, post, send, me } = await serve();
    const cookie = await signIn();
    expect(await post({ cookie, origin: ORIGIN })).toMatchObject({ status: 200 });
    for (const headers of [{ cookie }, { cookie, origin: 'https://evil.example' }]) {
      const { status, json } = await post(headers);
      expect([status, json.errors[0].extensions.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
      expect(await send('/session', { method: 'DELETE', headers })).toMatchObject({ status: 403 });
    }
    expect((await me(cookie)).status).toBe(200);
  });

  test('cannot stand for a cookie in another header', async () => {
    const { signIn, post } = await serve();
    const secret = (await signIn()).split('=')[1] ?? '';
    expect(await post({ authorization: `session ${secret}` })).toMatchObject({ status: 401 });
    expect(await post({ authorization: `Bearer ${secret}` })).toMatchObject({ status: 401 });
  });
});

describe('a session ends', () => {
  test('by signing out', async () => {
    const { signIn, send, me, read } = await serve();
    const cookie = await signIn();
    expect((await read({ cookie })).status).toBe(200);
    const out = await send('/session', { method: 'DELETE', headers: { cookie, origin: ORIGIN } });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await me(cookie)).status).toBe(401);
    const { status, json } = await read({ cookie });
    expect([status, json.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(json.errors[0].extensions.messageEn).toContain('/arti dashboard');
  });

  test('at once when it is revoked, by another process too', async () => {
    const { signIn, read, context } = await serve();
    const cookie = await signIn();
    expect((await read({ cookie })).status).toBe(200);
    const elsewhere = { ...context, store: await openTestStore(context.file) };
    expect(await revokeSessions(elsewhere, MANAGER, OSRU_PERSON)).toMatchObject({ ok: false });
    expect((await read({ cookie })).status).toBe(200);
    expect(await revokeSessions(elsewhere, PLANNING_OFFICE, OSRU_PERSON)).toEqual({ ok: true, value: 1 });
    expect((await read({ cookie })).status).toBe(401);
    expect(context.audit().at(-1)).toMatchObject({ kind: 'SESSIONS_REVOKED' });
  });

  test('with all others of the person, and the links not used yet', async () => {
    const { signIn, link, enter, me, context } = await serve();
    const [one, other, planning] = [await signIn(), await signIn(), await signIn(personOf('programmazione'))];
    const token = await link();
    expect(await endOwnSessions(context, OSRU_PERSON)).toBe(2);
    expect([(await me(one)).status, (await me(other)).status]).toEqual([401, 401]);
    expect(await enter(token)).toMatchObject({ status: 410 });
    expect((await me(planning)).status).toBe(200);
  });

  test('when the person leaves, and for good', async () => {
    const { signIn, read, context } = await serve();
    const cookie = await signIn();
    expect((await read({ cookie })).status).toBe(200);
    const people = ARTI_DIRECTORY.people.filter(({ key }) => key !== OSRU_PERSON.key);
    await context.store.replaceDirectory({ ...ARTI_DIRECTORY, people });
    expect((await read({ cookie })).status).toBe(401);
    await context.store.replaceDirectory(ARTI_DIRECTORY);
    expect((await read({ cookie })).status).toBe(401);
  });

  test('when it is not used, and not while it is', async () => {
    const { signIn, me, read, context } = await serve();
    const cookie = await signIn();
    context.setRealNow('2020-09-14T19:00:00.000Z');
    expect((await read({ cookie })).status).toBe(200);
    await new Promise((resolve) => setImmediate(resolve));
    context.setRealNow('2020-09-15T06:59:00.000Z');
    expect((await me(cookie)).status).toBe(200);
    context.setRealNow('2020-09-15T07:00:00.000Z');
    expect((await me(cookie)).status).toBe(401);
  });

  test('for whoever signs in as somebody else in the same browser', async () => {
    const { signIn, link, enter, me } = await serve();
    const before = await signIn();
    const { cookie } = await enter(await link(personOf('programmazione')), { cookie: before });
    expect((await me(before)).status).toBe(401);
    expect((await me(cookie ?? '')).json).toMatchObject({ role: 'PLANNING' });
  });
});

test('after a day the browser is given another secret, and the former one is taken for a minute', async () => {
  const { signIn, read, context } = await serve();
  const cookie = await signIn();
  for (const instant of ['2020-09-14T19:00:00.000Z', '2020-09-15T06:00:00.000Z']) {
    context.setRealNow(instant);
    expect((await read({ cookie })).cookie).toBeNull();
    await new Promise((resolve) => setImmediate(resolve));
  }
  context.setRealNow('2020-09-15T09:00:00.000Z');
  const renewed = await read({ cookie });
  expect(renewed.status).toBe(200);
  expect(renewed.cookie).toMatch(/^__Host-arti_session=[\w-]{43}$/);
  expect(renewed.cookie).not.toBe(cookie);
  context.setRealNow('2020-09-15T09:00:59.000Z');
  expect((await read({ cookie })).status).toBe(200);
  context.setRealNow('2020-09-15T09:01:01.000Z');
  expect((await read({ cookie })).status).toBe(401);
  expect((await read({ cookie: renewed.cookie ?? '' })).status).toBe(200);
});

test('to sign in ends no answer that is kept, to sign out does', async () => {
  const { signIn, context } = await serve();
  const before = await context.store.changeStamp();
  await signIn();
  expect(await context.store.changeStamp()).toBe(before);
  await endOwnSessions(context, OSRU_PERSON);
  expect(await context.store.changeStamp()).not.toBe(before);
});

describe('in public mode', () => {
  test('no trusted document names anybody of the directory', async () => {
    const { ask } = await serve({ isPublic: true });
    let answered = 0;
    for (const id of Object.values(ids)) {
      const { text, status } = await ask(id, {
        year: 2020,
        code: '1.1',
        goal: '1.1',
        structure: 'OSRU',
        item: '1.1.1',
      });
      if (status === 200) answered += 1;
      for (const { name, email, key } of ARTI_DIRECTORY.people) {
        for (const said of [`"${name}"`, email, `"${key}"`]) expect(text, id).not.toContain(said);
      }
    }
    expect(answered).toBeGreaterThan(10);
  });

  test('anybody may ask for trusted documents, and nothing of their own', async () => {
    const { read, post } = await serve({ isPublic: true });
    expect(await read({}, 'plan-overview')).toMatchObject({
      status: 200,
      json: { data: { plan: { weightBps: 8600 } } },
    });
    expect((await post({})).status).toBe(401);
    expect((await (await serve()).read({}, 'plan-overview')).status).toBe(401);
  });

  test('whose session has ended reads on as anybody, and is told when they send something', async () => {
    const { signIn, read, post, context } = await serve({ isPublic: true });
    const cookie = await signIn();
    await endOwnSessions(context, OSRU_PERSON);
    expect((await read({ cookie }, 'plan-overview')).status).toBe(200);
    const { status, json } = await post({ cookie, origin: ORIGIN });
    expect([status, json.errors[0].extensions.messageEn]).toEqual([401, expect.stringContaining('session')]);
  });
});
