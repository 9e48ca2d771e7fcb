import type { Person } from '../../domain/directory.ts';
import { claimTimeZoneQuestion, rememberTimeZone } from '../../services/remember-time-zone.ts';
import type { Environment } from '../environment.ts';

/**
 * Asks Slack for the person's time zone, once a day, and remembers it. True when it is another one than before.
 * Nobody waits for it: a failure is logged, and harms nothing.
 */
export async function learnTimeZone(
  { context, client, logger }: Environment,
  person: Person,
  slackUser: string,
): Promise<boolean> {
  try {
    if (!(await claimTimeZoneQuestion(context, person))) return false;
    const { user } = await client.users.info({ user: slackUser });
    return user?.tz ? await rememberTimeZone(context, person, user.tz) : false;
  } catch (error) {
    logger.warn({ err: error }, 'the time zone of somebody was not learnt');
    return false;
  }
}
