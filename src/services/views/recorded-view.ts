import type { PhaseCode } from '../../domain/codes.ts';
import type { RecordedItem } from '../../domain/notice.ts';
import { baselineInForce, type Plan } from '../../domain/plan.ts';
import { findGoalFigures, findPhaseFigures } from '../../domain/plan-figures.ts';
import type { Context } from '../context.ts';
import { CURRENT, findPlan, type LoadedFigures, loadFigures } from '../load-figures.ts';
import type { Recorded } from '../record-statements.ts';
import { type GoalView, goalView } from './goal-view.ts';
import { type PhaseView, phaseView } from './phase-view.ts';
import { type MeasurementView, measurementView, type ReportView, reportView } from './report-view.ts';

/**
 * A recorded report, with its phase and goal as they are now. Each is read when it is asked for: whoever only wants to
 * know that it was recorded does not wait for figures.
 */
export type RecordedReportView = {
  readonly report: () => Promise<ReportView>;
  readonly phase: () => Promise<PhaseView>;
  readonly goal: () => Promise<GoalView>;
};

export type RecordedMeasurementView = {
  readonly measurement: () => Promise<MeasurementView>;
  readonly goal: () => Promise<GoalView>;
};

/** @param recorded one statement */
export function recordedReportView(context: Context, recorded: Recorded): RecordedReportView {
  const { year } = recorded;
  const item = only(recorded.items);
  const loaded = once(() => figuresWith(context, year, item));
  return {
    async report() {
      return reportView(await getPlan(context, year), only(recorded.said.reports));
    },
    async phase() {
      const { figures } = await loaded();
      const phase = findPhaseFigures(figures, item.item as PhaseCode);
      if (!phase) throw new Error(`${item.item} was recorded and is not in the plan`);
      return phaseView(figures, phase);
    },
    goal: async () => recordedGoal((await loaded()).figures, item),
  };
}

/** @param recorded one statement */
export function recordedMeasurementView(context: Context, recorded: Recorded): RecordedMeasurementView {
  const { year } = recorded;
  const item = only(recorded.items);
  return {
    async measurement() {
      return measurementView(await getPlan(context, year), only(recorded.said.measurements));
    },
    goal: async () => recordedGoal((await figuresWith(context, year, item)).figures, item),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function only<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined) throw new Error('a statement was recorded and left nothing');
  return first;
}

async function getPlan(context: Context, year: number): Promise<Plan> {
  const found = await findPlan(context, year);
  if (!found.ok) throw new Error(`the plan went away while it was reported on: ${found.refusal.code}`);
  return found.value.plan;
}

/** In today's baseline; what an act has eliminated meanwhile, in the one of the day reported on. */
async function figuresWith(
  context: Context,
  year: number,
  { item, goal, reportedOn }: RecordedItem,
): Promise<LoadedFigures> {
  const now = await load(context, year, null);
  const isThere =
    item === goal ? findGoalFigures(now.figures, goal) : findPhaseFigures(now.figures, item as PhaseCode);
  if (isThere) return now;
  return load(context, year, baselineInForce(now.stored.plan, reportedOn).number);
}

async function load(context: Context, year: number, baseline: number | null): Promise<LoadedFigures> {
  const loaded = await loadFigures(context, { ...CURRENT, year, baseline });
  if (!loaded.ok) throw new Error(`the plan went away while it was reported on: ${loaded.refusal.code}`);
  return loaded.value;
}

function recordedGoal(figures: LoadedFigures['figures'], { goal }: RecordedItem): GoalView {
  const found = findGoalFigures(figures, goal);
  if (!found) throw new Error(`${goal} was recorded and is not in the plan`);
  return goalView(figures, found);
}
