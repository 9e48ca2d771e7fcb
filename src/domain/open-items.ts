import type { IsoDate } from './dates.ts';
import type { PlanFigures } from './plan-figures.ts';
import { type PlanItem, planItems } from './plan-items.ts';

/**
 * Whether it can be asked about on `day`: a phase that has started and is not complete, or an indicator, whose figure
 * may change until the year ends.
 */
export const isOpenItem = ({ phase, figure, start }: PlanItem, day: IsoDate): boolean =>
  phase === null || (figure.health?.health !== 'COMPLETED' && start <= day);

/** What is neutralised or unknown is not there at all. */
export const openItems = (figures: PlanFigures): readonly PlanItem[] =>
  planItems(figures).filter((item) => isOpenItem(item, figures.day));
