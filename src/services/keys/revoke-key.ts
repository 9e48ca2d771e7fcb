import { type Actor, may } from '../../domain/actor.ts';
import { type KeyView, keyView, parseKeyToken } from '../../domain/api-key.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { Context } from '../context.ts';
import { findCommitted, type InboxKey } from '../find-repeat.ts';
import { findPlan } from '../load-figures.ts';

export type RevokedKey = {
  readonly key: KeyView;
  /** Whether it had been revoked before: nothing was written this time. */
  readonly duplicate: boolean;
};

/**
 * Revokes a key: the next request that comes with it, to whichever process, is not let in. Revoked twice it stays as it
 * is. Refused: ROLE_MAY_NOT, UNKNOWN_KEY, NO_PLAN, IDEMPOTENCY_KEY_REUSED.
 * @param given its id
 * @param inbox of the request; null where each is one of its own
 */
export async function revokeKey(
  context: Context,
  actor: Actor,
  given: string,
  inbox: InboxKey | null,
): Promise<Result<RevokedKey>> {
  if (!may(actor, 'MANAGE_KEYS')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'MANAGE_KEYS' });
  }
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier && 'code' in earlier) return refused(earlier);
  const plan = await findPlan(context, null);
  if (!plan.ok) return plan;
  const id = readId(given);
  const outcome = await context.store.revokeApiKey(id, context.realNow().toISOString(), {
    planId: plan.value.id,
    recordedAt: context.clock.now().toISOString(),
    inbox,
    audit: { kind: 'KEY_REVOKED', actor: actor.key, body: { key: id } },
  });
  if (outcome === 'KEY_REUSED') {
    return refused({ code: 'IDEMPOTENCY_KEY_REUSED', key: inbox?.key ?? '' });
  }
  const found = await context.store.findApiKey(id);
  if (outcome === 'UNKNOWN' || found === undefined) {
    // What was given may be a whole key that was mistyped: its secret is not said again.
    return refused({ code: 'UNKNOWN_KEY', given: id });
  }
  const { secretHash: _hash, ...key } = found;
  return accepted({ key: keyView(key, context.realNow()), duplicate: outcome !== 'REVOKED' });
}

/** Whoever has found a key somewhere may give all of it: only its id goes on from here. */
function readId(given: string): string {
  const text = given.trim();
  const token = parseKeyToken(text);
  if (token) return token.id;
  const [, id = text] = /^arti_([^_]*)/i.exec(text) ?? [];
  return id.toLowerCase().slice(0, 40);
}
