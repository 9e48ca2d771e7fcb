import type { ClaimedMessage, Settlement } from '../store/port.ts';
import type { Context } from './context.ts';

export type { ClaimedMessage, Settlement } from '../store/port.ts';

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
