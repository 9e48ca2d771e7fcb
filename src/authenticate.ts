/** Who comes to the API: each way in is asked in turn. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from './domain/actor.ts';
import type { Admission, Authenticate, Caller } from './domain/caller.ts';

/** Programs that come with the operator's own key act for the planning office. */
const API_ACTOR: Actor = { key: 'api', role: 'PLANNING', structures: [] };
const ADMIN: Caller = { actor: API_ACTOR, counted: 'api', introspects: true };

/** Whoever tries the product on this machine, with the key that it printed. */
const LOCAL_READER: Caller = {
  actor: { key: 'local', role: 'READER', structures: [] },
  counted: 'local',
  introspects: true,
};

export type AuthenticateOptions = {
  /** ARTI_ADMIN_KEY; null where none is set. */
  readonly adminKey: string | null;
  /** The read key that local mode prints; null outside of it. */
  readonly localKey: string | null;
};

export function createAuthenticate({ adminKey, localKey }: AuthenticateOptions): Authenticate {
  return async (authorization): Promise<Admission> => {
    if (authorization === null) return { ok: false, because: 'MISSING' };
    const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (given === undefined) return { ok: false, because: 'UNKNOWN' };
    if (adminKey !== null && sameText(given, adminKey)) return { ok: true, caller: ADMIN };
    if (localKey !== null && sameText(given, localKey)) return { ok: true, caller: LOCAL_READER };
    return { ok: false, because: 'UNKNOWN' };
  };
}

/** In a time that tells nothing, not even of the length. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
