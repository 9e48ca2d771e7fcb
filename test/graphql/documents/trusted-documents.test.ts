/** Queries named by their hash: what they answer, what is kept of it, and when that ends. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { StructureCode } from '../../../src/domain/codes.ts';
import {
  documentId,
  readTrustedDocuments,
  trustedDocumentsManifest,
} from '../../../src/graphql/documents/trusted-documents.ts';
import { openTestContext, type TestContext } from '../../helpers/context.ts';
import { PLANNING } from '../../services/real-context.ts';
import { openTestStore } from '../../store/support.ts';
import { type Api, openApi, operation } from '../support.ts';

const OVERVIEW = operation('plan-overview');
const DASHBOARD = operation('plan-dashboard');

type Asked = { readonly variables?: object; readonly headers?: Record<string, string> };

const post = (api: Api, text: string, { variables, headers = {} }: Asked = {}): Promise<Response> =>
  api.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ documentId: documentId(text), variables }),
  });

const get = (api: Api, text: string, { variables = {}, headers = {} }: Asked = {}): Promise<Response> =>
  api.fetch(
    `/graphql?documentId=${encodeURIComponent(documentId(text))}&variables=${encodeURIComponent(JSON.stringify(variables))}`,
    { headers },
  );

const say = (context: Pick<TestContext, 'store' | 'planId'>, percentBps: number, reportedOn = '2020-09-14') =>
  context.store.commit({
    planId: context.planId,
    revision: null,
    lastSequence: null,
    recordedAt: '2020-09-14T08:00:00.000Z',
    inbox: null,
    reports: [
      {
        phase: '1.4.1',
        reportedOn,
        percentBps,
        units: null,
        completes: percentBps === 10_000,
        blockedBecause: null,
        note: 'una nota',
        evidence: null,
        actor: 'prova',
        source: 'SLACK',
      } as never,
    ],
  });

async function openDocuments(options: { readonly actors?: Readonly<Record<string, Actor>> } = {}) {
  const context = await openTestContext();
  const { actors } = options;
  const api = await openApi({
    context,
    ...(actors && {
      authenticate: async (authorization) => {
        const actor = actors[authorization ?? ''] ?? PLANNING;
        return { ok: true, caller: { actor, counted: actor.key, introspects: false } };
      },
    }),
  });
  return { context, api };
}

type Shown = { readonly code: string; readonly progress: { readonly percent: number } };

/** Of goal 1.4, as the dashboard shows it. */
const percentOf = (data: { plan: { areas: { goals: Shown[] }[] } }): number | undefined =>
  data.plan.areas.flatMap(({ goals }) => goals).find(({ code }) => code === '1.4')?.progress.percent;

const percentIn = async (response: Response): Promise<number | undefined> =>
  percentOf((await response.json()).data);

describe('what it answers', () => {
  test.each([
    { why: 'nothing asked for in particular', variables: {} },
    { why: 'a day and a baseline', variables: { asOf: '2020-06-30', baseline: 0 } },
    { why: 'a refusal', variables: { baseline: 7 } },
    { why: 'a variable of another type', variables: { year: 'quest’anno' } },
  ])('$why: the same as the text does', async ({ variables }) => {
    const { api } = await openDocuments();
    const byText = await api.ask(OVERVIEW, variables);
    for (const response of [
      await post(api, OVERVIEW, { variables }),
      await get(api, OVERVIEW, { variables }),
    ]) {
      const { data, errors } = await response.json();
      expect([response.status, data, errors]).toEqual([
        byText.status,
        byText.data,
        byText.errors.length ? byText.errors : undefined,
      ]);
    }
  });

  test('a mutation is done once, and not by GET', async () => {
    const { api } = await openDocuments();
    const variables = { input: { phase: '1.4.1', percent: 40, idempotencyKey: 'k-1' } };
    const text = operation('report-status');
    expect((await get(api, text, { variables })).status).toBe(405);
    const answers = [];
    for (let time = 0; time < 2; time += 1) {
      const { data } = await (await post(api, text, { variables })).json();
      answers.push([data.reportStatus.__typename, data.reportStatus.duplicate]);
    }
    expect(answers).toEqual([
      ['ReportStatusSuccess', false],
      ['ReportStatusSuccess', true],
    ]);
  });

  test.each([
    { why: 'a hash of nothing', id: documentId('{ today }') },
    { why: 'no hash', id: 'plan-overview' },
    { why: 'in capitals', id: documentId(OVERVIEW).toUpperCase() },
    { why: 'a property of every object', id: '__proto__' },
  ])('an unknown one, $why, says so in both languages', async ({ id }) => {
    const { api } = await openDocuments();
    const response = await api.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: id }),
    });
    const [error] = (await response.json()).errors;
    expect([response.status, error.extensions.code]).toEqual([400, 'DOCUMENT_UNKNOWN']);
    expect(error.extensions.messageIt).toContain('interrogazioni registrate');
    expect(error.extensions.messageEn).toContain('trusted documents');
  });

  test.each(['variables', 'extensions'])(
    '%s that no stack holds are refused as with a text',
    async (name) => {
      const { api } = await openDocuments();
      const value = `{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
      const sent = async (asked: string) => {
        const response = await api.fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: `{${asked},"${name}":${value}}`,
        });
        return [response.status, await response.json()];
      };
      const byId = await sent(`"documentId":"${documentId(OVERVIEW)}"`);
      expect(byId).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST', limit: 30 } }] }]);
      expect(byId).toEqual(await sent('"query":"{ today }"'));
    },
  );

  test('a question mark within the variables is theirs, also where the text is asked in its place', async () => {
    const { api } = await openDocuments();
    const response = await api.fetch(
      `/graphql?documentId=${documentId(operation('goal-detail'))}&variables={"code":"9.9?"}`,
    );
    const [error] = (await response.json()).errors;
    expect(error.extensions.code).toBe('UNKNOWN_CODE');
  });

  test('beside a text it is no request at all', async () => {
    const { api } = await openDocuments();
    const response = await api.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ documentId: documentId(OVERVIEW), query: '{ today }' }),
    });
    expect(response.status).toBe(400);
  });

  test.each([
    { accept: null, type: 'application/json; charset=utf-8' },
    { accept: '*/*', type: 'application/json; charset=utf-8' },
    {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      type: 'application/graphql-response+json; charset=utf-8',
    },
    { accept: 'text/event-stream, application/json', type: 'application/json; charset=utf-8' },
    { accept: 'text/event-stream', type: 'text/event-stream' },
  ])('in the form asked for, $accept', async ({ accept, type }) => {
    const { api } = await openDocuments();
    const headers: Record<string, string> = accept === null ? {} : { accept };
    const byHash = await post(api, OVERVIEW, { headers });
    const byText = await api.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: OVERVIEW }),
    });
    expect([byHash.headers.get('content-type'), byText.headers.get('content-type')]).toEqual([type, type]);
    expect(await byHash.text()).toContain('"plan"');
    await byText.text();
  });
});

describe('what is kept', () => {
  test('the next answer after a commit is new, whoever committed', async () => {
    const { api, context } = await openDocuments();
    const asked = async () => percentIn(await post(api, DASHBOARD));
    expect([await asked(), await asked()]).toEqual([0, 0]);
    await say(context, 5_000);
    expect(await asked()).toBeCloseTo(15, 10);
    const other = await openTestStore(context.file);
    await say({ store: other, planId: context.planId }, 10_000);
    expect(await asked()).toBeCloseTo(30, 10);
    context.goTo('2020-09-13');
    expect(await asked()).toBe(0);
    await say(context, 2_000, '2020-09-12');
    expect(await asked()).toBeCloseTo(6, 10);
  });

  test('the same of a free query that comes again', async () => {
    const { api, context } = await openDocuments();
    const text = `${DASHBOARD}\n# mine`;
    const percents = [];
    for (const percentBps of [0, 1_000, 2_000, 3_000]) {
      await say(context, percentBps);
      const { data, extensions } = JSON.parse((await api.ask(text)).text);
      expect(extensions.cost.requested).toBeGreaterThan(0);
      percents.push(Math.round(percentOf(data) ?? -1));
    }
    expect(percents).toEqual([0, 3, 6, 9]);
  });

  test('asked again while nothing happened, a client that has it is told so', async () => {
    const { api, context } = await openDocuments();
    const first = await get(api, DASHBOARD);
    const etag = first.headers.get('etag') ?? '';
    const again = await get(api, DASHBOARD, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(
      (await get(api, DASHBOARD, { variables: { year: 2020 }, headers: { 'if-none-match': etag } })).status,
    ).toBe(200);
    await say(context, 5_000);
    expect((await get(api, DASHBOARD, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  test('what one may not see is not given from what another was shown', async () => {
    const reader = (key: string, ...rowsOf: string[]): Actor => ({
      key,
      role: 'READER',
      structures: [],
      rowsOf: rowsOf as StructureCode[],
    });
    const actors = { all: PLANNING, none: reader('none'), direzione: reader('direzione', 'DIREZIONE') };
    const { api, context } = await openDocuments({ actors });
    await say(context, 5_000);
    const notes = async (authorization: string) => {
      const { data } = await (await post(api, DASHBOARD, { headers: { authorization } })).json();
      return JSON.stringify(data).includes('una nota');
    };
    const seen = [];
    for (const who of ['all', 'none', 'all', 'none', 'direzione', 'all']) seen.push([who, await notes(who)]);
    const direzione = seen.find(([who]) => who === 'direzione')?.[1];
    expect(seen).toEqual([
      ['all', true],
      ['none', false],
      ['all', true],
      ['none', false],
      ['direzione', direzione],
      ['all', true],
    ]);
  });

  test('what looks at the time of day is made anew each time', async () => {
    const { api, context } = await openDocuments();
    let hour = 6;
    const clock = { ...context.clock, now: () => new Date(`2020-09-14T0${hour}:00:00.000Z`) };
    const timed = await openApi({ context: { ...context, clock } });
    const text = operation('plan-schedule');
    const waiting = async () => (await post(timed, text)).text();
    const before = await waiting();
    hour = 9;
    expect(await waiting()).not.toBe(before);
    await api.ask('{ today }');
  });

  test('many who ask at once after a commit are all told what is new', async () => {
    const { api, context } = await openDocuments();
    await post(api, DASHBOARD);
    const early = post(api, DASHBOARD);
    await say(context, 5_000);
    const late = await Promise.all(
      Array.from({ length: 20 }, async () => percentIn(await post(api, DASHBOARD))),
    );
    await early;
    expect(new Set(late.map((each) => each?.toFixed(6)))).toEqual(new Set(['15.000000']));
  });
});

test('each has its name and its hash in the manifest', () => {
  const file = readFileSync(new URL('../../../graphql/trusted-documents.json', import.meta.url), 'utf8');
  expect(Object.values(JSON.parse(trustedDocumentsManifest()))).toEqual(
    readTrustedDocuments().map(({ id }) => id),
  );
  expect(Object.keys(JSON.parse(file))).toContain('plan-dashboard');
});
