import { WHOLE_BPS } from '../domain/plan.ts';
import { type CheckContext, checkReach, checkStructures, fieldOf } from './check-context.ts';
import type { FilePhase, FileSchedule } from './plan-schema.ts';

/** A schedule as it stands in `baseline`: what each phase says, and that together they weigh 100. */
export function checkSchedule(
  context: CheckContext,
  goal: string,
  baseline: number,
  schedule: FileSchedule,
): void {
  const at = schedule['@'];
  if ('unknown' in schedule) {
    context.notices.add({ code: 'SCHEDULE_UNKNOWN', goal, schedule: schedule.name }, at);
    return;
  }
  checkReach(context, schedule.deadline, `${at}/deadline`);
  checkNumbers(context, goal, schedule.phases);
  for (const phase of schedule.phases) {
    checkPhase(context, `${goal}.${phase.number}`, phase);
    if (phase.end > schedule.deadline && !context.doubts.at(`${at}/deadline`)) {
      const { end } = phase;
      context.notices.add(
        { code: 'PHASE_AFTER_DEADLINE', phase: `${goal}.${phase.number}`, end, deadline: schedule.deadline },
        fieldOf(context, phase, 'end'),
      );
    }
  }
  const sumBps = schedule.phases.reduce((total, phase) => total + phase.weight, 0);
  const doubtful =
    context.doubts.about(at, 'phases') ||
    schedule.phases.some((phase) => context.doubts.at(fieldOf(context, phase, 'weight')));
  if (sumBps !== WHOLE_BPS && !doubtful) {
    context.problems.add({ code: 'PHASE_WEIGHTS_NOT_100', goal, baseline, sumBps }, `${at}/phases`, 'KEY');
  }
}

function checkNumbers(context: CheckContext, goal: string, phases: readonly FilePhase[]): void {
  const first = new Map<number, string>();
  for (const phase of phases) {
    const before = first.get(phase.number);
    first.set(phase.number, before ?? phase['@']);
    if (before === undefined || context.doubts.about(before, 'number')) continue;
    if (context.doubts.about(phase['@'], 'number')) continue;
    const firstLine = context.problems.lineOf(`${before}/number`);
    const value = `${goal}.${phase.number}`;
    context.problems.add(
      { code: 'DUPLICATE_CODE', owner: 'PHASE', value, firstLine },
      `${phase['@']}/number`,
    );
  }
}

function checkPhase(context: CheckContext, code: string, phase: FilePhase): void {
  const { doubts, problems } = context;
  const { start, end } = phase;
  const at = (field: keyof FilePhase) => fieldOf(context, phase, field);
  checkReach(context, start, at('start'));
  checkReach(context, end, at('end'));
  if (end < start && !doubts.at(at('start')) && !doubts.at(at('end'))) {
    problems.add({ code: 'END_BEFORE_START', phase: code, start, end }, at('end'));
  }
  checkStructures(context, phase.structures, at('structures'));
  if (phase.neutralised) checkReach(context, phase.neutralised.from, `${phase.neutralised['@']}/from`);
  if (doubts.at(at('creditRule')) || doubts.at(at('units'))) return;
  if (phase.creditRule === 'UNITS' && !phase.units) {
    problems.add({ code: 'UNITS_WITHOUT_TARGET', phase: code }, at('creditRule'));
  }
  if (phase.creditRule !== 'UNITS' && phase.units) {
    problems.add({ code: 'UNITS_NOT_COUNTED', phase: code }, at('units'), 'KEY');
  }
}
