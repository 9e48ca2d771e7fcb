/** What waits to be sent, sent; and what could not be, shown to a person who decides. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, may } from '../domain/actor.ts';
import { LOST_ACCESS } from '../domain/lost-access.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { ClaimedMessage, Settlement, UnsettledMessage } from '../store/port.ts';
import { type Context, StoreBusy, StoreFailed } from './context.ts';
import { postWithinMs } from './delivery-times.ts';
import type { InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';

export type { ClaimedMessage, Settlement, UnsettledMessage } from '../store/port.ts';

/**
 * Sends one message and says how it went. Never throws.
 * @param postBy instant after which nothing is posted any more: somebody else may soon take the message over; none
 *   where nobody can
 */
export type Deliver = (message: ClaimedMessage, postBy?: string) => Promise<Settlement>;

/** A message that this process holds for a while. */
export type Claim = { readonly message: ClaimedMessage; readonly postBy: string; readonly endsAt: string };

/** Under way at once, at most. */
export const DELIVERIES_AT_ONCE = 20;

/** Claims what may be sent now, at most one message a destination. */
export async function claimMessages(context: Context, limit: number): Promise<readonly Claim[]> {
  const { delivery, store } = context;
  // Looked at before: however long the claim has to wait for the database, its time runs from here.
  const now = context.realNow();
  const later = (ms: number) => new Date(now.getTime() + ms).toISOString();
  const claimed = await store.claimOutbox({
    now: now.toISOString(),
    limit,
    clockNow: context.clock.now().toISOString(),
    claimSeconds: delivery.claimSeconds,
  });
  const times = { postBy: later(postWithinMs(delivery)), endsAt: later(delivery.claimSeconds * 1000) };
  return claimed.map((message) => ({ message, ...times }));
}

/** Sends one claimed message, and notes how it went. */
export async function deliverClaimed(
  context: Context,
  deliver: Deliver,
  { message, postBy, endsAt }: Claim,
): Promise<void> {
  const settlement = await deliver(message, postBy);
  const { paceMs } = context.delivery;
  const now = context.realNow().getTime();
  const nextAt = settlement.outcome === 'NOTHING_TO_SEND' ? null : new Date(now + paceMs).toISOString();
  for (;;) {
    try {
      await context.store.settleOutbox(message.id, message.attempt, settlement, nextAt);
      return;
    } catch (error) {
      // What is not noted is taken over at the end of the claim, and looked for in Slack: that takes a while.
      if (!isPassing(error) || context.realNow().toISOString() >= endsAt) throw error;
      await pause(SETTLE_AGAIN_MS);
    }
  }
}

const SETTLE_AGAIN_MS = 500;
const isPassing = (error: unknown): boolean => error instanceof StoreBusy || error instanceof StoreFailed;

/** Gives a message back that nothing was done about. */
export async function releaseMessage({ store, realNow }: Context, { message }: Claim): Promise<void> {
  await store.settleOutbox(message.id, message.attempt, {
    outcome: 'RETRY',
    notBefore: realNow().toISOString(),
    error: 'stopped',
    doubtful: message.firstTriedAt !== null,
  });
}

/** When something may next be sent, perhaps long ago; null when nothing waits. */
export const nextDeliveryAt = ({ store, delivery }: Context): Promise<string | null> =>
  store.nextOutboxAt(delivery.claimSeconds);

/** Claims what may be sent now, sends it, settles it; the number of messages handled. */
export async function deliverOutbox(context: Context, deliver: Deliver): Promise<number> {
  const claims = await claimMessages(context, DELIVERIES_AT_ONCE);
  await Promise.all(claims.map((claim) => deliverClaimed(context, deliver, claim)));
  return claims.length;
}

/**
 * Slack takes the app's token again: what it refused for want of it is sent before what waits behind it. The number
 * of messages put back.
 */
export async function requeueAfterLostAccess(context: Context): Promise<number> {
  const unsettled = await context.store.listUnsettledMessages(LIST_LIMIT);
  return requeue(
    context,
    unsettled.filter(({ state, error }) => state === 'DEAD' && LOST_ACCESS.includes(error)),
  );
}

/** Shown, or put back, at once. */
const LIST_LIMIT = 1000;

/** One on the list; `receiver` is the name of the person to whom it was to go, null of a channel or a conversation. */
export type ListedMessage = UnsettledMessage & { readonly receiver: string | null };

/** The oldest messages that were refused for good or are in doubt, with why. Refused: ROLE_MAY_NOT. */
export async function listUnsettledMessages(
  { store }: Context,
  actor: Actor,
): Promise<Result<readonly ListedMessage[]>> {
  if (!mayDeliver(actor)) return refuseDelivery(actor);
  const messages = await store.listUnsettledMessages(LIST_LIMIT);
  const people = messages.length === 0 ? [] : await store.listPeople();
  const nameOf = (key: string) => people.find((person) => person.key === key)?.name ?? key;
  return accepted(
    messages.map((message) => {
      const { destination } = message;
      return { ...message, receiver: destination.kind === 'PERSON' ? nameOf(destination.person) : null };
    }),
  );
}

/**
 * UNKNOWN: no message of that number is on the list, which has `listed`. REPEATED: the same request was decided
 * before, and has no second effect.
 */
export type Decided =
  | { readonly outcome: 'DONE'; readonly messages: readonly UnsettledMessage[] }
  | { readonly outcome: 'REPEATED' }
  | { readonly outcome: 'UNKNOWN'; readonly listed: readonly number[] };

/**
 * Puts all messages that were refused back to be sent, once what stopped them was mended; a doubtful one is left
 * alone. One that is refused again is listed again. Refused: ROLE_MAY_NOT.
 */
export const resendRefusedMessages = (
  context: Context,
  actor: Actor,
  inbox: InboxKey | null,
): Promise<Result<Decided>> =>
  decide(context, actor, inbox, 'MESSAGES_RESENT', null, (messages) => requeue(context, messages));

/** Puts one message back to be sent, also a doubtful one, which may then stand in Slack twice. Refused: ROLE_MAY_NOT. */
export const resendMessage = (
  context: Context,
  actor: Actor,
  id: number,
  inbox: InboxKey | null,
): Promise<Result<Decided>> =>
  decide(context, actor, inbox, 'MESSAGES_RESENT', id, (messages) => requeue(context, messages));

/** Takes one message off the list without sending it. Refused: ROLE_MAY_NOT. */
export const dismissMessage = (
  context: Context,
  actor: Actor,
  id: number,
  inbox: InboxKey | null,
): Promise<Result<Decided>> =>
  decide(context, actor, inbox, 'MESSAGES_DISMISSED', id, async (messages) => {
    for (const message of messages) await context.store.dismissMessage(message.id);
  });

/** @param id of one message; null for all that were refused */
async function decide(
  context: Context,
  actor: Actor,
  inbox: InboxKey | null,
  kind: 'MESSAGES_RESENT' | 'MESSAGES_DISMISSED',
  id: number | null,
  act: (messages: readonly UnsettledMessage[]) => Promise<unknown>,
): Promise<Result<Decided>> {
  if (!mayDeliver(actor)) return refuseDelivery(actor);
  if (inbox !== null && (await context.store.findCommitted(inbox.key))) {
    return accepted({ outcome: 'REPEATED' });
  }
  const unsettled = await context.store.listUnsettledMessages(LIST_LIMIT);
  const messages = unsettled.filter((each) => (id === null ? each.state === 'DEAD' : each.id === id));
  if (id !== null && messages.length === 0) {
    return accepted({ outcome: 'UNKNOWN', listed: unsettled.map((each) => each.id) });
  }
  if (messages.length === 0) return accepted({ outcome: 'DONE', messages });
  const plan = await findPlan(context, null);
  if (!plan.ok) return plan;
  // Noted first: a repetition never puts a doubtful message back again. Whoever dies in between has done nothing.
  const noted = await context.store.commit({
    planId: plan.value.id,
    revision: null,
    lastSequence: null,
    recordedAt: context.clock.now().toISOString(),
    inbox,
    audit: [{ kind, actor: actor.key, body: { messages: messages.map((each) => each.id) } }],
  });
  if (noted.outcome !== 'COMMITTED') return accepted({ outcome: 'REPEATED' });
  await act(messages);
  return accepted({ outcome: 'DONE', messages });
}

/** The number put back. */
async function requeue(context: Context, messages: readonly UnsettledMessage[]): Promise<number> {
  let requeued = 0;
  for (const { id } of messages) if (await context.store.requeueMessage(id)) requeued += 1;
  if (requeued > 0) context.wakeDelivery();
  return requeued;
}

/** Who may have things sent to everybody may have them sent again. */
const mayDeliver = (actor: Actor): boolean => may(actor, 'SEND_SUMMARIES');

const refuseDelivery = ({ role }: Actor) =>
  refused({ code: 'ROLE_MAY_NOT', role, permission: 'SEND_SUMMARIES' });
