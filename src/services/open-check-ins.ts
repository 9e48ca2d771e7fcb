import { type Actor, may } from '../domain/actor.ts';
import { ASK_ALL } from '../domain/check-in-outcome.ts';
import type { OpenedCheckIns } from '../domain/open-check-ins.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { loadResponsibilities } from './load-responsibilities.ts';
import { changesOf, decideRound } from './opened-check-ins.ts';
import { untilCommitted } from './until-committed.ts';

/**
 * Asks everybody who answers for something open and can be asked, with one message each: at once, or at the start of
 * their hours. Earlier check-ins of who is asked at once close. Who was asked today already is not asked twice, whoever
 * asks and from whichever process. Refused: ROLE_MAY_NOT, NO_PLAN, NOBODY_TO_ASK, IDEMPOTENCY_KEY_REUSED.
 * @param inbox of a request that may come again on another day, when the same people would be asked once more
 */
export async function openCheckIns(
  context: Context,
  actor: Actor,
  inbox: InboxKey | null = null,
): Promise<Result<OpenedCheckIns>> {
  if (!may(actor, 'ASK_CHECK_INS')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ASK_CHECK_INS' });
  }
  return untilCommitted(() => attempt(context, actor, inbox));
}

async function attempt(
  context: Context,
  actor: Actor,
  inbox: InboxKey | null,
): Promise<Result<OpenedCheckIns> | 'CONFLICT'> {
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier && 'code' in earlier) return refused(earlier);
  const loaded = await loadResponsibilities(context);
  if (!loaded.ok) return loaded;
  const { stored } = loaded.value;
  const decided = await decideRound(context, loaded.value, {
    asks: ASK_ALL,
    postponeUntil: null,
    remindAfterDays: context.remindAfterDays,
  });
  if (earlier) return accepted({ ...decided, opened: [], closed: [], asked: [], waiting: [] });
  if (nobodyAnswers(decided)) return refused({ code: 'NOBODY_TO_ASK' });
  if (decided.opened.length === 0) return accepted(decided);
  const result = await context.store.commit({
    planId: stored.id,
    revision: stored.revision,
    lastSequence: stored.lastSequence,
    version: stored.version,
    recordedAt: context.clock.now().toISOString(),
    // The ids say who was asked on which day: another round that asks any of them first is a conflict, and the
    // next attempt finds those people asked.
    inbox,
    ...changesOf(decided, context.clock.today(), actor, () => null),
  });
  if (result.outcome !== 'COMMITTED') return 'CONFLICT';
  context.wakeDelivery();
  return accepted(decided);
}

/** Nobody has anything to answer, not even who is left alone today. */
const nobodyAnswers = (decided: OpenedCheckIns): boolean =>
  [
    decided.opened,
    decided.askedToday,
    decided.snoozed,
    decided.away,
    decided.onHoliday,
    decided.recentlyReported,
    decided.unreachable,
  ].every((people) => people.length === 0);
