import type { StatusReport } from './facts.ts';
import { type Phase, WHOLE_BPS } from './plan.ts';
import { min, ONE, type Ratio, ratio, ZERO } from './ratio.ts';

type Saying = Pick<StatusReport, 'percentBps' | 'units'>;

/**
 * The share of `phase` that its latest report earns, by the phase's credit rule (rule 1), 0 to 1.
 * Null when the report says no figure, as one that only says “blocked”.
 */
export function creditedShare(phase: Pick<Phase, 'creditRule' | 'units'>, report: Saying): Ratio | null {
  const said = saidShare(phase, report);
  if (said === null) return null;
  switch (phase.creditRule) {
    case 'PERCENT_COMPLETE':
    case 'UNITS':
      return min(said, ONE);
    case 'ZERO_HUNDRED':
      return said.n >= said.d ? ONE : ZERO;
    case 'FIFTY_FIFTY':
      if (said.n >= said.d) return ONE;
      return said.n > 0n ? ratio(1, 2) : ZERO;
  }
}

function saidShare(phase: Pick<Phase, 'units'>, report: Saying): Ratio | null {
  if (report.units !== null && phase.units !== null) return ratio(report.units, phase.units.target);
  return report.percentBps === null ? null : ratio(report.percentBps, WHOLE_BPS);
}

/** Whether `report` says that the phase is done. */
export function saysComplete(phase: Pick<Phase, 'creditRule' | 'units'>, report: Saying): boolean {
  const share = saidShare(phase, report);
  return share !== null && share.n >= share.d;
}

/** Whether `report` gives a figure at all: one that only says “blocked” does not, which is not 0. */
export const saysFigure = (report: Saying | null): report is Saying =>
  report !== null && (report.percentBps !== null || report.units !== null);
