import type { Person } from '../domain/directory.ts';
import type { StructureSummary } from '../domain/summary.ts';
import type { Context } from './context.ts';

/** What the directory calls a person or a channel, and what Slack calls it: looked up once, remembered. */
export const slackIdOf = (
  context: Context,
  kind: 'PERSON' | 'CHANNEL',
  key: string,
): Promise<string | undefined> => context.store.findSlackId(kind, key);

export const rememberSlackId = (
  context: Context,
  kind: 'PERSON' | 'CHANNEL',
  key: string,
  slackId: string,
): Promise<void> => context.store.linkSlack(kind, key, slackId);

export const findPersonByKey = async (context: Context, key: string): Promise<Person | undefined> =>
  (await context.store.listPeople()).find((person) => person.key === key);

/** A summary as it was frozen. */
export const findSummary = (context: Context, id: string): Promise<StructureSummary | undefined> =>
  context.store.findSummary(id);
