import type { IsoDate } from '../../domain/dates.ts';
import type { Health, HealthStatement } from '../../domain/health.ts';
import { toPercent } from '../../domain/ratio.ts';

/** The facts behind a health (rule 10). What a kind does not speak of is null. */
export type HealthReasonView = {
  readonly kind: Health;
  /** Code of the part that decides: a phase, or a goal measured by figures. */
  readonly part: string;
  /** NOT_DUE: the planned start. */
  readonly start: IsoDate | null;
  /** OVERDUE: the planned end. */
  readonly end: IsoDate | null;
  /** COMPLETED: days after the planned end; OVERDUE: days past it; STALE: days without a report. */
  readonly days: number | null;
  /** AT_RISK: points by which progress lies behind the linear plan. */
  readonly behind: number | null;
  /** BLOCKED: what the structure says. */
  readonly because: string | null;
  /** STALE: the day of the last report; null when there was none. */
  readonly lastReportedOn: IsoDate | null;
};

export function healthReasonView({ part, reason }: HealthStatement): HealthReasonView {
  const facts = {
    kind: reason.kind,
    part,
    start: null,
    end: null,
    days: null,
    behind: null,
    because: null,
    lastReportedOn: null,
  };
  switch (reason.kind) {
    case 'COMPLETED':
      return { ...facts, days: reason.daysLate };
    case 'NOT_DUE':
      return { ...facts, start: reason.start };
    case 'BLOCKED':
      return { ...facts, because: reason.because };
    case 'OVERDUE':
      return { ...facts, end: reason.end, days: reason.days };
    case 'AT_RISK':
      return { ...facts, behind: toPercent(reason.behind) };
    case 'STALE':
      return { ...facts, days: reason.days, lastReportedOn: reason.lastReportedOn };
    case 'ON_TRACK':
      return facts;
  }
}
