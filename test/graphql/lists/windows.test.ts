/** Lists read from either end, a page at a time; and ranges of days that lie far from both. */
import { beforeEach, describe, expect, test } from 'vitest';
import { MANAGER, openTestContext } from '../../helpers/context.ts';
import { decision, item, ratioMeasurement, report } from '../../store/support.ts';
import { type Api, openApi } from '../support.ts';

const DAYS = [
  '2020-03-01',
  '2020-03-02',
  '2020-03-03',
  '2020-03-04',
  '2020-03-05',
  '2020-03-06',
  '2020-03-07',
];
const CHANNEL = { kind: 'CHANNEL', name: 'arti-direzione' } as const;

/** Of each list seven rows or more, of as many days. */
async function withDays(perDay = 1): Promise<Api> {
  const context = await openTestContext();
  const numbers = Array.from({ length: perDay }, (_, number) => number);
  const commits = DAYS.map((day) =>
    decision(context.planId, {
      recordedAt: `${day}T08:00:00.000Z`,
      reports: [report('1.1.1', day)],
      measurements: [ratioMeasurement('3.1', day, '5000')],
      openedCheckIns: numbers.map((number) => ({
        id: `2020-${day}-${number}`,
        person: `p${number}`,
        openedOn: day as never,
        closesOn: day as never,
        closedOn: null,
        openedAtSequence: 0,
        items: [item('1.1.1')],
        owed: null,
        remindedAt: null,
        skipped: null,
      })),
      audit: numbers.map((number) => ({ kind: 'A', actor: 'x', body: { number } })),
      outbox: () =>
        numbers.map((number) => ({
          key: `${day}-${number}`,
          destination: CHANNEL,
          notice: { kind: 'PLAN_SUMMARY', summaryId: 's' },
        })),
    }),
  );
  await Promise.all(commits.map((commit) => context.store.commit(commit)));
  return openApi({ context, actor: MANAGER });
}

type Page = {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

const LISTS = [
  { list: 'reports', orders: ['RECORDED_DESC', 'RECORDED_ASC', 'REPORTED_ON_DESC', 'REPORTED_ON_ASC'] },
  { list: 'measurements', orders: ['RECORDED_DESC', 'RECORDED_ASC', 'REPORTED_ON_DESC', 'REPORTED_ON_ASC'] },
  { list: 'checkIns', orders: ['OPENED_DESC', 'OPENED_ASC'] },
  { list: 'deliveries', orders: ['RECORDED_DESC', 'RECORDED_ASC'] },
  { list: 'audit', orders: ['RECORDED_DESC', 'RECORDED_ASC'] },
] as const;

const pageOf = async (api: Api, list: string, args: string): Promise<Page> => {
  const { data, errors } = await api.ask(`{
    plan { ${list}(${args}) {
      edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }
  }`);
  expect(errors).toEqual([]);
  return data.plan[list];
};

const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

describe.each(LISTS)('$list', ({ list, orders }) => {
  test('the pages from the end are those of the list, in its order', async () => {
    const api = await withDays();
    for (const orderBy of orders) {
      const all = idsOf(await pageOf(api, list, `orderBy: ${orderBy}, first: 100`));
      expect(all.length).toBeGreaterThanOrEqual(DAYS.length);
      const pages: Page[] = [];
      for (let before = ''; ; before = `, before: "${pages[0]?.pageInfo.startCursor}"`) {
        const page = await pageOf(api, list, `orderBy: ${orderBy}, last: 3${before}`);
        expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
        expect(page.pageInfo.hasNextPage).toBe(before !== '');
        expect([page.pageInfo.startCursor, page.pageInfo.endCursor]).toEqual([
          page.edges[0]?.cursor,
          page.edges.at(-1)?.cursor,
        ]);
        pages.unshift(page);
        if (!page.pageInfo.hasPreviousPage) break;
        expect(page.nodes).toHaveLength(3);
      }
      expect(pages.flatMap(idsOf)).toEqual(all);
    }
  });

  test('there and back: what stands before a page that was read forwards', async () => {
    const api = await withDays();
    const [orderBy] = orders;
    const first = await pageOf(api, list, `orderBy: ${orderBy}, first: 2`);
    const second = await pageOf(
      api,
      list,
      `orderBy: ${orderBy}, first: 2, after: "${first.pageInfo.endCursor}"`,
    );
    const back = await pageOf(
      api,
      list,
      `orderBy: ${orderBy}, last: 2, before: "${second.pageInfo.startCursor}"`,
    );
    expect(idsOf(back)).toEqual(idsOf(first));
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test.each([
    { args: 'first: 1, last: 1', code: 'PAGE_ARGUMENTS_INVALID' },
    { args: 'first: 1, before: "x"', code: 'PAGE_ARGUMENTS_INVALID' },
    { args: 'after: "x", last: 1', code: 'PAGE_ARGUMENTS_INVALID' },
    { args: 'after: "x", before: "x"', code: 'PAGE_ARGUMENTS_INVALID' },
    { args: 'last: 0', code: 'PAGE_SIZE_INVALID' },
    { args: 'last: 101', code: 'PAGE_SIZE_INVALID' },
    { args: 'before: "x"', code: 'CURSOR_INVALID' },
  ])('$args: $code', async ({ args, code }) => {
    const api = await openApi({ actor: MANAGER });
    const { errors } = await api.ask(`{ plan { ${list}(${args}) { nodes { id } } } }`);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([code]);
  });
});

test('a page from the end costs what one from the beginning does', async () => {
  const api = await openApi();
  const costOf = async (args: string) => {
    const { text } = await api.ask(`{ plan { reports(${args}) { nodes { id } } } }`);
    return JSON.parse(text).extensions.cost.requested;
  };
  expect(await costOf('last: 100')).toBe(await costOf('first: 100'));
  expect(await costOf('last: 100')).toBeGreaterThan(await costOf('last: 1'));
});

test('what an edge holds is no object that is found anew, and costs as `nodes` does', async () => {
  const api = await openApi();
  const answers = await Promise.all(
    ['nodes { id }', 'edges { node { id } }'].map(async (rows) => {
      const { text } = await api.ask(`{ plan { reports(first: 100) { ${rows} } } }`);
      return JSON.parse(text).extensions.cost.requested;
    }),
  );
  expect(answers[1] - answers[0]).toBe(100);
});

describe('a range of days far from the newest, among a thousand rows and more', () => {
  let api: Api;
  beforeEach(async () => {
    api = await withDays(400);
  });

  const IN_INSTANTS = 'recordedAt: { from: "2020-03-02T00:00:00.000Z", to: "2020-03-02T23:59:59.999Z" }';

  test.each([
    { list: 'checkIns', filter: 'openedOn: { from: "2020-03-02", to: "2020-03-02" }' },
    { list: 'deliveries', filter: IN_INSTANTS },
    { list: 'audit', filter: IN_INSTANTS },
  ])('fills each page of $list but the last, which says that it is', async ({ list, filter }) => {
    for (const [size, cursor, next, more] of [
      ['first', 'after', 'endCursor', 'hasNextPage'],
      ['last', 'before', 'startCursor', 'hasPreviousPage'],
    ] as const) {
      const lengths: number[] = [];
      for (let from = ''; ; ) {
        const page = await pageOf(api, list, `filter: { ${filter} }, ${size}: 100${from}`);
        lengths.push(page.nodes.length);
        if (!page.pageInfo[more]) break;
        from = `, ${cursor}: "${page.pageInfo[next]}"`;
      }
      expect(lengths).toEqual([100, 100, 100, 100]);
    }
  });
});
