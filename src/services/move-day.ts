import { type Actor, may } from '../domain/actor.ts';
import { waitsToAsk } from '../domain/check-in.ts';
import type { IsoDate } from '../domain/dates.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';
import { redrawCheckIn } from './redraw-check-in.ts';
import { sendOwedMessages } from './send-owed-messages.ts';
import { runDueSlots } from './slots/run-due-slots.ts';

export const TODAY_SETTING = 'today';

/**
 * Moves the simulated day, remembers it over a restart, and does what has fallen due by then: the slots of the
 * schedule, where this process sees to it, and what check-ins owe. Refused: ROLE_MAY_NOT, DAY_NOT_MOVABLE.
 */
export async function moveDay(context: Context, actor: Actor, day: IsoDate): Promise<Result<IsoDate>> {
  if (!may(actor, 'MOVE_THE_DAY')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'MOVE_THE_DAY' });
  }
  if (!context.clock.movable) return refused({ code: 'DAY_NOT_MOVABLE' });
  await context.store.setSetting(TODAY_SETTING, day);
  context.clock.moveTo(day);
  await redrawCheckIns(context);
  try {
    if (context.schedules) await runDueSlots(context);
  } finally {
    await sendOwedMessages(context);
  }
  return accepted(day);
}

/** Whether a check-in still takes answers depends on the day: those not closed yet are drawn again. */
async function redrawCheckIns(context: Context): Promise<void> {
  const found = await findPlan(context, null);
  if (!found.ok) return;
  const unclosed = await context.store.listUnclosedCheckIns(found.value.id);
  const checkIns = unclosed.filter((each) => !waitsToAsk(each));
  if (checkIns.length === 0) return;
  const at = context.realNow().toISOString();
  await context.store.commit({
    planId: found.value.id,
    revision: null,
    lastSequence: null,
    recordedAt: context.clock.now().toISOString(),
    inbox: null,
    outbox: () => checkIns.flatMap((each) => redrawCheckIn(each, `day-${at}`)),
  });
  context.wakeDelivery();
}
