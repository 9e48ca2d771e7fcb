import { refused } from '../domain/refusal.ts';
import type { CommitResult, DirectoryReplacement, ImportResult, Store } from '../store/port.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';

/** What came of a request; `duplicate`: the same had been done before under its key, and nothing was done now. */
export type ActedOnce<Done> = { readonly ok: true; readonly done: Done; readonly duplicate: boolean };

/** A request as an action meets it: its key, which is written with the effect, and whether it had been done before. */
export type KeyedRequest = { readonly inbox: InboxKey | null; readonly repeated: boolean };

export const WITHOUT_KEY: KeyedRequest = { inbox: null, repeated: false };

type Outcome = { readonly ok: boolean };
type Done<Of extends Outcome> = Extract<Of, { readonly ok: true }>;
type Failed<Of extends Outcome> = Extract<Of, { readonly ok: false }>;
type KeyReused = ReturnType<typeof refused>;

/**
 * Does what a request asks, once for its key however often it comes. `act` writes with the key where it writes; where
 * it found nothing to write the key is put down by itself, so that a late repetition changes nothing either. Refused:
 * IDEMPOTENCY_KEY_REUSED, and what `act` refuses.
 * @param act `repeated`: whether the request had been done when this began
 */
export async function actOnce<Of extends Outcome>(
  context: Context,
  inbox: InboxKey,
  act: (context: Context, repeated: boolean) => Promise<Of>,
): Promise<ActedOnce<Done<Of>> | Failed<Of> | KeyReused> {
  const earlier = await findCommitted(context, inbox);
  if (earlier && 'code' in earlier) return refused(earlier);
  const { store, fate } = watched(context.store, inbox);
  const outcome = await act({ ...context, store }, earlier !== undefined);
  if (!isDone(outcome)) return outcome as Failed<Of>;
  if (earlier) return { ok: true, done: outcome, duplicate: true };
  const left = fate() ?? (await putDown(context, inbox));
  return left === 'KEY_REUSED'
    ? refused({ code: 'IDEMPOTENCY_KEY_REUSED', key: inbox.key })
    : { ok: true, done: outcome, duplicate: left === 'DUPLICATE' };
}

const isDone = <Of extends Outcome>(outcome: Of): outcome is Done<Of> => outcome.ok;

/** What became of the key. */
type Fate = Exclude<CommitResult['outcome'], 'CONFLICT'>;

const FATES: Readonly<
  Record<(CommitResult | ImportResult)['outcome'] | DirectoryReplacement, Fate | undefined>
> = {
  COMMITTED: 'COMMITTED',
  CREATED: 'COMMITTED',
  REPLACED: 'COMMITTED',
  CHANGED: 'COMMITTED',
  UNCHANGED: 'COMMITTED',
  DUPLICATE: 'DUPLICATE',
  KEY_REUSED: 'KEY_REUSED',
  CONFLICT: undefined,
};

/** Services tell what stands, not which of two twins wrote it: that is seen at the commit. */
function watched(
  store: Store,
  { key }: InboxKey,
): { readonly store: Store; readonly fate: () => Fate | undefined } {
  let fate: Fate | undefined;
  const see = (inbox: InboxKey | null | undefined, outcome: keyof typeof FATES) => {
    if (inbox?.key === key && fate !== 'COMMITTED') fate = FATES[outcome] ?? fate;
  };
  return {
    store: {
      ...store,
      async commit(commit) {
        const result = await store.commit(commit);
        see(commit.inbox, result.outcome);
        return result;
      },
      async importPlan(input) {
        const result = await store.importPlan(input);
        see(input.inbox, result.outcome);
        return result;
      },
      async replaceDirectory(parts, record) {
        const outcome = await store.replaceDirectory(parts, record);
        see(record?.inbox, outcome);
        return outcome;
      },
    },
    fate: () => fate,
  };
}

/** Before the first plan there is nothing to hang a key on. */
async function putDown(context: Context, inbox: InboxKey): Promise<Fate> {
  const plan = await findPlan(context, null);
  if (!plan.ok) return 'COMMITTED';
  const { outcome } = await context.store.commit({
    planId: plan.value.id,
    revision: null,
    lastSequence: null,
    recordedAt: context.clock.now().toISOString(),
    inbox,
  });
  if (outcome === 'CONFLICT') throw new Error('a key by itself is fenced by nothing');
  return outcome;
}
