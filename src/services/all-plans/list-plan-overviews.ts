import type { IsoDate } from '../../domain/dates.ts';
import { variance } from '../../domain/planned.ts';
import { type Ratio, toPercent } from '../../domain/ratio.ts';
import type { DayFigure } from '../../domain/series/day-figures.ts';
import type { Context } from '../context.ts';
import { type ShownFigure, shownFigure } from '../series/shown-figure.ts';
import type { ReadingsView } from '../views/progress-view.ts';
import type { StructureReference } from '../views/reference-view.ts';
import { readAllPlans, type SummedPlan } from './read-all-plans.ts';

/** A figure beside those of other years. */
export type OverviewFigureView = ShownFigure & {
  /** In points of percent. */
  readonly variance: ReadingsView;
};

export type PlanOverviewView = {
  readonly year: number;
  readonly title: string;
  readonly asOf: IsoDate;
  /** Number of the baseline in force on that day. */
  readonly baseline: number;
  readonly figure: OverviewFigureView;
  readonly structures: readonly {
    readonly structure: StructureReference;
    readonly figure: OverviewFigureView;
  }[];
};

const MOST_PLANS = 100;

/** The newest plans of the database, newest first. @param asOf null is today */
export async function listPlanOverviews(
  context: Context,
  asOf: IsoDate | null,
): Promise<readonly PlanOverviewView[]> {
  const day = asOf ?? context.clock.today();
  const all = await readAllPlans(context, day);
  return all
    .slice(-MOST_PLANS)
    .reverse()
    .map((each) => overviewOf(each, day));
}

const overviewOf = ({ plan, baseline, sums }: SummedPlan, asOf: IsoDate): PlanOverviewView => ({
  year: plan.year,
  title: plan.title,
  asOf,
  baseline,
  figure: figureView(sums.whole),
  structures: sums.structures.map(({ structure, figure }) => ({
    structure: { code: structure.code, name: structure.name },
    figure: figureView(figure),
  })),
});

function figureView(figure: DayFigure): OverviewFigureView {
  const { share, planned } = figure;
  const against = (reading: Ratio | undefined): number | null =>
    share && reading ? toPercent(variance(share, reading)) : null;
  return {
    ...shownFigure(figure, true),
    variance: { byDeadline: against(planned?.byDeadline), linear: against(planned?.linear) },
  };
}
