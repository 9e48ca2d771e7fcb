/** Health of a phase, and of whatever is made of phases (rule 10). */
import type { ItemCode } from './codes.ts';
import { daysBetween, type IsoDate, type Span } from './dates.ts';
import { compare, type Ratio, ratio, subtract } from './ratio.ts';

/** From best to worst. */
export const HEALTHS = [
  'COMPLETED',
  'NOT_DUE',
  'ON_TRACK',
  'STALE',
  'AT_RISK',
  'OVERDUE',
  'BLOCKED',
] as const;
export type Health = (typeof HEALTHS)[number];

/** Why something is as healthy as it is: the facts behind the word, for a sentence in the user's language. */
export type HealthReason =
  | { readonly kind: 'COMPLETED'; readonly daysLate: number }
  | { readonly kind: 'NOT_DUE'; readonly start: IsoDate }
  | { readonly kind: 'BLOCKED'; readonly because: string }
  | { readonly kind: 'OVERDUE'; readonly end: IsoDate; readonly days: number }
  | { readonly kind: 'AT_RISK'; readonly behind: Ratio }
  | { readonly kind: 'STALE'; readonly days: number; readonly lastReportedOn: IsoDate | null }
  | { readonly kind: 'ON_TRACK' };

export type HealthStatement = {
  readonly health: Health;
  /** The part that decides: a phase, or a goal measured by figures. */
  readonly part: ItemCode;
  readonly reason: HealthReason;
};

export type HealthRules = {
  /** Points that progress may lie behind the linear plan before it is at risk. */
  readonly tolerancePoints: number;
  /** Days without a report after which what was said is stale. */
  readonly staleDays: number;
};

export const DEFAULT_HEALTH_RULES: HealthRules = { tolerancePoints: 10, staleDays: 14 };

export type HealthFacts = {
  readonly code: ItemCode;
  readonly span: Span;
  readonly day: IsoDate;
  /** Null when nothing was said: no news is not 0, so it cannot be behind, only stale. */
  readonly share: Ratio | null;
  readonly plannedLinear: Ratio;
  readonly complete: boolean;
  readonly completedOn: IsoDate | null;
  readonly blockedBecause: string | null;
  readonly lastReportedOn: IsoDate | null;
};

/**
 * One state for what may be several: what ends the matter first (complete), then what somebody must act upon
 * (blocked, overdue), then what only time says (not due, at risk, stale).
 */
export function healthOf(facts: HealthFacts, rules: HealthRules): HealthStatement {
  const reason = reasonFor(facts, rules);
  return { health: reason.kind, part: facts.code, reason };
}

function reasonFor(facts: HealthFacts, rules: HealthRules): HealthReason {
  const { span, day } = facts;
  if (facts.complete) return { kind: 'COMPLETED', daysLate: daysLate(span, facts.completedOn) };
  if (facts.blockedBecause !== null) return { kind: 'BLOCKED', because: facts.blockedBecause };
  if (span.end < day) return { kind: 'OVERDUE', end: span.end, days: daysBetween(span.end, day) };
  if (span.start > day) return { kind: 'NOT_DUE', start: span.start };
  if (facts.share !== null) {
    const behind = subtract(facts.plannedLinear, facts.share);
    if (compare(behind, ratio(Math.round(rules.tolerancePoints * 100), 10_000)) > 0)
      return { kind: 'AT_RISK', behind };
  }
  const silentDays = daysBetween(facts.lastReportedOn ?? span.start, day);
  if (silentDays > rules.staleDays) {
    return { kind: 'STALE', days: silentDays, lastReportedOn: facts.lastReportedOn };
  }
  return { kind: 'ON_TRACK' };
}

/** Days by which completion came after the planned end; 0 when in time (rule 11). */
export const daysLate = (span: Span, completedOn: IsoDate | null): number =>
  completedOn === null ? 0 : Math.max(0, daysBetween(span.end, completedOn));
