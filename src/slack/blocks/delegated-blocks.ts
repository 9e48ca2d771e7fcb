import type { ItemCode } from '../../domain/codes.ts';
import type { Notice } from '../../domain/notice.ts';
import { formatDay } from '../../messages/format.ts';
import { clip, escapeText, fitted, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

const TITLE_LIMIT = 300;

/**
 * What the delegate of items is told, of all that were left to them at once.
 * @param from name of who delegated them
 * @param titles of items, by code
 */
export function delegatedMessage(
  { items, startsOn, endsOn }: Extract<Notice, { kind: 'DELEGATED' }>,
  from: string,
  titles: ReadonlyMap<string, string>,
  { t }: Voice,
): MessageContent {
  const title = (item: ItemCode) => escapeText(clip(titles.get(item) ?? '', TITLE_LIMIT));
  const days = [formatDay(startsOn), formatDay(endsOn)] as const;
  const [only, ...others] = items;
  if (only !== undefined && others.length === 0) {
    const text = t.delegatedTo(escapeText(from), only, title(only), ...days);
    return message(text, [section(text)]);
  }
  const text = t.delegatedSeveralTo(escapeText(from), items.length, ...days);
  const rows = items.map((item) => section(`*${item}* ${title(item)}`));
  return message(`${text} ${items.join(' · ')}`, fitted([section(text)], rows, [], t.more));
}
