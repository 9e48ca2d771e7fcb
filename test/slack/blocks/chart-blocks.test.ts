/** Slack's block for charts, within Slack's limits whatever the subject and the day. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import {
  type ChartContent,
  chartBlock,
  chartMessage,
  chartTextMessage,
  isDrawable,
  undrawableText,
} from '../../../src/slack/blocks/chart-blocks.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { DATA_VISUALIZATION_LIMITS as LIMITS } from '../../../src/slack/charts/data-visualization.ts';
import { validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import { readSeries, say } from '../../charts/said-series.ts';
import { openTestContext } from '../../helpers/context.ts';

const it = voiceOf('it');

/** All that Slack refuses a chart for, as one text each. */
function problemsOf({ blocks }: ChartContent): string[] {
  const charts = blocks.flatMap((block) => (block.type === 'data_visualization' ? [block] : []));
  const problems = validateBlocks(blocks, 'message').map(({ message }) => message);
  for (const { title, chart } of charts) {
    const { categories, x_label: x = '', y_label: y = '' } = chart.axis_config;
    const names = chart.series.map(({ name }) => name);
    if (title === '' || title.length > LIMITS.title) problems.push(`title: ${title}`);
    if (Math.max(x.length, y.length) > LIMITS.axisLabel) problems.push('axis label');
    if (names.length < 1 || names.length > LIMITS.series) problems.push(`${names.length} series`);
    if (new Set(names).size < names.length) problems.push('two series of one name');
    if (names.some((name) => name === '' || name.length > LIMITS.seriesName)) problems.push(`name: ${names}`);
    if (categories.length < 1 || categories.length > LIMITS.points)
      problems.push(`${categories.length} points`);
    if (new Set(categories).size < categories.length) problems.push('a category twice');
    if (categories.some((label) => label.length > LIMITS.pointLabel)) problems.push('long category');
    for (const { name, data } of chart.series) {
      if (data.map(({ label }) => label).join() !== categories.join())
        problems.push(`${name}: other categories`);
      if (!data.every(({ value }) => Number.isFinite(value) && value >= 0 && value <= 100))
        problems.push(`${name}: values`);
    }
  }
  return problems;
}

const SUBJECTS = [null, '1', '1.1', '1.4', '1.1.2', '3.1', 'DIREZIONE', 'LAVORO', 'OSRU'];
const DAYS = [
  '2019-12-31',
  '2020-01-01',
  '2020-01-03',
  '2020-05-08',
  '2020-05-15',
  '2020-08-03',
  '2020-09-14',
  '2020-12-31',
  '2021-02-01',
];

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(DAYS)('Slack takes every subject on %s', async (day) => {
    const context = await openTestContext();
    await say(context, '1.1.1', '45', '2020-04-01');
    for (const subject of SUBJECTS) {
      const series = await readSeries(context, { subject, asOf: isoDate(day), baseline: 1 });
      for (const content of [
        chartMessage(series, voiceOf(language)),
        chartTextMessage(series, voiceOf(language)),
      ]) {
        expect([subject, ...problemsOf(content)]).toEqual([subject]);
        expect(content.text.trim()).not.toBe('');
        expect(content.text.length).toBeLessThanOrEqual(4000);
      }
    }
  });
});

describe('which points', () => {
  const labelsOf = async (day: string, subject = '1.1') => {
    const series = await readSeries(await openTestContext(), { subject, asOf: isoDate(day) });
    return chartBlock(series, it).chart.axis_config.categories;
  };

  test.each([
    {
      why: 'every Friday while they are few, and the day itself',
      day: '2020-01-20',
      labels: ['03/01', '10/01', '17/01', '20/01'],
    },
    {
      why: 'then the ends of months, and the day itself',
      day: '2020-06-17',
      labels: ['31/01', '29/02', '31/03', '30/04', '31/05', '17/06'],
    },
    {
      why: 'a month’s end once',
      day: '2020-06-30',
      labels: ['31/01', '29/02', '31/03', '30/04', '31/05', '30/06'],
    },
    {
      why: 'before the year, the year as it is planned',
      day: '2019-11-11',
      labels: [
        '31/01',
        '29/02',
        '31/03',
        '30/04',
        '31/05',
        '30/06',
        '31/07',
        '31/08',
        '30/09',
        '31/10',
        '30/11',
        '31/12',
      ],
    },
  ])('$why', async ({ day, labels }) => {
    expect(await labelsOf(day)).toEqual(labels);
  });

  test('none of before the goal was in the plan', async () => {
    expect(await labelsOf('2020-08-14', '1.4')).toEqual(['07/08', '14/08']);
  });
});

test('the values are percentages, rounded to two decimals', async () => {
  const context = await openTestContext();
  await say(context, '1.1.1', '33.33', '2020-03-15');
  const series = await readSeries(context, { subject: '1.1', asOf: isoDate('2020-06-30'), baseline: 1 });
  const last = chartBlock(series, it).chart.series.map(({ name, data }) => [name, data.at(-1)?.value]);
  expect(last).toEqual([
    ['Avanzamento', 5],
    ['Atteso a scadenza', 40],
    ['Atteso lineare', 73.35],
  ]);
});

test('only the plan is drawn where there is no progress', async () => {
  const series = await readSeries(await openTestContext(), { subject: '1.1', asOf: isoDate('2019-12-31') });
  const content = chartMessage(series, it);
  expect(chartBlock(series, it).chart.series.map(({ name }) => name)).toEqual([
    'Atteso a scadenza',
    'Atteso lineare',
  ]);
  expect(JSON.stringify(content.blocks)).toContain('il solo atteso');
});

test('what the chart leaves out is said', async () => {
  const series = await readSeries(await openTestContext(), { subject: '1.1' });
  expect(JSON.stringify(chartMessage(series, it).blocks)).toContain('Il grafico arriva al 14/09/2020');
});

test('nothing to draw, and why', async () => {
  const series = await readSeries(await openTestContext(), { subject: '4.3' });
  expect(isDrawable(series)).toBe(false);
  expect(undrawableText(series, it)).toBe(
    'Non c’è nulla da disegnare: non calcolabile: il cronoprogramma non è noto.',
  );
});

test('markup of a code is escaped', async () => {
  const series = await readSeries(await openTestContext(), { subject: 'OSRU' });
  const subject = { ...series.subject, code: 'R&D<!here>' } as typeof series.subject;
  const { text, blocks } = chartTextMessage({ ...series, subject }, it);
  for (const shown of [text, JSON.stringify(blocks)]) {
    expect(shown).toContain('R&amp;D&lt;!here&gt;');
    expect(shown).not.toContain('<!here>');
  }
});
