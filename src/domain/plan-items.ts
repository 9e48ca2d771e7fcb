/** The items of a plan that people report on, and which of them come first. */
import type { ItemCode, StructureCode } from './codes.ts';
import { addDays, daysBetween, type IsoDate } from './dates.ts';
import type { Figure } from './figure.ts';
import { wordingText, yearSpan } from './plan.ts';
import type { GoalFigures, PhaseFigures, PlanFigures } from './plan-figures.ts';
import { compare } from './ratio.ts';

/** A phase, or a goal measured by figures, on the day of its figures. */
export type PlanItem = {
  readonly code: ItemCode;
  readonly structures: readonly StructureCode[];
  readonly figure: Figure;
  readonly start: IsoDate;
  /** Planned end; of an indicator the last day of the year. */
  readonly end: IsoDate;
  /** The day that the last report speaks of; null when there is none. */
  readonly lastReportedOn: IsoDate | null;
} & (
  | { readonly phase: PhaseFigures; readonly goal: null }
  | { readonly phase: null; readonly goal: GoalFigures }
);

/** In the order of the plan; without what is neutralised or not known. */
export function planItems(figures: PlanFigures): readonly PlanItem[] {
  const year = yearSpan(figures.plan);
  return figures.goals
    .filter((each) => each.neutralised === null)
    .flatMap((goal): readonly PlanItem[] => {
      if (goal.goal.measuredBy === 'FIGURES') {
        const { code, structures } = goal.goal;
        const lastReportedOn = goal.lastMeasurement?.reportedOn ?? null;
        return [{ code, structures, figure: goal.figure, ...year, lastReportedOn, phase: null, goal }];
      }
      return goal.phases
        .filter((each) => each.neutralised === null)
        .map((phase) => {
          const { code, structures, start, end } = phase.phase;
          const lastReportedOn = phase.lastReport?.reportedOn ?? null;
          return { code, structures, figure: phase.figure, start, end, lastReportedOn, phase, goal: null };
        });
    });
}

/** What people call an item: a phase by its description or its output, an indicator by its goal's title. */
export function itemTitle({ phase, goal }: Pick<PlanItem, 'phase' | 'goal'>): string {
  if (phase === null) return goal === null ? '' : goal.goal.title;
  return wordingText(phase.phase.description) ?? wordingText(phase.phase.output) ?? phase.goal.title;
}

/** From what presses most to what is over. */
export const URGENCIES = [
  'OVERDUE',
  'BLOCKED',
  'DUE_SOON',
  'AT_RISK',
  'UNREPORTED',
  'STALE',
  'ON_TRACK',
  'NOT_DUE',
  'COMPLETED',
] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Within these days of its end an item is due soon. */
export const DUE_SOON_DAYS = 14;

export function urgencyOf({ figure, end, lastReportedOn }: PlanItem, day: IsoDate): Urgency {
  const health = figure.health?.health ?? 'STALE';
  if (health === 'OVERDUE' || health === 'BLOCKED' || health === 'COMPLETED' || health === 'NOT_DUE') {
    return health;
  }
  if (end <= addDays(day, DUE_SOON_DAYS)) return 'DUE_SOON';
  if (health === 'AT_RISK') return health;
  return lastReportedOn === null ? 'UNREPORTED' : health;
}

/** Most urgent first; of equals the one that ends first, then the order given. */
export const byUrgency = (items: readonly PlanItem[], day: IsoDate): readonly PlanItem[] =>
  [...items].sort(
    (a, b) =>
      URGENCIES.indexOf(urgencyOf(a, day)) - URGENCIES.indexOf(urgencyOf(b, day)) ||
      daysBetween(b.end, a.end),
  );

/** Not complete, and ending on or before `until`: what is overdue too, and first. */
export const itemsDue = (items: readonly PlanItem[], until: IsoDate): readonly PlanItem[] =>
  items
    .filter((item) => item.figure.health?.health !== 'COMPLETED' && item.end <= until)
    .sort((a, b) => daysBetween(b.end, a.end));

export const RISKS = ['OVERDUE', 'BLOCKED', 'AT_RISK', 'STALE', 'UNREPORTED'] as const;
export type Risk = (typeof RISKS)[number];

/** What is wrong with an item; null while nothing is. It says nothing of what is merely due soon. */
export function riskOf({ figure, start, lastReportedOn }: PlanItem, day: IsoDate): Risk | null {
  const health = figure.health?.health;
  if (health === 'OVERDUE' || health === 'BLOCKED' || health === 'AT_RISK') return health;
  if (health === 'COMPLETED' || health === 'NOT_DUE') return null;
  if (lastReportedOn === null) return start <= day ? 'UNREPORTED' : null;
  return health === 'STALE' ? 'STALE' : null;
}

export type ItemAtRisk = { readonly item: PlanItem; readonly risk: Risk };

/** Worst first: by what is wrong, then by how much of it. */
export function itemsAtRisk(items: readonly PlanItem[], day: IsoDate): readonly ItemAtRisk[] {
  return items
    .flatMap((item): readonly ItemAtRisk[] => {
      const risk = riskOf(item, day);
      return risk === null ? [] : [{ item, risk }];
    })
    .sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk) || graver(a.item, b.item));
}

/** Negative when `a` is worse: longer overdue or silent, further behind. */
function graver(a: PlanItem, b: PlanItem): number {
  const [one, other] = [a.figure.health?.reason, b.figure.health?.reason];
  if (one?.kind === 'OVERDUE' && other?.kind === 'OVERDUE') return other.days - one.days;
  if (one?.kind === 'AT_RISK' && other?.kind === 'AT_RISK') return compare(other.behind, one.behind);
  if (one?.kind === 'STALE' && other?.kind === 'STALE') return other.days - one.days;
  // Of what was never reported, that comes first which has been silent for too long.
  if (one?.kind === 'STALE' || other?.kind === 'STALE') return one?.kind === 'STALE' ? -1 : 1;
  return daysBetween(b.end, a.end);
}
