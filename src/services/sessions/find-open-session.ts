import type { Person } from '../../domain/directory.ts';
import {
  BY_ID,
  BY_SECRET,
  isFormerSecretGood,
  isSessionOpen,
  isSessionSecret,
  type Session,
} from '../../domain/session.ts';
import type { Context } from '../context.ts';
import { findPersonByKey } from '../find-person.ts';
import { hashOfSecret } from '../keys/create-key.ts';

export type StandingSession = {
  readonly session: Session;
  readonly person: Person;
  /** Whether it came with the secret that was replaced a moment ago. */
  readonly isFormer: boolean;
};

/**
 * The session that `credential` stands for, with the person as the directory has them now; undefined where it has
 * ended, and where the person has left: then it ends for good, also if they should come back.
 * @param credential as of `BY_SECRET` or `BY_ID`
 */
export async function findOpenSession(
  context: Context,
  credential: string,
): Promise<StandingSession | undefined> {
  const found = await look(context, credential);
  if (found === undefined) return undefined;
  const { session, isFormer } = found;
  const now = context.realNow();
  if (!isSessionOpen(session, now) || (isFormer && !isFormerSecretGood(session, now))) return undefined;
  const person = await findPersonByKey(context, session.person);
  if (person !== undefined) return { session, person, isFormer };
  await context.store.endSession(session.id, now.toISOString());
  return undefined;
}

async function look({ store }: Context, credential: string) {
  if (credential.startsWith(BY_ID)) {
    const session = await store.findSession(credential.slice(BY_ID.length));
    return session && { session, isFormer: false };
  }
  const secret = credential.slice(BY_SECRET.length);
  return isSessionSecret(secret) ? store.findSessionBySecret(hashOfSecret(secret)) : undefined;
}
