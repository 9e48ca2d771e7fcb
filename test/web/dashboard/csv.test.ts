import { describe, expect, test } from 'vitest';
import { csvFileName, csvOf } from '../../../src/web/dashboard/data/csv.ts';

const ofOne = (value: string | number | null, language: 'it' | 'en' = 'it'): string =>
  csvOf([{ label: 'x', value: () => value }], [null], language).split('\r\n')[1] ?? '';

describe('a cell', () => {
  test.each([
    { why: 'a number has the comma of its language', value: 67.15, written: '67,15' },
    { why: 'a number below zero is no formula', value: -3.5, written: '-3,5' },
    { why: 'a figure loses what binary fractions added', value: 0.1 + 0.2, written: '0,3' },
    { why: 'nothing is empty, not a zero', value: null, written: '' },
    { why: 'a comma alone needs no quotes', value: 'a, b', written: 'a, b' },
    { why: 'the separator needs them', value: 'a; b', written: '"a; b"' },
    { why: 'quotes are doubled', value: 'detto "sì"', written: '"detto ""sì"""' },
    { why: 'a formula is made text', value: '=HYPERLINK("x")', written: '"\'=HYPERLINK(""x"")"' },
    { why: 'so is what begins with a plus', value: '+39', written: "'+39" },
    { why: 'with a minus', value: '-1+2', written: "'-1+2" },
    { why: 'with an at', value: '@SUM(A1)', written: "'@SUM(A1)" },
    { why: 'one within is harmless', value: 'a=b', written: 'a=b' },
  ])('$why', ({ value, written }) => {
    expect(ofOne(value)).toBe(written);
  });

  test('a line within a cell stays within it', () => {
    const csv = csvOf([{ label: 'x', value: () => 'a\nb' }], [null], 'it');
    expect(csv).toBe('x\r\n"a\nb"\r\n');
  });

  test('English writes points and separates by commas', () => {
    expect([ofOne(67.15, 'en'), ofOne('a, b', 'en'), ofOne('a; b', 'en')]).toEqual([
      '67.15',
      '"a, b"',
      'a; b',
    ]);
  });
});

test('a table is a line of names and a line a row', () => {
  const columns = [
    { label: 'Obiettivo', value: (row: { code: string }) => row.code },
    { label: 'Peso', value: () => 12 },
  ];
  const csv = csvOf(columns, [{ code: '1.1' }, { code: '1.2' }], 'it');
  expect(csv).toBe('Obiettivo;Peso\r\n1.1;12\r\n1.2;12\r\n');
});

test.each([
  ['Obiettivi', 'obiettivi.csv'],
  ['Attività in scadenza (30 gg)', 'attivita-in-scadenza-30-gg.csv'],
  ['../…', 'table.csv'],
])('%s is kept as %s', (caption, name) => {
  expect(csvFileName(caption)).toBe(name);
});
