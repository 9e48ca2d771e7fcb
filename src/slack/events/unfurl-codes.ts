import { z } from 'zod';
import { announceItems } from '../../services/announce-items.ts';
import type { Environment } from '../environment.ts';
import { findMember } from '../find-member.ts';
import { findCodes } from '../unfurl/find-codes.ts';
import type { EventListener } from './event-listener.ts';

/** An event older than this was delivered late: the talk has moved on. */
const LATE_MS = 5 * 60_000;

const channelMessage = z.object({
  // Direct messages are read as reports, and answered as such.
  channel_type: z.literal('channel'),
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
 * Not where people of other organisations would see it, nor for guests, bots and people of other workspaces.
 */
export const unfurlCodes: EventListener = async (environment, { event, isExternallyShared }) => {
  const { context, team } = environment;
  if (isExternallyShared) return;
  const parsed = channelMessage.safeParse(event);
  if (!parsed.success) return;
  const { channel, text, ts, thread_ts: threadTs, ...from } = parsed.data;
  const teams = [from.team, from.user_team, from.source_team];
  if (teams.some((each) => each && each !== team)) return;
  if (isLate(context, ts)) return;
  const mentioned = findCodes(text);
  if (mentioned.length === 0 || !(await findMember(environment, from.user))) return;
  await announceItems(context, { team, channel, threadTs: threadTs || ts, mentioned });
};

/** On a simulated day the local workspace keeps that day's time and Slack the real one: late is what both call late. */
const isLate = ({ clock, realNow }: Environment['context'], ts: string): boolean =>
  Math.min(clock.now().getTime(), realNow().getTime()) - Number(ts) * 1000 > LATE_MS;
