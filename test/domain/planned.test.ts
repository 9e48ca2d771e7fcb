import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDate } from '../../src/domain/dates.ts';
import {
  accruedShare,
  dueShare,
  plannedFor,
  schedulePerformance,
  variance,
} from '../../src/domain/planned.ts';
import { compare, ONE, ratio, subtract, ZERO } from '../../src/domain/ratio.ts';
import { print } from '../helpers/figures.ts';

const JUNE = { start: isoDate('2020-06-01'), end: isoDate('2020-06-30') };
const ONE_DAY = { start: isoDate('2020-06-30'), end: isoDate('2020-06-30') };
const YEAR = { start: isoDate('2020-01-01'), end: isoDate('2020-12-31') };

describe('rule 8: both readings of one phase', () => {
  test.each([
    { why: 'the eve of the start', span: JUNE, day: '2020-05-31', linear: '0/1', byDeadline: '0/1' },
    { why: 'the first day counts', span: JUNE, day: '2020-06-01', linear: '1/30', byDeadline: '0/1' },
    { why: 'half of the days', span: JUNE, day: '2020-06-15', linear: '1/2', byDeadline: '0/1' },
    { why: 'the eve of the end', span: JUNE, day: '2020-06-29', linear: '29/30', byDeadline: '0/1' },
    { why: 'the end day completes it', span: JUNE, day: '2020-06-30', linear: '1/1', byDeadline: '1/1' },
    { why: 'no more than all of it', span: JUNE, day: '2020-07-01', linear: '1/1', byDeadline: '1/1' },
    {
      why: 'the eve of a phase of one day',
      span: ONE_DAY,
      day: '2020-06-29',
      linear: '0/1',
      byDeadline: '0/1',
    },
    { why: 'a phase of one day', span: ONE_DAY, day: '2020-06-30', linear: '1/1', byDeadline: '1/1' },
    { why: 'a leap year has 366 days', span: YEAR, day: '2020-06-30', linear: '91/183', byDeadline: '0/1' },
  ])('$why → linear $linear, by deadline $byDeadline', ({ span, day, linear, byDeadline }) => {
    expect(print(accruedShare(span, isoDate(day)))).toBe(linear);
    expect(print(dueShare(span, isoDate(day)))).toBe(byDeadline);
    const planned = plannedFor(span, isoDate(day));
    expect([print(planned.linear), print(planned.byDeadline)]).toEqual([linear, byDeadline]);
  });

  const anySpan = fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))
    .map(([after, length]) => {
      const start = addDays(isoDate('2020-01-01'), after);
      return { start, end: addDays(start, length) };
    });
  const anyDay = fc.integer({ min: -10, max: 900 }).map((days) => addDays(isoDate('2020-01-01'), days));

  test('by deadline never exceeds linear, and both lie within 0 and 1', () => {
    fc.assert(
      fc.property(anySpan, anyDay, (span, day) => {
        const { linear, byDeadline } = plannedFor(span, day);
        expect(compare(ZERO, byDeadline)).toBeLessThanOrEqual(0);
        expect(compare(byDeadline, linear)).toBeLessThanOrEqual(0);
        expect(compare(linear, ONE)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('linear grows by the same share on each of its days', () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        const first = accruedShare(span, span.start);
        for (let day = span.start; day <= span.end; day = addDays(day, 1)) {
          expect(subtract(accruedShare(span, day), accruedShare(span, addDays(day, -1)))).toEqual(first);
        }
      }),
      { numRuns: 20 },
    );
  });
});

test.each([
  { why: 'ahead', progress: ratio(1, 2), planned: ratio(2, 5), difference: '1/10', index: '5/4' },
  { why: 'behind', progress: ratio(3, 10), planned: ratio(2, 5), difference: '-1/10', index: '3/4' },
  { why: 'as planned', progress: ratio(2, 5), planned: ratio(2, 5), difference: '0/1', index: '1/1' },
  { why: 'nothing done', progress: ZERO, planned: ratio(2, 5), difference: '-2/5', index: '0/1' },
  {
    why: 'nothing planned: no index',
    progress: ratio(1, 10),
    planned: ZERO,
    difference: '1/10',
    index: null,
  },
  { why: 'nothing planned, nothing done', progress: ZERO, planned: ZERO, difference: '0/1', index: null },
])('rule 8, variance and SPI: $why', ({ progress, planned, difference, index }) => {
  expect(print(variance(progress, planned))).toBe(difference);
  expect(print(schedulePerformance(progress, planned))).toBe(index);
});
