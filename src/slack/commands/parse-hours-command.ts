import { type Hours, parseHours } from '../../domain/person-hours.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';

export type HoursCommand =
  | { readonly kind: 'SHOW' }
  | { readonly kind: 'HOURS'; readonly hours: Hours | null }
  /** As typed; null goes back to Slack's. */
  | { readonly kind: 'ZONE'; readonly timeZone: string | null };

const ZONE = /^(?:fuso(?:\s+orario)?|zone|timezone|time\s+zone)(?:\s+(.*))?$/i;
const NONE = /^(?:off|nessuno|nessun|none|slack|no)$/i;

/** Reads `8:30-14:00`, `off`, `zone Europe/Rome`, `fuso off`, or nothing. Refused: HOURS_INVALID, USAGE. */
export function parseHoursCommand(text: string, usage: string): Result<HoursCommand> {
  if (text === '') return accepted({ kind: 'SHOW' });
  const zone = ZONE.exec(text);
  if (zone) {
    const timeZone = zone[1]?.trim() ?? '';
    if (timeZone === '') return refused({ code: 'USAGE', given: text, usage });
    return accepted({ kind: 'ZONE', timeZone: NONE.test(timeZone) ? null : timeZone });
  }
  if (NONE.test(text)) return accepted({ kind: 'HOURS', hours: null });
  const hours = parseHours(text);
  return hours.ok ? accepted({ kind: 'HOURS', hours: hours.value }) : hours;
}
