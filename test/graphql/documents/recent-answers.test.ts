/** The same request again and again, over a port: answered at once, and never with what does not hold any more. */
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Admission } from '../../../src/domain/caller.ts';
import { createGraphqlHandler } from '../../../src/graphql/create-graphql-handler.ts';
import { documentId } from '../../../src/graphql/documents/trusted-documents.ts';
import { createWebServer } from '../../../src/web/server.ts';
import { openTestContext } from '../../helpers/context.ts';
import { PLANNING } from '../../services/real-context.ts';
import { openTestStore } from '../../store/support.ts';
import { operation } from '../support.ts';

async function serve(requestsPerMinute = 1_000) {
  const context = await openTestContext();
  let now = 0;
  let looked = 0;
  const admission: Admission = {
    ok: true,
    caller: { actor: PLANNING, counted: 'prova', introspects: false },
  };
  const handler = createGraphqlHandler({
    context,
    authenticate: async () => {
      looked += 1;
      return admission;
    },
    language: 'it',
    playground: null,
    logger: { error: () => undefined },
    requestsPerMinute,
    now: () => now,
  });
  const nothing = async () => undefined;
  const server = createWebServer({
    ready: async () => ({ ready: true }),
    graphql: handler.handle,
    metrics: nothing,
    slack: nothing,
    session: nothing,
    workspace: null,
    dashboard: async () => false,
    slackPaths: [],
    onError: () => undefined,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    context,
    looks: () => looked,
    passTime: (milliseconds: number) => {
      now += milliseconds;
    },
    async ask(name = 'plan-dashboard', key = 'a', variables = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ documentId: documentId(operation(name)), variables }),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}

test('who asks is looked at once a second, and again after a commit of whichever process', async () => {
  const { ask, looks, context, passTime } = await serve();
  const first = await ask();
  expect([first.status, (await ask()).text, looks()]).toEqual([200, first.text, 1]);
  await context.store.setSetting('a', '1');
  await ask();
  expect(looks()).toBe(2);
  await (await openTestStore(context.file)).setSetting('b', '2');
  await ask();
  expect(looks()).toBe(3);
  await ask();
  passTime(1_001);
  await ask();
  expect(looks()).toBe(4);
});

test('another key, other variables, another day are other questions', async () => {
  const { ask, looks, context } = await serve();
  const first = await ask();
  expect((await ask('plan-dashboard', 'b')).text).toBe(first.text);
  expect(looks()).toBe(2);
  expect((await ask('plan-dashboard', 'a', { asOf: '2020-06-30' })).text).not.toBe(first.text);
  context.goTo('2020-06-29');
  expect((await ask()).text).not.toBe(first.text);
});

test('each is counted, and one too many is told so', async () => {
  const { ask } = await serve(3);
  const left = [];
  for (let time = 0; time < 3; time += 1) left.push((await ask()).headers.get('ratelimit'));
  expect(left.map((each) => /r=(\d+)/.exec(each ?? '')?.[1])).toEqual(['2', '1', '0']);
  const held = await ask();
  expect([held.status, held.text.includes('TOO_MANY_REQUESTS')]).toEqual([429, true]);
});

test('what looks at the time of day is never given a second time', async () => {
  const { ask, looks } = await serve();
  await ask('plan-schedule');
  await ask('plan-schedule');
  expect(looks()).toBe(2);
});
