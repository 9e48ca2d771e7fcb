/** What Slack tells of the messages in a person's conversation with the bot, as what our listeners take. */
import { z } from 'zod';
import type { MessagePlace } from '../../services/person-message.ts';

type Common = MessagePlace & {
  /** Of the thread that the message answers in; null outside of one. */
  readonly threadTs: string | null;
};

export type WrittenMessage = Common & {
  readonly kind: 'WRITTEN';
  readonly user: string;
  readonly text: string;
};

export type EditedMessage = Common & {
  readonly kind: 'EDITED';
  readonly user: string;
  readonly text: string;
  /** Null where Slack does not tell. */
  readonly previousText: string | null;
  /** Slack's timestamp of the edit. */
  readonly editedAt: string;
};

export type DeletedMessage = Common & { readonly kind: 'DELETED' };

export type MessageEvent = WrittenMessage | EditedMessage | DeletedMessage;

const message = z.object({
  subtype: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
});
type Message = z.infer<typeof message>;

const event = message.extend({
  channel: z.string(),
  channel_type: z.string().nullish(),
  event_ts: z.string().nullish(),
  deleted_ts: z.string().nullish(),
  message: message.partial({ ts: true }).nullish(),
  previous_message: message.partial({ ts: true }).nullish(),
});

/** Undefined for what is none of a person's doing, or not said to the bot alone. */
export function readMessageEvent(team: string, payload: unknown): MessageEvent | undefined {
  const parsed = event.safeParse(payload);
  if (!parsed.success || parsed.data.channel_type !== 'im') return undefined;
  const { channel, message: now, previous_message: before, ...written } = parsed.data;
  switch (written.subtype) {
    case 'message_deleted': {
      const ts = written.deleted_ts ?? before?.ts;
      return ts ? { kind: 'DELETED', team, channel, ts, threadTs: threadOf({ ...before, ts }) } : undefined;
    }
    case 'message_changed': {
      if (!now?.ts) return undefined;
      const place = { team, channel, ts: now.ts, threadTs: threadOf({ ...now, ts: now.ts }) };
      // What is left of a message that had answers in its thread.
      if (now.subtype === 'tombstone') return { kind: 'DELETED', ...place };
      if (!now.user || !isSaid(now)) return undefined;
      return {
        kind: 'EDITED',
        ...place,
        user: now.user,
        text: now.text ?? '',
        previousText: before?.text ?? null,
        editedAt: now.edited?.ts ?? written.event_ts ?? written.ts,
      };
    }
    default: {
      const { user, text, ts } = written;
      if (!user || !isSaid(written)) return undefined;
      return { kind: 'WRITTEN', team, channel, ts, user, text: text ?? '', threadTs: threadOf(written) };
    }
  }
}

const SAID = new Set<string | undefined>([undefined, 'file_share', 'thread_broadcast']);

/** By a person, in words: joining, pinning and bots are something else. */
const isSaid = ({ subtype, bot_id }: Pick<Message, 'subtype' | 'bot_id'>): boolean =>
  SAID.has(subtype ?? undefined) && !bot_id;

/** The head of a thread names itself. */
const threadOf = ({
  ts,
  thread_ts,
}: {
  readonly ts: string;
  readonly thread_ts?: string | null | undefined;
}) => (thread_ts && thread_ts !== ts ? thread_ts : null);
