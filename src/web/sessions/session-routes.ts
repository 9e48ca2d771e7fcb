/**
 * `/session`: POST opens one by the token of a personal link, GET says whose it is, DELETE signs out. JSON alone, and what
 * changes something from our own pages alone. The agency's identity provider, once people may sign in by it, ends here
 * too: whoever it vouches for is given a session by the same cookie.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Person } from '../../domain/directory.ts';
import { BY_SECRET, type Session, sessionEnd } from '../../domain/session.ts';
import type { Language } from '../../messages/language.ts';
import { SESSION_TEXTS, type SessionTexts } from '../../messages/session-texts.ts';
import type { Context } from '../../services/context.ts';
import { changeSecret } from '../../services/sessions/change-secret.ts';
import { findOpenSession } from '../../services/sessions/find-open-session.ts';
import { type LinkProblem, openSession } from '../../services/sessions/open-session.ts';
import { readBody } from '../read-body.ts';
import type { HeaderOf, SessionRequests } from './session-requests.ts';

export const SESSION_PATH = '/session';

export type SessionRoutes = {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /**
   * Gives the browser another secret with the answer to `request`, whatever that is, where its own is a day old. What
   * goes wrong is left to the next request.
   */
  readonly renew: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

export type SessionRoutesOptions = {
  readonly context: Context;
  readonly language: Language;
  readonly requests: SessionRequests;
};

/** Of a token in JSON. */
const BODY_LIMIT_BYTES = 1000;
const STATUS: Readonly<Record<LinkProblem, number>> = { UNKNOWN: 404, USED: 410, EXPIRED: 410, GONE: 403 };

export function createSessionRoutes({ context, language, requests }: SessionRoutesOptions): SessionRoutes {
  const looks = createRenewalLooks();

  async function open(request: IncomingMessage, response: ServerResponse, header: HeaderOf): Promise<void> {
    const body = await readBody(request, BODY_LIMIT_BYTES);
    const token = body === null ? null : tokenIn(body);
    if (token === null) return refuse(response, 400, 'BAD_REQUEST', (t) => t.badRequest);
    const opening = await openSession(context, token);
    if (!opening.ok) {
      const { because } = opening;
      return refuse(response, STATUS[because], `LINK_${because}`, (t) => t.link[because]);
    }
    const { session, person, secret } = opening.opened;
    // Whoever was signed in here before is not any more: nobody could sign out of that session later.
    await endBy(requests.secret(header));
    response.setHeader('set-cookie', requests.setCookie(secret, secondsLeft(session)));
    send(response, 200, viewOf(session, person));
  }

  async function show(response: ServerResponse, header: HeaderOf): Promise<void> {
    const credential = requests.credential(header);
    const found = credential === null ? undefined : await findOpenSession(context, credential);
    if (found !== undefined) return send(response, 200, viewOf(found.session, found.person));
    if (credential === null) return refuse(response, 401, 'UNAUTHENTICATED', (t) => t.none);
    refuse(response, 401, 'UNAUTHENTICATED', (t) => t.ended);
  }

  async function close(response: ServerResponse, header: HeaderOf): Promise<void> {
    await endBy(requests.secret(header));
    response.setHeader('set-cookie', requests.setCookie('', 0));
    response.writeHead(204, NOT_KEPT).end();
  }

  async function endBy(secret: string | null): Promise<void> {
    const found = secret === null ? undefined : await findOpenSession(context, `${BY_SECRET}${secret}`);
    if (found) await context.store.endSession(found.session.id, context.realNow().toISOString());
  }

  const viewOf = (session: Session, { key, name, role }: Person) => ({
    key,
    name,
    role,
    until: sessionEnd(session, context.realNow()),
  });

  const secondsLeft = ({ expiresAt }: Session): number =>
    Math.max(0, Math.floor((Date.parse(expiresAt) - context.realNow().getTime()) / 1000));

  function refuse(
    response: ServerResponse,
    status: number,
    code: string,
    say: (texts: SessionTexts) => string,
  ): void {
    const [messageIt, messageEn] = [say(SESSION_TEXTS.it), say(SESSION_TEXTS.en)];
    send(response, status, { code, message: say(SESSION_TEXTS[language]), messageIt, messageEn });
  }

  return {
    async handle(request, response) {
      const header = headerOf(request);
      const { method = 'GET' } = request;
      if (method === 'GET' || method === 'HEAD') {
        await renew(request, response);
        return show(response, header);
      }
      if (method !== 'POST' && method !== 'DELETE') {
        response.setHeader('allow', 'GET, POST, DELETE');
        return refuse(response, 405, 'METHOD_NOT_ALLOWED', (t) => t.methodNotAllowed);
      }
      if (!requests.isOwn(header)) return refuse(response, 403, 'ORIGIN_NOT_ALLOWED', (t) => t.notOwnPage);
      if (method === 'DELETE') return close(response, header);
      if (!/^application\/json *(?:;|$)/i.test(header('content-type') ?? '')) {
        return refuse(response, 415, 'UNSUPPORTED_MEDIA_TYPE', (t) => t.badRequest);
      }
      return open(request, response, header);
    },
    renew: (request, response) => renew(request, response).catch(() => undefined),
  };

  async function renew(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const secret = requests.secret(headerOf(request));
    if (secret === null || !looks.isDue(secret, context.realNow().getTime())) return;
    const found = await findOpenSession(context, `${BY_SECRET}${secret}`);
    const next = found && (await changeSecret(context, found, secret));
    if (next) response.setHeader('set-cookie', requests.setCookie(next, secondsLeft(found.session)));
  }
}

/** Each secret is looked at once in ten minutes: it changes once a day. */
const LOOK_EVERY_MS = 600_000;
const MOST_REMEMBERED = 2000;

function createRenewalLooks() {
  const looked = new Map<string, number>();
  return {
    isDue(secret: string, now: number): boolean {
      const last = looked.get(secret);
      if (last !== undefined && Math.abs(now - last) < LOOK_EVERY_MS) return false;
      looked.delete(secret);
      looked.set(secret, now);
      for (const [oldest] of looked) {
        if (looked.size <= MOST_REMEMBERED) break;
        looked.delete(oldest);
      }
      return true;
    },
  };
}

const headerOf =
  ({ headers }: IncomingMessage): HeaderOf =>
  (name) => {
    const value = headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };

/** Null for what is no `{"token": "…"}`. */
function tokenIn(body: string): string | null {
  try {
    const given: unknown = JSON.parse(body);
    const token: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, 'token') : null;
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}

const NOT_KEPT = { 'cache-control': 'no-store', vary: 'cookie' };

function send(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...NOT_KEPT })
    .end(JSON.stringify(body));
}
