import type { CheckIn } from '../../domain/check-in.ts';
import type { Destination } from '../../domain/notice.ts';
import { checkInMessageOf } from '../../services/read-check-in.ts';
import type { Environment } from '../environment.ts';

/** The answer to a form stands in the thread of the check-in that was answered. */
export async function threadOf(
  { context, team }: Environment,
  { id, person }: CheckIn,
): Promise<Destination> {
  const sent = await checkInMessageOf(context, id);
  return sent
    ? { kind: 'CONVERSATION', channel: sent.channel, threadTs: sent.ts, team: sent.team ?? team }
    : { kind: 'PERSON', person };
}
