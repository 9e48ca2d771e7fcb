import { type Actor, may } from '../../domain/actor.ts';
import { type KeyView, keyView } from '../../domain/api-key.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { Context } from '../context.ts';

/** Every key that was ever made, the newest first. Refused: ROLE_MAY_NOT. */
export async function listKeys(context: Context, actor: Actor): Promise<Result<readonly KeyView[]>> {
  if (!may(actor, 'MANAGE_KEYS')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'MANAGE_KEYS' });
  }
  const now = context.realNow();
  return accepted((await context.store.listApiKeys()).map((key) => keyView(key, now)));
}
