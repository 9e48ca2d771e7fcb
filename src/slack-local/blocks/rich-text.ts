import { boolean, byType, type Check, type Fields, integer, list, object, oneOf, string } from './checks.ts';
import { blockId, url } from './composition.ts';

/** Rich text: sections, lists, quotes and preformatted text, made of inline elements. */

const style = object(
  {},
  { bold: boolean, italic: boolean, strike: boolean, underline: boolean, code: boolean },
);
const mentionStyle = object(
  {},
  {
    bold: boolean,
    italic: boolean,
    strike: boolean,
    underline: boolean,
    highlight: boolean,
    client_highlight: boolean,
    unlink: boolean,
  },
);
const id = string({ min: 1, max: 255 });

const text = object({ text: string({ min: 1 }) }, { style });
const link = object({ url }, { text: string(), unsafe: boolean, style });

const inline: Fields = {
  text,
  link,
  emoji: object({ name: string({ min: 1 }) }, { unicode: string(), skin_tone: integer(1, 6), style }),
  user: object({ user_id: id }, { style: mentionStyle }),
  channel: object({ channel_id: id }, { style: mentionStyle }),
  usergroup: object({ usergroup_id: id }, { style: mentionStyle }),
  broadcast: object({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: object({ value: string({ min: 1 }) }, { style }),
  date: object(
    { timestamp: integer(0, 99_999_999_999), format: string({ min: 1 }) },
    { url, fallback: string(), style },
  ),
};

const section = object({ elements: list(byType(inline)) });
const border = integer(0, 1);

export const richTextElement: Check = byType({
  rich_text_section: section,
  rich_text_list: object(
    { style: oneOf('bullet', 'ordered'), elements: list(byType({ rich_text_section: section }), { min: 1 }) },
    { indent: integer(0, 8), offset: integer(0, 100_000), border },
  ),
  rich_text_preformatted: object({ elements: list(byType({ text, link })) }, { border, language: string() }),
  rich_text_quote: object({ elements: list(byType(inline)) }, { border }),
});

export const richText: Check = object({ elements: list(richTextElement, { min: 1 }) }, { block_id: blockId });
