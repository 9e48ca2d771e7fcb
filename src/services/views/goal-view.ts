import type { IsoDate } from '../../domain/dates.ts';
import { ownTerm } from '../../domain/figure.ts';
import { type Bps, type Goal, wordingText } from '../../domain/plan.ts';
import type { GoalFigures } from '../../domain/plan-figures.ts';
import { multiply, ratio } from '../../domain/ratio.ts';
import { type AskedView, askedOf } from './asked-view.ts';
import { type ChangeView, changeOf } from './change-view.ts';
import {
  type AchievementView,
  achievementView,
  type IndicatorView,
  indicatorView,
} from './indicator-view.ts';
import { kept } from './kept-view.ts';
import { type PhaseView, phaseView } from './phase-view.ts';
import { type Points, type ProgressView, progressView, sourcesOf } from './progress-view.ts';
import {
  type NeutralisationView,
  neutralisationView,
  type StructureReference,
  structureReferences,
  type TitledReference,
  wordingUnknown,
} from './reference-view.ts';
import { type MeasurementView, measurementView } from './report-view.ts';

export type GoalView = {
  readonly asked: AskedView;
  readonly code: string;
  readonly title: string;
  /** Of the plan. */
  readonly weightBps: Bps;
  readonly area: TitledReference;
  readonly expectedOutcome: string | null;
  readonly sharing: Goal['sharing'];
  /** Who answers for the goal as a whole; its phases name their own. */
  readonly structures: readonly StructureReference[];
  readonly programmingLink: string | null;
  readonly remarks: string | null;
  readonly remarksUnknown: string | null;
  readonly indicator: IndicatorView;
  readonly measuredBy: Goal['measuredBy'];
  /** Null when measured by figures. */
  readonly scheduleName: string | null;
  /** Why the schedule's phases are not known; null when they are, or there is no schedule. */
  readonly scheduleUnknown: string | null;
  readonly deadline: IsoDate | null;
  readonly progress: ProgressView;
  readonly achievement: AchievementView | null;
  readonly lastMeasurement: MeasurementView | null;
  readonly phases: readonly PhaseView[];
  /** What the shown baseline did to this goal; null if nothing. */
  readonly change: ChangeView | null;
  readonly neutralised: NeutralisationView | null;
  readonly notes: readonly string[];
};

export const goalView = kept((figures, assessed: GoalFigures): GoalView => {
  const { plan, baseline } = figures;
  const { goal, achievement, lastMeasurement } = assessed;
  return {
    asked: askedOf(figures),
    code: goal.code,
    title: goal.title,
    weightBps: goal.weightBps,
    area: {
      code: goal.areaCode,
      title: plan.areas.find((area) => area.code === goal.areaCode)?.title ?? goal.areaCode,
    },
    expectedOutcome: goal.expectedOutcome,
    sharing: goal.sharing,
    structures: structureReferences(plan, goal.structures),
    programmingLink: goal.programmingLink,
    remarks: wordingText(goal.remarks),
    remarksUnknown: wordingUnknown(goal.remarks),
    indicator: indicatorView(figures, assessed),
    measuredBy: goal.measuredBy,
    scheduleName: goal.schedule?.name ?? null,
    scheduleUnknown: goal.schedule?.known === false ? goal.schedule.because : null,
    deadline: goal.schedule?.known ? goal.schedule.deadline : null,
    progress: goalProgress(assessed),
    achievement: achievement && achievementView(achievement),
    lastMeasurement: lastMeasurement && measurementView(plan, lastMeasurement, askedOf(figures)),
    phases: assessed.phases.map((each) => phaseView(figures, each)),
    change: changeOf(plan, baseline, goal.code),
    neutralised: neutralisationView(assessed.neutralised),
    notes: goal.notes,
  };
});

function goalProgress(assessed: GoalFigures): ProgressView {
  const { goal, figure, phases } = assessed;
  const byFigures = goal.measuredBy === 'FIGURES' && figure.share !== null;
  // A goal by figures is the sum of itself alone: its one term names the measurement it comes from.
  const terms = byFigures ? [ownTerm(goal.code, figure)] : assessed.terms;
  return progressView(figure, terms, () => sourcesOf(phases, [assessed]), pointsOf(assessed));
}

/** A neutralised goal has left the sums: it has no points to reach (rule 7). */
function pointsOf({ goal, figure, neutralised }: GoalFigures): Points | null {
  if (neutralised !== null) return null;
  const ofPoints = ratio(goal.weightBps, 100);
  return { ofPoints, points: figure.share && multiply(ofPoints, figure.share) };
}
