/**
 * What stands before every request of the API, whichever way it is answered then: who asks, whether they may read, and
 * whether it comes in a form that no page of another site can make a browser send.
 */
import { may } from '../domain/actor.ts';
import type { Authenticate, Caller, NotAdmitted } from '../domain/caller.ts';
import { API_TEXTS } from '../messages/api-texts.ts';
import type { Language } from '../messages/language.ts';
import { REQUEST_TEXTS } from '../messages/request-texts.ts';
import { refusalError } from './refusal-error.ts';

export type GateRequest = {
  readonly method: string;
  /** Null where the request has none; `name` in small letters. */
  readonly header: (name: string) => string | null;
};

export type Passed = {
  readonly ok: true;
  readonly caller: Caller;
  /** To be sent with the answer, whatever it is. */
  readonly headers: Readonly<Record<string, string>>;
};

export type Stopped = {
  readonly ok: false;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; null for an answer without a body. */
  readonly body: object | null;
};

export type Gate = (request: GateRequest) => Promise<Passed | Stopped>;

export type GateOptions = { readonly authenticate: Authenticate; readonly language: Language };

/** @returns what lets a request through with who sends it, or answers in the place of the API. */
export function createGate({ authenticate, language }: GateOptions): Gate {
  return async (request) => {
    if (request.method === 'POST' && !isJson(request.header('content-type'))) {
      return stopped(415, 'UNSUPPORTED_MEDIA_TYPE', API_TEXTS[language].onlyJson);
    }
    const admission = await authenticate(request.header('authorization'));
    if (!admission.ok) return notAdmitted(admission.because, language);
    const { caller } = admission;
    if (may(caller.actor, 'READ')) return { ok: true, caller, headers: {} };
    const { role } = caller.actor;
    const error = refusalError({ code: 'ROLE_MAY_NOT', role, permission: 'READ' }, language);
    return { ok: false, status: 403, headers: {}, body: { errors: [error] } };
  };
}

/**
 * A page of another site can make a browser send a form or plain text here, but not JSON without asking first: so a
 * POST that is not JSON is refused before it is read.
 */
const isJson = (contentType: string | null): boolean =>
  contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';

const notAdmitted = (because: NotAdmitted, language: Language): Stopped =>
  stopped(401, 'UNAUTHENTICATED', REQUEST_TEXTS[language].notAdmitted[because], {
    'www-authenticate': 'Bearer realm="arti"',
  });

const stopped = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Stopped => ({ ok: false, status, headers, body: { errors: [{ message, extensions: { code } }] } });
