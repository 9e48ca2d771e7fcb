/** Small pieces of Block Kit, each within Slack's limits whatever it is given. */
import type { ContextBlock, DividerBlock, HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';

/** Slack's limits: characters of a section's text, a header, a field; fields a section; blocks a message. */
const SECTION_LIMIT = 3000;
const HEADER_LIMIT = 150;
const FIELD_LIMIT = 2000;
const FIELDS_LIMIT = 10;
export const MESSAGE_BLOCKS_LIMIT = 50;

/** A message as every Slack call takes it; `text` is what notifications and screen readers say. */
export type MessageContent = { readonly text: string; readonly blocks: KnownBlock[] };

/** Cuts neither an emoji in two nor an entity such as `&amp;`. */
export const clip = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${text.slice(0, limit - 1).replace(/(?:[\uD800-\uDBFF]|&[a-z]{0,3})$/, '')}…`;

/** Text of people and plans: Slack reads `&`, `<` and `>` as markup. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const section = (text: string): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: clip(text, SECTION_LIMIT) },
});

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: clip(text, HEADER_LIMIT) },
});

export const context = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: clip(text, SECTION_LIMIT) }],
});

export const divider = (): DividerBlock => ({ type: 'divider' });

/** Name and value, two a row. */
export const fields = (pairs: readonly (readonly [string, string])[]): SectionBlock => ({
  type: 'section',
  fields: pairs
    .slice(0, FIELDS_LIMIT)
    .map(([name, value]) => ({ type: 'mrkdwn', text: clip(`*${name}*\n${value}`, FIELD_LIMIT) })),
});

/** Characters of text that Slack takes in all the blocks of a message is 12,000; some room is left. */
const MESSAGE_TEXT_LIMIT = 11_000;
/** Of the text that notifications and screen readers say; Slack advises 4,000. */
const NOTIFICATION_LIMIT = 3000;

/** A message that Slack takes, however long what it was made of: the longest texts are cut until all fit. */
export const message = (text: string, blocks: readonly KnownBlock[]): MessageContent => ({
  text: clip(text, NOTIFICATION_LIMIT),
  blocks: shortened(blocks),
});

function shortened(blocks: readonly KnownBlock[]): KnownBlock[] {
  const limit = evenLimit(textLengths(blocks), MESSAGE_TEXT_LIMIT);
  return JSON.parse(JSON.stringify(blocks), (key, value: unknown) =>
    key === 'text' && typeof value === 'string' ? clip(value, limit) : value,
  );
}

/** Of every text that people read in `blocks`. */
function textLengths(blocks: readonly KnownBlock[]): readonly number[] {
  const lengths: number[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') lengths.push(value.length);
    return value;
  });
  return lengths;
}

/** The length to which all must be cut so that together they take no more than `room`. */
function evenLimit(lengths: readonly number[], room: number): number {
  let left = room;
  let others = lengths.length;
  for (const length of [...lengths].sort((a, b) => a - b)) {
    if (length * others > left) return Math.floor(left / others);
    left -= length;
    others -= 1;
  }
  return room;
}

/** `head`, as many of `rows` as a message holds, the line that says how many were left out, and `foot`. */
export function fitted(
  head: readonly KnownBlock[],
  rows: readonly KnownBlock[],
  foot: readonly KnownBlock[],
  cut: (count: number) => string,
): KnownBlock[] {
  const room = MESSAGE_BLOCKS_LIMIT - head.length - foot.length;
  const textRoom = MESSAGE_TEXT_LIMIT - textLength([...head, ...foot]);
  if (rows.length <= room && textLength(rows) <= textRoom) return [...head, ...rows, ...foot];
  const shown: KnownBlock[] = [];
  for (const row of rows) {
    if (shown.length + 1 >= room || textLength([...shown, row]) > textRoom) break;
    shown.push(row);
  }
  return [...head, ...shown, context(cut(rows.length - shown.length)), ...foot];
}

const textLength = (blocks: readonly KnownBlock[]): number =>
  textLengths(blocks).reduce((total, length) => total + length, 0);
