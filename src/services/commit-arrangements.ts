import type { ArrangementChange } from '../domain/arrangement.ts';
import type { NewAuditEntry, NewOutboxMessage, StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import type { InboxKey } from './find-repeat.ts';

export type DecidedArrangements = {
  readonly stored: StoredPlan;
  readonly changes: readonly ArrangementChange[];
  readonly inbox: InboxKey | null;
  /** Without the keys of those whom the changes are about. */
  readonly audit: NewAuditEntry;
  /** What is to be told with it. */
  readonly outbox?: readonly NewOutboxMessage[];
};

/**
 * Writes what was arranged, all of it. CONFLICT when the plan was imported anew meanwhile, or the same request was
 * committed by another process: decide again.
 */
export async function commitArrangements(
  { store, clock, wakeDelivery }: Context,
  { stored, changes, inbox, audit, outbox = [] }: DecidedArrangements,
): Promise<'COMMITTED' | 'CONFLICT'> {
  const { outcome } = await store.commit({
    planId: stored.id,
    revision: stored.revision,
    lastSequence: null,
    version: stored.version,
    recordedAt: clock.now().toISOString(),
    inbox,
    arrangements: changes,
    outbox: () => outbox,
    audit: changes.length === 0 ? [] : [audit],
  });
  if (outcome !== 'COMMITTED') return 'CONFLICT';
  if (outbox.length > 0) wakeDelivery();
  return outcome;
}
