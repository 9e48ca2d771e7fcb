import type { StructureCode } from '../../domain/codes.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { Cadence } from '../../domain/schedule/schedule.ts';
import type { Context } from '../context.ts';
import { type RuleView, readScheduleView, type ScheduleView } from './read-schedule-view.ts';

/** Something that the plan or a structure has set for itself; `structure` null is the plan. */
export type OwnSetting<T> = { readonly structure: StructureCode | null; readonly value: T };

/** All rules of a plan: its own first, then those that structures have set in their place. */
export type PlanSchedule = {
  readonly rules: readonly RuleView[];
  readonly cadences: readonly OwnSetting<Cadence>[];
  readonly places: readonly OwnSetting<string | null>[];
};

/** Refused: NO_PLAN. */
export async function readPlanSchedule(context: Context, year: number): Promise<Result<PlanSchedule>> {
  const whole = await readScheduleView(context, { year, structure: null });
  if (!whole.ok) return whole;
  const views: ScheduleView[] = [];
  for (const code of new Set(whole.value.own.map(({ structure }) => structure))) {
    const view = await readScheduleView(context, { year, structure: code });
    if (!view.ok) return view;
    views.push(view.value);
  }
  const all = [whole.value, ...views];
  const own = (view: ScheduleView, setting: { readonly own: boolean }) =>
    view.structure === null || setting.own;
  const codeOf = ({ structure }: ScheduleView) => structure?.code ?? null;
  return accepted({
    rules: all.flatMap((view) => view.rules.filter(({ structure }) => structure === codeOf(view))),
    cadences: all
      .filter((view) => own(view, view.cadence))
      .map((view) => ({ structure: codeOf(view), value: view.cadence.value })),
    places: all
      .filter((view) => own(view, view.place))
      .map((view) => ({ structure: codeOf(view), value: view.place.value })),
  });
}
