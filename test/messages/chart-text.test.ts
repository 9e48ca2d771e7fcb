/** What a chart shows, for who does not see it. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { chartEn } from '../../src/messages/chart-en.ts';
import { chartIt } from '../../src/messages/chart-it.ts';
import {
  ALTERNATIVE_LIMIT,
  baselineText,
  chartAlternative,
  chartSummary,
  chartTitle,
  subjectName,
} from '../../src/messages/chart-text.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { readSeries, say } from '../charts/said-series.ts';
import { openTestContext } from '../helpers/context.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

async function contextWithReports() {
  const context = await openTestContext();
  await say(context, '1.1.1', '30', '2020-03-15');
  await say(context, '1.1.3', '100', '2020-08-20');
  return context;
}

test.each([
  {
    language: 'it',
    summary:
      'Obiettivo 1.1 al 14/09/2020: avanzamento 29,50 % con copertura 40,00 %; atteso 40,00 % a scadenza e 87,28 % lineare; scostamento −10,50 e −57,78 punti.',
    starts:
      ' Dal 03/08/2020 vale la baseline 1. A fine mese, avanzamento rispetto all’atteso a scadenza e lineare: gennaio 0,00 % rispetto a 0,00 % e 17,97 %; ',
    ends: '; settembre atteso 55,00 % e 90,22 %; ottobre atteso 65,00 % e 94,17 %; novembre atteso 65,00 % e 97,04 %; dicembre atteso 100,00 % e 100,00 %.',
  },
  {
    language: 'en',
    summary:
      'Goal 1.1 on 14/09/2020: progress 29.50% with coverage 40.00%; planned 40.00% by deadline and 87.28% linear; variance −10.50 and −57.78 points.',
    starts:
      ' From 03/08/2020 baseline 1 applies. At the end of each month, progress against planned by deadline and linear: January 0.00% against 0.00% and 17.97%; ',
    ends: '; September planned 55.00% and 90.22%; October planned 65.00% and 94.17%; November planned 65.00% and 97.04%; December planned 100.00% and 100.00%.',
  },
] as const)('goal 1.1 in $language', async ({ language, summary, starts, ends }) => {
  const series = await readSeries(await contextWithReports(), { subject: '1.1' });
  expect(plain(chartSummary(series, language))).toBe(summary);
  const text = plain(chartAlternative(series, language));
  expect(text.slice(0, summary.length + starts.length)).toBe(summary + starts);
  expect(text.slice(-ends.length)).toBe(ends);
});

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    { subject: null },
    { subject: '1' },
    { subject: '1.4' },
    { subject: '1.1.1' },
    { subject: '3.1' },
    { subject: '4.3' },
    { subject: 'DIREZIONE' },
  ])('whole, within the limit: $subject', async ({ subject }) => {
    for (const asOf of ['2020-01-01', '2020-09-14', '2020-12-31', '2021-06-30']) {
      const context = await openTestContext();
      const found = await readSeries(context, { subject, asOf: isoDate(asOf), baseline: 1 });
      const text = chartAlternative(found, language);
      expect(text.length).toBeLessThanOrEqual(ALTERNATIVE_LIMIT);
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\s{2}/);
    }
  });

  test('no month of which nothing was planned', async () => {
    const series = await readSeries(await openTestContext(), { subject: '1.4' });
    const text = chartAlternative(series, language);
    expect(text).not.toContain(language === 'it' ? 'luglio' : 'July');
    expect(text).toContain(language === 'it' ? 'agosto' : 'August');
  });

  test('what cannot be computed is said, not shown as 0', async () => {
    const series = await readSeries(await openTestContext(), { subject: '4.3' });
    expect(chartSummary(series, language)).toContain(language === 'it' ? 'cronoprogramma' : 'schedule');
  });
});

test.each([
  { subject: null, title: 'Piano 2020: avanzamento e atteso' },
  { subject: '1', title: 'Ambito 1: avanzamento e atteso' },
  { subject: '1.1.1', title: 'Fase 1.1.1: avanzamento e atteso' },
  { subject: 'drl', title: 'Struttura LAVORO: avanzamento e atteso' },
])('$title', async ({ subject, title }) => {
  expect(chartTitle(await readSeries(await openTestContext(), { subject }), 'it')).toBe(title);
});

test('which baseline', async () => {
  const context = await openTestContext();
  expect(baselineText(await readSeries(context, { baseline: 0 }), 'it')).toBe('Confronto con la baseline 0.');
  expect(baselineText(await readSeries(context, { asOf: isoDate('2020-06-30') }), 'it')).toBe('');
});

test.each([
  { why: 'as it is', name: 'Servizi alle imprese', limit: 40, is: 'Servizi alle imprese' },
  { why: 'on one line', name: ' Servizi\n alle  imprese ', limit: 40, is: 'Servizi alle imprese' },
  { why: 'cut at a space', name: 'Servizi alle imprese', limit: 16, is: 'Servizi alle…' },
  { why: 'cut in a long word', name: 'x'.repeat(30), limit: 10, is: `${'x'.repeat(9)}…` },
  { why: 'no half emoji', name: `${'x'.repeat(8)}👍y`, limit: 10, is: `${'x'.repeat(8)}…` },
  { why: 'unknown words', name: null, limit: 10, is: '' },
])('a name $why', ({ name, limit, is }) => {
  expect(subjectName({ kind: 'AREA', code: '1', name: name ?? '' }, limit)).toBe(is);
});

test('both languages have twelve months', () => {
  for (const t of [chartIt, chartEn]) {
    expect([t.monthNames.length, t.shortMonths.length]).toEqual([12, 12]);
  }
});
