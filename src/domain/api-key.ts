/** Keys by which programs come to the API: what one may do, and whether it still holds. */
import type { StructureCode } from './codes.ts';

/**
 * `read` shows figures and rows, `report` says what staff may say, `administer` does what the planning office does;
 * `introspect` lets a client ask for the schema itself.
 */
export const KEY_SCOPES = ['read', 'report', 'administer', 'introspect'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** All that is kept of a key but the hash of its secret. Instants are ISO 8601 in UTC. */
export type ApiKey = {
  /** The middle of `arti_<id>_<secret>`: no secret itself. */
  readonly id: string;
  /** What it is for, as whoever made it wrote. */
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Whose rows it reads, and for whom it reports; empty for all, which a key that only reports may not have. */
  readonly structures: readonly StructureCode[];
  readonly createdAt: string;
  /** Key of the actor that made it. */
  readonly createdBy: string;
  readonly expiresAt: string | null;
  /** To the minute, about: written now and then, not at each request. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};
