import type { Notice } from '../../domain/notice.ts';
import { formatDay } from '../../messages/format.ts';
import { clip, escapeText, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

const TITLE_LIMIT = 300;

/**
 * What the delegate of an item is told.
 * @param from name of who delegated it
 * @param titles of items, by code
 */
export function delegatedMessage(
  { item, startsOn, endsOn }: Extract<Notice, { kind: 'DELEGATED' }>,
  from: string,
  titles: ReadonlyMap<string, string>,
  { t }: Voice,
): MessageContent {
  const title = escapeText(clip(titles.get(item) ?? '', TITLE_LIMIT));
  const text = t.delegatedTo(escapeText(from), item, title, formatDay(startsOn), formatDay(endsOn));
  return message(text, [section(text)]);
}
