import type { Notice } from '../domain/notice.ts';
import type { Context } from './context.ts';
import { type CheckInState, readCheckIn } from './read-check-in.ts';

/** The bot's message at the head of a thread. */
export type BotMessage = {
  readonly notice: Notice;
  /** The check-in that it is, or that was answered there; null when there is none. */
  readonly checkIn: CheckInState | null;
};

/** What the bot said at `ts` in `channel`; undefined where it said nothing through the outbox. */
export async function readBotMessage(
  context: Context,
  channel: string,
  ts: string,
): Promise<BotMessage | undefined> {
  const sent = await context.store.findSentByMessage(channel, ts);
  if (!sent) return undefined;
  const { notice } = sent;
  const id = 'checkInId' in notice ? notice.checkInId : null;
  return { notice, checkIn: id === null ? null : ((await readCheckIn(context, id)) ?? null) };
}
