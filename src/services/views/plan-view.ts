import type { IsoDate } from '../../domain/dates.ts';
import type { Baseline, Bps, Plan } from '../../domain/plan.ts';
import type { AreaFigures, GroupFigures, PlanFigures } from '../../domain/plan-figures.ts';
import { type AskedFigures, type AskedView, askedOf } from './asked-view.ts';
import { type ChangeView, changeView } from './change-view.ts';
import { type GoalView, goalView } from './goal-view.ts';
import { kept } from './kept-view.ts';
import { type ProgressView, progressView, sourcesOf } from './progress-view.ts';
import { type StructureView, structureView } from './structure-view.ts';

export type BaselineView = {
  /** Of its plan. */
  readonly year: number;
  readonly number: number;
  readonly act: string;
  readonly adoptedOn: IsoDate;
  readonly effectiveFrom: IsoDate;
  /** Σ of its goals' weights. */
  readonly weightBps: Bps;
  readonly notes: readonly string[];
};

export type AreaView = {
  readonly asked: AskedView;
  readonly code: string;
  readonly title: string;
  readonly weightBps: Bps;
  readonly progress: ProgressView;
  readonly goals: readonly GoalView[];
};

export type PlanView = {
  readonly asked: AskedView;
  readonly year: number;
  readonly title: string;
  readonly agency: { readonly code: string; readonly name: string };
  /** The day of all figures in it. */
  readonly asOf: IsoDate;
  /** The day it is. */
  readonly today: IsoDate;
  readonly baseline: BaselineView;
  readonly baselines: readonly BaselineView[];
  /** Σ of the goals' weights in this document: less than 10 000 where the act lists only some of them. */
  readonly weightBps: Bps;
  readonly progress: ProgressView;
  readonly areas: readonly AreaView[];
  readonly goals: readonly GoalView[];
  readonly structures: readonly StructureView[];
  /** What the shown baseline did to the one before. */
  readonly changes: readonly ChangeView[];
  readonly notes: readonly string[];
};

export function planView(figures: AskedFigures, today: IsoDate): PlanView {
  const { plan, baseline } = figures;
  return {
    asked: askedOf(figures),
    year: plan.year,
    title: plan.title,
    agency: { code: plan.agency.code, name: plan.agency.name },
    asOf: figures.day,
    today,
    baseline: baselineView(plan, baseline),
    baselines: plan.baselines.map((each) => baselineView(plan, each)),
    weightBps: weightOf(baseline.goals),
    progress: groupProgress(figures.whole, figures.goals),
    areas: figures.areas.map((area) => areaView(figures, area)),
    goals: figures.goals.map((goal) => goalView(figures, goal)),
    structures: figures.structures.map((structure) => structureView(figures, structure)),
    changes: baseline.changes.map((change) => changeView(plan, baseline, change)),
    notes: plan.notes,
  };
}

export const areaView = kept(
  (figures, assessed: AreaFigures): AreaView => ({
    asked: askedOf(figures),
    code: assessed.area.code,
    title: assessed.area.title,
    weightBps: weightOf(assessed.goals.map(({ goal }) => goal)),
    progress: groupProgress(assessed, assessed.goals),
    goals: assessed.goals.map((goal) => goalView(figures, goal)),
  }),
);

export const baselineView = ({ year }: Pick<Plan, 'year'>, baseline: Baseline): BaselineView => ({
  year,
  number: baseline.number,
  act: baseline.act,
  adoptedOn: baseline.adoptedOn,
  effectiveFrom: baseline.effectiveFrom,
  weightBps: weightOf(baseline.goals),
  notes: baseline.notes,
});

const weightOf = (goals: readonly { readonly weightBps: Bps }[]): Bps =>
  goals.reduce((total, goal) => total + goal.weightBps, 0);

function groupProgress(group: GroupFigures, goals: PlanFigures['goals']): ProgressView {
  const points = { ofPoints: group.ofPoints, points: group.figure.share && group.points };
  return progressView(group.figure, group.terms, () => sourcesOf([], goals), points);
}
