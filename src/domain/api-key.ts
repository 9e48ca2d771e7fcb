/** Keys by which programs come to the API: what one may do, and whether it still holds. */
import type { Actor, ActorRole } from './actor.ts';
import { HOME_TIME_ZONE } from './arrangement.ts';
import type { Caller, NotAdmitted } from './caller.ts';
import type { StructureCode } from './codes.ts';
import { addDays, dayInRome, type IsoDate } from './dates.ts';
import { instantAt } from './person-hours.ts';
import type { Refusal } from './refusal.ts';

/**
 * `read` shows figures and rows, `report` says what staff may say, `administer` does what the planning office does;
 * `introspect` lets a client ask for the schema itself.
 */
export const KEY_SCOPES = ['read', 'report', 'administer', 'introspect'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Of which a key has at least one: `introspect` alone shows nothing. */
const WORKING_SCOPES = ['read', 'report', 'administer'] as const satisfies readonly KeyScope[];

/** Each with the scopes that it cannot do without. */
const IMPLIED: Readonly<Record<KeyScope, readonly KeyScope[]>> = {
  read: [],
  report: ['read'],
  administer: ['read', 'report'],
  introspect: [],
};

/** Characters. */
export const KEY_NAME_LIMIT = 80;

/** Small letters and digits that nobody takes for one another when they are read aloud or copied by hand. */
export const KEY_ID_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
export const KEY_ID_LENGTH = 8;
/** Of the secret, which is written as twice as many hexadecimal digits. */
export const KEY_SECRET_BYTES = 32;

/** All that is kept of a key but the hash of its secret. Instants are ISO 8601 in UTC, of the real clock. */
export type ApiKey = {
  /** The middle of `arti_<id>_<secret>`: no secret itself. */
  readonly id: string;
  /** What it is for, as whoever made it wrote. */
  readonly name: string;
  /** In the order of {@link KEY_SCOPES}, with those that they imply. */
  readonly scopes: readonly KeyScope[];
  /** Whose rows it reads, and for whom it reports; empty for all, which a key that only reports may not have. */
  readonly structures: readonly StructureCode[];
  readonly createdAt: string;
  /** Key of the actor that made it. */
  readonly createdBy: string;
  /** From then on it is let in no more; null of one that does not expire. */
  readonly expiresAt: string | null;
  /** To the minute, about: written now and then, not at each request. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};

/** What is wanted of a new key, read from whatever words it came in. */
export type KeyWish = {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly structures: readonly StructureCode[];
  /** The last day on which it holds; null for ever. */
  readonly expiresOn: IsoDate | null;
};

export type KeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** The two parts of a key as programs send it. */
export type KeyToken = { readonly id: string; readonly secret: string };

const TOKEN = new RegExp(
  `^arti_([${KEY_ID_LETTERS}]{${KEY_ID_LENGTH}})_([0-9a-f]{${2 * KEY_SECRET_BYTES}})$`,
);

export const keyToken = ({ id, secret }: KeyToken): string => `arti_${id}_${secret}`;

/** Undefined for whatever cannot be a key: nothing has to be looked up for it. */
export function parseKeyToken(text: string): KeyToken | undefined {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** The scope that `text` names, in whatever case; undefined for none. */
export const parseKeyScope = (text: string): KeyScope | undefined =>
  KEY_SCOPES.find((scope) => scope === text.trim().toLowerCase());

/** `scopes` with those that they imply, each once, in the order of {@link KEY_SCOPES}. */
export const impliedScopes = (scopes: readonly KeyScope[]): readonly KeyScope[] =>
  KEY_SCOPES.filter((scope) => scopes.some((each) => each === scope || IMPLIED[each].includes(scope)));

/**
 * Why no such key is made, or null. Refused: KEY_NAME_INVALID, KEY_SCOPES_INVALID, KEY_STRUCTURES_MISSING,
 * KEY_STRUCTURES_UNUSED, DATE_IN_PAST.
 * @param known the structures of the plan
 * @param today the real day in Rome
 */
export function wrongKeyWish(
  { name, scopes, structures, expiresOn }: KeyWish,
  known: readonly StructureCode[],
  today: IsoDate,
): Refusal | null {
  if (!isKeyName(name)) return { code: 'KEY_NAME_INVALID', limit: KEY_NAME_LIMIT };
  if (!WORKING_SCOPES.some((scope) => scopes.includes(scope))) {
    return { code: 'KEY_SCOPES_INVALID', given: '', known: WORKING_SCOPES };
  }
  const role = roleOfScopes(scopes);
  if (role === 'STAFF' && structures.length === 0) return { code: 'KEY_STRUCTURES_MISSING', known };
  // It would write for everybody all the same: whoever named structures believes that it does not.
  if (role === 'PLANNING' && structures.length > 0) return { code: 'KEY_STRUCTURES_UNUSED' };
  if (expiresOn !== null && expiresOn < today) return { code: 'DATE_IN_PAST', given: expiresOn, today };
  return null;
}

/** A name is one line that people can read: no control characters, nor those that turn the direction of writing. */
const isKeyName = (name: string): boolean =>
  name.trim() !== '' && [...name].length <= KEY_NAME_LIMIT && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(name);

/** A key does what the people do whose scope it has. */
export function roleOfScopes(scopes: readonly KeyScope[]): ActorRole {
  if (scopes.includes('administer')) return 'PLANNING';
  return scopes.includes('report') ? 'STAFF' : 'READER';
}

/** Of the actor, as what it says is signed with, and of what its requests are counted by. */
export const actorKeyOf = (id: string): string => `key:${id}`;

/** Who comes with the key. */
export function callerOfKey({
  id,
  scopes,
  structures,
}: Pick<ApiKey, 'id' | 'scopes' | 'structures'>): Caller {
  const key = actorKeyOf(id);
  const actor: Actor = { key, role: roleOfScopes(scopes), structures };
  return {
    actor: structures.length > 0 ? { ...actor, rowsOf: structures } : actor,
    counted: key,
    introspects: scopes.includes('introspect'),
  };
}

/** The end of `day` in Rome: the first instant at which a key that holds until that day does not. */
export const endOfDayInRome = (day: IsoDate): string =>
  instantAt(addDays(day, 1), '00:00', HOME_TIME_ZONE).toISOString();

/** The last day on which it holds; null of one that does not expire. */
export const lastDayOf = ({ expiresAt }: Pick<ApiKey, 'expiresAt'>): IsoDate | null =>
  expiresAt === null ? null : dayInRome(new Date(Date.parse(expiresAt) - 1));

/** A key that was revoked stays so, whether or not it would have expired since. */
export function stateOfKey(key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): KeyState {
  if (key.revokedAt !== null) return 'REVOKED';
  return key.expiresAt !== null && now.toISOString() >= key.expiresAt ? 'EXPIRED' : 'ACTIVE';
}

/** A key as it is shown. */
export type KeyView = ApiKey & {
  readonly state: KeyState;
  /** The last day on which it holds; null of one that does not expire. */
  readonly expiresOn: IsoDate | null;
};

export const keyView = (key: ApiKey, now: Date): KeyView => ({
  ...key,
  state: stateOfKey(key, now),
  expiresOn: lastDayOf(key),
});

/** Why a key of that state, whose secret was right, is not let in; null where it is. */
export const notAdmittedFor = (state: KeyState): Extract<NotAdmitted, 'EXPIRED' | 'REVOKED'> | null =>
  state === 'ACTIVE' ? null : state;

/** Between two notes of a key's last use. */
export const USE_NOTED_EVERY_MS = 60_000;

/** Whether the use at `now` is worth a write. A clock that was set back leaves a last use that lies ahead. */
export const isUseWorthNoting = (lastUsedAt: string | null, now: Date): boolean =>
  lastUsedAt === null || Math.abs(now.getTime() - Date.parse(lastUsedAt)) >= USE_NOTED_EVERY_MS;
