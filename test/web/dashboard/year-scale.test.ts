import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { yearAxis } from '../../../src/web/dashboard/charts/curve-scale.ts';
import { placeOf } from '../../../src/web/dashboard/charts/year-scale.ts';

const AXIS = yearAxis(2020);
const DAY = 100 / 366;
const span = (start: string, end: string) => ({ start: isoDate(start), end: isoDate(end) });

describe('where a span lies in its year', () => {
  test.each([
    { why: 'the whole year', start: '2020-01-01', end: '2020-12-31', left: 0, width: 100 },
    { why: 'one day is a day wide', start: '2020-01-01', end: '2020-01-01', left: 0, width: DAY },
    { why: 'the end day is part of it', start: '2020-12-31', end: '2020-12-31', left: 365 * DAY, width: DAY },
    { why: 'a leap day counts', start: '2020-02-29', end: '2020-03-01', left: 59 * DAY, width: 2 * DAY },
  ])('$why', ({ start, end, left, width }) => {
    const place = placeOf(AXIS, span(start, end));
    expect(place?.left).toBeCloseTo(left, 10);
    expect(place?.width).toBeCloseTo(width, 10);
    expect(place).toMatchObject({ startsBefore: false, endsAfter: false });
  });

  test('what goes on beyond the year is cut there, and says so', () => {
    expect(placeOf(AXIS, span('2019-06-01', '2020-01-01'))).toMatchObject({ left: 0, startsBefore: true });
    const late = placeOf(AXIS, span('2020-12-31', '2021-03-31'));
    expect(late?.width).toBeCloseTo(DAY, 10);
    expect(late).toMatchObject({ startsBefore: false, endsAfter: true });
  });

  test.each([
    { why: 'the year before', start: '2019-01-01', end: '2019-12-31' },
    { why: 'the year after', start: '2021-01-01', end: '2021-12-31' },
  ])('nothing of $why', ({ start, end }) => {
    expect(placeOf(AXIS, span(start, end))).toBeNull();
  });
});
