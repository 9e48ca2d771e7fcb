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
