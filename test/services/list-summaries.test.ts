/** Frozen summaries as they are read again: whole, newest first, of the plan that is asked for. */
import { expect, test } from 'vitest';
import { findSummary } from '../../src/services/find-summary.ts';
import { listSummaries, type SummariesQuery } from '../../src/services/list-summaries.ts';
import { sendSummaries } from '../../src/services/send-summaries.ts';
import { codeOf, openTestContext, PLANNING_OFFICE, type TestContext } from '../helpers/context.ts';
import { OSRU } from '../helpers/figures.ts';
import { openTestStore } from '../store/support.ts';

const ALL: SummariesQuery = { year: null, kind: null, structure: null, before: null, limit: 100 };

async function idsOf(context: TestContext, query: Partial<SummariesQuery>) {
  const page = await listSummaries(context, { ...ALL, ...query });
  if (!page.ok) throw new Error(page.refusal.code);
  const names = page.value.rows.map(({ summary }) =>
    summary.kind === 'STRUCTURE_WEEK' ? summary.structure : summary.kind,
  );
  return { names, next: page.value.next };
}

test.each([
  { why: 'all', query: {}, names: ['PLAN_WEEK', 'OSRU', 'LAVORO', 'DIREZIONE'], next: null },
  { why: 'a page', query: { limit: 3 }, names: ['PLAN_WEEK', 'OSRU', 'LAVORO'], next: 2 },
  { why: 'the next page', query: { limit: 3, before: 2 }, names: ['DIREZIONE'], next: null },
  { why: 'by kind', query: { kind: 'PLAN_WEEK' }, names: ['PLAN_WEEK'], next: null },
  { why: 'by structure', query: { structure: OSRU }, names: ['OSRU'], next: null },
  { why: 'by year', query: { year: 2020, structure: OSRU }, names: ['OSRU'], next: null },
] as const)('$why', async ({ query, names, next }) => {
  const context = await openTestContext();
  await sendSummaries(context, PLANNING_OFFICE, null);
  expect(await idsOf(context, query)).toEqual({ names, next });
});

test('each is the one that is found by its id', async () => {
  const context = await openTestContext();
  await sendSummaries(context, PLANNING_OFFICE, null);
  const page = await listSummaries(context, ALL);
  const rows = page.ok ? page.value.rows : [];
  expect(rows).toHaveLength(4);
  for (const { id, summary } of rows) expect(await findSummary(context, id)).toEqual(summary);
});

test('refused where there is no plan', async () => {
  const context = await openTestContext();
  expect(codeOf(await listSummaries(context, { ...ALL, year: 2019 }))).toBe('NO_PLAN');
  const empty = { ...context, store: await openTestStore(), figures: new Map() };
  expect(codeOf(await listSummaries(empty, ALL))).toBe('NO_PLAN');
});
