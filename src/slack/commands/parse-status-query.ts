import type { IsoDate } from '../../domain/dates.ts';
import { parseDateInYear, yearOf } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';

export type StatusQuery = {
  /** Null is the whole plan. */
  readonly subject: string | null;
  readonly asOf: IsoDate | null;
  readonly baseline: number | null;
};

const AS_OF = /(?:^|\s)(?:as of|al|alla data del|on)\s+(\S+)/i;
const BASELINE = /(?:^|\s)baseline\s+(\S+)/i;

/** Reads `1.4 as of 30/06 baseline 0`, each part of it optional. Refused: DATE_INVALID, NOT_UNDERSTOOD. */
export function parseStatusQuery(text: string, today: IsoDate): Result<StatusQuery> {
  const asOf = AS_OF.exec(text);
  const baseline = BASELINE.exec(text);
  const day = asOf ? parseDateInYear(asOf[1] ?? '', yearOf(today)) : null;
  if (day === undefined) return refused({ code: 'DATE_INVALID', given: asOf?.[1] ?? '' });
  if (baseline && !/^\d{1,3}$/.test(baseline[1] ?? ''))
    return refused({ code: 'NOT_UNDERSTOOD', given: text });
  const subject = text.replace(AS_OF, ' ').replace(BASELINE, ' ').trim();
  return accepted({
    subject: subject === '' ? null : subject,
    asOf: day,
    baseline: baseline ? Number(baseline[1]) : null,
  });
}
