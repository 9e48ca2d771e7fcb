/** Days of the API as people write them. */
import { isoDate } from '../../../domain/dates.ts';
import { formatDay } from '../../../messages/format.ts';

/** `30/09/2020` in both languages. @throws RangeError for what the API never sends: a day that does not exist */
export const dayText = (day: string): string => formatDay(isoDate(day));
