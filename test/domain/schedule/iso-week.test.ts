import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, isoDate } from '../../../src/domain/dates.ts';
import { isoWeekOf, weekdayOf } from '../../../src/domain/schedule/iso-week.ts';

test.each([
  { why: 'a Monday', day: '2020-09-14', week: '2020-W38' },
  { why: 'its Sunday', day: '2020-09-20', week: '2020-W38' },
  { why: 'a year that begins on a Wednesday', day: '2020-01-01', week: '2020-W01' },
  { why: 'its last days: a week 53', day: '2020-12-31', week: '2020-W53' },
  { why: 'which goes on in January', day: '2021-01-03', week: '2020-W53' },
  { why: 'the first Monday after it', day: '2021-01-04', week: '2021-W01' },
  { why: 'a last Monday of December in the next year’s first week', day: '2018-12-31', week: '2019-W01' },
  { why: 'a first Friday of January in the last year’s last week', day: '2027-01-01', week: '2026-W53' },
])('$why: $day → $week', ({ day, week }) => {
  expect(isoWeekOf(isoDate(day))).toBe(week);
});

const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays(isoDate('1950-01-01'), n));

test('from Monday to Sunday it is one week, and the next sorts after it', () => {
  fc.assert(
    fc.property(days, (day) => {
      const monday = addDays(day, 1 - weekdayOf(day));
      expect(isoWeekOf(day)).toBe(isoWeekOf(monday));
      expect(isoWeekOf(addDays(monday, 7)) > isoWeekOf(monday)).toBe(true);
      expect(isoWeekOf(addDays(monday, -1)) < isoWeekOf(monday)).toBe(true);
    }),
  );
});
