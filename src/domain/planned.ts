import { daysBetween, type IsoDate, type Span } from './dates.ts';
import { divide, isZero, ONE, type Ratio, ratio, subtract, ZERO } from './ratio.ts';

/** What the schedule says progress should be, in its two readings; shares, 0 to 1 (rule 8). */
export type Planned = { readonly byDeadline: Ratio; readonly linear: Ratio };

/** Share of `span` that its days expect by the end of `day`, first and last included. Source: rule 8, linear. */
export function accruedShare(span: Span, day: IsoDate): Ratio {
  if (day < span.start) return ZERO;
  if (day >= span.end) return ONE;
  return ratio(daysBetween(span.start, day) + 1, daysBetween(span.start, span.end) + 1);
}

/** Everything on the planned end, nothing before. Source: rule 8, by deadline. */
export const dueShare = (span: Span, day: IsoDate): Ratio => (span.end <= day ? ONE : ZERO);

export const plannedFor = (span: Span, day: IsoDate): Planned => ({
  byDeadline: dueShare(span, day),
  linear: accruedShare(span, day),
});

/** Progress − planned, in shares: 0.1 is ten points ahead (rule 8). */
export const variance = (progress: Ratio, planned: Ratio): Ratio => subtract(progress, planned);

/** Schedule performance index, progress ÷ planned; none while planned is 0 (rule 8). */
export const schedulePerformance = (progress: Ratio, planned: Ratio): Ratio | null =>
  isZero(planned) ? null : divide(progress, planned);
