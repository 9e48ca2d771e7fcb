import { accepted, type Result, refused } from './refusal.ts';

/** Days; two weeks are fourteen. */
const LONGEST_DAYS = 366;
const WRITTEN = /^(\d{1,3})\s*(g|gg|giorn[oi]|d|days?|s|sett|settiman[ae]|w|weeks?)?$/i;

/** Reads `30d`, `30g`, `2 settimane`, `2w` or a bare number of days. Refused: PERIOD_INVALID. */
export function parsePeriod(text: string): Result<number> {
  const match = WRITTEN.exec(text.trim());
  const count = Number(match?.[1]);
  const days = /^[sw]/i.test(match?.[2] ?? '') ? count * 7 : count;
  return match !== null && days >= 1 && days <= LONGEST_DAYS
    ? accepted(days)
    : refused({ code: 'PERIOD_INVALID', given: text.trim() });
}
