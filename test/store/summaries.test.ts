import { describe, expect, test } from 'vitest';
import type { StructureCode } from '../../src/domain/codes.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { PlanSummary, StructureSummary, SummaryKind } from '../../src/domain/summary.ts';
import { DIRECTION, OSRU } from '../helpers/sample-plan.ts';
import { decision, openRaw, RECORDED_AT, storeWithPlan } from './support.ts';

const nothing = { share: null, coverage: null, plannedByDeadline: null, plannedLinear: null };

const summaryOf = (structure: StructureCode): StructureSummary => ({
  kind: 'STRUCTURE_WEEK',
  structure,
  structureName: `Struttura ${structure}`,
  year: 2020,
  baseline: 1,
  day: isoDate('2020-09-14'),
  weekAgo: isoDate('2020-09-07'),
  now: { ...nothing, share: '171/500' },
  before: nothing,
  moved: [],
  lateOrBlocked: [],
  unreported: [],
  notAnswered: [],
  dueSoon: [],
  indicators: [],
  curve: null,
  slot: null,
});

const planSummary = (kind: PlanSummary['kind']): PlanSummary => ({
  kind,
  year: 2020,
  title: 'PQPO 2020',
  baseline: 1,
  day: isoDate('2020-09-14'),
  since: isoDate('2020-09-07'),
  now: nothing,
  before: nothing,
  weightBps: 8600,
  structures: [],
  goals: [],
  completed: [],
  moved: [],
  lateOrBlocked: [],
  dueSoon: [],
  indicators: [],
  curve: null,
  slot: { at: '2020-09-18T10:30:00.000Z', late: true },
});

const SENT = [
  { id: 's1', summary: summaryOf(OSRU) },
  { id: 's2', summary: summaryOf(DIRECTION) },
  { id: 's3', summary: planSummary('PLAN_WEEK') },
  { id: 's4', summary: summaryOf(OSRU) },
  { id: 's5', summary: planSummary('PLAN_MONTH') },
];

async function storeWithSummaries() {
  const kept = await storeWithPlan();
  await kept.store.commit(decision(kept.planId, { summaries: SENT.slice(0, 2) }));
  await kept.store.commit(decision(kept.planId, { summaries: SENT.slice(2) }));
  return kept;
}

test.each(SENT)('$id is found as it was frozen', async ({ id, summary }) => {
  const { store } = await storeWithSummaries();
  const position = SENT.findIndex((each) => each.id === id) + 1;
  expect(await store.findSummary(id)).toEqual({ id, position, recordedAt: RECORDED_AT, summary });
});

test('one that was never made', async () => {
  expect(await (await storeWithSummaries()).store.findSummary('s6')).toBeUndefined();
});

describe('listed newest first', () => {
  const ALL = { kind: null, structure: null, before: null, limit: 100 };
  const ofKind = (kind: SummaryKind) => ({ ...ALL, kind });

  test.each([
    { why: 'all', query: ALL, ids: ['s5', 's4', 's3', 's2', 's1'], next: null },
    { why: 'as many as asked for', query: { ...ALL, limit: 2 }, ids: ['s5', 's4'], next: 4 },
    { why: 'the next page', query: { ...ALL, limit: 2, before: 4 }, ids: ['s3', 's2'], next: 2 },
    { why: 'the last page', query: { ...ALL, limit: 2, before: 2 }, ids: ['s1'], next: null },
    {
      why: 'a page that is just full is the last',
      query: { ...ALL, limit: 5 },
      ids: ['s5', 's4', 's3', 's2', 's1'],
      next: null,
    },
    { why: 'of a structure', query: { ...ALL, structure: OSRU }, ids: ['s4', 's1'], next: null },
    {
      why: 'of a structure, a page',
      query: { ...ALL, structure: OSRU, limit: 1 },
      ids: ['s4'],
      next: 4,
    },
    { why: 'of all structures', query: ofKind('STRUCTURE_WEEK'), ids: ['s4', 's2', 's1'], next: null },
    { why: 'of the plan’s months', query: ofKind('PLAN_MONTH'), ids: ['s5'], next: null },
    { why: 'of a kind there is none of', query: ofKind('INTERIM_REVIEW'), ids: [], next: null },
    {
      why: 'of the plan and a structure at once there is none',
      query: { ...ofKind('PLAN_WEEK'), structure: OSRU },
      ids: [],
      next: null,
    },
  ])('$why', async ({ query, ids, next }) => {
    const { store, planId } = await storeWithSummaries();
    const page = await store.listSummaries(planId, query);
    expect([page.rows.map(({ id }) => id), page.next]).toEqual([ids, next]);
  });

  test('of another plan: none', async () => {
    const { store, planId } = await storeWithSummaries();
    expect(await store.listSummaries(planId + 1, ALL)).toEqual({ rows: [], next: null });
  });
});

test('an id is used once: who comes second decides again, and nothing of theirs is written', async () => {
  const { store, planId } = await storeWithSummaries();
  const again = decision(planId, { summaries: [{ id: 's2', summary: summaryOf(OSRU) }] });
  expect(await store.commit(again)).toEqual({ outcome: 'CONFLICT' });
  expect((await store.findSummary('s2'))?.summary).toEqual(summaryOf(DIRECTION));
});

test.each([
  { statement: "UPDATE summaries SET summary = '{}'" },
  { statement: "UPDATE summaries SET recorded_at = '2021'" },
  { statement: 'DELETE FROM summaries' },
])('past the store too: $statement', async ({ statement }) => {
  const { store, file } = await storeWithSummaries();
  expect(() => openRaw(file).exec(statement)).toThrow('summaries are append-only');
  expect((await store.findSummary('s2'))?.summary).toEqual(summaryOf(DIRECTION));
});
