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
  await context.store.commit({
    planId: found.value.id,
    revision: found.value.revision,
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
  context.wakeDelivery();
  return true;
}
