/** Signing in to the dashboard: personal links, the sessions that they open, and how long each holds. */

/** A personal link is valid once, and this long. */
export const LINK_HOLDS_MS = 5 * 60_000;
/** A session ends when nothing was asked by it for this long, */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** and in any case after this. */
export const SESSION_HOLDS_MS = 7 * 24 * 3_600_000;
/** After which a session gets another secret. */
export const SECRET_CHANGES_MS = 24 * 3_600_000;
/** For requests that were on their way when the secret changed. */
export const FORMER_SECRET_HOLDS_MS = 60_000;
/** Between two notes of a session's last use. */
export const SESSION_USE_NOTED_MS = 60_000;
/** Of links and of secrets, which are written as Base64url. */
export const SESSION_SECRET_BYTES = 32;

const SECRET = /^[\w-]{43}$/;

/** Whether `text` may be the token of a link or the secret of a session: for anything else nothing is looked up. */
export const isSessionSecret = (text: string): boolean => SECRET.test(text);

/** Of the secret nothing is kept here. Instants are ISO 8601 in UTC, of the real clock. */
export type Session = {
  readonly id: string;
  /** Key of the person. */
  readonly person: string;
  readonly createdAt: string;
  /** In any case; earlier where it is not used. */
  readonly expiresAt: string;
  /** To the minute, about. */
  readonly lastUsedAt: string;
  /** When its present secret was made. */
  readonly secretSince: string;
  /** Signed out or revoked; null while it stands. */
  readonly endedAt: string | null;
};

export type SignInLink = {
  readonly person: string;
  readonly expiresAt: string;
  readonly usedAt: string | null;
};

export type LinkState = 'VALID' | 'USED' | 'EXPIRED';

/** A link that was used says so, whether or not it would have expired since. */
export function stateOfLink({ usedAt, expiresAt }: SignInLink, now: Date): LinkState {
  if (usedAt !== null) return 'USED';
  return now.toISOString() >= expiresAt ? 'EXPIRED' : 'VALID';
}

export const isSessionOpen = (
  { endedAt, expiresAt, lastUsedAt }: Pick<Session, 'endedAt' | 'expiresAt' | 'lastUsedAt'>,
  now: Date,
): boolean =>
  endedAt === null &&
  now.toISOString() < expiresAt &&
  now.getTime() - Date.parse(lastUsedAt) < SESSION_IDLE_MS;

/** Whether the secret that was replaced at `secretSince` is still taken. */
export const isFormerSecretGood = ({ secretSince }: Pick<Session, 'secretSince'>, now: Date): boolean =>
  now.getTime() - Date.parse(secretSince) < FORMER_SECRET_HOLDS_MS;

/** Whether the session should be given another secret. */
export const isSecretOld = ({ secretSince }: Pick<Session, 'secretSince'>, now: Date): boolean =>
  now.getTime() - Date.parse(secretSince) >= SECRET_CHANGES_MS;

/** The end of a session that is used no more. */
export const sessionEnd = ({ expiresAt }: Pick<Session, 'expiresAt'>, now: Date): string => {
  const idle = new Date(now.getTime() + SESSION_IDLE_MS).toISOString();
  return idle < expiresAt ? idle : expiresAt;
};

/**
 * What stands for a session where else the header `Authorization` stands. It begins with a line break, which no header
 * can hold: only a cookie makes one, and what is done by cookie is looked at more closely.
 */
export const BY_SECRET = '\nsession ';
/** The same of a session that was let in, whatever its secret is by now: for streams, which outlive secrets. */
export const BY_ID = '\nsession-id ';

/** Name of the cookie; browsers let nobody but the very host set one of the first name, and send it over no open wire. */
export const SECURE_COOKIE = '__Host-arti_session';
export const PLAIN_COOKIE = 'arti_session';

/** The value of the cookie `name` in the header `Cookie`; null for none, and where it can be no secret. */
export function secretInCookies(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return isSessionSecret(value) ? value : null;
  }
  return null;
}
