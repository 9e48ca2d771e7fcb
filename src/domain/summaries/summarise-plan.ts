/** What the summaries, digests and interim reviews of the plan say, from its figures on two days. */
import type { StructureCode } from '../codes.ts';
import { type Figure, variancesOf } from '../figure.ts';
import {
  findGoalFigures,
  findStructureFigures,
  type GoalFigures,
  type PlanFigures,
} from '../plan-figures.ts';
import { compare } from '../ratio.ts';
import type { PlanSummary, PlanSummaryKind, SummaryCurve, SummarySlot } from '../summary.ts';
import type { NotAnswered } from './not-answered.ts';
import { dueFrom, type PlanSummarySpan } from './plan-summary-span.ts';
import { summaryFigure } from './summary-figure.ts';
import { summaryIndicators } from './summary-indicators.ts';
import {
  type ComparedItem,
  compareItems,
  completedItems,
  dueItems,
  lateOrBlockedItems,
  movedItems,
} from './summary-items.ts';

export type PlanSummaryInput = {
  readonly kind: PlanSummaryKind;
  readonly now: PlanFigures;
  /** Of the day it compares with, in the baseline in force then. */
  readonly before: PlanFigures;
  /** The last day of which it says what falls due. */
  readonly until: PlanSummarySpan['until'];
  readonly notAnswered: NotAnswered;
  readonly curve: SummaryCurve | null;
  readonly slot: SummarySlot | null;
};

export function summarisePlan(input: PlanSummaryInput): PlanSummary {
  const { kind, now, before, until, curve, slot } = input;
  const { plan, baseline, day } = now;
  const items = compareItems(now, before);
  return {
    kind,
    year: plan.year,
    title: plan.title,
    baseline: baseline.number,
    day,
    since: before.day,
    now: summaryFigure(now.whole.figure),
    before: summaryFigure(before.whole.figure),
    weightBps: baseline.goals.reduce((total, { weightBps }) => total + weightBps, 0),
    structures: rankedStructures(input, items),
    goals: now.goals.map((each) => goalLine(each, before)),
    completed: completedItems(items),
    moved: movedItems(items),
    lateOrBlocked: lateOrBlockedItems(items),
    dueSoon: dueItems(items, dueFrom(kind, day), until),
    indicators: summaryIndicators(now.goals, plan.year),
    curve,
    slot,
  };
}

function rankedStructures(
  { now, before, notAnswered }: PlanSummaryInput,
  items: readonly ComparedItem[],
): PlanSummary['structures'] {
  const count = (structure: StructureCode, health: 'OVERDUE' | 'BLOCKED') =>
    items.filter(({ item, kept }) => kept.health === health && item.structures.includes(structure)).length;
  return now.structures
    .toSorted((a, b) => byVariance(a.figure, b.figure))
    .map(({ structure: { code, name }, figure }) => ({
      structure: code,
      name,
      now: summaryFigure(figure),
      before: summaryFigure(findStructureFigures(before, code)?.figure ?? null),
      late: count(code, 'OVERDUE'),
      blocked: count(code, 'BLOCKED'),
      notAnswered: notAnswered.get(code)?.length ?? 0,
    }));
}

/** By linear variance, furthest behind first; of equals the order given, and what has no figure last. */
function byVariance(a: Figure, b: Figure): number {
  const [one, other] = [variancesOf(a)?.linear, variancesOf(b)?.linear];
  if (!one || !other) return Number(!one) - Number(!other);
  return compare(one, other);
}

function goalLine(each: GoalFigures, before: PlanFigures): PlanSummary['goals'][number] {
  const { goal, figure } = each;
  const neutralisedBecause = whyNeutralised(each);
  return {
    goal: goal.code,
    title: goal.title,
    weightBps: goal.weightBps,
    now: summaryFigure(figure),
    before: summaryFigure(findGoalFigures(before, goal.code)?.figure ?? null),
    health: neutralisedBecause === null ? (figure.health?.health ?? null) : null,
    neutralisedBecause,
  };
}

/** A goal leaves the sums with the last of its phases too, for the reason that was given for those. */
function whyNeutralised({ neutralised, figure, phases }: GoalFigures): string | null {
  if (neutralised !== null) return neutralised.because;
  if (figure.because !== 'NEUTRALISED') return null;
  const reasons = phases.flatMap((phase) => phase.neutralised?.because ?? []);
  return [...new Set(reasons)].join('; ');
}
