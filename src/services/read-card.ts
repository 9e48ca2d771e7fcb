import type { GoalFigures, PhaseFigures, PlanFigures } from '../domain/plan-figures.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';
import { findSubjectFigures } from './views/find-figures.ts';

/** A goal or a phase as a card shows it. */
export type CardView = { readonly figures: PlanFigures } & (
  | { readonly kind: 'GOAL'; readonly goal: GoalFigures }
  | { readonly kind: 'PHASE'; readonly phase: PhaseFigures }
);

/** Undefined for what the plan in force does not hold. */
export async function readCard(context: Context, code: string): Promise<CardView | undefined> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return undefined;
  const { figures } = loaded.value;
  const found = findSubjectFigures(figures, code);
  if (!found.ok || found.value.kind === 'STRUCTURE') return undefined;
  return { figures, ...found.value };
}
