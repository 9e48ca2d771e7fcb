import { hash } from 'node:crypto';

/**
 * Texts that people write freely, as the history may keep them: they may name somebody, and what is in the chain can
 * never be taken out. Their SHA-256 still proves what was said while the text itself is kept. `noteSha256` for `note`,
 * and so on; null where nothing was written.
 */
export const textHashes = (texts: Readonly<Record<string, string | null>>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      `${name}Sha256`,
      text === null ? null : hash('sha256', text),
    ]),
  );
