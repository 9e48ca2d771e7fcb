import { timingSafeEqual } from 'node:crypto';
import {
  type ApiKey,
  callerOfKey,
  isUseWorthNoting,
  type KeyToken,
  notAdmittedFor,
  stateOfKey,
  USE_NOTED_EVERY_MS,
} from '../../domain/api-key.ts';
import type { Admission } from '../../domain/caller.ts';
import type { Context } from '../context.ts';
import { hashOfSecret } from './create-key.ts';

/** Of no secret that anybody has: what is compared where no key has the id, so that all goes the same way. */
const NOBODYS_HASH = '0'.repeat(64);

export type AdmitKey = (token: KeyToken) => Promise<Admission>;

/**
 * Lets programs in by their keys. Each request reads the key anew: one that was revoked, by whichever process, is not
 * let in any more. That a key has expired or was revoked is only told to whoever has its secret.
 * @param onFailure told of a last use that could not be noted; the request goes on
 */
export function createAdmitKey(context: Context, onFailure: (error: unknown) => void): AdmitKey {
  const noteUse = createUseNotes(context, onFailure);
  return async ({ id, secret }) => {
    const found = await context.store.findApiKey(id);
    const isRight = sameHash(hashOfSecret(secret), found?.secretHash ?? NOBODYS_HASH);
    if (found === undefined || !isRight) return { ok: false, because: 'UNKNOWN' };
    const because = notAdmittedFor(stateOfKey(found, context.realNow()));
    if (because !== null) return { ok: false, because };
    noteUse(found);
    return { ok: true, caller: callerOfKey(found) };
  };
}

/** In a time that tells nothing. Both are of one length. */
const sameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Notes when a key was last used, once a minute at most, and after the request that used it. */
function createUseNotes(
  context: Context,
  onFailure: (error: unknown) => void,
): (key: Pick<ApiKey, 'id' | 'lastUsedAt'>) => void {
  /** By id, also where the disk took nothing: else each request would try it anew. */
  const tried = new Map<string, string>();
  return ({ id, lastUsedAt }) => {
    const now = context.realNow();
    if (!isUseWorthNoting(lastUsedAt, now) || !isUseWorthNoting(tried.get(id) ?? null, now)) return;
    const usedAt = now.toISOString();
    tried.set(id, usedAt);
    const unlessAfter = new Date(now.getTime() - USE_NOTED_EVERY_MS).toISOString();
    setImmediate(() => {
      context.store.noteApiKeyUse(id, { usedAt, unlessAfter }).catch(onFailure);
    });
  };
}
