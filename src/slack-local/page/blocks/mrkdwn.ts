/**
 * The block renderer reads Slack's markup with a Markdown parser, and so takes for Markdown some of what Slack shows
 * as it stands: a line starting with `#` vanishes, `---` swallows the line above, four spaces make code, a lone `*`
 * is doubled, `[a](b)` becomes a link, and `&gt;` inside a line gains a space. Those characters are handed to it
 * as character references. Code is left alone: there it decodes nothing.
 */
export function forRenderer(mrkdwn: string): string {
  return mrkdwn
    .split(/(```[\s\S]*?```|`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/^ {4,}/gm, (spaces) => '\u00a0'.repeat(spaces.length))
    .replace(/^#/gm, '&#35;')
    .replace(/^([-=])(?=\1+\s*$)/gm, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/(?<=^|\s)\*(?=\s|$)/gm, '&#42;')
    .replace(/\]\(/g, ']&#40;')
    .replace(/&lt;/g, '&#60;')
    .replace(/(?<!^)&gt;/gm, '&#62;');
}

/** A copy of `value` in which every text object of Slack's markup is prepared for the renderer. */
export function preparedTexts<T>(value: T): T {
  if (Array.isArray(value)) return value.map(preparedTexts) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, preparedTexts(inner)] as const);
  const copy = Object.fromEntries(entries);
  if (copy.type === 'mrkdwn' && typeof copy.text === 'string') copy.text = forRenderer(copy.text);
  return copy as T;
}
