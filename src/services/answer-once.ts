import type { Destination, Notice } from '../domain/notice.ts';
import type { Context } from './context.ts';
import type { InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';

/** A message that answers somebody, to be sent by the outbox. */
export type Answer = {
  /** Unique for ever. */
  readonly key: string;
  readonly destination: Destination;
  readonly notice: Notice;
};

/**
 * Leaves `answers` to be sent, and nothing else, once per inbox key however often the same thing is delivered.
 * @returns NO_PLAN when there is no plan to hang them on: the caller then answers by itself
 */
export async function answerOnce(
  context: Context,
  inbox: InboxKey,
  answers: readonly Answer[],
): Promise<'LEFT' | 'BEFORE' | 'NO_PLAN'> {
  const found = await findPlan(context, null);
  if (!found.ok) return 'NO_PLAN';
  const { outcome } = await context.store.commit({
    planId: found.value.id,
    // It holds whatever the plan says by now, so nothing can overtake it.
    revision: null,
    lastSequence: null,
    recordedAt: context.clock.now().toISOString(),
    inbox,
    outbox: () => answers,
  });
  if (outcome === 'CONFLICT') throw new Error('an answer is fenced by nothing');
  if (outcome !== 'COMMITTED') return 'BEFORE';
  context.wakeDelivery();
  return 'LEFT';
}
