import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import { addDays, type IsoDate, isoDate } from '../../src/domain/dates.ts';
import { PLACES } from '../../src/domain/places.ts';
import { isWorkingDay, nextWorkingDay } from '../../src/domain/working-days.ts';

const calendar = createCalendar();
const english = createCalendar('en');

const EASTERS = [
  ...['2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05'],
  ...['2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '2031-04-13', '2032-03-28', '2033-04-17'],
  ...['2034-04-09', '2035-03-25', '2036-04-13', '2037-04-05', '2038-04-25', '2039-04-10', '2040-04-01'],
].map(isoDate);

const FIXED = [...['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26']];

/** Every day of `year` that the calendar celebrates. */
function holidaysIn(year: number, place: string | null): readonly IsoDate[] {
  const found: IsoDate[] = [];
  for (let day = isoDate(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) {
    if (calendar.holidayName(day, place) !== null) found.push(day);
  }
  return found;
}

test.each(EASTERS)('the year of Easter %s: its holidays, and no others', (easter) => {
  const year = Number(easter.slice(0, 4));
  const fixed = [...FIXED, ...(year >= 2026 ? ['10-04'] : [])].map((day) => `${year}-${day}`);
  const due = [...new Set([...fixed, easter, addDays(easter, 1)])].sort();
  expect(holidaysIn(year, null)).toEqual(due);
  expect(calendar.holidayName(addDays(easter, 1), null)).toBe('Lunedì dell’Angelo');
  expect(english.holidayName(addDays(easter, 1), null)).toBe('Easter Monday');
});

describe('4 October is a public holiday since 2026 (law 151/2025)', () => {
  test.each([
    { why: 'the year before', day: '2025-10-04', place: null, it: null, en: null },
    {
      why: 'the first year, a Sunday',
      day: '2026-10-04',
      place: null,
      it: 'Festa nazionale di San Francesco d’Assisi',
      en: 'National Day of Saint Francis of Assisi',
    },
    {
      why: 'before that it was the patron of Massa',
      day: '2024-10-04',
      place: 'Massa',
      it: 'San Francesco d’Assisi, festa patronale di Massa',
      en: 'Saint Francis of Assisi, patron’s day of Massa',
    },
    {
      why: 'and in Massa too it is now the national one',
      day: '2027-10-04',
      place: 'Massa',
      it: 'Festa nazionale di San Francesco d’Assisi',
      en: 'National Day of Saint Francis of Assisi',
    },
  ])('$why: $day in $place', ({ day, place, it, en }) => {
    expect(calendar.holidayName(isoDate(day), place)).toBe(it);
    expect(english.holidayName(isoDate(day), place)).toBe(en);
  });
});

describe('patrons', () => {
  test.each([
    { place: 'Arezzo', day: '08-07' },
    { place: 'Carrara', day: '06-16' },
    { place: 'Empoli', day: '11-30' },
    { place: 'Firenze', day: '06-24' },
    { place: 'Grosseto', day: '08-10' },
    { place: 'Livorno', day: '05-22' },
    { place: 'Lucca', day: '07-12' },
    { place: 'Pisa', day: '06-17' },
    { place: 'Pistoia', day: '07-25' },
    { place: 'Roma', day: '06-29' },
    { place: 'Siena', day: '12-01' },
    { place: 'Viareggio', day: '03-25' },
  ])('$place has one day more than the nation, $day', ({ place, day }) => {
    const patron = isoDate(`2021-${day}`);
    expect(holidaysIn(2021, place)).toEqual([...holidaysIn(2021, null), patron].sort());
    expect(calendar.holidayName(patron, place)).toContain(`festa patronale di ${place}`);
    expect(english.holidayName(patron, place)).toContain(`patron’s day of ${place}`);
  });

  test.each([
    { why: 'Prato’s is Saint Stephen, a holiday everywhere', place: 'Prato' },
    { why: 'nowhere in particular', place: null },
    { why: 'a town that is not known', place: 'Atlantide' },
  ])('$why: the national holidays alone', ({ place }) => {
    expect(holidaysIn(2021, place)).toEqual(holidaysIn(2021, null));
  });

  test('of another town are a day like any other', () => {
    expect(calendar.holidayName(isoDate('2021-06-24'), 'Pisa')).toBeNull();
  });

  test('every known town has a day that exists in every year', () => {
    for (const place of PLACES) expect(holidaysIn(2023, place).length).toBeGreaterThanOrEqual(12);
  });
});

test('Mother’s day is observed, and no holiday', () => {
  expect(calendar.holidayName(isoDate('2020-05-10'), null)).toBeNull();
});

describe('working days', () => {
  test.each([
    { why: 'a Monday', day: '2020-09-14', place: null, working: true },
    { why: 'a Saturday', day: '2020-09-19', place: null, working: false },
    { why: 'a Sunday', day: '2020-09-20', place: null, working: false },
    { why: 'the day of the Republic, a Tuesday', day: '2020-06-02', place: null, working: false },
    { why: 'Saint John, a Wednesday, in Firenze', day: '2020-06-24', place: 'Firenze', working: false },
    { why: 'Saint John in Siena', day: '2020-06-24', place: 'Siena', working: true },
    { why: 'Saint Joseph, abolished in 1977', day: '2020-03-19', place: null, working: true },
    { why: 'Armed Forces day, abolished too', day: '2020-11-04', place: null, working: true },
  ])('$why: $day in $place → $working', ({ day, place, working }) => {
    expect(isWorkingDay(isoDate(day), place, calendar)).toBe(working);
  });

  test.each([
    { why: 'the day after', day: '2020-09-14', place: null, next: '2020-09-15' },
    { why: 'over a weekend', day: '2020-09-18', place: null, next: '2020-09-21' },
    { why: 'from within a weekend', day: '2020-09-19', place: null, next: '2020-09-21' },
    { why: 'over Easter', day: '2020-04-10', place: null, next: '2020-04-14' },
    { why: 'over a patron', day: '2020-06-23', place: 'Firenze', next: '2020-06-25' },
    {
      why: 'over Christmas, Saint Stephen and a weekend',
      day: '2024-12-24',
      place: null,
      next: '2024-12-27',
    },
    { why: 'into the next year', day: '2020-12-31', place: null, next: '2021-01-04' },
  ])('after $day, $why → $next', ({ day, place, next }) => {
    expect(nextWorkingDay(isoDate(day), place, calendar)).toBe(next);
  });
});

const LISTING = `
  const { createCalendar } = await import(${JSON.stringify(new URL('../../src/calendar/create-calendar.ts', import.meta.url).href)});
  const calendar = createCalendar();
  const found = [];
  for (let day = Date.UTC(2020, 0, 1); day < Date.UTC(2041, 0, 1); day += 86_400_000) {
    const text = new Date(day).toISOString().slice(0, 10);
    if (calendar.holidayName(text, 'Firenze') !== null) found.push(text);
  }
  console.log(JSON.stringify({ offset: new Date(2020, 0, 1).getTimezoneOffset(), found }));
`;

test.each([
  { zone: 'America/Los_Angeles', offset: 480 },
  { zone: 'Asia/Tokyo', offset: -540 },
  { zone: 'Pacific/Kiritimati', offset: -840 },
])('on a machine in $zone the days are the same', ({ zone, offset }) => {
  const printed = execFileSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', LISTING],
    { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
  );
  const years = Array.from({ length: 21 }, (_, index) => 2020 + index);
  expect(JSON.parse(printed)).toEqual({
    offset,
    found: years.flatMap((year) => holidaysIn(year, 'Firenze')),
  });
});

test('a year is computed once: thousands of questions are quick', () => {
  const started = performance.now();
  for (let round = 0; round < 20_000; round++) calendar.holidayName(isoDate('2020-06-24'), 'Firenze');
  expect(performance.now() - started).toBeLessThan(1_000);
});
