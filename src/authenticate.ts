/** Who comes to the API: each way in is asked in turn. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from './domain/actor.ts';
import { parseKeyToken } from './domain/api-key.ts';
import type { Admission, Authenticate, Caller, NotAdmitted } from './domain/caller.ts';
import { BY_ID, BY_SECRET } from './domain/session.ts';
import type { VerifyToken } from './oidc/create-verify-token.ts';
import type { Context } from './services/context.ts';
import { createAdmitKey } from './services/keys/admit-key.ts';
import { admitPerson } from './services/keys/admit-person.ts';
import { createAdmitSession } from './services/sessions/admit-session.ts';

/** Programs that come with the operator's own key act for the planning office. */
const API_ACTOR: Actor = { key: 'api', role: 'PLANNING', structures: [] };
const ADMIN: Caller = { actor: API_ACTOR, counted: 'api', introspects: true };

/** Whoever tries the product on this machine, with the key that it printed. */
const LOCAL_READER: Caller = {
  actor: { key: 'local', role: 'READER', structures: [] },
  counted: 'local',
  introspects: true,
};

/** The public: figures of the whole plan, and no rows at all, whose words may name somebody. */
const ANYBODY: Caller = {
  actor: { key: 'public', role: 'READER', structures: [], rowsOf: [] },
  counted: 'public',
  introspects: false,
  isPublic: true,
};

export type AuthenticateOptions = {
  readonly context: Context;
  /** ARTI_ADMIN_KEY; null where none is set. */
  readonly adminKey: string | null;
  /** The read key that local mode prints; null outside of it. */
  readonly localKey: string | null;
  /** Of the agency's identity provider; null where none is configured. */
  readonly verifyToken: VerifyToken | null;
  /** Whether the dashboard shows the plan to anybody; left out, to nobody. */
  readonly isPublic?: boolean;
  /** Told of a last use, of a key or of a session, that could not be noted. */
  readonly onUseNotNoted: (error: unknown) => void;
};

/** Characters of the header: tokens of identity providers have some thousands, with all the groups of a person. */
const LONGEST = 12_000;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { context, adminKey, localKey, verifyToken, isPublic = false } = options;
  const admitKey = createAdmitKey(context, options.onUseNotNoted);
  const admitSession = createAdmitSession(context, options.onUseNotNoted);

  return async (authorization): Promise<Admission> => {
    if (authorization === null) return isPublic ? { ok: true, caller: ANYBODY } : refuse('MISSING');
    if (authorization.startsWith(BY_SECRET) || authorization.startsWith(BY_ID))
      return admitSession(authorization);
    const given = authorization.length > LONGEST ? undefined : /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (given === undefined) return refuse('UNKNOWN');
    if (adminKey !== null && sameText(given, adminKey)) return { ok: true, caller: ADMIN };
    if (localKey !== null && sameText(given, localKey)) return { ok: true, caller: LOCAL_READER };
    const token = parseKeyToken(given);
    if (token !== undefined) return admitKey(token);
    if (verifyToken === null || !JWT.test(given)) return refuse('UNKNOWN');
    const verified = await verifyToken(given);
    return verified.ok ? admitPerson(context, verified.email) : refuse(verified.because);
  };
}

const refuse = (because: NotAdmitted): Admission => ({ ok: false, because });

/** In a time that tells nothing, not even of the length. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
