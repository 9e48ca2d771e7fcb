/** What stands before the API, without anything behind it. */
import { describe, expect, test } from 'vitest';
import type { Admission, Caller } from '../../src/domain/caller.ts';
import { createGate, type GateOptions } from '../../src/graphql/gate.ts';

const CALLERS: Readonly<Record<string, Caller>> = Object.fromEntries(
  ['one', 'two'].map((key) => [
    `Bearer ${key}`,
    { actor: { key, role: 'READER', structures: [] }, counted: key, introspects: false },
  ]),
);

function openGate(options: Partial<GateOptions> = {}) {
  const clock = { now: 1_000_000 };
  let looked = 0;
  const { pass: gate } = createGate({
    language: 'it',
    requestsPerMinute: 600,
    corsOrigins: ['https://cruscotto.example.it'],
    now: () => clock.now,
    seed: 7,
    authenticate: async (authorization): Promise<Admission> => {
      looked += 1;
      const caller = CALLERS[authorization ?? ''];
      if (caller) return { ok: true, caller };
      if (authorization === 'Bearer old') return { ok: false, because: 'EXPIRED' };
      if (authorization === 'Bearer elsewhere') return { ok: false, because: 'UNAVAILABLE' };
      return { ok: false, because: authorization === null ? 'MISSING' : 'UNKNOWN' };
    },
    ...options,
  });
  const ask = async (
    headers: Readonly<Record<string, string>> = {},
    over: { method?: string; path?: string; address?: string } = {},
  ) => {
    const answer = await gate({
      method: 'GET',
      path: '/graphql',
      address: '10.0.0.1',
      header: (name) => headers[name] ?? null,
      ...over,
    });
    const body = answer.ok
      ? null
      : (answer.body as { errors?: readonly { extensions: Record<string, unknown> }[] } | null);
    return {
      answer,
      headers: answer.headers,
      extensions: body?.errors?.[0]?.extensions,
      status: answer.ok ? 200 : answer.status,
    };
  };
  return { ask, clock, looked: () => looked };
}

const ONE = { authorization: 'Bearer one' };

describe('requests per minute', () => {
  test('are counted by key, and told with each answer', async () => {
    const { ask } = openGate({ requestsPerMinute: 2 });
    expect((await ask(ONE)).headers).toMatchObject({
      'ratelimit-policy': '"minute";q=2;w=60',
      ratelimit: '"minute";r=1;t=61',
    });
    expect((await ask(ONE)).headers.ratelimit).toBe('"minute";r=0;t=61');
    expect((await ask(ONE)).status).toBe(429);
    expect((await ask({ authorization: 'Bearer two' })).status).toBe(200);
  });

  test('above the limit: 429, and after Retry-After it passes', async () => {
    const { ask, clock } = openGate({ requestsPerMinute: 1 });
    await ask(ONE);
    clock.now += 20_000;
    const { status, headers, extensions } = await ask(ONE);
    expect({ status, pause: headers['retry-after'] }).toEqual({ status: 429, pause: '41' });
    expect(extensions).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      limit: 1,
      retryAfterSeconds: 41,
      messageIt: expect.stringContaining('fra 41 secondi'),
      messageEn: expect.stringContaining('in 41 seconds'),
    });
    clock.now += 41_000;
    expect((await ask(ONE)).status).toBe(200);
  });
});

describe('keys that are not known', () => {
  const guess = async ({ ask }: ReturnType<typeof openGate>, times: number, address = '10.0.0.1') => {
    let last = 0;
    for (let n = 0; n < times; n += 1) {
      last = (await ask({ authorization: `Bearer guess${n}` }, { address })).status;
    }
    return last;
  };

  test('are soon not looked at any more, from one address', async () => {
    const gate = openGate();
    expect(await guess(gate, 300)).toBe(401);
    expect(await guess(gate, 50)).toBe(429);
    expect(gate.looked()).toBe(300);
    expect(await guess(gate, 1, '10.0.0.2')).toBe(401);
    gate.clock.now += 61_000;
    expect(await guess(gate, 1)).toBe(401);
  });

  test('do not hold up a key behind the same proxy that was let in before, nor one that has expired', async () => {
    const gate = openGate();
    await gate.ask(ONE);
    await gate.ask({ authorization: 'Bearer old' });
    await guess(gate, 400);
    expect((await gate.ask(ONE)).status).toBe(200);
    expect((await gate.ask({ authorization: 'Bearer old' })).status).toBe(401);
    expect((await gate.ask({ authorization: 'Bearer two' })).status).toBe(429);
  });

  test('no key at all is not counted', async () => {
    const gate = openGate();
    for (let n = 0; n < 400; n += 1) expect((await gate.ask()).status).toBe(401);
    expect((await gate.ask(ONE)).status).toBe(200);
  });
});

test('an identity provider that does not answer is not a wrong key', async () => {
  const { status, headers, extensions } = await openGate().ask({ authorization: 'Bearer elsewhere' });
  expect({ status, pause: headers['retry-after'], code: extensions?.code }).toEqual({
    status: 503,
    pause: '5',
    code: 'IDENTITY_UNAVAILABLE',
  });
});

describe('a page of another site', () => {
  const named = 'https://cruscotto.example.it';

  test('may read when its origin is named: also why it was not answered', async () => {
    const { ask } = openGate();
    for (const headers of [{ ...ONE, origin: named }, { origin: named }]) {
      expect((await ask(headers)).headers).toMatchObject({
        'access-control-allow-origin': named,
        'access-control-expose-headers': expect.stringContaining('ratelimit'),
        vary: 'Origin',
      });
    }
  });

  test('is asked for no key beforehand', async () => {
    const { ask, looked } = openGate();
    const { status, headers } = await ask({ origin: named }, { method: 'OPTIONS' });
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': named,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': expect.stringContaining('authorization, content-type'),
    });
    expect(looked()).toBe(0);
  });

  test.each([
    'https://evil.example',
    'https://cruscotto.example.it.evil.example',
    'http://cruscotto.example.it',
    'null',
    '',
  ])('may not when its origin is %s', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await openGate().ask({ ...ONE, origin }, { method });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers.vary).toBe('Origin');
    }
  });

  test('is never let send cookies', async () => {
    const { headers } = await openGate().ask({ origin: named }, { method: 'OPTIONS' });
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
});

test.each([
  { why: 'another path', over: { path: '/graphql/x' }, headers: {}, code: 'NOT_FOUND', status: 404 },
  { why: 'another method', over: { method: 'PUT' }, headers: {}, code: 'METHOD_NOT_ALLOWED', status: 405 },
  {
    why: 'a form',
    over: { method: 'POST' },
    headers: { 'content-type': 'multipart/form-data' },
    code: 'UNSUPPORTED_MEDIA_TYPE',
    status: 415,
  },
  {
    why: 'another charset',
    over: { method: 'POST' },
    headers: { 'content-type': 'application/json; charset=utf-16' },
    code: 'UNSUPPORTED_MEDIA_TYPE',
    status: 415,
  },
  {
    why: 'compressed',
    over: { method: 'POST' },
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    code: 'UNSUPPORTED_MEDIA_TYPE',
    status: 415,
  },
  {
    why: 'no form in which the API answers',
    over: {},
    headers: { accept: 'image/png, text/html;q=0.9' },
    code: 'NOT_ACCEPTABLE',
    status: 406,
  },
  {
    why: 'a host that makes no address',
    over: {},
    headers: { host: '[::1' },
    code: 'BAD_REQUEST',
    status: 400,
  },
])('$why is refused before it is looked who asks', async ({ over, headers, code, status }) => {
  const { ask, looked } = openGate();
  const answered = await ask({ ...ONE, ...headers }, over);
  expect({ status: answered.status, code: answered.extensions?.code }).toEqual({ status, code });
  expect(answered.extensions).toMatchObject({ messageIt: expect.any(String), messageEn: expect.any(String) });
  expect(looked()).toBe(0);
});

test.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON'])(
  'POST as %s passes',
  async (type) => {
    expect((await openGate().ask({ ...ONE, 'content-type': type }, { method: 'POST' })).status).toBe(200);
  },
);
