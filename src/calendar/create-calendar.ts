import Holidays from 'date-holidays';
import { type IsoDate, yearOf } from '../domain/dates.ts';
import { findPlace, patronDayOf } from '../domain/places.ts';
import type { Calendar } from '../domain/working-days.ts';
import type { Language } from '../messages/language.ts';
import { patronDayText } from '../messages/patron-days.ts';

/**
 * Italian public holidays (law 260/1949 as amended; since 2026 with 4 October, law 151/2025, which the package
 * knows) and patrons' days, their names in `language`. Each year is computed once, when it is first asked for.
 */
export function createCalendar(language: Language = 'it'): Calendar {
  // `public` leaves out what is only observed, such as Mother's day.
  const national = new Holidays('IT', { types: ['public'], languages: [language], timezone: 'Europe/Rome' });
  const years = new Map<number, ReadonlyMap<string, string>>();

  const holidaysOf = (year: number): ReadonlyMap<string, string> => {
    const known = years.get(year);
    if (known) return known;
    // `date` begins with the day as a wall calendar in Rome shows it; `start` is an instant, and in most time zones
    // midnight in Rome is another day.
    const names = new Map(
      national.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name.replaceAll("'", '’')]),
    );
    years.set(year, names);
    return names;
  };

  return {
    holidayName(day: IsoDate, place: string | null): string | null {
      const nationwide = holidaysOf(yearOf(day)).get(day);
      if (nationwide !== undefined) return nationwide;
      const town = place === null ? undefined : findPlace(place);
      return town !== undefined && day.slice(5) === patronDayOf(town) ? patronDayText(town, language) : null;
    },
  };
}
