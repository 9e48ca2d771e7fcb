import { z } from 'zod';
import { announceItems } from '../../services/announce-items.ts';
import type { Environment } from '../environment.ts';
import { findCodes } from '../unfurl/find-codes.ts';

/** An event older than this was delivered late: the talk has moved on. */
const LATE_MS = 5 * 60_000;

const channelMessage = z.object({
  // Direct messages are read as reports, and answered as such.
  channel_type: z.enum(['channel', 'group']),
  // What was posted as a file's caption is said as well; edits, joins and bots have other subtypes.
  subtype: z.enum(['file_share', 'thread_broadcast']).nullish(),
  channel: z.string(),
  user: z.string(),
  bot_id: z.literal('').nullish(),
  text: z.string(),
  ts: z.string().regex(/^\d+\.\d+$/),
  thread_ts: z.string().nullish(),
  edited: z.null().optional(),
  team: z.string().nullish(),
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
});

/**
 * A message in a channel that the app was invited to: each goal or phase that it mentions gets a card in its thread.
 * Not for people of other workspaces, nor for bots; guests of ours see what the plan's public part says.
 * @param event Slack's, of type `message`
 */
export async function unfurlCodes(environment: Environment, event: object): Promise<void> {
  const { context, team } = environment;
  const parsed = channelMessage.safeParse(event);
  if (!parsed.success) return;
  const { channel, text, ts, thread_ts: threadTs, ...from } = parsed.data;
  const teams = [from.team, from.user_team, from.source_team];
  if (teams.some((each) => each && each !== team)) return;
  if (isLate(context, ts)) return;
  await announceItems(context, {
    team,
    channel,
    threadTs: threadTs || ts,
    mentioned: findCodes(text),
  });
}

/** On a simulated day the local workspace keeps that day's time and Slack the real one: late is what both call late. */
const isLate = ({ clock, realNow }: Environment['context'], ts: string): boolean =>
  Math.min(clock.now().getTime(), realNow().getTime()) - Number(ts) * 1000 > LATE_MS;
