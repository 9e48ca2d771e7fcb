/** Where a line says that something is blocked. */
export type Block = {
  /** What stands before the word, without what joins the two (“40%, ma è”). */
  readonly before: string;
  readonly after: string;
  /** Whether a comma, “ma”, “è” sets the word apart from other words before it. */
  readonly setApart: boolean;
};

const BLOCKED = /(?<![^\s,;])(?:bloccat[oa]|ferm[oa](?!\s+restando)|blocked|stuck)(?=$|[\s,;.!])/i;
const NEGATED = /(?<!\p{L})(?:non|not|no longer|never|mai|isn['’]t)(?:\s+(?:è|più)){0,3}\s*$/iu;
const JOINT = /(?:[,;]|(?<!\p{L})(?:è|e['’]|ma|but|is))\s*$/iu;
const JOINING = /(?:[\s,;]|(?<!\p{L})(?:è|e['’]|e|ed|ma|ora|adesso|and|but|is|now)(?!\p{L}))+$/iu;

/** Null when `text` does not say so, or says the contrary (“non più bloccata”). */
export function findBlock(text: string): Block | null {
  const match = BLOCKED.exec(text);
  if (!match) return null;
  const before = text.slice(0, match.index);
  if (NEGATED.test(before)) return null;
  return {
    before: before.replace(JOINING, '').trim(),
    after: text.slice(match.index + match[0].length).replace(/^[\s,;.–—-]+/, ''),
    setApart: JOINT.test(before),
  };
}
