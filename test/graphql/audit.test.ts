/** GraphQL over HTTP as its specification has it: every MUST, SHOULD and MAY of `graphql-http`'s audit, asked with a key. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStandaloneContext } from './hostile/standalone-context.ts';
import { callerOf, type StartedApi, startApi } from './hostile/started-api.ts';

let api: StartedApi;
let close: () => Promise<void>;

beforeAll(async () => {
  const opened = await openStandaloneContext();
  // Four of them ask for a type of the schema.
  api = await startApi({ context: opened.context, callers: { k: callerOf('k', {}, true) } });
  close = async () => {
    await api.close();
    await opened.close();
  };
});
afterAll(() => close());

const audits = serverAudits({
  url: () => api.url,
  fetchFn: (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, authorization: 'Bearer k' } }),
});

test('there are 61 of them', () => {
  expect(audits).toHaveLength(61);
});

describe('the audit', () => {
  test.each(audits.map((audit) => ({ id: audit.id, name: audit.name, audit })))(
    '$id $name',
    async ({ audit }) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
    },
  );

  test('left nothing unexpected in the log', () => {
    expect(api.logged).toEqual([]);
  });
});
