import { randomUUID } from 'node:crypto';
import type { Person } from '../../domain/directory.ts';
import {
  isSessionSecret,
  type LinkState,
  SESSION_HOLDS_MS,
  type Session,
  sessionEnd,
  stateOfLink,
} from '../../domain/session.ts';
import type { Context } from '../context.ts';
import { findPersonByKey } from '../find-person.ts';
import { hashOfSecret } from '../keys/create-key.ts';
import { newSecret } from './create-sign-in-link.ts';

/** A session as its browser is told of it. */
export type OpenedSession = {
  readonly session: Session;
  readonly person: Person;
  /** Shown now and never again. */
  readonly secret: string;
  /** When it ends unless it is used. */
  readonly until: string;
};

/** GONE: who was given the link is no longer in the directory. */
export type LinkProblem = 'UNKNOWN' | 'GONE' | Exclude<LinkState, 'VALID'>;

export type SessionOpening =
  | { readonly ok: true; readonly opened: OpenedSession }
  | { readonly ok: false; readonly because: LinkProblem };

/** Uses up a personal link. Of several that come with one link at a time, one is let in. */
export async function openSession(context: Context, token: string): Promise<SessionOpening> {
  if (!isSessionSecret(token)) return no('UNKNOWN');
  const tokenHash = hashOfSecret(token);
  const link = await context.store.findSignInLink(tokenHash);
  if (link === undefined) return no('UNKNOWN');
  const now = context.realNow();
  const state = stateOfLink(link, now);
  if (state !== 'VALID') return no(state);
  const person = await findPersonByKey(context, link.person);
  if (person === undefined) return no('GONE');
  const secret = newSecret();
  const at = now.toISOString();
  const session: Session = {
    id: randomUUID(),
    person: person.key,
    createdAt: at,
    expiresAt: new Date(now.getTime() + SESSION_HOLDS_MS).toISOString(),
    lastUsedAt: at,
    secretSince: at,
    endedAt: null,
  };
  const stored = { ...session, secretHash: hashOfSecret(secret), formerHash: null };
  // Somebody else was first, between the look and the write.
  if (!(await context.store.openSession(tokenHash, stored))) return no('USED');
  return { ok: true, opened: { session, person, secret, until: sessionEnd(session, now) } };
}

const no = (because: LinkProblem): SessionOpening => ({ ok: false, because });
