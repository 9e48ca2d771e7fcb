import { type CheckContext, checkReach, checkStructures } from './check-context.ts';
import { checkSchedule } from './check-schedule.ts';
import type { FileGoal, FileTarget } from './plan-schema.ts';

/** The part of a goal that a baseline wrote: a whole goal, or the values that it changed. */
export type Written = {
  readonly '@': string;
  readonly area?: string | undefined;
  readonly structures?: readonly string[] | undefined;
  readonly neutralised?: { readonly '@': string; readonly from: FileGoalDay } | null | undefined;
};
type FileGoalDay = NonNullable<FileGoal['neutralised']>['from'];

/** `goal` as it stands in `baseline`; of its plain fields only those that this baseline wrote. */
export function checkGoal(context: CheckContext, goal: FileGoal, baseline: number, written: Written): void {
  const at = written['@'];
  if (written.area !== undefined) checkArea(context, written.area, `${at}/area`);
  if (written.structures) checkStructures(context, written.structures, `${at}/structures`);
  if (written.neutralised) checkReach(context, written.neutralised.from, `${written.neutralised['@']}/from`);
  checkTargets(context, goal.code, goal.indicator.targets);
  if (goal.schedule) checkSchedule(context, goal.code, baseline, goal.schedule);
}

function checkArea(context: CheckContext, area: string, pointer: string): void {
  if (
    context.areas.has(area) ||
    context.doubts.at(pointer) ||
    context.doubts.about('/areas', 'areas', 'code')
  ) {
    return;
  }
  context.problems.add({ code: 'UNKNOWN_AREA', area, known: [...context.areas] }, pointer);
}

function checkTargets(context: CheckContext, goal: string, targets: readonly FileTarget[]): void {
  const taken = new Set<number>();
  for (const target of targets) {
    const at = target['@'];
    if (!context.doubts.about(at, 'years')) {
      const { from, to } = target.years;
      const span = Array.from({ length: to - from + 1 }, (_, i) => from + i);
      const year = span.find((each) => taken.has(each));
      if (year !== undefined)
        context.problems.add({ code: 'TARGET_YEARS_OVERLAP', goal, year }, `${at}/years`);
      for (const each of span) taken.add(each);
    }
    if (target.value === undefined && target.reference === undefined) {
      context.problems.add({ code: 'TARGET_WITHOUT_VALUE' }, at);
    }
    if (target.value !== undefined && target.reference !== undefined) {
      context.problems.add({ code: 'TARGET_VALUE_AND_REFERENCE' }, `${at}/reference`, 'KEY');
    }
  }
}
