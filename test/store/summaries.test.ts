import { expect, test } from 'vitest';
import type { StructureCode } from '../../src/domain/codes.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { StructureSummary } from '../../src/domain/summary.ts';
import { DIRECTION, OSRU } from '../helpers/sample-plan.ts';
import { decision, storeWithPlan } from './support.ts';

const nothing = { share: null, coverage: null, plannedByDeadline: null, plannedLinear: null };

const summaryOf = (structure: StructureCode): StructureSummary => ({
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
  dueSoon: [],
});

test('summaries stay as they were sent, newest first', async () => {
  const { store, planId } = await storeWithPlan();
  const sent = [
    { id: 's1', summary: summaryOf(OSRU) },
    { id: 's2', summary: summaryOf(DIRECTION) },
    { id: 's3', summary: summaryOf(OSRU) },
  ];
  await store.commit(decision(planId, { summaries: sent.slice(0, 2) }));
  await store.commit(decision(planId, { summaries: sent.slice(2) }));

  expect(await store.findSummary('s2')).toEqual(summaryOf(DIRECTION));
  expect(await store.findSummary('s4')).toBeUndefined();
  const ids = async (structure: StructureCode | null, limit: number) =>
    (await store.listSummaries(planId, structure, limit)).map(({ id }) => id);
  expect(await ids(null, 2)).toEqual(['s3', 's2']);
  expect(await ids(OSRU, 5)).toEqual(['s3', 's1']);
});
