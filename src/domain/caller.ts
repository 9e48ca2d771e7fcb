import type { Actor } from './actor.ts';

/** Somebody who was let in to the API: a program by its key, a person by the agency's identity provider or by a session. */
export type Caller = {
  readonly actor: Actor;
  /** What its requests and streams are counted by. */
  readonly counted: string;
  /** Whether it may ask for the schema itself. */
  readonly introspects: boolean;
  /**
   * What `Authenticate` is asked with while a stream of theirs stands, in the place of the header: the secret of a
   * session changes meanwhile. Left out, the header.
   */
  readonly lookedAtBy?: string;
  /** Anybody at all: they may ask for trusted documents alone, and are counted by their address. */
  readonly isPublic?: true;
};

/**
 * Why somebody was not let in; nothing of it tells whether a wrong secret was near a right one. UNAVAILABLE: the identity
 * provider cannot be asked, so that nobody knows; the same token may be let in later.
 */
export type NotAdmitted = 'MISSING' | 'UNKNOWN' | 'EXPIRED' | 'REVOKED' | 'UNAVAILABLE' | 'SESSION_ENDED';

export type Admission =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly because: NotAdmitted };

/** @param authorization the header of that name, whole, or what stands for it (see `session.ts`) */
export type Authenticate = (authorization: string | null) => Promise<Admission>;
