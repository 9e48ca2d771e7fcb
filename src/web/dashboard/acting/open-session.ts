/** Gives the token of a personal link for a session: the browser keeps the cookie, no script sees it. */
import type { Said } from '../data/ask.ts';

export type Opened =
  | { readonly kind: 'OPENED'; readonly name: string }
  /** Expired, used or unknown: the message says which. */
  | { readonly kind: 'REFUSED'; readonly message: Said }
  /** The token may be good still. */
  | { readonly kind: 'UNREACHABLE' };

export async function openSession(token: string, send: typeof fetch = fetch): Promise<Opened> {
  const response = await send('/session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => null);
  if (response === null || response.status >= 500) return { kind: 'UNREACHABLE' };
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return { kind: 'OPENED', name: textIn(answer, 'name') ?? '' };
  const it = textIn(answer, 'messageIt');
  const en = textIn(answer, 'messageEn');
  // A refusal speaks both languages; what does not is no answer of the product.
  return it !== null && en !== null ? { kind: 'REFUSED', message: { it, en } } : { kind: 'UNREACHABLE' };
}

function textIn(answer: unknown, name: string): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const value: unknown = Reflect.get(answer, name);
  return typeof value === 'string' ? value : null;
}
