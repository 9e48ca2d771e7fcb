/** The figures of a plan on a day, as {@link assess} computes them: what every edge shows. */
import type { Achievement } from './achievement.ts';
import type { GoalCode, PhaseCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Measurement, StatusReport } from './facts.ts';
import type { Figure, Term } from './figure.ts';
import type { Area, Baseline, Goal, Neutralisation, Phase, Plan, Structure } from './plan.ts';
import type { Ratio } from './ratio.ts';

export type PhaseFigures = {
  readonly phase: Phase;
  readonly goal: Goal;
  readonly figure: Figure;
  readonly neutralised: Neutralisation | null;
  readonly lastReport: StatusReport | null;
  /** Null while it is not complete. */
  readonly completedOn: IsoDate | null;
  /** Days between the planned end and completion; 0 when in time or not complete. */
  readonly completedDaysLate: number;
};

export type GoalFigures = {
  readonly goal: Goal;
  readonly figure: Figure;
  readonly neutralised: Neutralisation | null;
  readonly phases: readonly PhaseFigures[];
  /** Of the indicator; null for a goal measured by its schedule. */
  readonly achievement: Achievement | null;
  /** Those that the achievement counts: the last one, or all of them for an indicator that sums. */
  readonly measurements: readonly Measurement[];
  readonly lastMeasurement: Measurement | null;
  readonly terms: readonly Term[];
};

/** An area, or the plan itself. */
export type GroupFigures = {
  readonly figure: Figure;
  readonly terms: readonly Term[];
  /** Σ of the weights that the baseline holds, those of neutralised goals too. */
  readonly heldPoints: Ratio;
  /** Σ of the weights that count, in points of the plan (percent of 100). */
  readonly ofPoints: Ratio;
  /** Progress × weight: the 34.2 of “34.2 of 86”. */
  readonly points: Ratio;
};

export type AreaFigures = GroupFigures & { readonly area: Area; readonly goals: readonly GoalFigures[] };
export type StructureFigures = {
  readonly structure: Structure;
  readonly figure: Figure;
  readonly terms: readonly Term[];
  readonly phases: readonly PhaseFigures[];
  /** Goals without known phases that the structure answers for as a whole. */
  readonly goals: readonly GoalFigures[];
};

export type PlanFigures = {
  readonly plan: Plan;
  readonly baseline: Baseline;
  readonly day: IsoDate;
  readonly whole: GroupFigures;
  readonly areas: readonly AreaFigures[];
  readonly goals: readonly GoalFigures[];
  readonly structures: readonly StructureFigures[];
};

export const findGoalFigures = (figures: PlanFigures, code: GoalCode): GoalFigures | undefined =>
  figures.goals.find((each) => each.goal.code === code);

export const findPhaseFigures = (figures: PlanFigures, code: PhaseCode): PhaseFigures | undefined =>
  figures.goals.flatMap((each) => each.phases).find((each) => each.phase.code === code);

export const findStructureFigures = (
  figures: PlanFigures,
  code: StructureCode,
): StructureFigures | undefined => figures.structures.find((each) => each.structure.code === code);
