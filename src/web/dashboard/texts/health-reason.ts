/** Why something is as healthy as it is, from the API's facts, in the words that Slack uses too. */
import type { ItemCode } from '../../../domain/codes.ts';
import { parseIsoDate } from '../../../domain/dates.ts';
import type { Health, HealthReason } from '../../../domain/health.ts';
import { ratio } from '../../../domain/ratio.ts';
import { healthReasonText } from '../../../messages/health.ts';
import type { Language } from '../../../messages/language.ts';

/** As the API's type `HealthReason` says it: each kind has some of the facts. */
export type ReasonFacts = {
  readonly kind: Health;
  readonly part: string;
  readonly days: number | null;
  /** Points of percent. */
  readonly behind: number | null;
  /** Null also for whoever may not read it. */
  readonly because: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly lastReportedOn: string | null;
};

/** Empty where the facts are not all there for whoever asks, as the words of a block may not be. */
export function reasonText(facts: ReasonFacts, language: Language): string {
  const reason = reasonOf(facts);
  if (reason === null) return '';
  return healthReasonText({ health: facts.kind, part: facts.part as ItemCode, reason }, language);
}

function reasonOf({
  kind,
  days,
  behind,
  because,
  start,
  end,
  lastReportedOn,
}: ReasonFacts): HealthReason | null {
  const [startDay, endDay] = [parseIsoDate(start ?? ''), parseIsoDate(end ?? '')];
  switch (kind) {
    case 'COMPLETED':
      return { kind, daysLate: days ?? 0 };
    case 'NOT_DUE':
      return startDay === undefined ? null : { kind, start: startDay };
    case 'BLOCKED':
      return because === null ? null : { kind, because };
    case 'OVERDUE':
      return endDay === undefined || days === null ? null : { kind, end: endDay, days };
    case 'AT_RISK':
      return behind === null ? null : { kind, behind: ratio(Math.round(behind * 100), 10_000) };
    case 'STALE':
      return days === null
        ? null
        : { kind, days, lastReportedOn: parseIsoDate(lastReportedOn ?? '') ?? null };
    case 'ON_TRACK':
      return { kind };
  }
}
