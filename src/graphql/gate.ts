/**
 * What stands before every request of the API, whichever way it is answered then: who asks, whether they may read, how
 * often, and whether it comes in a form that no page of another site can make a browser send.
 */
import { may } from '../domain/actor.ts';
import type { Admission, Authenticate, Caller, NotAdmitted } from '../domain/caller.ts';
import { API_TEXTS, type ApiTexts } from '../messages/api-texts.ts';
import type { Language } from '../messages/language.ts';
import { REQUEST_TEXTS, type RequestTexts } from '../messages/request-texts.ts';
import { SESSION_TEXTS } from '../messages/session-texts.ts';
import { createCors } from './cors.ts';
import { createUnknownKeys } from './limits/unknown-keys.ts';
import { refusalError } from './refusal-error.ts';
import { type Allowance, createRequestsPerMinute } from './requests-per-minute.ts';

export const GRAPHQL_PATH = '/graphql';

export type GateRequest = {
  readonly method: string;
  /** As it was sent, without what follows `?`. */
  readonly path: string;
  /** Null where the request has none; `name` in small letters. */
  readonly header: (name: string) => string | null;
  /** Of whoever is connected, which may be a proxy. */
  readonly address: string;
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

export type Gate = {
  readonly pass: (request: GateRequest) => Promise<Passed | Stopped>;
  /**
   * The headers for the same request of somebody who has passed a moment ago; null when it is one too many, which
   * `pass` then says.
   */
  readonly again: (caller: Caller) => Passed['headers'] | null;
};

export type SessionCookies = {
  /** What stands for the header `Authorization`; null where no session comes with the request. */
  readonly credential: (header: GateRequest['header']) => string | null;
  /** Whether it comes from the dashboard's own pages: browsers send cookies along with anybody's. */
  readonly isOwn: (header: GateRequest['header']) => boolean;
};

export type GateOptions = {
  readonly authenticate: Authenticate;
  /** The sessions of people at the dashboard; left out where there are none. */
  readonly sessions?: SessionCookies;
  readonly language: Language;
  /** Of one caller. */
  readonly requestsPerMinute: number;
  /** Of pages that may read what is answered. */
  readonly corsOrigins: readonly string[];
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Any number of 32 bits that whoever asks does not know. */
  readonly seed: number;
};

/** @returns what lets a request through with who sends it, or answers in the place of the API. */
export function createGate(options: GateOptions): Gate {
  const { authenticate, sessions, language, now } = options;
  const cors = createCors(options.corsOrigins);
  const requests = createRequestsPerMinute(options.requestsPerMinute, now);
  const unknownKeys = createUnknownKeys(now, options.seed);
  const policy = `"minute";q=${requests.limit};w=60`;

  async function admit(request: GateRequest): Promise<Admission | Stopped> {
    const authorization = request.header('authorization') ?? sessions?.credential(request.header) ?? null;
    if (authorization === null) return authenticate(null);
    const isByCookie = request.header('authorization') === null;
    if (isByCookie && request.method === 'POST' && !sessions?.isOwn(request.header)) {
      return stopped(
        403,
        'ORIGIN_NOT_ALLOWED',
        inBoth(SESSION_TEXTS, language, (t) => t.notOwnPage),
      );
    }
    const held = unknownKeys.try(authorization, request.address);
    if (held) {
      const { backInSeconds: seconds } = held;
      return tooMany(language, (texts) => texts.tooManyUnknownKeys(seconds), { seconds });
    }
    const admission = await authenticate(authorization);
    if (admission.ok || WAS_KEY.has(admission.because)) unknownKeys.wasKey(authorization);
    if (admission.ok || !isByCookie || request.method !== 'GET') return admission;
    // Whoever was signed in may read on what anybody may; what they send is not taken, and they are told why.
    const asAnybody = await authenticate(null);
    return asAnybody.ok ? asAnybody : admission;
  }

  async function pass(request: GateRequest): Promise<Passed | Stopped> {
    const unfit = refuseForm(request, language);
    if (unfit) return unfit;
    const admission = await admit(request);
    if (!admission.ok) return 'status' in admission ? admission : notAdmitted(admission.because, language);
    const caller = countedApart(admission.caller, request.address);
    if (!may(caller.actor, 'READ')) return mayNotRead(caller, language);
    const allowance = requests.take(caller.counted);
    const headers = { 'ratelimit-policy': policy, ratelimit: rateLimit(allowance) };
    if (allowance.allowed) return { ok: true, caller, headers };
    const { backInSeconds: seconds } = allowance;
    const facts = { limit: requests.limit, seconds };
    return withHeaders(
      tooMany(language, (texts) => texts.tooManyRequests(requests.limit, seconds), facts),
      headers,
    );
  }

  return {
    async pass(request) {
      const origin = request.header('origin');
      if (request.method === 'OPTIONS') {
        return { ok: false, status: 204, headers: { allow: METHODS, ...cors.preflight(origin) }, body: null };
      }
      return withHeaders(await pass(request), cors.answer(origin));
    },
    again({ counted }) {
      const allowance = requests.take(counted);
      if (!allowance.allowed) return null;
      return { 'ratelimit-policy': policy, ratelimit: rateLimit(allowance), ...cors.answer(null) };
    },
  };
}

/** One of the public must not use up what all of them may ask. */
const countedApart = (caller: Caller, address: string): Caller =>
  caller.isPublic ? { ...caller, counted: `${caller.counted}:${address}` } : caller;

const WAS_KEY: ReadonlySet<NotAdmitted> = new Set(['EXPIRED', 'REVOKED']);

const METHODS = 'GET, POST, OPTIONS';

const withHeaders = <T extends Passed | Stopped>(
  answer: T,
  headers: Readonly<Record<string, string>>,
): T => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});

/** As draft-ietf-httpapi-ratelimit-headers has it since its eighth version: `r` are left, some come back after `t` seconds. */
const rateLimit = ({ left, backInSeconds }: Allowance): string => `"minute";r=${left};t=${backInSeconds}`;

/** What is wrong with a request whoever sends it, before it is known who does. */
function refuseForm({ method, path, header }: GateRequest, language: Language): Stopped | null {
  if (!HOST.test(header('host') ?? '')) {
    return stopped(
      400,
      'BAD_REQUEST',
      sayRequest(language, (texts) => texts.hostInvalid),
    );
  }
  if (path !== GRAPHQL_PATH && path !== `${GRAPHQL_PATH}/`) {
    return stopped(
      404,
      'NOT_FOUND',
      sayRequest(language, (texts) => texts.noSuchPath),
    );
  }
  if (method !== 'GET' && method !== 'POST') {
    const said = sayRequest(language, (texts) => texts.methodNotAllowed(method));
    return stopped(405, 'METHOD_NOT_ALLOWED', said, { allow: METHODS });
  }
  if (method === 'POST' && !isJson(header('content-type'), header('content-encoding'))) {
    return stopped(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      sayApi(language, (texts) => texts.onlyJson),
    );
  }
  if (!takesAnswer(header('accept'))) {
    return stopped(
      406,
      'NOT_ACCEPTABLE',
      sayRequest(language, (texts) => texts.notAcceptable),
    );
  }
  return null;
}

/** The address of a request is put together with it: one that is no host would make no address. */
const HOST = /^(?:[\w.-]*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * A page of another site can make a browser send a form or plain text here, but not JSON without asking first: so a
 * POST that is not JSON is refused before it is read. JSON is UTF-8, and not compressed: its length is limited.
 */
function isJson(contentType: string | null, encoding: string | null): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  return (
    type?.trim() === 'application/json' &&
    (charset === undefined || /^charset="?utf-?8"?$/.test(charset)) &&
    (encoding ?? 'identity') === 'identity'
  );
}

/** In one of the forms in which the API answers: JSON, or events. */
const takesAnswer = (accept: string | null): boolean =>
  accept === null ||
  accept.trim() === '' ||
  accept
    .toLowerCase()
    .split(',')
    .some((each) => {
      const [type = '', ...parameters] = each.split(';').map((part) => part.trim());
      const inUtf8 = parameters.every((part) => !part.startsWith('charset=') || part === 'charset=utf-8');
      return inUtf8 && ANSWERS.has(type);
    });

const ANSWERS: ReadonlySet<string> = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/graphql-response+json',
  'text/*',
  'text/event-stream',
  'multipart/*',
  'multipart/mixed',
]);

type Said = { readonly message: string; readonly messageIt: string; readonly messageEn: string };

const inBoth = <T>(
  texts: Readonly<Record<Language, T>>,
  language: Language,
  say: (of: T) => string,
): Said => ({
  message: say(texts[language]),
  messageIt: say(texts.it),
  messageEn: say(texts.en),
});

const sayRequest = (language: Language, say: (texts: RequestTexts) => string): Said =>
  inBoth(REQUEST_TEXTS, language, say);
const sayApi = (language: Language, say: (texts: ApiTexts) => string): Said =>
  inBoth(API_TEXTS, language, say);

/** For whoever was not let in. */
export function notAdmitted(because: NotAdmitted, language: Language): Stopped {
  const said = sayRequest(language, (texts) => texts.notAdmitted[because]);
  return because === 'UNAVAILABLE'
    ? stopped(503, 'IDENTITY_UNAVAILABLE', said, { 'retry-after': '5' })
    : stopped(401, 'UNAUTHENTICATED', said, { 'www-authenticate': 'Bearer realm="arti"' });
}

function mayNotRead({ actor: { role } }: Caller, language: Language): Stopped {
  const error = refusalError({ code: 'ROLE_MAY_NOT', role, permission: 'READ' }, language);
  return { ok: false, status: 403, headers: {}, body: { errors: [error] } };
}

function tooMany(
  language: Language,
  say: (texts: RequestTexts) => string,
  facts: { readonly seconds: number; readonly limit?: number },
): Stopped {
  const headers = { 'retry-after': String(facts.seconds) };
  const { seconds: retryAfterSeconds, ...others } = facts;
  return stopped(429, 'TOO_MANY_REQUESTS', sayRequest(language, say), headers, {
    ...others,
    retryAfterSeconds,
  });
}

export function stopped(
  status: number,
  code: string,
  { message, ...messages }: Said,
  headers: Readonly<Record<string, string>> = {},
  facts: Readonly<Record<string, unknown>> = {},
): Stopped {
  return {
    ok: false,
    status,
    headers,
    body: { errors: [{ message, extensions: { code, ...messages, ...facts } }] },
  };
}
