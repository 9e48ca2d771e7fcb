import type { Actor } from '../domain/actor.ts';
import { type CheckInProgress, progressOf, waitsToAsk } from '../domain/check-in.ts';
import type { Reach } from '../domain/person-hours.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { NewAuditEntry } from '../store/port.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { loadReach } from './load-responsibilities.ts';
import { type CheckInState, isUnanswered, readCheckIn } from './read-check-in.ts';
import { redrawCheckIn } from './redraw-check-in.ts';
import { untilCommitted } from './until-committed.ts';

export type ProgressChange = {
  readonly checkInId: string;
  /** What makes a press have one effect; null when repeating it is harmless. */
  readonly inbox: InboxKey | null;
  readonly decide: (state: CheckInState, reach: Reach) => Result<CheckInProgress>;
  /** Without personal data. */
  readonly audit: (state: CheckInState, progress: CheckInProgress) => Omit<NewAuditEntry, 'actor'>;
};

/**
 * Changes how an open check-in goes on, at the wish of the person asked, and draws its message again. Where all is
 * answered nothing changes. Refused: NOT_YOUR_CHECK_IN, CHECK_IN_CLOSED, IDEMPOTENCY_KEY_REUSED, and what
 * `decide` refuses.
 */
export async function progressCheckIn(
  context: Context,
  actor: Actor,
  change: ProgressChange,
): Promise<Result<CheckInProgress>> {
  return untilCommitted(() => attempt(context, actor, change));
}

async function attempt(
  context: Context,
  actor: Actor,
  { checkInId, inbox, decide, audit }: ProgressChange,
): Promise<Result<CheckInProgress> | 'CONFLICT'> {
  const kept = await context.store.findCheckIn(checkInId);
  if (!kept || kept.person !== actor.key) return refused({ code: 'NOT_YOUR_CHECK_IN' });
  // Read before what is decided upon: whatever is committed meanwhile is a conflict.
  const plan = await findPlan(context, await context.store.planYear(kept.planId));
  if (!plan.ok) return plan;
  const state = await readCheckIn(context, checkInId);
  if (!state) return refused({ code: 'NOT_YOUR_CHECK_IN' });
  const { checkIn } = state;
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier) return 'code' in earlier ? refused(earlier) : accepted(progressOf(checkIn));
  if (state.closedSince !== null) return refused({ code: 'CHECK_IN_CLOSED', closedOn: state.closedSince });
  if (!isUnanswered(state)) return accepted(progressOf(checkIn));
  const reach = await loadReach(context, plan.value.id, actor.key);
  if (!reach) return refused({ code: 'NOT_YOUR_CHECK_IN' });
  const decided = decide(state, reach);
  if (!decided.ok) return decided;
  const result = await context.store.commit({
    planId: plan.value.id,
    revision: null,
    lastSequence: null,
    version: plan.value.version,
    recordedAt: context.clock.now().toISOString(),
    inbox,
    checkInProgress: [{ id: checkIn.id, ...decided.value }],
    outbox: () =>
      waitsToAsk(checkIn) ? [] : redrawCheckIn(checkIn, inbox?.key ?? context.realNow().toISOString()),
    audit: [{ ...audit(state, decided.value), actor: actor.key }],
  });
  // Or committed under the same key by the same press meanwhile: the next attempt finds it.
  if (result.outcome !== 'COMMITTED') return 'CONFLICT';
  context.wakeDelivery();
  return decided;
}
