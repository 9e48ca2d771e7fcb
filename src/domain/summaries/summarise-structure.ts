/** What the weekly summary of a structure says, from its figures on two days. */
import type { ItemCode, StructureCode } from '../codes.ts';
import { addDays } from '../dates.ts';
import { findStructureFigures, type PlanFigures } from '../plan-figures.ts';
import { DUE_SOON_DAYS } from '../plan-items.ts';
import type { StructureSummary, SummaryCurve, SummarySlot } from '../summary.ts';
import { summaryFigure } from './summary-figure.ts';
import { summaryIndicators } from './summary-indicators.ts';
import { compareItems, dueItems, lateOrBlockedItems, movedItems, unreportedItems } from './summary-items.ts';

/** What a summary of a structure says beside the figures of its two days. */
export type BesideFigures = {
  readonly notAnswered?: readonly ItemCode[];
  readonly curve?: SummaryCurve | null;
  readonly slot?: SummarySlot | null;
};

/**
 * @param now the figures on the summary's day
 * @param before the figures seven days earlier, in the baseline in force then
 */
export function summariseStructure(
  now: PlanFigures,
  before: PlanFigures,
  code: StructureCode,
  { notAnswered = [], curve = null, slot = null }: BesideFigures = {},
): StructureSummary {
  const mine = findStructureFigures(now, code);
  if (!mine) throw new Error(`structure ${code} is not in plan ${now.plan.year}`);
  const items = compareItems(now, before).filter(({ item }) => item.structures.includes(code));
  return {
    kind: 'STRUCTURE_WEEK',
    structure: code,
    structureName: mine.structure.name,
    year: now.plan.year,
    baseline: now.baseline.number,
    day: now.day,
    weekAgo: before.day,
    now: summaryFigure(mine.figure),
    before: summaryFigure(findStructureFigures(before, code)?.figure ?? null),
    moved: movedItems(items),
    lateOrBlocked: lateOrBlockedItems(items),
    unreported: unreportedItems(items),
    notAnswered,
    dueSoon: dueItems(items, now.day, addDays(now.day, DUE_SOON_DAYS)),
    indicators: summaryIndicators(mine.goals, now.plan.year),
    curve,
    slot,
  };
}
