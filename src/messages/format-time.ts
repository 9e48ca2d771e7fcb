import { type IsoDate, isoDate } from '../domain/dates.ts';

/** Day and time of day (`16:30`) that an instant is in a time zone; the same in both languages. */
export function dayAndTime(
  instant: string,
  timeZone: string,
): { readonly day: IsoDate; readonly time: string } {
  // Sweden writes `2020-09-14 16:30`.
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  const [day = '', time = ''] = text.split(' ');
  return { day: isoDate(day), time };
}
