/** The series of what was really said: on each day the figure that everybody else was shown that day. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { loadFigures } from '../../src/services/load-figures.ts';
import {
  readSeveralSeries,
  readYearSeries,
  type YearSeriesQuery,
} from '../../src/services/read-year-series.ts';
import { findSubjectFigures } from '../../src/services/views/find-figures.ts';
import { say } from '../charts/said-series.ts';
import { ARTI, codeOf, openTestContext, type TestContext } from '../helpers/context.ts';
import { displayPercent, print } from '../helpers/figures.ts';

const ALL: YearSeriesQuery = { year: null, subject: null, asOf: null, baseline: null };

async function seriesOf(context: TestContext, query: Partial<YearSeriesQuery>) {
  const series = await readYearSeries(context, { ...ALL, ...query });
  if (!series.ok) throw new Error(series.refusal.code);
  return series.value;
}

async function contextWithReports(today = '2020-09-14'): Promise<TestContext> {
  const context = await openTestContext({ today: '2020-12-31' });
  await say(context, '1.1.1', '30', '2020-03-15');
  await say(context, '1.1.1', '80', '2020-06-30');
  await say(context, '1.1.3', '100', '2020-08-03');
  await say(context, '1.4.1', '50', '2020-09-10');
  await say(context, '1.1.1', '60', '2020-07-10');
  context.goTo(today);
  return context;
}

async function figureOn(context: TestContext, subject: string | null, asOf: string) {
  const loaded = await loadFigures(context, { year: null, asOf: isoDate(asOf), baseline: null });
  if (!loaded.ok) throw new Error(loaded.refusal.code);
  const { figures } = loaded.value;
  if (subject === null) return figures.whole.figure;
  const found = findSubjectFigures(figures, subject);
  if (!found.ok) return null;
  switch (found.value.kind) {
    case 'GOAL':
      return found.value.goal.figure;
    case 'PHASE':
      return found.value.phase.figure;
    case 'STRUCTURE':
      return found.value.structure.figure;
  }
}

test.each([
  { subject: null },
  { subject: '1.1' },
  { subject: '1.4' },
  { subject: '1.1.1' },
  { subject: 'OSRU' },
])('on each day what loadFigures gives: $subject', async ({ subject }) => {
  const context = await contextWithReports();
  const { points } = await seriesOf(context, { subject });
  const reached = points.filter(({ day }) => day <= '2020-09-14');
  expect(reached.length).toBeGreaterThan(40);
  for (const { day, ...point } of reached) {
    const figure = await figureOn(context, subject, day);
    expect([day, print(point.actual), print(point.plannedByDeadline), print(point.plannedLinear)]).toEqual([
      day,
      print(figure?.share),
      print(figure?.planned?.byDeadline),
      print(figure?.planned?.linear),
    ]);
  }
});

test('goal 1.1 on the days of its reports', async () => {
  const { points } = await seriesOf(await contextWithReports(), { subject: '1.1' });
  const on = (day: string) => displayPercent(points.find((point) => point.day === day)?.actual);
  expect(
    ['2020-03-13', '2020-03-20', '2020-06-26', '2020-06-30', '2020-07-10', '2020-09-18'].map(on),
  ).toEqual(['0.00', '4.50', '4.50', '12.00', '9.00', null]);
});

test('the annex’s figures', async () => {
  const series = await seriesOf(await openTestContext(), {
    subject: '1.1',
    baseline: 1,
    asOf: isoDate('2020-06-30'),
  });
  expect(displayPercent(series.now.planned?.byDeadline)).toBe('40.00');
  expect(displayPercent(series.now.planned?.linear)).toBe('73.35');
  expect(series.baseline).toBe(1);
});

describe('the subject', () => {
  test.each([
    { why: 'the whole plan', text: null, is: { kind: 'PLAN', name: 'Obiettivi 2020 di ARTI (PQPO 2020)' } },
    { why: 'an area', text: '3', is: { kind: 'AREA', code: '3', name: 'Servizi alle imprese' } },
    { why: 'a goal in another spelling', text: '01.04', is: { kind: 'GOAL', code: '1.4' } },
    { why: 'a phase', text: '1.1.1', is: { kind: 'PHASE', code: '1.1.1' } },
    { why: 'a structure by another name', text: 'drl', is: { kind: 'STRUCTURE', code: 'LAVORO' } },
  ])('$why', async ({ text, is }) => {
    expect((await seriesOf(await openTestContext(), { subject: text })).subject).toMatchObject(is);
  });
});

describe('refused', () => {
  test.each([
    { why: 'a code that never was', query: { subject: '9.9' }, code: 'UNKNOWN_CODE' },
    { why: 'an eliminated goal', query: { subject: '3.3' }, code: 'NOT_IN_BASELINE' },
    { why: 'the same in the old baseline', query: { subject: '3.3', baseline: 0 }, code: 'OK' },
    { why: 'the same before the act', query: { subject: '3.3', asOf: isoDate('2020-08-02') }, code: 'OK' },
    { why: 'a baseline that is not there', query: { baseline: 4 }, code: 'NO_BASELINE' },
    { why: 'a year without a plan', query: { year: 2019 }, code: 'NO_PLAN' },
  ])('$why → $code', async ({ query, code }) => {
    expect(codeOf(await readYearSeries(await openTestContext(), { ...ALL, ...query }))).toBe(code);
  });
});

describe('several at once are what each is by itself', () => {
  const plan = { kind: 'PLAN', name: ARTI.title } as const;
  const structures = ARTI.structures.map(({ code, name }) => ({ kind: 'STRUCTURE', code, name }) as const);

  test.each([
    { baseline: null, asOf: '2020-07-31' },
    { baseline: null, asOf: '2020-09-14' },
    { baseline: 0, asOf: '2020-09-14' },
    { baseline: 1, asOf: '2020-07-31' },
  ])('baseline $baseline as of $asOf', async ({ baseline, asOf }) => {
    const context = await contextWithReports();
    const query = { asOf: isoDate(asOf), baseline };
    const loaded = await loadFigures(context, { year: 2020, ...query });
    if (!loaded.ok) throw new Error(loaded.refusal.code);
    const several = await readSeveralSeries(context, loaded.value, [plan, ...structures], baseline);
    const each = [await seriesOf(context, query)];
    for (const { code } of structures) each.push(await seriesOf(context, { ...query, subject: code }));
    expect(several).toEqual(each);
  });
});

test('keeps its figures to itself: those of everybody else are not pushed out', async () => {
  const context = await contextWithReports();
  const keptBefore = context.figures.size;
  await seriesOf(context, {});
  // The as-of day’s, and those of no other day.
  expect(context.figures.size).toBe(keptBefore + 1);
});
