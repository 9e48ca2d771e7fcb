import type { Notice } from '../../domain/notice.ts';
import { type MessagePlace, readVersions, recordedItemsOf } from '../../services/person-message.ts';
import { readBotMessage } from '../../services/read-bot-message.ts';
import type { CheckInState } from '../../services/read-check-in.ts';
import type { Environment } from '../environment.ts';
import { readReference } from '../grammar/read-reference.ts';

/** What a reply is about before it says so. */
export type Conversation = {
  /** The check-in that it answers; null when it answers none. */
  readonly checkIn: CheckInState | null;
  /** The one item that its thread is about; null when that is none, or several. */
  readonly impliedItem: string | null;
};

/** The thread in which `message` stands: under a message of the bot's, or under one of the person's own. */
export async function readConversation(
  { context }: Environment,
  message: MessagePlace & { readonly threadTs: string | null },
): Promise<Conversation> {
  const { threadTs } = message;
  if (threadTs === null) return { checkIn: null, impliedItem: null };
  const head = await readBotMessage(context, message.channel, threadTs);
  if (head) {
    const items = itemsNamedIn(head.notice);
    const asked = head.checkIn?.lines.map(({ item }) => item) ?? [];
    return { checkIn: head.checkIn, impliedItem: onlyOne(items.length > 0 ? items : asked) };
  }
  const versions = await readVersions(context, { ...message, ts: threadTs });
  const recorded = await recordedItemsOf(context, versions);
  const written = versions.at(-1)?.mentioned ?? [];
  return { checkIn: null, impliedItem: onlyOne(recorded.length > 0 ? recorded : written) };
}

const onlyOne = (items: readonly string[]): string | null => {
  const [first, ...others] = new Set(items);
  return first !== undefined && others.length === 0 ? first : null;
};

/** None for a check-in, which has lines. */
function itemsNamedIn(notice: Notice): readonly string[] {
  switch (notice.kind) {
    case 'RECORDED':
      return notice.items.map(({ item }) => item);
    case 'REFUSED':
      return itemsOfLines(notice.lines.map(({ line }) => line));
    case 'ASK_BACK':
      return itemsOfLines([
        ...notice.lines.filter((_, index) => index !== notice.index),
        ...notice.choices.flatMap((choice) => choice.split('\n')),
      ]);
    case 'CORRECTION_OFFERED':
      return itemsOfLines(notice.lines);
    case 'KEPT_AFTER_DELETION':
      return notice.items;
    default:
      return [];
  }
}

/** The items with whose codes lines of `text` begin, each once. */
export const itemsOfText = (text: string): readonly string[] => [...new Set(itemsOfLines(text.split('\n')))];

const itemsOfLines = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    const reference = readReference(line.trim());
    return reference.kind === 'ITEM' ? [reference.item] : [];
  });
