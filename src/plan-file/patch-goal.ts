/** A goal with the values that a re-modulation gave it: what it does not name stays as it was. */
import type { CheckContext } from './check-context.ts';
import type { FileGoal, FilePhase, FileSchedule, GoalPatch, SchedulePatch } from './plan-schema.ts';

export function patchGoal(context: CheckContext, goal: FileGoal, patch: GoalPatch): FileGoal {
  const { '@': _at, indicator, schedule, scheduleReplacedBy, neutralised, ...plain } = patch;
  const { schedule: oldSchedule, neutralised: oldNeutralised, ...rest } = goal;
  if (schedule !== undefined && scheduleReplacedBy !== undefined) {
    context.problems.add({ code: 'SCHEDULE_CHANGED_TWICE', goal: goal.code }, schedule['@'], 'KEY');
  }
  const replaced = scheduleReplacedBy === undefined ? oldSchedule : (scheduleReplacedBy ?? undefined);
  return {
    ...rest,
    ...given(plain),
    indicator: indicator === undefined ? goal.indicator : patchIndicator(goal.indicator, indicator),
    schedule: schedule === undefined ? replaced : patchSchedule(context, goal.code, replaced, schedule),
    neutralised: neutralised === undefined ? oldNeutralised : (neutralised ?? undefined),
  };
}

function patchIndicator(
  old: FileGoal['indicator'],
  patch: NonNullable<GoalPatch['indicator']>,
): FileGoal['indicator'] {
  const { '@': _at, targets = [], ...plain } = patch;
  const years = (target: { readonly years: { from: number; to: number } }) =>
    `${target.years.from}-${target.years.to}`;
  const renewed = new Set(targets.map(years));
  const kept = old.targets.filter((target) => !renewed.has(years(target)));
  const all = [...kept, ...targets].sort((a, b) => a.years.from - b.years.from);
  return { ...old, ...given(plain), targets: all };
}

function patchSchedule(
  context: CheckContext,
  goal: string,
  old: FileSchedule | undefined,
  patch: SchedulePatch,
): FileSchedule | undefined {
  if (old === undefined || 'unknown' in old) {
    context.problems.add({ code: 'NO_SCHEDULE_TO_CHANGE', goal }, patch['@'], 'KEY');
    return old;
  }
  const { name = old.name, deadline = old.deadline, phases: patches = [] } = patch;
  const phases = new Map(old.phases.map((phase) => [phase.number, phase]));
  const changed = new Set<number>();
  for (const phasePatch of patches) {
    const { number } = phasePatch;
    const place = `${phasePatch['@']}/number`;
    const phase = phases.get(number);
    if (context.doubts.at(place)) continue;
    if (changed.has(number)) {
      const first = patches.find((other) => other.number === number)?.['@'] ?? place;
      const firstLine = context.problems.lineOf(first);
      const value = `${goal}.${number}`;
      context.problems.add({ code: 'DUPLICATE_CODE', owner: 'PHASE', value, firstLine }, place);
    } else if (phase !== undefined) {
      phases.set(number, patchPhase(context, phase, phasePatch));
    } else if (!context.doubts.about('/baselines', 'phases', 'number')) {
      context.problems.add({ code: 'PHASE_NOT_IN_SCHEDULE', goal, number }, place);
    }
    changed.add(number);
  }
  // What this act did not touch is not for it to answer: faults of the old schedule stay where it stands.
  const touched = patch.deadline !== undefined || patches.some((phase) => phase.weight !== undefined);
  const at = touched && !context.doubts.about(old['@'], 'phases') ? patch['@'] : old['@'];
  return { '@': at, name, deadline, phases: [...phases.values()] };
}

function patchPhase(
  context: CheckContext,
  old: FilePhase,
  patch: NonNullable<SchedulePatch['phases']>[number],
): FilePhase {
  const { '@': at, units, neutralised, ...plain } = patch;
  const changed: FilePhase = {
    ...old,
    ...given(plain),
    units: units === undefined ? old.units : (units ?? undefined),
    neutralised: neutralised === undefined ? old.neutralised : (neutralised ?? undefined),
  };
  const fields = Object.keys(given({ ...plain, units, neutralised }));
  const before = context.changedFields.get(old) ?? [];
  context.changedFields.set(
    changed,
    new Map([...before, ...fields.map((field) => [field, `${at}/${field}`] as const)]),
  );
  return changed;
}

/** Without the fields that are not there: spread over the old values, an undefined one would erase them. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const given = <T extends object>(patch: T): Partial<Given<T>> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Given<T>>;
