import type { PlanFigures } from './plan-figures.ts';
import { type PlanItem, planItems } from './plan-items.ts';

/** Begun and not complete on the figures' day: what somebody has to answer for now. */
export const openItems = (figures: PlanFigures): readonly PlanItem[] =>
  planItems(figures).filter(
    ({ figure, start }) => figure.health?.health !== 'COMPLETED' && start <= figures.day,
  );
