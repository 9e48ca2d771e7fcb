/** The items that a summary lists: each on its day and on the one it is compared with. */
import type { ItemCode } from '../codes.ts';
import { dayInRome, daysBetween, type IsoDate } from '../dates.ts';
import { saysFigure } from '../phase-progress.ts';
import type { PlanFigures } from '../plan-figures.ts';
import { itemTitle, type PlanItem, planItems } from '../plan-items.ts';
import type { SummaryItem } from '../summary.ts';
import { printedShare } from './summary-figure.ts';

export type ComparedItem = {
  readonly item: PlanItem;
  /** As a summary keeps it. */
  readonly kept: SummaryItem;
  /** Whether anybody said anything of it after the day it is compared with, whatever day they spoke of. */
  readonly spokenOf: boolean;
};

/**
 * In the order of the plan; without what is neutralised or not known. What the earlier day's baseline did not hold has
 * no share before.
 */
export function compareItems(now: PlanFigures, before: PlanFigures): readonly ComparedItem[] {
  const earlier = sharesOf(before);
  return planItems(now).map((item) => ({
    item,
    kept: summaryItem(item, earlier.get(item.code) ?? null, now.day),
    spokenOf: isSpokenOf(item, before.day),
  }));
}

/** Null for what nobody said anything of, which is not 0. */
function saidShare({ phase, goal }: Pick<PlanItem, 'phase' | 'goal'>): string | null {
  if (phase !== null) return saysFigure(phase.lastReport) ? printedShare(phase.figure.share) : null;
  return goal === null || goal.lastMeasurement === null ? null : printedShare(goal.figure.share);
}

/** Of all that the baseline held, what was neutralised too: it may count again since. */
function sharesOf({ goals }: PlanFigures): ReadonlyMap<ItemCode, string | null> {
  const shares = new Map<ItemCode, string | null>();
  for (const goal of goals) {
    shares.set(goal.goal.code, saidShare({ phase: null, goal }));
    for (const phase of goal.phases) shares.set(phase.phase.code, saidShare({ phase, goal: null }));
  }
  return shares;
}

function isSpokenOf({ phase, goal }: PlanItem, since: IsoDate): boolean {
  const last = phase ? phase.lastReport : goal.lastMeasurement;
  return last !== null && (last.reportedOn > since || dayInRome(new Date(last.recordedAt)) > since);
}

function summaryItem(item: PlanItem, shareBefore: string | null, day: IsoDate): SummaryItem {
  const { code, phase, goal, figure, end, lastReportedOn } = item;
  const report = phase?.lastReport ?? null;
  return {
    item: code,
    goal: phase ? phase.goal.code : goal.goal.code,
    title: itemTitle(item),
    health: figure.health?.health ?? null,
    share: saidShare(item),
    shareBefore,
    end,
    daysLate: daysLate(item, day),
    blockedBecause: report?.blockedBecause ?? null,
    lastReportedOn,
    ...(report === null || report.note === null ? {} : { note: report.note }),
  };
}

/** When an indicator reached its target is not known (rule 11): once it has, it is not late. */
function daysLate({ phase, figure, end }: PlanItem, day: IsoDate): number {
  if (figure.health?.health === 'COMPLETED') return phase?.completedDaysLate ?? 0;
  return Math.max(0, daysBetween(end, day));
}

const kept = (items: readonly ComparedItem[]): readonly SummaryItem[] => items.map((each) => each.kept);

const isComplete = ({ kept: { health } }: ComparedItem): boolean => health === 'COMPLETED';

/** A figure that an act changed, by another target or weight, was moved by nobody. */
export const movedItems = (items: readonly ComparedItem[]): readonly SummaryItem[] =>
  kept(items.filter(({ kept: { share, shareBefore }, spokenOf }) => share !== shareBefore && spokenOf));

/** What an act made complete, by a lower target, was completed by nobody. */
export const completedItems = (items: readonly ComparedItem[]): readonly SummaryItem[] =>
  kept(items.filter((each) => isComplete(each) && each.kept.shareBefore !== '1/1' && each.spokenOf));

export const lateOrBlockedItems = (items: readonly ComparedItem[]): readonly SummaryItem[] =>
  kept(items.filter(({ kept: { health } }) => health === 'OVERDUE' || health === 'BLOCKED'));

export const unreportedItems = (items: readonly ComparedItem[]): readonly SummaryItem[] =>
  kept(items.filter((each) => !isComplete(each) && each.kept.health !== 'NOT_DUE' && !each.spokenOf));

/** Not complete, and ending on a day from `from` to `until`, both included. */
export const dueItems = (
  items: readonly ComparedItem[],
  from: IsoDate,
  until: IsoDate,
): readonly SummaryItem[] =>
  kept(items.filter((each) => !isComplete(each) && from <= each.item.end && each.item.end <= until));
