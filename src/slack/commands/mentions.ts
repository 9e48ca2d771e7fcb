/**
 * Whom and what a command names. Slack puts entities in the place of names (`<@U…|name>`) where the manifest says
 * `should_escape`; whatever is left as text is taken for an e-mail address, a key or a name of the directory.
 */

export type Reference =
  | { readonly kind: 'USER' | 'GROUP' | 'CHANNEL'; readonly id: string; readonly given: string }
  /** Without the `@` or `#` that may stand before it. */
  | { readonly kind: 'NAME'; readonly given: string };

/** `minus` where a dash stands before it: `-@name` takes back. */
export type SignedReference = { readonly minus: boolean; readonly reference: Reference };

const ENTITY =
  /<(?:@([UW][A-Z0-9]+)|!subteam\^(S[A-Z0-9]+)|#([CG][A-Z0-9]+)|mailto:([^|>]+))(?:\|([^>]*))?>/g;
const MINUS_BEFORE = /(?:^|[\s,;])[-−–]\s*$/;
/** Between one name and the next. A dash or an `@` begins another. */
const BETWEEN_NAMES = /[,;]|\s(?:e|ed|and|&)\s|\s(?=[-−–]?\s?@)|\s(?=[-−–]\S)/i;

/** Everybody and everything named in `text`, in order. */
export function readReferences(text: string): readonly SignedReference[] {
  const found: SignedReference[] = [];
  let from = 0;
  for (const match of text.matchAll(ENTITY)) {
    const before = text.slice(from, match.index);
    const minus = MINUS_BEFORE.test(before);
    found.push(...namesIn(minus ? before.replace(MINUS_BEFORE, '') : before));
    found.push({ minus, reference: referenceOf(match) });
    from = match.index + match[0].length;
  }
  return [...found, ...namesIn(text.slice(from))];
}

function referenceOf([whole, user, group, channel, address, label]: RegExpExecArray): Reference {
  if (address !== undefined) return { kind: 'NAME', given: address };
  const shown = label?.replace(/^[@#]/, '') ?? '';
  const given = (mark: string) => (shown === '' ? whole : `${mark}${shown}`);
  if (user !== undefined) return { kind: 'USER', id: user, given: given('@') };
  if (group !== undefined) return { kind: 'GROUP', id: group, given: given('@') };
  return { kind: 'CHANNEL', id: channel ?? '', given: given('#') };
}

function namesIn(text: string): readonly SignedReference[] {
  return ` ${text} `.split(BETWEEN_NAMES).flatMap((part): readonly SignedReference[] => {
    const minus = /^\s*[-−–]/.test(part);
    const name = part.replace(/^\s*[-−–]?\s*[@#]?/, '').trim();
    // Keys and addresses hold no spaces, so words that look like them are several; any other words are one name.
    const words = name.split(/\s+/);
    const names = words.every((word) => /[.@]/.test(word)) ? words : [name];
    return names
      .filter((given) => given !== '')
      .map((given) => ({ minus, reference: { kind: 'NAME', given: given.replace(/^@/, '') } }));
  });
}
