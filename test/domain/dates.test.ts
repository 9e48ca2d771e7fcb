import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayInRome,
  daysBetween,
  isoDate,
  parseIsoDate,
  parsePastDate,
} from '../../src/domain/dates.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(isoDate('1950-01-01'), days));

describe('a day that exists, written YYYY-MM-DD', () => {
  test.each([
    { why: 'a day of the plan', text: '2020-09-30' },
    { why: 'a leap day', text: '2020-02-29' },
    { why: '2000 was a leap year', text: '2000-02-29' },
    { why: 'the first taken', text: '1900-01-01' },
    { why: 'the last taken', text: '2999-12-31' },
  ])('taken: $why', ({ text }) => {
    expect(parseIsoDate(text)).toBe(text);
    expect(isoDate(text)).toBe(text);
  });

  test.each([
    { why: 'the 30th of February', text: '2020-02-30' },
    { why: 'no leap day in 2021', text: '2021-02-29' },
    { why: '1900 was no leap year', text: '1900-02-29' },
    { why: 'the 31st of June', text: '2020-06-31' },
    { why: 'month 13', text: '2020-13-01' },
    { why: 'month 0', text: '2020-00-10' },
    { why: 'day 0', text: '2020-01-00' },
    { why: 'the eve of the first taken', text: '1899-12-31' },
    { why: 'the day after the last', text: '3000-01-01' },
    { why: 'no zeros', text: '2020-9-3' },
    { why: 'with an hour', text: '2020-09-30T00:00:00Z' },
    { why: 'blanks', text: ' 2020-09-30' },
    { why: 'a line after', text: '2020-09-30\n' },
    { why: 'slashes', text: '2020/09/30' },
    { why: 'empty', text: '' },
  ])('refused: $why', ({ text }) => {
    expect(parseIsoDate(text)).toBeUndefined();
    expect(() => isoDate(text)).toThrow(RangeError);
  });
});

describe('a day as people write it, said on 14/09/2020', () => {
  test.each([
    { why: 'slashes', text: '30/09/2020', day: '2020-09-30' },
    { why: 'dots, a short year', text: '30.9.20', day: '2020-09-30' },
    { why: 'dashes', text: '1-2-2020', day: '2020-02-01' },
    { why: 'day before month, always', text: '03/04/2020', day: '2020-04-03' },
    { why: 'ISO', text: '2020-09-30', day: '2020-09-30' },
    { why: 'today without a year', text: '14/9', day: '2020-09-14' },
    { why: 'yesterday without a year', text: '13/09', day: '2020-09-13' },
    { why: 'tomorrow without a year is tomorrow', text: '15/09', day: '2020-09-15' },
    { why: 'the last leap day', text: '29/02', day: '2020-02-29' },
  ])('$why: $text → $day', ({ text, day }) => {
    expect(parsePastDate(text, isoDate('2020-09-14'))).toBe(day);
  });

  test.each([
    { why: 'the 31st of June', text: '31/06/2020' },
    { why: 'the 31st of June, no year', text: '31/06' },
    { why: 'month before day', text: '09/30/2020' },
    { why: 'a year of three figures', text: '30/09/020' },
    { why: 'a word', text: 'ieri' },
    { why: 'a day alone', text: '30' },
    { why: 'a figure of a measurement', text: '8006/20015' },
    { why: 'more behind it', text: '30/09/2020 60%' },
    { why: 'empty', text: '' },
  ])('refused: $why', ({ text }) => {
    expect(parsePastDate(text, isoDate('2020-09-14'))).toBeUndefined();
  });

  test.each([
    {
      why: 'on New Year’s Day December is last year’s',
      today: '2020-01-01',
      text: '31/12',
      day: '2019-12-31',
    },
    {
      why: 'a leap day a year ago is out of reach',
      today: '2021-02-28',
      text: '29/02',
      day: undefined,
    },
    { why: 'no leap day in reach', today: '2022-06-01', text: '29/02', day: undefined },
  ])('$why', ({ today, text, day }) => {
    expect(parsePastDate(text, isoDate(today))).toBe(day);
  });

  test('without a year it is the past day of the last half year, else that of this year', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (today, day) => {
        fc.pre(!day.endsWith('-02-29'));
        const read = parsePastDate(`${day.slice(8)}/${day.slice(5, 7)}`, today);
        expect(read?.slice(5)).toBe(day.slice(5));
        const ofThisYear = read?.slice(0, 4) === today.slice(0, 4);
        expect(ofThisYear || (read !== undefined && read < today && addDays(today, -183) <= read)).toBe(true);
      }),
    );
  });
});

describe('counting days', () => {
  test.each([
    { why: 'a day to itself', from: '2020-06-30', to: '2020-06-30', days: 0 },
    { why: 'to the next', from: '2020-06-30', to: '2020-07-01', days: 1 },
    { why: 'backwards', from: '2020-07-01', to: '2020-06-30', days: -1 },
    { why: 'over a leap day', from: '2020-02-28', to: '2020-03-01', days: 2 },
    { why: 'a leap year, first to last', from: '2020-01-01', to: '2020-12-31', days: 365 },
    { why: 'the 23 hours of a Sunday in March', from: '2020-03-29', to: '2020-03-30', days: 1 },
    { why: 'the 25 hours of a Sunday in October', from: '2020-10-25', to: '2020-10-26', days: 1 },
  ])('$why: $days', ({ from, to, days }) => {
    expect(daysBetween(isoDate(from), isoDate(to))).toBe(days);
    expect(addDays(isoDate(from), days)).toBe(to);
  });

  test('adding what lies between arrives', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(Math.sign(daysBetween(from, to))).toBe(from === to ? 0 : from < to ? 1 : -1);
      }),
    );
  });
});

test.each([
  { why: 'summer: a minute before midnight in Rome', instant: '2020-06-30T21:59:59.999Z', day: '2020-06-30' },
  { why: 'summer: midnight in Rome', instant: '2020-06-30T22:00:00Z', day: '2020-07-01' },
  { why: 'winter: a minute before midnight in Rome', instant: '2020-12-31T22:59:59.999Z', day: '2020-12-31' },
  { why: 'winter: midnight in Rome', instant: '2020-12-31T23:00:00Z', day: '2021-01-01' },
  { why: 'the night the clocks go forward', instant: '2020-03-28T23:00:00Z', day: '2020-03-29' },
  { why: 'the night they go back, at its end', instant: '2020-10-25T22:59:59Z', day: '2020-10-25' },
  { why: 'and one second on', instant: '2020-10-25T23:00:00Z', day: '2020-10-26' },
])('the day in Rome, $why', ({ instant, day }) => {
  expect(dayInRome(new Date(instant))).toBe(day);
});
