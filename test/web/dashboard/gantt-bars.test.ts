import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { yearAxis } from '../../../src/web/dashboard/charts/curve-scale.ts';
import { barsOf } from '../../../src/web/dashboard/charts/gantt-bars.ts';

const AXIS = yearAxis(2021);
const YEAR = { start: isoDate('2021-01-01'), end: isoDate('2021-12-31') };
/** 73 of 365 days. */
const FIFTH = { start: isoDate('2021-01-01'), end: isoDate('2021-03-14') };

describe('the bars of a phase', () => {
  test('progress fills its share of the bar as it is planned now, not as it was', () => {
    const bars = barsOf(AXIS, { approved: YEAR, current: FIFTH, percent: 50 });
    expect(bars.approved?.width).toBeCloseTo(100, 10);
    expect(bars.current?.width).toBeCloseTo(20, 10);
    expect(bars.done?.width).toBeCloseTo(10, 10);
  });

  test('of a phase that an act has taken out it fills the approved one', () => {
    const bars = barsOf(AXIS, { approved: FIFTH, current: null, percent: 100 });
    expect(bars.current).toBeNull();
    expect(bars.done?.width).toBeCloseTo(20, 10);
  });

  test('more than all of it does not leave the bar', () => {
    expect(barsOf(AXIS, { approved: null, current: FIFTH, percent: 130 }).done?.width).toBeCloseTo(20, 10);
  });

  test('no figure is no fill, not an empty one', () => {
    expect(barsOf(AXIS, { approved: null, current: YEAR, percent: null }).done).toBeNull();
    expect(barsOf(AXIS, { approved: null, current: YEAR, percent: 0 }).done).toEqual({ left: 0, width: 0 });
  });

  test('a phase of another year has nothing to fill', () => {
    const elsewhere = { start: isoDate('2022-01-01'), end: isoDate('2022-12-31') };
    expect(barsOf(AXIS, { approved: null, current: elsewhere, percent: 40 })).toEqual({
      approved: null,
      current: null,
      done: null,
    });
  });
});
