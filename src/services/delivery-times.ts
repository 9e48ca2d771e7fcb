/**
 * How the times of delivery hang together. Slack posts a message at most once a call, but a call whose answer was lost
 * may have an effect late: for `reconcileAfterMs` from its start. Nobody looks for its message before that is over, and
 * nobody posts the message again without having looked. Whoever made the call may have died, and then nobody knows when
 * it was made; so it is made only early in a claim, and the claim is taken over only when all of that is over:
 *
 *     claimed        post by                      may be taken over
 *     |--------------|----- reconcileAfterMs -----|-- margin --|
 *     |------------------------- claimSeconds -----------------|
 */
import type { DeliveryTimes } from './context.ts';

/** Share of a claim that is left for what nobody measures: between the last look at the clock and the call. */
const MARGIN = 0.1;

/** How long after its claim, in ms, a message may begin to be posted. */
export const postWithinMs = ({ claimSeconds, reconcileAfterMs }: DeliveryTimes): number =>
  claimSeconds * 1000 * (1 - MARGIN) - reconcileAfterMs;

/** @throws RangeError for times with which a message could be sent twice, or never */
export function checkDeliveryTimes(times: DeliveryTimes): void {
  const { paceMs, requestTimeoutMs, reconcileAfterMs, claimSeconds } = times;
  if (!(paceMs >= 0)) throw new RangeError(`paceMs ${paceMs}: 0 or more`);
  if (!(requestTimeoutMs > 0)) throw new RangeError(`requestTimeoutMs ${requestTimeoutMs}: more than 0`);
  if (!(reconcileAfterMs >= requestTimeoutMs)) {
    throw new RangeError(
      `reconcileAfterMs ${reconcileAfterMs}: not less than requestTimeoutMs, ${requestTimeoutMs}: an open call may still succeed`,
    );
  }
  if (!(postWithinMs(times) >= requestTimeoutMs)) {
    const least = Math.ceil((reconcileAfterMs + requestTimeoutMs) / (1 - MARGIN) / 1000);
    throw new RangeError(
      `claimSeconds ${claimSeconds}: ${least} or more, so that who claims has time for a call before posting`,
    );
  }
}
