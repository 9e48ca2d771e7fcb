/** What becomes of a message whose sending failed: again later, never by itself, or as a person decides. */
import type { ClaimedMessage, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { isSlackError, retryAfterOf } from '../platform-error.ts';
import { isHeld, lostAccess } from '../workspaces/lost-access.ts';
import { type Attempt, isRedrawn, TooLate, Undecided } from './attempt.ts';
import { definiteRefusal, lastingRefusal, leavesDoubt } from './refusals.ts';
import { Undeliverable } from './resolve-channel.ts';

/** Attempts after which an error of our own, which no waiting mends, stops holding up what comes after it. */
const OWN_ERROR_ATTEMPTS = 5;

/** How long a message waits each time for a workspace to which nothing is sent. */
const HELD_SECONDS = 60;

/** With the waits between them about a day; after so many Slack's refusal is for a person to see to. */
const REFUSED_ATTEMPTS = 300;

const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 300;

/** @param attempt as far as it came */
export function settlementOf(
  { logger, context }: Pick<Environment, 'logger' | 'context'>,
  message: ClaimedMessage,
  error: unknown,
  attempt: Attempt,
): Settlement {
  const text = error instanceof Error ? error.message : String(error);
  const now = context.realNow().getTime();
  const retryAt = (ms: number, doubtful = attempt.inDoubt): Settlement => ({
    outcome: 'RETRY',
    notBefore: new Date(ms).toISOString(),
    error: text,
    doubtful,
  });
  if (error instanceof TooLate) return retryAt(now);
  // Told once, when the workspace was held, and not of every message that waits for it.
  if (isHeld(error)) {
    const word = lostAccess(error);
    // One in doubt is looked for first, when that is possible again.
    return word === undefined || attempt.inDoubt
      ? retryAt(now + HELD_SECONDS * 1000)
      : { outcome: 'DEAD', error: word };
  }
  // Not by its key, which names people.
  const named = { messageId: message.id, notice: message.notice.kind };
  if (error instanceof Undecided) {
    logger.error({ ...named, because: text }, 'whether a message was sent cannot be found out');
    return { outcome: 'DOUBTFUL', error: text };
  }
  // It may be put right within the day, and holds up what comes after it as long as nobody knows of it.
  const lasting = message.attempt >= REFUSED_ATTEMPTS ? lastingRefusal(error) : undefined;
  const refused = error instanceof Undeliverable ? error.word : (definiteRefusal(error) ?? lasting);
  const hopeless = !isSlackError(error) && message.attempt >= OWN_ERROR_ATTEMPTS;
  const leftBehind = attempt.postedAt !== null && leavesDoubt(error);
  if (refused !== undefined || hopeless) {
    const told = refused === undefined ? { err: error } : { because: refused };
    logger.error({ ...named, ...told }, 'a message cannot be delivered');
    const mayStand = attempt.inDoubt || (leftBehind && !isRedrawn(message));
    return { outcome: mayStand ? 'DOUBTFUL' : 'DEAD', error: refused ?? text };
  }
  logger.warn({ ...named, attempt: message.attempt, err: error }, 'a message will be sent again');
  const askedSeconds = retryAfterOf(error);
  if (askedSeconds !== undefined) return retryAt(now + askedSeconds * 1000);
  const backoffAt = now + Math.min(FIRST_WAIT_SECONDS ** message.attempt, LONGEST_WAIT_SECONDS) * 1000;
  if (!leftBehind) return retryAt(backoffAt);
  // Looked for, or drawn again, only when what this attempt asked for can have no effect any more.
  return retryAt(Math.max(backoffAt, (attempt.postedAt ?? 0) + context.delivery.reconcileAfterMs), true);
}
