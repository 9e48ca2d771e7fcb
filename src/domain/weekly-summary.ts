/** What the weekly summary of a structure says, from its figures on two days. */

import type { StructureCode } from './codes.ts';
import { addDays, daysBetween, type IsoDate } from './dates.ts';
import type { Figure } from './figure.ts';
import { saysFigure } from './phase-progress.ts';
import { wordingText, yearSpan } from './plan.ts';
import {
  findStructureFigures,
  type GoalFigures,
  type PhaseFigures,
  type PlanFigures,
  type StructureFigures,
} from './plan-figures.ts';
import { printRatio, type Ratio } from './ratio.ts';
import type { StructureSummary, SummaryFigure, SummaryItem } from './summary.ts';

const DAYS_AHEAD = 14;

/**
 * @param now the figures on the summary's day
 * @param before the figures seven days earlier, in the baseline in force then
 */
export function summariseStructure(
  now: PlanFigures,
  before: PlanFigures,
  code: StructureCode,
): StructureSummary {
  const mine = findStructureFigures(now, code);
  if (!mine) throw new Error(`structure ${code} is not in plan ${now.plan.year}`);
  const earlier = findStructureFigures(before, code);
  const items = itemsOf(mine, earlier, now);
  const open = items.filter((item) => item.health !== 'COMPLETED');
  return {
    structure: code,
    structureName: mine.structure.name,
    year: now.plan.year,
    baseline: now.baseline.number,
    day: now.day,
    weekAgo: before.day,
    now: summaryFigure(mine.figure),
    before: summaryFigure(earlier?.figure ?? null),
    // A figure that an act changed, by another target or weight, was moved by nobody.
    moved: items.filter((item) => item.share !== item.shareBefore && !silentSince(item, before.day)),
    lateOrBlocked: open.filter((item) => item.health === 'OVERDUE' || item.health === 'BLOCKED'),
    unreported: open.filter((item) => item.health !== 'NOT_DUE' && silentSince(item, before.day)),
    dueSoon: open.filter((item) => now.day <= item.end && item.end <= addDays(now.day, DAYS_AHEAD)),
  };
}

const silentSince = (item: SummaryItem, day: IsoDate): boolean =>
  item.lastReportedOn === null || item.lastReportedOn <= day;

function itemsOf(
  mine: StructureFigures,
  earlier: StructureFigures | undefined,
  { plan, day }: PlanFigures,
): readonly SummaryItem[] {
  const phases = mine.phases
    .filter((each) => each.neutralised === null)
    .map((each) =>
      phaseItem(
        each,
        earlier?.phases.find((other) => other.phase.code === each.phase.code),
        day,
      ),
    );
  const goals = mine.goals
    .filter((each) => each.neutralised === null && each.goal.measuredBy === 'FIGURES')
    .map((each) =>
      goalItem(
        each,
        earlier?.goals.find((other) => other.goal.code === each.goal.code),
        yearSpan(plan).end,
        day,
      ),
    );
  return [...phases, ...goals];
}

function phaseItem(each: PhaseFigures, before: PhaseFigures | undefined, day: IsoDate): SummaryItem {
  const { phase, goal, figure, lastReport } = each;
  return {
    item: phase.code,
    goal: goal.code,
    title: wordingText(phase.description) ?? wordingText(phase.output) ?? goal.title,
    health: figure.health?.health ?? null,
    share: saidShare(figure, saysFigure(lastReport)),
    shareBefore: saidShare(before?.figure, saysFigure(before?.lastReport ?? null)),
    end: phase.end,
    daysLate: each.completedOn === null ? daysPast(phase.end, day) : each.completedDaysLate,
    blockedBecause: lastReport?.blockedBecause ?? null,
    lastReportedOn: lastReport?.reportedOn ?? null,
  };
}

function goalItem(
  each: GoalFigures,
  before: GoalFigures | undefined,
  end: IsoDate,
  day: IsoDate,
): SummaryItem {
  const { goal, figure, lastMeasurement } = each;
  return {
    item: goal.code,
    goal: goal.code,
    title: goal.title,
    health: figure.health?.health ?? null,
    share: saidShare(figure, lastMeasurement !== null),
    shareBefore: saidShare(before?.figure, (before?.lastMeasurement ?? null) !== null),
    end,
    daysLate: daysPast(end, day),
    blockedBecause: null,
    lastReportedOn: lastMeasurement?.reportedOn ?? null,
  };
}

/** Null for what nobody said anything of, which is not 0. */
const saidShare = (figure: Figure | undefined, said: boolean): string | null =>
  said && figure ? printed(figure.share) : null;

const daysPast = (end: IsoDate, day: IsoDate): number => Math.max(0, daysBetween(end, day));

const printed = (value: Ratio | null): string | null => (value === null ? null : printRatio(value));

const summaryFigure = (figure: Figure | null): SummaryFigure => ({
  share: printed(figure?.share ?? null),
  coverage: printed(figure?.coverage ?? null),
  plannedByDeadline: printed(figure?.planned?.byDeadline ?? null),
  plannedLinear: printed(figure?.planned?.linear ?? null),
});
