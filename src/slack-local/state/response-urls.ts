import { randomBytes } from 'node:crypto';

/** Slack: a response URL works 5 times within 30 minutes. */
export const RESPONSE_URL_USES = 5;
export const RESPONSE_URL_LIFETIME_MS = 30 * 60_000;

export type ResponseTarget = {
  readonly user: string;
  readonly channel: string;
  /** The message the interaction came from: what `replace_original` and `delete_original` act on. */
  readonly original?: { readonly ts: string; readonly ephemeral: boolean } | undefined;
};

export type ResponseUrls = {
  /** The last part of the URL. */
  issue(target: ResponseTarget): string;
  use(id: string): ResponseTarget | { refused: 'expired_url' | 'used_url' };
};

/** URLs by which the app may answer a command or an interaction later on. `now` is in ms by the real clock. */
export function createResponseUrls(now: () => number): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; expiresAt: number; usesLeft: number }>();
  return {
    issue(target) {
      for (const [id, entry] of issued) {
        if (entry.expiresAt >= now()) break;
        issued.delete(id);
      }
      const id = randomBytes(18).toString('base64url');
      issued.set(id, { target, expiresAt: now() + RESPONSE_URL_LIFETIME_MS, usesLeft: RESPONSE_URL_USES });
      return id;
    },
    use(id) {
      const entry = issued.get(id);
      if (!entry || entry.expiresAt < now()) return { refused: 'expired_url' };
      if (entry.usesLeft === 0) return { refused: 'used_url' };
      entry.usesLeft -= 1;
      return entry.target;
    },
  };
}
