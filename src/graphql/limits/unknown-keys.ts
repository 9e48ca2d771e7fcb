/**
 * Makes guessing keys slow without shutting out who has one. All that comes through a proxy comes from its address, so the
 * limit is generous, and a key that was let in before is not held up by what others try.
 */
import { type Allowance, createRequestsPerMinute } from '../requests-per-minute.ts';

/** Keys not seen before that one address may try in a minute, good ones among them. */
const TRIES_PER_MINUTE = 300;
/** Keys that are remembered. */
const MOST_KNOWN = 2000;

export type UnknownKeys = {
  /** Null for a key that may be tried. */
  try(authorization: string, address: string): Allowance | null;
  /** It was a key, whether or not it still holds: it need not be guessed. */
  wasKey(authorization: string): void;
};

/** @param seed of the fingerprints, which are not secret but should not be chosen by who sends keys */
export function createUnknownKeys(
  now: () => number,
  seed: number,
  triesPerMinute = TRIES_PER_MINUTE,
): UnknownKeys {
  const tries = createRequestsPerMinute(triesPerMinute, now);
  const known = new Set<number>();
  return {
    try(authorization, address) {
      if (known.has(fingerprint(authorization, seed))) return null;
      const allowance = tries.take(address);
      return allowance.allowed ? null : allowance;
    },
    wasKey(authorization) {
      const mark = fingerprint(authorization, seed);
      if (known.has(mark)) return;
      known.add(mark);
      for (const oldest of known) {
        if (known.size <= MOST_KNOWN) return;
        known.delete(oldest);
      }
    },
  };
}

/**
 * Of a header, so that no secret is kept, by FNV-1a: fast, for each request pays it. Two with the same one do no harm: the
 * second is looked up like any key, it is only not counted.
 */
function fingerprint(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
