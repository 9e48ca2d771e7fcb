/** What a request says of the session it belongs to, and whether it comes from the dashboard's own pages. */
import { BY_SECRET, PLAIN_COOKIE, SECURE_COOKIE, secretInCookies } from '../../domain/session.ts';

export type HeaderOf = (name: string) => string | null;

export type SessionRequests = {
  /** The secret in the cookie; null for none. */
  readonly secret: (header: HeaderOf) => string | null;
  /** The same as it stands for the header `Authorization`. */
  readonly credential: (header: HeaderOf) => string | null;
  /** Whether a request that changes something comes from our own page: cookies come along from anybody's. */
  readonly isOwn: (header: HeaderOf) => boolean;
  /** The header `Set-Cookie`. @param seconds how long the browser keeps it; 0 takes it away */
  readonly setCookie: (secret: string, seconds: number) => string;
};

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/;

/** @param dashboardUrl as of the context: known once the server listens */
export function createSessionRequests(dashboardUrl: () => string | null): SessionRequests {
  const isSecure = (): boolean => {
    const url = dashboardUrl();
    if (url === null) return true;
    const { protocol, host } = new URL(url);
    // Browsers hold this machine to be as safe as HTTPS.
    return protocol === 'https:' || LOOPBACK.test(host);
  };
  const cookieName = () => (isSecure() ? SECURE_COOKIE : PLAIN_COOKIE);
  const secret = (header: HeaderOf) => {
    const cookies = header('cookie');
    return cookies === null ? null : secretInCookies(cookies, cookieName());
  };
  return {
    secret,
    credential(header) {
      const found = secret(header);
      return found && `${BY_SECRET}${found}`;
    },
    isOwn(header) {
      const site = header('sec-fetch-site');
      if (site !== null && site !== 'same-origin') return false;
      const origin = header('origin');
      if (origin === null) return false;
      const url = dashboardUrl();
      if (url !== null && origin === new URL(url).origin) return true;
      // This machine has several names: a page of it is ours under the one by which it was opened.
      const host = header('host') ?? '';
      return LOOPBACK.test(host) && origin === `http://${host}`;
    },
    setCookie(value, seconds) {
      const parts = [`${cookieName()}=${value}`, 'Path=/', `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Lax'];
      return [...parts, ...(isSecure() ? ['Secure'] : [])].join('; ');
    },
  };
}
