import { randomBytes } from 'node:crypto';
import type { Person } from '../../domain/directory.ts';
import { LINK_HOLDS_MS, SESSION_SECRET_BYTES } from '../../domain/session.ts';
import type { Context } from '../context.ts';
import { hashOfSecret } from '../keys/create-key.ts';

/** After it expired, a link or a session is kept this long to say so. */
const KEPT_MS = 24 * 3_600_000;

export const newSecret = (): string => randomBytes(SESSION_SECRET_BYTES).toString('base64url');

/**
 * A personal link for `person`, valid once and for five minutes; null where there is no dashboard to link to. The token
 * stands in the fragment, which browsers send to no server: it is in no log, and nobody who looks at the link uses it up.
 */
export async function createSignInLink(
  context: Context,
  person: Pick<Person, 'key'>,
): Promise<string | null> {
  const base = context.dashboardUrl();
  if (base === null) return null;
  const token = newSecret();
  const now = context.realNow().getTime();
  await context.store.addSignInLink(
    {
      tokenHash: hashOfSecret(token),
      person: person.key,
      expiresAt: new Date(now + LINK_HOLDS_MS).toISOString(),
      usedAt: null,
    },
    new Date(now - KEPT_MS).toISOString(),
  );
  return `${base}/sign-in#${token}`;
}
