import { isSecretOld } from '../../domain/session.ts';
import type { Context } from '../context.ts';
import { hashOfSecret } from '../keys/create-key.ts';
import { newSecret } from './create-sign-in-link.ts';
import type { StandingSession } from './find-open-session.ts';

/**
 * Another secret for a session whose own is a day old: one that was copied somewhere is soon good for nothing. Null where
 * it stays as it is, or where another request was first, which then takes the new one to the browser.
 */
export async function changeSecret(
  context: Context,
  { session, isFormer }: StandingSession,
  secret: string,
): Promise<string | null> {
  const now = context.realNow();
  if (isFormer || !isSecretOld(session, now)) return null;
  const next = newSecret();
  const change = { from: hashOfSecret(secret), to: hashOfSecret(next), at: now.toISOString() };
  return (await context.store.changeSessionSecret(session.id, change)) ? next : null;
}
