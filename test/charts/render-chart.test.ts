/** The picture: what it says, in both languages, and that it is a small PNG of the right size. */
import { describe, expect, test } from 'vitest';
import { CHART_SIZE } from '../../src/charts/chart-option.ts';
import { chartSvg, renderChart } from '../../src/charts/render-chart.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { ARTI, openTestContext } from '../helpers/context.ts';
import { readSeries, say } from './said-series.ts';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

async function contextWithReports() {
  const context = await openTestContext();
  await say(context, '1.1.1', '30', '2020-03-15');
  await say(context, '1.1.2', '80', '2020-07-10');
  await say(context, '1.1.3', '100', '2020-08-20');
  return context;
}

/** The texts of an SVG, in their order. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

test.each([
  {
    language: 'it',
    texts: [
      'Obiettivo 1.1: avanzamento e atteso',
      'Avanzamento',
      'Atteso a scadenza',
      'Atteso lineare',
      'Al 14/09/2020',
      'baseline 1',
      'gen',
      'mag',
      'dic',
      '0\u00a0%',
      '100\u00a0%',
      '37,50\u00a0%',
    ],
  },
  {
    language: 'en',
    texts: [
      'Goal 1.1: progress and planned',
      'Progress',
      'Planned by deadline',
      'Planned, linear',
      'As of 14/09/2020',
      'baseline 1',
      'Jan',
      'May',
      'Dec',
      '0%',
      '100%',
      '37.50%',
    ],
  },
] as const)('says what it shows, in $language', async ({ language, texts }) => {
  const svg = await chartSvg(await readSeries(await contextWithReports(), { subject: '1.1' }), language);
  expect(textsOf(svg)).toEqual(expect.arrayContaining([...texts]));
  expect(textsOf(svg).filter((text) => /undefined|NaN|null/.test(text))).toEqual([]);
});

test('tells its three lines apart by colour and by dash', async () => {
  const svg = await chartSvg(await readSeries(await contextWithReports(), { subject: '1.1' }), 'it');
  const dashOf = (colour: string) =>
    [...svg.matchAll(new RegExp(`<path[^>]*stroke="${colour}"[^>]*>`, 'g'))].map(
      ([path]) => /stroke-dasharray="([^"]*)"/.exec(path)?.[1] ?? 'none',
    );
  expect(dashOf('#0072b2')).toContain('none');
  expect(new Set(dashOf('#595959'))).toContain('2,4');
  expect(dashOf('#d55e00')).toContain('10,5');
});

test('has no line of the as-of day when it lies in another year', async () => {
  const context = await openTestContext();
  const texts = textsOf(await chartSvg(await readSeries(context, { asOf: isoDate('2021-03-01') }), 'it'));
  expect(texts.filter((text) => text.startsWith('Al '))).toEqual([]);
});

describe.each(LANGUAGES)('as PNG, in %s', (language) => {
  test.each([
    { subject: '1.1' },
    { subject: null },
    { subject: 'OSRU' },
    { subject: '3.1' },
    { subject: '1.1.2' },
    { subject: '1' },
  ])('$subject', async ({ subject }) => {
    const png = await renderChart(await readSeries(await contextWithReports(), { subject }), language);
    expect([...png.subarray(0, 8)]).toEqual(PNG_SIGNATURE);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      CHART_SIZE.width * 2,
      CHART_SIZE.height * 2,
    ]);
    expect(png.length).toBeLessThan(100_000);
    expect(png.length).toBeGreaterThan(20_000);
  });
});

test('its letters are drawn: with other words it is another picture', async () => {
  const series = await readSeries(await contextWithReports(), { subject: '1.1' });
  const pixels = async (name: string) =>
    (await renderChart({ ...series, subject: { ...series.subject, name } as typeof series.subject }, 'it'))
      .length;
  expect(await pixels('Consolidamento del riordino')).not.toBe(await pixels(''));
});

test.each([
  { why: 'markup', name: '<b>&amp;</b> "x" <script>' },
  { why: 'control characters', name: 'a\u0000b\u0008c\u001bd' },
  { why: 'half an emoji', name: 'a\ud83d b' },
  { why: 'an emoji', name: 'a 👩‍👩‍👧 b' },
  { why: 'the longest', name: 'parola '.repeat(1400) },
  { why: 'one word without end', name: 'x'.repeat(10_000) },
  { why: 'ECharts’ own marks', name: '{value} {a|b} {@c}' },
])('a name takes any text: $why', async ({ name }) => {
  const context = await openTestContext({ plan: { ...ARTI, title: name } });
  const series = await readSeries(context, {});
  const png = await renderChart(series, 'it');
  expect([...png.subarray(0, 8)]).toEqual(PNG_SIGNATURE);
  expect(Math.max(...textsOf(await chartSvg(series, 'it')).map((text) => text.length))).toBeLessThan(120);
});
