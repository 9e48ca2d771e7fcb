import type { IncomingMessage } from 'node:http';
import type { Caller } from '../../domain/caller.ts';
import type { Answered } from './create-document-edge.ts';

/**
 * A request that is the same to the letter as one that was answered a moment ago is answered at once: it is not looked
 * at who asks, nor what for, only whether something was committed since, and whether the caller may ask so often.
 */
export type RecentAnswers = {
  /** @param state of the store and the day: another one, and nothing that was answered before holds */
  readonly find: (request: string, state: string) => Recent | undefined;
  readonly keep: (request: string, state: string, recent: Recent) => void;
};

export type Recent = { readonly caller: Caller; readonly answered: Answered };

/** So long nobody is looked at: keys and tokens expire, and their use is noted. A revocation is a commit. */
const KEPT_MS = 1_000;
const MOST_KEPT = 100;
const LONGEST_BYTES = 256_000;
const LONGEST_REQUEST = 20_000;

/** @param now milliseconds of a clock that never goes back */
export function createRecentAnswers(now: () => number): RecentAnswers {
  const all = new Map<string, Recent & { readonly state: string; readonly until: number }>();
  return {
    find(request, state) {
      const found = all.get(request);
      return found && found.state === state && found.until > now() ? found : undefined;
    },
    keep(request, state, recent) {
      if ((recent.answered.body?.length ?? 0) > LONGEST_BYTES) return;
      all.delete(request);
      all.set(request, { ...recent, state, until: now() + KEPT_MS });
      for (const [oldest, { until }] of all) {
        if (all.size <= MOST_KEPT && until > now()) return;
        all.delete(oldest);
      }
    },
  };
}

/**
 * All that an answer may depend on. Null for a request that names no document, comes from the page of another site or
 * has the answer already: those go the longer way.
 */
export function requestText({
  method,
  url = '',
  headers,
  body = '',
}: IncomingMessage & { readonly body?: string }): string | null {
  if (headers.origin !== undefined || headers['if-none-match'] !== undefined) return null;
  // A session's cookie is who asks, where no key is.
  const credential = headers.authorization ?? headers.cookie;
  if (!credential || !(method === 'POST' ? body : url).includes('documentId')) return null;
  const { accept = '', 'content-type': type = '', 'content-encoding': encoding = '' } = headers;
  const text = `${method} ${url}\n${headers.authorization === undefined ? 'cookie' : 'key'} ${credential}\n${accept}\n${type}\n${encoding}\n${body}`;
  return text.length <= LONGEST_REQUEST ? text : null;
}
