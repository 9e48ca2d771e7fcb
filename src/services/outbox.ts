import { type Actor, may } from '../domain/actor.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { ClaimedMessage, DeadMessage, Settlement } from '../store/port.ts';
import type { Context } from './context.ts';

export type { ClaimedMessage, DeadMessage, Settlement } from '../store/port.ts';

/** Sends one message and says how it went. Never throws. */
export type Deliver = (message: ClaimedMessage) => Promise<Settlement>;

const CLAIM_LIMIT = 20;
/** A claim this old belongs to a worker that is gone. */
const CLAIM_SECONDS = 60;

/** Claims what may be sent now, sends it, settles it; the number of messages handled. */
export async function deliverOutbox(context: Context, deliver: Deliver): Promise<number> {
  const claimed = await context.store.claimOutbox({
    now: context.realNow().toISOString(),
    limit: CLAIM_LIMIT,
    claimSeconds: CLAIM_SECONDS,
  });
  await Promise.all(
    claimed.map(async (message) => {
      const settlement = await deliver(message);
      await context.store.settleOutbox(message.id, message.attempt, settlement);
    }),
  );
  return claimed.length;
}

/** Shown, or put back, at once. */
const DEAD_LIMIT = 100;

/** The oldest messages that were given up, with why; at most a hundred. Refused: ROLE_MAY_NOT. */
export async function listDeadMessages(
  { store }: Context,
  actor: Actor,
): Promise<Result<readonly DeadMessage[]>> {
  return mayDeliver(actor) ? accepted(await store.listDeadMessages(DEAD_LIMIT)) : refuseDelivery(actor);
}

/**
 * Puts the messages that `listDeadMessages` lists back to be sent, once what stopped them was mended; the number
 * put back. One that fails again is given up again. Refused: ROLE_MAY_NOT.
 */
export async function requeueDeadMessages(context: Context, actor: Actor): Promise<Result<number>> {
  if (!mayDeliver(actor)) return refuseDelivery(actor);
  let requeued = 0;
  for (const { id } of await context.store.listDeadMessages(DEAD_LIMIT)) {
    if (await context.store.requeueMessage(id)) requeued += 1;
  }
  if (requeued > 0) context.wakeDelivery();
  return accepted(requeued);
}

/** Who may have things sent to everybody may have them sent again. */
const mayDeliver = (actor: Actor): boolean => may(actor, 'SEND_SUMMARIES');

const refuseDelivery = ({ role }: Actor) =>
  refused({ code: 'ROLE_MAY_NOT', role, permission: 'SEND_SUMMARIES' });
