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

export const clip = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;

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

/** An upper bound of the text in blocks: their JSON, whose keys count too. */
const textLength = (blocks: readonly KnownBlock[]): number =>
  blocks.reduce((total, block) => total + JSON.stringify(block).length, 0);
