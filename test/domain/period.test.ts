import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../src/domain/period.ts';

describe('a period', () => {
  test.each([
    { why: 'days, English', text: '30d', days: 30 },
    { why: 'days, Italian', text: '30g', days: 30 },
    { why: 'a bare number is days', text: '7', days: 7 },
    { why: 'weeks, English', text: '2w', days: 14 },
    { why: 'weeks, Italian', text: '2 settimane', days: 14 },
    { why: 'one day in words', text: '1 giorno', days: 1 },
    { why: 'a leap year', text: '366d', days: 366 },
  ])('$why: $text', ({ text, days }) => {
    expect(parsePeriod(text)).toEqual({ ok: true, value: days });
  });

  test.each([
    { why: 'nothing', text: '' },
    { why: 'no days', text: '0' },
    { why: 'longer than a year', text: '367d' },
    { why: 'weeks beyond a year', text: '53w' },
    { why: 'backwards', text: '-3d' },
    { why: 'not whole', text: '1,5w' },
    { why: 'months are of no one length', text: '2 mesi' },
    { why: 'words', text: 'presto' },
  ])('refused, $why: “$text”', ({ text }) => {
    expect(parsePeriod(text)).toEqual({ ok: false, refusal: { code: 'PERIOD_INVALID', given: text } });
  });
});
