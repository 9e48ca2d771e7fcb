/** Objects found again by their ids. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import { factId, rowId } from '../../../src/graphql/node-id.ts';
import { LAVORO_STAFF, MANAGER, openTestContext, TODAY } from '../../helpers/context.ts';
import { keepSummary, structureSummary } from '../../helpers/summaries.ts';
import { decision, ratioMeasurement, report } from '../../store/support.ts';
import { type Api, openApi } from '../support.ts';

const NOW = { year: 2020, asOf: null, baseline: null };

const LIMITED: Actor = {
  ...LAVORO_STAFF,
  key: 'key:lavoro',
  role: 'READER',
  rowsOf: LAVORO_STAFF.structures,
};

async function apiWithRows(): Promise<Api> {
  const context = await openTestContext();
  await context.store.commit(
    decision(context.planId, {
      reports: [report('1.1.3', '2020-06-01', { note: 'della Direzione' }), report('1.1.1', '2020-06-02')],
      measurements: [ratioMeasurement('3.1', '2020-06-01', '8006')],
      outbox: () => [
        {
          key: 'k-1',
          destination: { kind: 'CHANNEL', name: 'arti-direzione' },
          notice: { kind: 'PLAN_SUMMARY', summaryId: 'x' },
        },
      ],
      openedCheckIns: [
        {
          id: '2020-2020-09-14-referente.osru',
          person: 'referente.osru',
          openedOn: TODAY,
          closesOn: TODAY,
          closedOn: null,
          openedAtSequence: 0,
          items: ['1.1.1' as never],
          owed: null,
          remindedAt: null,
          skipped: null,
        },
      ],
      slotRuns: [
        {
          kind: 'PLAN_SUMMARY',
          structure: null,
          period: '2020-W37',
          at: '2020-09-14T07:00:00.000Z',
          asOf: TODAY,
          outcome: 'ON_TIME',
          because: null,
          settledAt: '2020-09-14T07:00:00.000Z',
          messages: 1,
          full: false,
        },
      ],
    }),
  );
  await keepSummary(context, 'week-1', structureSummary());
  return openApi({ context });
}

const EVERY_ID = `{
  plan { id baselines { id } areas { id goals { id } } goals { id indicator { id } phases { id lastReport { id } } }
    structures { id } reports { nodes { id } } measurements { nodes { id } } checkIns { nodes { id } }
    deliveries { nodes { id } } audit { nodes { id } } summaries { nodes { id } } slotRuns { nodes { id } } }
}`;

/** Every `id` of an answer, whatever it is of. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'id' ? [each as string] : idsIn(each)));
}

const nodesOf = async (api: Api, ids: readonly string[]) =>
  (await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids: ids.slice(0, 100) }))
    .data.nodes as ({ __typename: string; id: string } | null)[];

test('every id that is given is found again, as the same', async () => {
  const api = await apiWithRows();
  const { data, errors } = await api.ask(EVERY_ID);
  expect(errors).toEqual([]);
  const ids = [...new Set(idsIn(data))];
  const found = await nodesOf(api, ids);
  expect(found.map((node) => node?.id)).toEqual(ids.slice(0, 100));
  const types = new Set(found.map((node) => node?.__typename));
  expect([...types].sort()).toEqual([
    'Area',
    'AuditEntry',
    'Baseline',
    'CheckIn',
    'Delivery',
    'Goal',
    'Indicator',
    'Measurement',
    'Phase',
    'Plan',
    'SlotRun',
    'StatusReport',
    'Structure',
    'StructureSummary',
  ]);
});

test('figures of a day and a baseline have them in their ids, down to the last, and are found again with them', async () => {
  const api = await apiWithRows();
  const { data } = await api.ask(`{
    now: plan { ...ids } again: plan { ...ids } day: plan(asOf: "${TODAY}") { ...ids } both: plan(asOf: "2020-06-30", baseline: 0) { ...ids } }
    fragment ids on Plan { id areas { id goals { id } } goals { id indicator { id } phases { id } } structures { id phases { id } } }`);
  const [now, again, day, both] = [data.now, data.again, data.day, data.both].map(
    (plan) => new Set(idsIn(plan)),
  );
  expect(now).toEqual(again);
  expect(now?.size).toBe(day?.size);
  expect([...(now ?? [])].filter((id) => day?.has(id) || both?.has(id))).toEqual([]);
  const { data: found } = await api.ask(
    'query ($id: ID!) { node(id: $id) { ... on Plan { id asOf baseline { number } progress { planned { linear } } } } plan(asOf: "2020-06-30", baseline: 0) { id asOf baseline { number } progress { planned { linear } } } }',
    { id: data.both.id },
  );
  expect(found.node).toEqual(found.plan);
});

test('a report that was asked for as of a day leads to figures of that day, and so has it in its id', async () => {
  const api = await apiWithRows();
  const { data } = await api.ask(
    '{ a: phase(code: "1.1.3") { lastReport { id } } b: phase(code: "1.1.3", asOf: "2020-07-01", baseline: 0) { lastReport { id } } }',
  );
  expect(data.a.lastReport.id).toBe(factId('StatusReport', NOW, 1));
  const asked = { year: 2020, asOf: isoDate('2020-07-01'), baseline: 0 };
  expect(data.b.lastReport.id).toBe(factId('StatusReport', asked, 1));
});

describe('what is not there is null, what is no id an error', () => {
  const encoded = (text: string): string => Buffer.from(text).toString('base64url');
  test.each([
    'Plan:1999:',
    'Plan:2020:x',
    'Goal:2020:9.9',
    'Goal:2020:1.01',
    'Goal:2020:3.3',
    'Goal:2020~7:1.1',
    'Phase:2020:1.1',
    'Structure:2020:nessuna',
    'Structure:2020:osru',
    'Area:2020:9',
    'Indicator:2020:1.1.1',
    'Baseline:2020:9',
    'StatusReport:2020:99',
    'StatusReport:2020:0',
    'StatusReport:2020:1e3',
    'StatusReport:2020:-1',
    'StatusReport:2020:999999999999999',
    'Measurement:2020:1',
    'CheckIn:2020:x',
    'CheckIn:2020:2020-09-14.',
    'CheckIn:2020:2020-09-14.2020-2020-09-14-referente.osru',
    'Delivery:2020:99',
    'AuditEntry:2020:99',
    'AuditEntry:1999:1',
    'Summary:2020:none',
    'Summary:2019:week-1',
    'SlotRun:2020:99',
    'Goal:2020:__proto__',
  ])('%s', async (text) => {
    const api = await apiWithRows();
    const { data, errors, status } = await api.ask('query ($id: ID!) { node(id: $id) { id } }', {
      id: encoded(text),
    });
    expect([data, errors, status]).toEqual([{ node: null }, [], 200]);
  });

  test.each(['', 'x', '1', 'UGxhbjoyMDIwOg==', '../../etc/passwd', 'A'.repeat(5000)])(
    'no id: %.20s',
    async (id) => {
      const api = await apiWithRows();
      const { data, errors, status } = await api.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect([data.node, status]).toEqual([null, 200]);
      expect(errors[0]?.extensions).toMatchObject({
        code: 'ID_INVALID',
        messageIt: expect.stringContaining('identificativo'),
        messageEn: expect.stringContaining('no id'),
      });
      expect(api.logged).toEqual([]);
    },
  );

  test('among several, at its place alone', async () => {
    const api = await apiWithRows();
    const ids = [rowId('Baseline', 2020, 1), 'nonsense', rowId('Baseline', 2020, 9)];
    const { data, errors } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data.nodes).toEqual([{ id: ids[0] }, null, null]);
    expect(errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
      [['nodes', 1], 'ID_INVALID'],
    ]);
  });

  test('more than a hundred at once are refused, none are none', async () => {
    const api = await apiWithRows();
    const ask = (count: number) =>
      api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(count).fill('x') });
    const many = await ask(101);
    expect([many.data?.nodes ?? null, many.errors[0]?.extensions?.code]).toEqual([null, 'BULK_SIZE_INVALID']);
    expect((await ask(0)).data).toEqual({ nodes: [] });
  });
});

describe('rows of other structures are null', () => {
  test('by their ids, and as what was last said', async () => {
    const api = await apiWithRows();
    const limited = await openApi({ context: api.context, actor: LIMITED });
    const ids = [
      factId('StatusReport', NOW, 1),
      factId('StatusReport', NOW, 2),
      rowId('AuditEntry', 2020, 1),
      rowId('Delivery', 2020, 1),
    ];
    expect((await nodesOf(limited, ids)).map((node) => node?.__typename ?? null)).toEqual([
      null,
      'StatusReport',
      null,
      null,
    ]);
    const { data } = await limited.ask(
      '{ a: phase(code: "1.1.3") { progress { percent } lastReport { id } } b: phase(code: "1.1.1") { lastReport { id } } }',
    );
    expect(data.a).toEqual({ progress: { percent: 60 }, lastReport: null });
    expect(data.b.lastReport).not.toBeNull();
  });

  test('the history only for whoever may read it', async () => {
    const api = await apiWithRows();
    const ids = [rowId('AuditEntry', 2020, 1)];
    const asManager = await openApi({ context: api.context, actor: MANAGER });
    const asStaff = await openApi({ context: api.context, actor: LAVORO_STAFF });
    expect(await nodesOf(asManager, ids)).toMatchObject([{ __typename: 'AuditEntry' }]);
    expect(await nodesOf(asStaff, ids)).toEqual([null]);
  });
});
