import type { Actor } from './actor.ts';

/** Somebody who was let in to the API: a program by its key, or a person by the agency's identity provider. */
export type Caller = {
  readonly actor: Actor;
  /** What its requests and streams are counted by. */
  readonly counted: string;
  /** Whether it may ask for the schema itself. */
  readonly introspects: boolean;
};

/**
 * Why somebody was not let in; nothing of it tells whether a wrong secret was near a right one. UNAVAILABLE: the identity
 * provider cannot be asked, so that nobody knows; the same token may be let in later.
 */
export type NotAdmitted = 'MISSING' | 'UNKNOWN' | 'EXPIRED' | 'REVOKED' | 'UNAVAILABLE';

export type Admission =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly because: NotAdmitted };

/** @param authorization the header of that name, whole */
export type Authenticate = (authorization: string | null) => Promise<Admission>;
