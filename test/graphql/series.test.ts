/** Progress over time, differences of baselines and the plans of all years, as a dashboard asks for them. */
import { describe, expect, test } from 'vitest';
import { recordStatements } from '../../src/services/record-statements.ts';
import { PLANNING_OFFICE, statement } from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';
import { openRealContext } from '../services/real-context.ts';
import { openApi } from './support.ts';

const POINT = 'day baseline percent reason coverage planned { byDeadline linear }';

type Point = {
  day: string;
  baseline: number;
  percent: number | null;
  planned: { byDeadline: number | null; linear: number | null };
};

const on = (points: readonly Point[], day: string) => points.find((point) => point.day === day);

/** The real plan, of which phase 1.1.1 was reported at 80 % on 30 June. */
async function openReported() {
  const context = await openRealContext();
  const recorded = await recordStatements(context, {
    statements: [
      statement('1.1.1', {
        figure: { kind: 'PERCENT', percent: decimal('80') },
        reportedOn: '2020-06-30' as never,
      }),
    ],
    lines: [''],
    actor: PLANNING_OFFICE,
    source: 'GRAPHQL',
    year: null,
    inbox: null,
    replyTo: null,
  });
  if (!recorded.ok) throw new Error(JSON.stringify(recorded));
  return openApi({ context });
}

describe('progressSeries', () => {
  test('of plan, area, goal and structure is what each shows on those days', async () => {
    const api = await openReported();
    const { data, errors } = await api.ask(`{
      plan { progressSeries { from to every points { ${POINT} } }
        areas { code progressSeries { points { day percent } } }
        structures { code progressSeries(every: MONTH) { points { day percent } } } }
      goal(code: "1.1") { progressSeries(from: "2020-06-28", every: DAY, to: "2020-07-01") { points { ${POINT} } } }
      june: plan(asOf: "2020-06-30") { progress { percent } areas { progress { percent } } structures { progress { percent } } } }`);
    expect(errors).toEqual([]);
    const { progressSeries } = data.plan;
    expect(progressSeries).toMatchObject({ from: '2020-01-01', to: '2020-09-14', every: 'WEEK' });
    expect(progressSeries.points).toHaveLength(38);
    expect(data.goal.progressSeries.points.map(({ percent }: Point) => percent)).toEqual([0, 0, 12, 12]);
    expect(data.plan.areas[0].progressSeries.points.at(-1).percent).toBeGreaterThan(0);
    for (const [index, { progressSeries: months }] of data.plan.structures.entries()) {
      expect(on(months.points, '2020-06-30')?.percent).toBe(data.june.structures[index].progress.percent);
    }
  });

  test.each(['2020-09-14', '2020-12-31', '2021-06-30'])(
    'as of %s its last point is the figure beside it, and a later one is only planned',
    async (asOf) => {
      const api = await openReported();
      const { data } = await api.ask(
        `query($asOf: Date) { plan(asOf: $asOf) {
          progress { percent coverage planned { byDeadline linear } }
          progressSeries(from: $asOf, to: "2021-12-31", every: MONTH) { points { ${POINT} } }
          reached: progressSeries(from: $asOf, to: $asOf, every: DAY) { points { percent coverage planned { byDeadline linear } reason } } } }`,
        { asOf },
      );
      const { progress, progressSeries, reached } = data.plan;
      expect(progress.percent).toBeGreaterThan(0);
      expect(reached.points).toEqual([{ ...progress, reason: null }]);
      expect(progressSeries.points.at(-1)).toMatchObject({ percent: null, reason: 'NOT_YET' });
    },
  );

  test('inherits the day and the baseline that were asked for above it', async () => {
    const api = await openReported();
    const { data } = await api.ask(`{
      plan(asOf: "2020-06-30", baseline: 1) { goals { code
        progressSeries(every: MONTH, to: "2020-12-31") { points { ${POINT} } } } } }`);
    const { points } = data.plan.goals.find(({ code }: { code: string }) => code === '1.1').progressSeries;
    expect(on(points, '2020-06-30')).toMatchObject({ baseline: 1, percent: 12, planned: { byDeadline: 40 } });
    expect(on(points, '2020-09-30')).toMatchObject({
      baseline: 1,
      percent: null,
      planned: { byDeadline: 55 },
    });
  });

  test.each([
    { args: 'from: "2020-09-30", to: "2020-09-01"', code: 'RANGE_INVALID' },
    { args: 'from: "2020-01-01", to: "2021-12-31", every: DAY', code: 'RANGE_TOO_LONG' },
  ])('refused in both languages: $code', async ({ args, code }) => {
    const api = await openApi();
    const { errors } = await api.ask(`{ plan { progressSeries(${args}) { points { day } } } }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({
      code,
      messageIt: expect.any(String),
      messageEn: expect.any(String),
    });
  });
});

const DIFF = `from { number act } to { number act } oldWeightBps newWeightBps
  goals { goal { code title } presence
    changes { baseline act change { kind into motivation } }
    fields { ...field } phases { code presence fields { ...field } } }`;
const FIELD = `fragment field on FieldDiff { field fromYear toYear
  old { text weightBps day structures { code } unknownBecause } new { text weightBps day structures { code } } }`;

describe('baselineDiff', () => {
  type Field = { field: string; old: { text: string } | null; new: { text: string } | null };
  type Goal = {
    goal: { code: string };
    presence: string;
    changes: unknown[];
    fields: Field[];
    phases: { code: string; fields: Field[] }[];
  };

  async function diff(language: 'it' | 'en' = 'it') {
    const api = await openApi({ language });
    const { data, errors } = await api.ask(`{ plan { baselineDiff(from: 0, to: 1) { ${DIFF} } } } ${FIELD}`);
    expect(errors).toEqual([]);
    return data.plan.baselineDiff;
  }
  const goalOf = (goals: Goal[], code: string) => goals.find((each) => each.goal.code === code);

  test('says of each field what stood and stands, with act, kind and motivation', async () => {
    const { goals, ...whole } = await diff();
    expect(whole).toMatchObject({
      from: { number: 0 },
      to: { number: 1 },
      oldWeightBps: 8600,
      newWeightBps: 8600,
    });
    expect(goalOf(goals, '1.1')).toMatchObject({
      presence: 'CHANGED',
      changes: [{ baseline: 1, act: expect.stringContaining('1095'), change: { kind: 'MODIFY' } }],
      fields: expect.arrayContaining([
        expect.objectContaining({
          field: 'WEIGHT',
          old: expect.objectContaining({
            text: expect.stringMatching(/^15,00\s%$/),
            weightBps: 1500,
            day: null,
          }),
          new: expect.objectContaining({ text: expect.stringMatching(/^12,00\s%$/), weightBps: 1200 }),
        }),
      ]),
    });
    expect(goalOf(goals, '1.1')?.phases[0]).toMatchObject({
      code: '1.1.1',
      fields: [{ field: 'END', old: { text: '31/05/2020', day: '2020-05-31' }, new: { day: '2020-09-30' } }],
    });
    expect(goalOf(goals, '3.2')?.fields).toContainEqual(
      expect.objectContaining({
        field: 'TARGET',
        fromYear: 2020,
        old: expect.objectContaining({ text: '≥ 66' }),
      }),
    );
  });

  test('of a goal that came or went, one side is null', async () => {
    const { goals } = await diff();
    const weight = (code: string) => goalOf(goals, code)?.fields.find(({ field }) => field === 'WEIGHT');
    expect([goalOf(goals, '1.4')?.presence, weight('1.4')?.old]).toEqual(['INSERTED', null]);
    expect([goalOf(goals, '3.3')?.presence, weight('3.3')?.new]).toEqual(['REMOVED', null]);
  });

  test('words that the source does not repeat say why they are not known', async () => {
    const { goals } = await diff('en');
    const texts = goals
      .flatMap(({ fields, phases }: Goal) => [...fields, ...phases.flatMap((each) => each.fields)])
      .flatMap(({ old }: Field) => old?.text ?? []);
    expect(texts).toContainEqual(expect.stringMatching(/^wording not known \(/));
    expect(texts).toContain('15.00%');
  });

  test('refused: a baseline that is not there', async () => {
    const api = await openApi();
    const { errors } = await api.ask('{ plan { baselineDiff(from: 0, to: 4) { oldWeightBps } } }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'NO_BASELINE', known: [0, 1] });
  });
});

test('plans: each year as its own plan shows it', async () => {
  const api = await openReported();
  const figures = 'percent reason coverage planned { byDeadline linear } variance { byDeadline linear }';
  const { data, errors } = await api.ask(`{
    plans(asOf: "2020-08-31") { year title asOf baseline figure { ${figures} } structures { structure { code name } figure { ${figures} } } }
    plan(asOf: "2020-08-31") { title progress { ${figures} } structures { code name progress { ${figures} } } } }`);
  expect(errors).toEqual([]);
  const { title, progress, structures } = data.plan;
  expect(data.plans).toEqual([
    {
      year: 2020,
      title,
      asOf: '2020-08-31',
      baseline: 1,
      figure: progress,
      structures: structures.map(
        ({ code, name, progress: figure }: { code: string; name: string; progress: object }) => ({
          structure: { code, name },
          figure,
        }),
      ),
    },
  ]);
});
