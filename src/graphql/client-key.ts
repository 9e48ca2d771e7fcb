/** The idempotency keys of clients: what the same request is told by. */
import { hash } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import { accepted, type Refusal, type Result, refused } from '../domain/refusal.ts';

/** Characters of a client's idempotency key. */
export const IDEMPOTENCY_KEY_LIMIT = 200;

/** What a request is kept under: keys are not shared by those who ask. */
export type RequestKey = { readonly key: string; readonly fingerprint: string };

/**
 * Refused: IDEMPOTENCY_KEY_INVALID.
 * @param content all that makes two requests the same, whatever the order of its fields; null is as if left out
 */
export function requestKey(actor: Actor, given: string, content: unknown): Result<RequestKey> {
  if (given.trim() === '' || given.length > IDEMPOTENCY_KEY_LIMIT) {
    return refused({ code: 'IDEMPOTENCY_KEY_INVALID', limit: IDEMPOTENCY_KEY_LIMIT });
  }
  return accepted({ key: `graphql/${actor.key}/${given}`, fingerprint: fingerprintOf(content) });
}

export const fingerprintOf = (content: unknown): string => hash('sha256', JSON.stringify(sorted(content)));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => (part ?? null) !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
};

/** The stored key names the actor: the client is told its own. */
export const withClientKey = (refusal: Refusal, key: string): Refusal =>
  refusal.code === 'IDEMPOTENCY_KEY_REUSED' ? { ...refusal, key } : refusal;

/** Whether a refusal is about the key itself. */
export const isOfKey = ({ code }: Refusal): boolean =>
  code === 'IDEMPOTENCY_KEY_INVALID' || code === 'IDEMPOTENCY_KEY_REUSED';
