import type { Context } from '../services/context.ts';
import { sendOwedMessages } from '../services/send-owed-messages.ts';
import { runDueSlots } from '../services/slots/run-due-slots.ts';
import { SLOT_RUNNERS } from '../services/slots/slot-runners.ts';
import type { SlotRunners } from '../services/slots/slot-work.ts';
import { EVERY_MINUTE, startTicking, type Ticking } from './start-ticking.ts';

/**
 * Does what the schedules of the plans owe, at once, for what an outage left behind, and at every minute; and sends
 * what check-ins owe, afterwards: a slot may give them something to send in the same minute.
 */
export function startSlots(
  context: Context,
  onError: (error: unknown) => void,
  {
    tick = EVERY_MINUTE,
    runners = SLOT_RUNNERS,
  }: { readonly tick?: string; readonly runners?: SlotRunners } = {},
): Ticking {
  const work = async () => {
    // The trouble of one is not the other's.
    await runDueSlots(context, runners).catch(onError);
    await sendOwedMessages(context);
  };
  return startTicking(work, onError, { tick, atStart: true });
}
