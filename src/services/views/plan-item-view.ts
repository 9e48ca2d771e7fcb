import type { IsoDate } from '../../domain/dates.ts';
import {
  itemTitle,
  type PlanItem,
  type Risk,
  riskOf,
  type Urgency,
  urgencyOf,
} from '../../domain/plan-items.ts';
import { type AskedFigures, type AskedView, askedOf } from './asked-view.ts';
import { type GoalView, goalView } from './goal-view.ts';
import { type PhaseView, phaseView } from './phase-view.ts';
import type { ProgressView } from './progress-view.ts';
import { type StructureReference, structureReferences } from './reference-view.ts';

/** A phase, or a goal measured by figures: what people report on. */
export type PlanItemView = {
  readonly asked: AskedView;
  readonly code: string;
  readonly title: string;
  readonly structures: readonly StructureReference[];
  readonly start: IsoDate;
  /** Planned end; of a goal measured by figures the last day of the year. */
  readonly end: IsoDate;
  readonly lastReportedOn: IsoDate | null;
  readonly urgency: Urgency;
  /** Null while nothing is wrong. */
  readonly risk: Risk | null;
  readonly progress: ProgressView;
  /** Exactly one of the two. */
  readonly phase: PhaseView | null;
  readonly goal: GoalView | null;
  /** What it was made of. */
  readonly item: PlanItem;
};

export function planItemView(figures: AskedFigures, item: PlanItem): PlanItemView {
  const { code, start, end, lastReportedOn } = item;
  const view = item.phase
    ? { phase: phaseView(figures, item.phase), goal: null }
    : { phase: null, goal: goalView(figures, item.goal) };
  return {
    asked: askedOf(figures),
    code,
    title: itemTitle(item),
    structures: structureReferences(figures.plan, item.structures),
    start,
    end,
    lastReportedOn,
    urgency: urgencyOf(item, figures.day),
    risk: riskOf(item, figures.day),
    progress: (view.phase ?? view.goal).progress,
    ...view,
    item,
  };
}
