/**
 * Stands before what Bolt posts to a `response_url`. Bolt posts to whatever address a payload names; the payload is
 * signed, but an address is no reason to send the plan's figures anywhere but to Slack. Slack's rules besides: an
 * address takes five answers within half an hour of the request that brought it.
 */
import type { FetchFunction } from '@slack/web-api';
import type { Logger } from '../environment.ts';

/** Of Slack, and of its service for public bodies. Both answer by HTTPS alone. */
const SLACK_ORIGINS: readonly string[] = ['https://hooks.slack.com', 'https://hooks.slack-gov.com'];

const USES = 5;
const LIFE_MS = 30 * 60_000;
const TIMEOUT_MS = 10_000;

/** The answer was not posted: the address is not Slack's, or takes no more answers. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
}

export type ResponseUrls = {
  /** A request brought this address. */
  received(url: string): void;
  /** Posts to an address that was received. @throws ResponseRefused */
  readonly fetch: FetchFunction;
};

/**
 * @param peer base of the Web API where it is not Slack's own: its origin is where the workspace answers
 * @param now milliseconds of the real clock
 */
export function createResponseUrls(
  peer: string | null,
  logger: Logger,
  now: () => number = Date.now,
): ResponseUrls {
  const origins = peer === null ? SLACK_ORIGINS : [new URL(peer).origin];
  const known = new Map<string, { readonly at: number; readonly uses: number }>();

  function forgetOld(): void {
    for (const [address, { at }] of known) {
      if (now() - at <= LIFE_MS) break;
      known.delete(address);
    }
  }

  function reasonAgainst(url: URL | null): string | null {
    if (url === null || url.username !== '' || url.password !== '' || !origins.includes(url.origin)) {
      return 'not an address of Slack’s';
    }
    const address = known.get(url.href);
    if (address === undefined) return 'not received in the last half hour';
    return address.uses < USES ? null : `answered ${USES} times already`;
  }

  return {
    received(given) {
      forgetOld();
      const url = parseUrl(given);
      if (url !== null && !known.has(url.href)) known.set(url.href, { at: now(), uses: 0 });
    },
    async fetch(given, init) {
      forgetOld();
      const url = parseUrl(given);
      const reason = reasonAgainst(url);
      if (url === null || reason !== null) {
        // Without the path, which is a secret of its own.
        logger.warn({ origin: url?.origin, reason }, 'an answer to a response_url was refused');
        throw new ResponseRefused(`${reason}: ${url?.origin}`);
      }
      const { at, uses } = known.get(url.href) ?? { at: now(), uses: 0 };
      known.set(url.href, { at, uses: uses + 1 });
      // A redirect would lead away from the address that was checked.
      return fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    },
  };
}

function parseUrl(given: string | URL): URL | null {
  try {
    return new URL(given);
  } catch {
    return null;
  }
}
