/** Anchors of the page stand where the token of a personal link stands: the skip link's is none. */
const ANCHORS: ReadonlySet<string> = new Set(['content']);

/** @param hash of the address, with its `#`; the fragment of a link never reaches a server, nor its logs */
export function tokenIn(hash: string): string | null {
  const token = hash.replace(/^#/, '');
  return token === '' || ANCHORS.has(token) ? null : token;
}
