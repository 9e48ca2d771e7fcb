import { type Actor, may } from '../domain/actor.ts';
import { waitsToAsk } from '../domain/check-in.ts';
import type { IsoDate } from '../domain/dates.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { isStructureSlot, SLOT_KINDS, type SlotKind } from '../domain/schedule/schedule.ts';
import type { SlotRun } from '../domain/schedule/slot-run.ts';
import { type KeyedRequest, WITHOUT_KEY } from './act-once.ts';
import type { Context } from './context.ts';
import type { InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { redrawCheckIn } from './redraw-check-in.ts';
import { rhythmOf, waitingSlot } from './schedule/next-slot-view.ts';
import { sendOwedMessages } from './send-owed-messages.ts';
import { readSchedule } from './slots/ensure-schedule.ts';
import { runDueSlots } from './slots/run-due-slots.ts';

export const TODAY_SETTING = 'today';

/** What the schedule did when the day was moved. */
export type ScheduleMoved = {
  /** Slots. */
  readonly ran: number;
  readonly skipped: number;
  /** Kinds of which a late one waits for office hours. */
  readonly waiting: readonly SlotKind[];
};

export type DayMoved = {
  readonly day: IsoDate;
  /** Null where another process sees to the schedule. */
  readonly schedule: ScheduleMoved | null;
};

/**
 * Moves the simulated day, remembers it over a restart, and does what has fallen due by then: the slots of the
 * schedule, where this process sees to it, and what check-ins owe. What a process that ends here has not done of it,
 * the next one does at its start, on the day that was remembered. Refused: ROLE_MAY_NOT, DAY_NOT_MOVABLE.
 * @param request its key is put down with the day; one that was done before moves nothing: the day may have been moved
 *   elsewhere since, and would go back
 */
export async function moveDay(
  context: Context,
  actor: Actor,
  day: IsoDate,
  { inbox, repeated }: KeyedRequest = WITHOUT_KEY,
): Promise<Result<DayMoved>> {
  if (!may(actor, 'MOVE_THE_DAY')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'MOVE_THE_DAY' });
  }
  if (repeated) return accepted({ day: context.clock.today(), schedule: null });
  if (!context.clock.movable) return refused({ code: 'DAY_NOT_MOVABLE' });
  if (!(await rememberDay(context, day, inbox))) {
    return accepted({ day: context.clock.today(), schedule: null });
  }
  context.clock.moveTo(day);
  context.wakeDelivery();
  try {
    return accepted({ day, schedule: context.schedules ? await runSlots(context) : null });
  } finally {
    await sendOwedMessages(context);
  }
}

async function runSlots(context: Context): Promise<ScheduleMoved> {
  const before = await countSettled(context);
  await runDueSlots(context);
  const after = await countSettled(context);
  return {
    ran: after.ran - before.ran,
    skipped: after.skipped - before.skipped,
    waiting: await waitingKinds(context),
  };
}

async function countSettled({ store }: Context): Promise<{ readonly ran: number; readonly skipped: number }> {
  const counts = await store.countSlotRuns();
  const sum = (wanted: (outcome: SlotRun['outcome']) => boolean) =>
    counts.filter(({ outcome }) => wanted(outcome)).reduce((total, { count }) => total + count, 0);
  return {
    ran: sum((outcome) => outcome !== 'SKIPPED'),
    skipped: sum((outcome) => outcome === 'SKIPPED'),
  };
}

async function waitingKinds(context: Context): Promise<readonly SlotKind[]> {
  const found = await findPlan(context, null);
  if (!found.ok) return [];
  const { plan, id } = found.value;
  const schedule = await readSchedule(context, found.value);
  const rhythm = rhythmOf(context, plan, schedule, await context.store.listSettledSlots(id));
  const now = context.clock.now();
  const structures = plan.structures.map(({ code }) => code);
  return SLOT_KINDS.filter((kind) =>
    (isStructureSlot(kind) ? structures : [null]).some((code) => waitingSlot(rhythm, kind, code, now)),
  );
}

/**
 * Writes the day, its key, and what draws the check-ins again that are not closed yet: whether they still take answers
 * depends on the day. False when the key had been put down before: then nothing is written.
 */
async function rememberDay(context: Context, day: IsoDate, inbox: InboxKey | null): Promise<boolean> {
  const { store, clock } = context;
  const found = await findPlan({ ...context, clock: { ...clock, today: () => day } }, null);
  if (!found.ok) {
    // Before the first plan there is nothing to hang a key on.
    await store.setSetting(TODAY_SETTING, day);
    return true;
  }
  const checkIns = (await store.listUnclosedCheckIns(found.value.id)).filter((each) => !waitsToAsk(each));
  const at = context.realNow().toISOString();
  const { outcome } = await store.commit({
    planId: found.value.id,
    revision: null,
    lastSequence: null,
    recordedAt: clock.now().toISOString(),
    inbox,
    settings: [{ name: TODAY_SETTING, value: day }],
    outbox: () => checkIns.flatMap((each) => redrawCheckIn(each, `day-${at}`)),
  });
  if (outcome === 'CONFLICT') throw new Error('a day is fenced by nothing');
  return outcome === 'COMMITTED';
}
