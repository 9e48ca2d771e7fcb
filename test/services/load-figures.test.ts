/** The figures that every edge shows: which baseline, which day, and none kept longer than they hold. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { findGoalFigures } from '../../src/domain/plan-figures.ts';
import { CURRENT, type FiguresQuery, loadFigures } from '../../src/services/load-figures.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import { ARTI, openTestContext, PLANNING_OFFICE, statement, type TestContext } from '../helpers/context.ts';
import { decimal, displayPercent, goalCode } from '../helpers/figures.ts';
import { importSample, openTestStore } from '../store/support.ts';

const say = (context: TestContext, item: string, percent: string, day: string) =>
  recordStatements(context, {
    statements: [
      statement(item, {
        figure: { kind: 'PERCENT', percent: decimal(percent) },
        reportedOn: isoDate(day),
      }),
    ],
    lines: [''],
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });

async function figuresFor(context: TestContext, query: Partial<FiguresQuery>) {
  const result = await loadFigures(context, { ...CURRENT, ...query });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.figures;
}

const shareOf = async (context: TestContext, code: string, query: Partial<FiguresQuery> = {}) =>
  displayPercent(findGoalFigures(await figuresFor(context, query), goalCode(code))?.figure.share);

describe('which baseline', () => {
  test.each([
    { why: 'today’s', query: {}, day: '2020-09-14', baseline: 1 },
    { why: 'the eve of the act', query: { asOf: isoDate('2020-08-02') }, day: '2020-08-02', baseline: 0 },
    { why: 'its own day', query: { asOf: isoDate('2020-08-03') }, day: '2020-08-03', baseline: 1 },
    { why: 'another asked for', query: { baseline: 0 }, day: '2020-09-14', baseline: 0 },
    {
      why: 'a later one, before its act',
      query: { asOf: isoDate('2020-06-30'), baseline: 1 },
      day: '2020-06-30',
      baseline: 1,
    },
    {
      why: 'before the plan: the first',
      query: { asOf: isoDate('2019-06-30') },
      day: '2019-06-30',
      baseline: 0,
    },
    { why: 'the year said', query: { year: 2020 }, day: '2020-09-14', baseline: 1 },
  ])('$why', async ({ query, day, baseline }) => {
    const figures = await figuresFor(await openTestContext(), query);
    expect([figures.day, figures.baseline.number]).toEqual([day, baseline]);
  });
});

describe('which plan, when no year is said', () => {
  test.each([
    { why: 'before all of them: the first', today: '2019-12-31', year: 2020 },
    { why: 'the only one that has begun', today: '2020-12-31', year: 2020 },
    { why: 'on its first day the next one', today: '2021-01-01', year: 2021 },
    { why: 'past the last: the last', today: '2023-06-30', year: 2021 },
  ])('$why', async ({ today, year }) => {
    const context = await openTestContext({ today });
    await importSample(context.store, { ...ARTI, year: 2021 }, 'sha-2021');
    expect((await figuresFor(context, {})).plan.year).toBe(year);
    expect((await figuresFor(context, { year: 2021 })).plan.year).toBe(2021);
  });
});

describe('refused', () => {
  test('a baseline that the plan does not have', async () => {
    expect(await loadFigures(await openTestContext(), { ...CURRENT, baseline: 2 })).toEqual({
      ok: false,
      refusal: { code: 'NO_BASELINE', given: 2, known: [0, 1] },
    });
  });

  test('a year without a plan', async () => {
    expect(await loadFigures(await openTestContext(), { ...CURRENT, year: 2019 })).toEqual({
      ok: false,
      refusal: { code: 'NO_PLAN', year: 2019, years: [2020] },
    });
  });

  test('no plan at all', async () => {
    const context = { ...(await openTestContext()), store: await openTestStore() };
    expect(await loadFigures(context, CURRENT)).toEqual({
      ok: false,
      refusal: { code: 'NO_PLAN', year: null, years: [] },
    });
  });
});

describe('kept results', () => {
  test('are the same object until something is said', async () => {
    const context = await openTestContext();
    const first = await figuresFor(context, {});
    expect(await figuresFor(context, {})).toBe(first);
    await say(context, '1.4.1', '50', '2020-09-14');
    expect(await figuresFor(context, {})).not.toBe(first);
    expect(await shareOf(context, '1.4')).toBe('15.00');
  });

  test('are not those of what another process said', async () => {
    const context = await openTestContext();
    const other = { ...context, store: await openTestStore(context.file), figures: new Map() };
    expect(await shareOf(context, '1.4')).toBe('0.00');
    await say(other, '1.4.1', '50', '2020-09-14');
    expect(await shareOf(context, '1.4')).toBe('15.00');
  });

  test('nor those of a plan imported anew', async () => {
    const context = await openTestContext();
    const first = await figuresFor(context, {});
    await importSample(context.store, { ...ARTI, title: 'Altro titolo' }, 'sha-2');
    expect([first.plan.title, (await figuresFor(context, {})).plan.title]).toEqual([
      ARTI.title,
      'Altro titolo',
    ]);
  });

  test('nor those of another day or baseline', async () => {
    const context = await openTestContext();
    await say(context, '1.4.1', '50', '2020-09-10');
    await say(context, '1.4.1', '80', '2020-09-12');
    const days = ['2020-09-09', '2020-09-10', '2020-09-11', '2020-09-12', '2020-09-14'];
    const shares = [];
    for (const day of days) shares.push(await shareOf(context, '1.4', { asOf: isoDate(day) }));
    expect(shares).toEqual(['0.00', '15.00', '15.00', '24.00', '24.00']);
    expect(await shareOf(context, '1.4', { baseline: 0 })).toBeNull();
    context.goTo('2020-09-11');
    expect(await shareOf(context, '1.4')).toBe('15.00');
  });

  test('do not pile up', async () => {
    const context = await openTestContext();
    for (let day = 1; day <= 28; day++) {
      for (const month of ['01', '02', '03']) {
        await figuresFor(context, { asOf: isoDate(`2020-${month}-${String(day).padStart(2, '0')}`) });
      }
    }
    expect(context.figures.size).toBeLessThanOrEqual(64);
  });
});
