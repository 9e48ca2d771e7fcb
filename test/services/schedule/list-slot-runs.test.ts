import { expect, test, vi } from 'vitest';
import { listSlotRuns, readSlotHistory } from '../../../src/services/schedule/list-slot-runs.ts';
import { codeOf, openTestContext } from '../../helpers/context.ts';
import { LAVORO } from '../../helpers/figures.ts';
import { settle, weeklyRuns } from './support.ts';

const ALL = { year: null, structure: null, kind: null, before: null, limit: 100 } as const;

test('the latest first, a page after the other, nothing twice', async () => {
  const context = await openTestContext();
  await settle(context, context.planId, ...weeklyRuns(5));
  const periods: string[] = [];
  const pages: number[] = [];
  for (let before: number | null = null; pages.length < 9; ) {
    const page = await listSlotRuns(context, { ...ALL, before, limit: 2 });
    if (!page.ok) throw new Error(page.refusal.code);
    periods.push(...page.value.runs.map(({ period }) => period));
    pages.push(page.value.runs.length);
    if (page.value.next === null) break;
    before = page.value.next;
  }
  expect(pages).toEqual([2, 2, 1]);
  expect(periods).toEqual(['2020-W05', '2020-W04', '2020-W03', '2020-W02', '2020-W01']);
});

test('of a structure by any of its names, of a kind, of both', async () => {
  const context = await openTestContext();
  await settle(
    context,
    context.planId,
    {},
    { structure: LAVORO },
    { kind: 'REMINDER', structure: LAVORO },
    { kind: 'PLAN_SUMMARY', structure: null },
  );
  const count = async (query: object) => {
    const page = await listSlotRuns(context, { ...ALL, ...query });
    return page.ok ? page.value.runs.length : page.refusal.code;
  };
  expect(await count({})).toBe(4);
  expect(await count({ structure: 'direzione regionale lavoro' })).toBe(2);
  expect(await count({ kind: 'REMINDER' })).toBe(1);
  expect(await count({ structure: 'OSRU', kind: 'REMINDER' })).toBe(0);
  expect(await count({ kind: 'PLAN_SUMMARY' })).toBe(1);
});

test.each([
  { recorded: 0, shown: 0, more: 0 },
  { recorded: 3, shown: 3, more: 0 },
  { recorded: 4, shown: 3, more: 1 },
  { recorded: 52, shown: 3, more: 49 },
])('$recorded recorded: $shown shown, $more more', async ({ recorded, shown, more }) => {
  const context = await openTestContext();
  await settle(context, context.planId, ...weeklyRuns(recorded));
  const history = await readSlotHistory(context, { ...ALL, limit: 3 });
  expect(history).toMatchObject({ ok: true, value: { more } });
  expect(history.ok && history.value.runs.length).toBe(shown);
});

test('those besides are counted, of what was asked for, and not loaded', async () => {
  const context = await openTestContext();
  await settle(context, context.planId, ...weeklyRuns(53), ...weeklyRuns(50, LAVORO), { kind: 'REMINDER' });
  const loads = vi.spyOn(context.store, 'listSlotRuns');
  const more = async (query: object) => {
    const history = await readSlotHistory(context, { ...ALL, limit: 1, ...query });
    return history.ok && history.value.more;
  };
  expect(await more({})).toBe(103);
  expect(await more({ structure: 'OSRU' })).toBe(53);
  expect(await more({ structure: 'OSRU', kind: 'CHECK_IN' })).toBe(52);
  expect(loads).toHaveBeenCalledTimes(3);
});

test.each([
  { query: { year: 1999 }, code: 'NO_PLAN' },
  { query: { structure: 'X' }, code: 'UNKNOWN_STRUCTURE' },
])('$code', async ({ query, code }) => {
  const context = await openTestContext();
  expect(codeOf(await readSlotHistory(context, { ...ALL, ...query }))).toBe(code);
});
