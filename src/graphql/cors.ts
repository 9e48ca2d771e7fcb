/**
 * Which pages of other sites may read what the API answers: those of the origins that the operator named, none by default.
 * The dashboard on the product's own address needs no leave. No cookie is ever looked at, so no credentials are allowed.
 */

/** Seconds for which a browser need not ask again; the longest that all of them keep. */
const PREFLIGHT_SECONDS = 7200;

const LEAVE = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, if-none-match, last-event-id',
  'access-control-max-age': String(PREFLIGHT_SECONDS),
} as const;

const SHOWN = 'etag, ratelimit, ratelimit-policy, retry-after, www-authenticate';

type Headers = Readonly<Record<string, string>>;

export type Cors = {
  /** Of an answer to a request of `origin`, null where it names none. */
  readonly answer: (origin: string | null) => Headers;
  /** Of the answer to what a browser asks before it sends a request. */
  readonly preflight: (origin: string | null) => Headers;
};

/** @param origins exact, as browsers send them: `https://cruscotto.example.it` */
export function createCors(origins: readonly string[]): Cors {
  const allowed = new Set(origins);
  // What is kept of an answer for one origin is not to be given to another; without a list all get the same.
  const vary: Headers = allowed.size > 0 ? { vary: 'Origin' } : {};
  const isAllowed = (origin: string | null): origin is string => origin !== null && allowed.has(origin);
  return {
    answer: (origin) =>
      isAllowed(origin)
        ? { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': SHOWN }
        : vary,
    preflight: (origin) =>
      isAllowed(origin) ? { ...vary, 'access-control-allow-origin': origin, ...LEAVE } : vary,
  };
}
