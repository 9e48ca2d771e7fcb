/** Numbers and days as each language writes them, and reads them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { parseDecimal } from '../../src/domain/decimal.ts';
import { multiply, ratio } from '../../src/domain/ratio.ts';
import {
  formatBps,
  formatDay,
  formatDecimals,
  formatLongDay,
  formatNumber,
  formatPoints,
  formatShare,
  isDoubtfulNumber,
  parseNumber,
  writeNumber,
} from '../../src/messages/format.ts';

const GAP = '\u00a0';

test.each([
  { why: 'two decimals', share: ratio(1, 8), it: `12,50${GAP}%`, en: '12.50%' },
  { why: 'the whole', share: ratio(1), it: `100,00${GAP}%`, en: '100.00%' },
  { why: 'nothing', share: ratio(0), it: `0,00${GAP}%`, en: '0.00%' },
  {
    why: 'three thirds are whole, one is rounded down',
    share: ratio(1, 3),
    it: `33,33${GAP}%`,
    en: '33.33%',
  },
  { why: 'two are rounded up', share: ratio(2, 3), it: `66,67${GAP}%`, en: '66.67%' },
  { why: 'a half is rounded up', share: ratio(12_345, 1_000_000), it: `1,23${GAP}%`, en: '1.23%' },
  {
    why: 'exactly half of a hundredth goes up',
    share: ratio(10_005, 1_000_000),
    it: `1,00${GAP}%`,
    en: '1.00%',
  },
  { why: 'and so here', share: ratio(100_050, 10_000_000), it: `1,00${GAP}%`, en: '1.00%' },
  { why: 'the hundredth itself', share: ratio(100_500, 10_000_000), it: `1,01${GAP}%`, en: '1.01%' },
  { why: 'CRONO 1 on 30/06', share: ratio(7_335, 10_000), it: `73,35${GAP}%`, en: '73.35%' },
  { why: 'uncapped, over a thousand', share: ratio(1_234, 100), it: `1.234,00${GAP}%`, en: '1,234.00%' },
])('a share: $why', ({ share, it, en }) => {
  expect([formatShare(share, 'it'), formatShare(share, 'en')]).toEqual([it, en]);
});

test.each([
  { bps: 1_200, it: `12,00${GAP}%`, en: '12.00%' },
  { bps: 1, it: `0,01${GAP}%`, en: '0.01%' },
])('basis points: $bps', ({ bps, it, en }) => {
  expect([formatBps(bps, 'it'), formatBps(bps, 'en')]).toEqual([it, en]);
});

test.each([
  { why: 'ahead', share: ratio(7, 200), it: '+3,50', en: '+3.50' },
  { why: 'behind, with a true minus', share: ratio(-12, 100), it: '−12,00', en: '−12.00' },
  { why: 'even', share: ratio(0), it: '0,00', en: '0.00' },
  { why: 'less than a hundredth is no difference', share: ratio(-1, 100_000), it: '0,00', en: '0.00' },
])('points: $why', ({ share, it, en }) => {
  expect([formatPoints(share, 'it'), formatPoints(share, 'en')]).toEqual([it, en]);
});

test.each([
  { value: '20015', it: '20.015', en: '20,015' },
  { value: '6200', it: '6.200', en: '6,200' },
  { value: '0.5', it: '0,5', en: '0.5' },
  { value: '1234567.891', it: '1.234.567,891', en: '1,234,567.891' },
  { value: '0', it: '0', en: '0' },
  { value: '999999999999999', it: '999.999.999.999.999', en: '999,999,999,999,999' },
])('a number: $value', ({ value, it, en }) => {
  expect([formatNumber(value, 'it'), formatNumber(value, 'en')]).toEqual([it, en]);
});

test('a number of 15 digits and 6 decimals, as a measurement may hold, is shown as it was said', () => {
  expect(formatNumber('123456789012345.123456', 'it')).toBe('123.456.789.012.345,123456');
});

test('points of the plan: two decimals', () => {
  expect([formatDecimals(ratio(342, 10), 'it'), formatDecimals(ratio(86), 'en')]).toEqual(['34,20', '86.00']);
});

test('days are written alike, weekdays are not', () => {
  const day = isoDate('2020-09-14');
  expect([formatDay(day), formatLongDay(day, 'it'), formatLongDay(day, 'en')]).toEqual([
    '14/09/2020',
    'lunedì 14/09/2020',
    'Monday 14/09/2020',
  ]);
});

describe('a number as people write it', () => {
  test.each([
    { text: '60', it: '60', en: '60' },
    { text: ' 60 ', it: '60', en: '60' },
    { text: '12,5', it: '12.5', en: '12.5' },
    { text: '12.5', it: '12.5', en: '12.5' },
    { text: '20.015', it: '20015', en: '20.015' },
    { text: '20,015', it: '20.015', en: '20015' },
    { text: '1.234,5', it: '1234.5', en: undefined },
    { text: '1,234.5', it: undefined, en: '1234.5' },
    { text: '1.234.567', it: '1234567', en: undefined },
    { text: '1.23.456', it: undefined, en: undefined },
    { text: '-5', it: '-5', en: '-5' },
    { text: '−5', it: undefined, en: undefined },
    { text: '+5', it: undefined, en: undefined },
    { text: '', it: undefined, en: undefined },
    { text: '5%', it: undefined, en: undefined },
    { text: '1e3', it: undefined, en: undefined },
    { text: '0x10', it: undefined, en: undefined },
    { text: 'Infinity', it: undefined, en: undefined },
    { text: '.5', it: undefined, en: undefined },
    { text: '5.', it: undefined, en: undefined },
    { text: '1 000', it: undefined, en: undefined },
    { text: '٣', it: undefined, en: undefined },
  ])('“$text” is $it in Italian, $en in English', ({ text, it, en }) => {
    expect([parseNumber(text, 'it'), parseNumber(text, 'en')]).toEqual([it, en]);
  });

  test('what is shown is read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('it' as const, 'en' as const),
        (whole, hundredths, language) => {
          const value = `${whole}.${String(hundredths).padStart(2, '0')}`;
          expect(Number(parseNumber(formatNumber(value, language), language))).toBe(Number(value));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a share shown is the share rounded half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 10_000 }), (n, d) => {
        const shown = formatShare(ratio(n, d), 'en').replace(/[%,]/g, '');
        const exact = multiply(ratio(n, d), ratio(10_000));
        const rounded = (exact.n * 2n + exact.d) / (exact.d * 2n);
        expect(Math.round(Number(shown) * 100)).toBe(Number(rounded));
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each(['it', 'en'] as const)('in %s a number written into a field is read back as it was', (language) => {
  const decimals = fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, rest]) => parseDecimal(`${whole}.${String(rest).padStart(6, '0')}`));
  fc.assert(
    fc.property(decimals, (value) => {
      if (value === undefined) return;
      const written = writeNumber(value, language);
      expect(parseNumber(written, language)).toBe(value);
      expect(isDoubtfulNumber(written, language)).toBe(false);
    }),
  );
});

test.each([
  { text: '8,006', language: 'it', doubtful: true },
  { text: '8.006', language: 'it', doubtful: false },
  { text: '8,006', language: 'en', doubtful: false },
  { text: '8.006', language: 'en', doubtful: true },
  { text: '0,500', language: 'it', doubtful: false },
  { text: '8,0060', language: 'it', doubtful: false },
  { text: '1234,500', language: 'it', doubtful: false },
] as const)('$text in $language is doubtful: $doubtful', ({ text, language, doubtful }) => {
  expect(isDoubtfulNumber(text, language)).toBe(doubtful);
});

test('a group of thousands never begins with 0', () => {
  expect(parseNumber('0.500', 'it')).toBe('0.5');
  expect(parseNumber('00.500', 'it')).toBe('0.5');
});
