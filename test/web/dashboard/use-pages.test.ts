import { expect, test } from 'vitest';
import { type Page, readPages } from '../../../src/web/dashboard/data/use-pages.ts';

const PAGES: Readonly<Record<string, Page<number>>> = {
  first: { nodes: [5, 4], pageInfo: { hasNextPage: true, endCursor: 'a' } },
  a: { nodes: [3, 2], pageInfo: { hasNextPage: true, endCursor: 'b' } },
  b: { nodes: [1], pageInfo: { hasNextPage: false, endCursor: 'c' } },
};
const read = async (after: string | null) => PAGES[after ?? 'first'] ?? null;

test.each([
  { why: 'the first page', count: 1, nodes: [5, 4], hasMore: true },
  { why: 'each page begins where the one before ended', count: 2, nodes: [5, 4, 3, 2], hasMore: true },
  { why: 'no page after the last is asked for', count: 9, nodes: [5, 4, 3, 2, 1], hasMore: false },
])('$why', async ({ count, nodes, hasMore }) => {
  expect(await readPages(count, read)).toEqual({ nodes, hasMore });
});

test('nothing there is an end', async () => {
  expect(await readPages(1, async () => null)).toEqual({ nodes: [], hasMore: false });
});
