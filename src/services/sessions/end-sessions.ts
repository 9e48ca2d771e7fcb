import { type Actor, may } from '../../domain/actor.ts';
import type { Person } from '../../domain/directory.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';

/** Ends all sessions of `person`, who asks for it, and their links. @returns how many stood */
export const endOwnSessions = ({ store, realNow }: Context, { key }: Pick<Person, 'key'>): Promise<number> =>
  store.endSessionsOf(key, realNow().toISOString(), null);

/**
 * The same of somebody else, with its entry in the history: the next request of theirs, to whichever process, is not let
 * in. Refused: ROLE_MAY_NOT, NO_PLAN.
 * @returns how many stood
 */
export async function revokeSessions(
  context: Context,
  actor: Actor,
  { key }: Pick<Person, 'key'>,
): Promise<Result<number>> {
  if (!may(actor, 'ADMINISTER')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ADMINISTER' });
  }
  const plan = await findPlan(context, null);
  if (!plan.ok) return plan;
  const ended = await context.store.endSessionsOf(key, context.realNow().toISOString(), {
    planId: plan.value.id,
    recordedAt: context.clock.now().toISOString(),
    audit: { kind: 'SESSIONS_REVOKED', actor: actor.key, body: { person: key } },
  });
  return accepted(ended);
}
