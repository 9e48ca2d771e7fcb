import type { PhaseCode } from '../../domain/codes.ts';
import type { RecordedItem } from '../../domain/notice.ts';
import { baselineInForce } from '../../domain/plan.ts';
import { findGoalFigures, findPhaseFigures } from '../../domain/plan-figures.ts';
import type { Context } from '../context.ts';
import { CURRENT, type LoadedFigures, loadFigures } from '../load-figures.ts';
import { type GoalView, goalView } from './goal-view.ts';
import { type PhaseView, phaseView } from './phase-view.ts';
import { type MeasurementView, measurementView, type ReportView, reportView } from './report-view.ts';

/** A recorded report, with its phase and goal as they are now. */
export type RecordedReportView = {
  readonly report: ReportView;
  readonly phase: PhaseView;
  readonly goal: GoalView;
};

export type RecordedMeasurementView = { readonly measurement: MeasurementView; readonly goal: GoalView };

export async function readRecordedReport(
  context: Context,
  year: number,
  item: RecordedItem,
): Promise<RecordedReportView> {
  const { stored, figures } = await figuresWith(context, year, item);
  const phase = findPhaseFigures(figures, item.item as PhaseCode);
  if (!phase) throw new Error(`${item.item} was recorded and is not in the plan`);
  const report = await context.store.getReport(stored.id, item.sequence);
  return {
    report: reportView(stored.plan, report),
    phase: phaseView(figures, phase),
    goal: recordedGoal(figures, item),
  };
}

export async function readRecordedMeasurement(
  context: Context,
  year: number,
  item: RecordedItem,
): Promise<RecordedMeasurementView> {
  const { stored, figures } = await figuresWith(context, year, item);
  const measurement = await context.store.getMeasurement(stored.id, item.sequence);
  return { measurement: measurementView(stored.plan, measurement), goal: recordedGoal(figures, item) };
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
