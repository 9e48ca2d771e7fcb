import { type Actor, mayArrangeFor } from '../domain/actor.ts';
import { type CheckInProgress, progressOf, waitsToAsk } from '../domain/check-in.ts';
import type { Reach } from '../domain/person-hours.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { NewAuditEntry } from '../store/port.ts';
import type { Context } from './context.ts';
import { findPersonByKey } from './find-person.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { loadReach } from './load-responsibilities.ts';
import { type CheckInState, isUnanswered, readCheckIn } from './read-check-in.ts';
import { redrawCheckIn } from './redraw-check-in.ts';
import { untilCommitted } from './until-committed.ts';

export type ProgressChange = {
  readonly checkInId: string;
  /** Key of the person asked, where somebody acts who arranges for them; left out, the actor's. */
  readonly person?: string | undefined;
  /** What makes a press have one effect; null when repeating it is harmless. */
  readonly inbox: InboxKey | null;
  readonly decide: (state: CheckInState, reach: Reach) => Result<CheckInProgress>;
  /** Without personal data. */
  readonly audit: (state: CheckInState, progress: CheckInProgress) => Omit<NewAuditEntry, 'actor'>;
};

/**
 * Changes how an open check-in goes on, at the wish of the person asked or of who arranges for them, and draws its
 * message again. Where all is answered nothing changes. Refused: NOT_YOUR_CHECK_IN, CHECK_IN_CLOSED, IDEMPOTENCY_KEY_REUSED, and what
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
  { checkInId, person = actor.key, inbox, decide, audit }: ProgressChange,
): Promise<Result<CheckInProgress> | 'CONFLICT'> {
  const kept = await context.store.findCheckIn(checkInId);
  if (kept?.person !== person || !(await mayActFor(context, actor, person))) {
    return refused({ code: 'NOT_YOUR_CHECK_IN' });
  }
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
  const reach = await loadReach(context, plan.value.id, person);
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

async function mayActFor(context: Context, actor: Actor, key: string): Promise<boolean> {
  if (key === actor.key) return true;
  const person = await findPersonByKey(context, key);
  return person !== undefined && mayArrangeFor(actor, person.structures);
}
