import type { Measurement, StatusReport } from '../domain/facts.ts';
import { findBaseline, type Goal, type Phase } from '../domain/plan.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { resolveItem } from '../domain/resolve.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';

export type History =
  | {
      readonly kind: 'PHASE';
      readonly goal: Goal;
      readonly phase: Phase;
      readonly reports: readonly StatusReport[];
      readonly more: boolean;
    }
  | {
      readonly kind: 'GOAL';
      readonly goal: Goal;
      readonly measurements: readonly Measurement[];
      readonly more: boolean;
    };

/**
 * What was said of a phase or of a goal's indicator, the latest arrival first; of an item that an act has
 * eliminated too. Refused: NO_PLAN, UNKNOWN_CODE, NOT_A_PHASE for a goal measured by its schedule.
 */
export async function readHistory(context: Context, code: string, limit: number): Promise<Result<History>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const now = resolveItem(stored.plan, figures.baseline, code);
  const elsewhere = !now.ok && now.refusal.code === 'NOT_IN_BASELINE' ? now.refusal.readableIn : null;
  const holder = elsewhere === null ? undefined : findBaseline(stored.plan, elsewhere);
  const item = holder ? resolveItem(stored.plan, holder, code) : now;
  if (!item.ok) return item;
  const { goal } = item.value;
  if (item.value.kind === 'PHASE') {
    const { phase } = item.value;
    const page = await context.store.listReports(stored.id, { phase: phase.code, before: null, limit });
    return accepted({ kind: 'PHASE', goal, phase, reports: page.rows, more: page.next !== null });
  }
  if (goal.measuredBy === 'SCHEDULE') {
    const phases = goal.schedule?.known ? goal.schedule.phases.map((phase) => phase.code) : [];
    return refused({ code: 'NOT_A_PHASE', goal: goal.code, phases });
  }
  const page = await context.store.listMeasurements(stored.id, { goal: goal.code, before: null, limit });
  return accepted({ kind: 'GOAL', goal, measurements: page.rows, more: page.next !== null });
}
