import { HOME_TIME_ZONE } from '../../../domain/arrangement.ts';
import { formatDay } from '../../../messages/format.ts';
import { dayAndTime } from '../../../messages/format-time.ts';

/** `14/09/2020 09:30`, by the clocks of Italy; the same in both languages. */
export function instantText(instant: string): string {
  const { day, time } = dayAndTime(instant, HOME_TIME_ZONE);
  return `${formatDay(day)} ${time}`;
}
