import { defaultSchedule, type Schedule } from '../../domain/schedule/schedule.ts';
import type { StoredPlan } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { untilCommitted } from '../until-committed.ts';
import { SCHEDULER } from './slot-work.ts';

/** The plan's schedule for whoever only looks: what was not set yet is as it would start now. */
export async function readSchedule(context: Context, { id }: Pick<StoredPlan, 'id'>): Promise<Schedule> {
  const schedule = await context.store.loadSchedule(id);
  return [...schedule, ...missingFrom(context, schedule)];
}

/**
 * The plan's schedule. What was not set yet is written, and holds from now on: all of a plan's at first, later the
 * kinds of slots that a release adds.
 */
export async function ensureSchedule(context: Context, { id }: Pick<StoredPlan, 'id'>): Promise<Schedule> {
  return untilCommitted(async () => {
    const schedule = await context.store.loadSchedule(id);
    const missing = missingFrom(context, schedule);
    if (missing.length === 0) return schedule;
    const names = missing.map(({ name }) => name).join(',');
    const { outcome } = await context.store.commit({
      planId: id,
      revision: null,
      lastSequence: null,
      recordedAt: context.clock.now().toISOString(),
      // Who comes second, or a process that was held up meanwhile, does not write over what people have set since.
      inbox: { key: `schedule-starts/${id}/${names}`, fingerprint: 'defaults' },
      schedule: missing,
      audit: [{ kind: 'SCHEDULE_STARTED', actor: SCHEDULER.key, body: { entries: missing } }],
    });
    return outcome === 'COMMITTED' ? [...schedule, ...missing] : 'CONFLICT';
  });
}

function missingFrom({ clock, homePlace }: Context, schedule: Schedule): Schedule {
  const set = new Set(schedule.filter(({ structure }) => structure === null).map(({ name }) => name));
  return defaultSchedule(clock.now().toISOString(), SCHEDULER.key, homePlace).filter(
    ({ name }) => !set.has(name),
  );
}
