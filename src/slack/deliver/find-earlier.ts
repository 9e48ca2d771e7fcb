import type { Context } from '../../services/context.ts';
import type { ClaimedMessage } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { isHeld } from '../workspaces/lost-access.ts';
import { Undecided } from './attempt.ts';
import { refusalToShow } from './refusals.ts';

/** Names the outbox key among the metadata of a message. */
export const METADATA_TYPE = 'arti_outbox';

/** Messages a page, of which Slack recommends no more; and pages. */
const PAGE = 200;
const PAGES = 20;
/** By how much Slack's clock and ours may differ. */
const CLOCKS_MS = 300_000;

/** A conversation, or a thread of it. */
export type Conversation = { readonly channel: string; readonly threadTs: string | null };

/**
 * The `ts` of the message that an earlier, doubtful attempt left behind; undefined when there certainly is none.
 *
 * @throws Undecided when that cannot be found out; what Slack's client throws when it may be found out later
 */
export async function findEarlier(
  { client, context }: Pick<Environment, 'client' | 'context'>,
  { channel, threadTs }: Conversation,
  { key, firstTriedAt }: Pick<ClaimedMessage, 'key' | 'firstTriedAt'>,
): Promise<string | undefined> {
  const since = oldestOf(context, firstTriedAt);
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const query = { channel, limit: PAGE, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const read =
      threadTs === null
        ? client.conversations.history(query)
        : client.conversations.replies({ ...query, ts: threadTs });
    const { messages = [], response_metadata } = await read.catch((error: unknown) => {
      const refused = isHeld(error) ? undefined : refusalToShow(error);
      throw refused === undefined ? error : new Undecided(refused);
    });
    const ts = messages.find((each) => carries(each.metadata, key))?.ts;
    if (ts !== undefined) return ts;
    cursor = response_metadata?.next_cursor || undefined;
    if (cursor === undefined) return undefined;
    // A history begins with the newest; a thread's replies with the oldest, and are read to the end.
    if (threadTs === null && messages.some((each) => isBefore(each.ts, since))) return undefined;
  }
  throw new Undecided('history_too_long');
}

/**
 * Before this, in seconds since the epoch, nothing was left; null when that can't be said. A `ts` is of Slack's clock,
 * which in local mode is the simulated one and else the real one: whichever was earlier is taken. When the simulated day
 * was moved back since, no time tells anything.
 */
function oldestOf({ clock, realNow }: Context, firstTriedAt: string | null): number | null {
  if (firstTriedAt === null) return null;
  const now = clock.now().getTime();
  const tried = Date.parse(firstTriedAt);
  if (now < tried) return null;
  const ahead = Math.max(0, now - realNow().getTime());
  return (tried - ahead - CLOCKS_MS) / 1000;
}

const isBefore = (ts: string | undefined, since: number | null): boolean =>
  ts !== undefined && since !== null && Number(ts) < since;

function carries(
  metadata: { event_type?: string; event_payload?: object } | undefined,
  key: string,
): boolean {
  const payload: { key?: unknown } | undefined = metadata?.event_payload;
  return metadata?.event_type === METADATA_TYPE && payload?.key === key;
}
