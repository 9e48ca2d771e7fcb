import type { SlackLinkKind } from '../store/port.ts';
import type { Context } from './context.ts';

/** Slack's id in the workspace `team` of a person or channel of the directory, as far as it is known. */
export const slackIdOf = (
  context: Context,
  kind: SlackLinkKind,
  team: string,
  key: string,
): Promise<string | undefined> => context.store.findSlackId(kind, team, key);

export const rememberSlackId = (
  context: Context,
  kind: SlackLinkKind,
  team: string,
  key: string,
  slackId: string,
): Promise<void> => context.store.linkSlack(kind, team, key, slackId);
