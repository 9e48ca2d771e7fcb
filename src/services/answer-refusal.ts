import type { Destination, RefusedLine } from '../domain/notice.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

/**
 * Tells somebody what was not taken and why, once per `inboxKey` however often the same message is delivered.
 * @returns false when there is no plan to hang the answer on: the caller then answers by itself.
 */
export async function answerRefusal(
  context: Context,
  input: { readonly inboxKey: string; readonly replyTo: Destination; readonly lines: readonly RefusedLine[] },
): Promise<boolean> {
  const found = await findPlan(context, null);
  if (!found.ok) return false;
  const { outcome } = await context.store.commit({
    planId: found.value.id,
    // It holds whatever the plan says by now, so nothing can overtake it.
    revision: null,
    lastSequence: null,
    recordedAt: context.clock.now().toISOString(),
    inbox: { key: input.inboxKey, fingerprint: 'refused' },
    reports: [],
    measurements: [],
    openedCheckIns: [],
    closedCheckIns: [],
    summaries: [],
    outbox: () => [
      {
        key: `refused-${input.inboxKey}`,
        destination: input.replyTo,
        notice: { kind: 'REFUSED', lines: input.lines },
      },
    ],
    audit: [],
  });
  if (outcome === 'CONFLICT') throw new Error('a refusal is fenced by nothing');
  context.wakeDelivery();
  return true;
}
