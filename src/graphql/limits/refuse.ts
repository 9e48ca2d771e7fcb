import { GraphQLError } from 'graphql';
import type { Language } from '../../messages/language.ts';
import { REQUEST_TEXTS, type RequestTexts } from '../../messages/request-texts.ts';

export type RequestCode =
  | 'TOO_LONG'
  | 'TOO_MANY_TOKENS'
  | 'TOO_DEEP'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_REPEATED_FIELDS'
  | 'FRAGMENT_CYCLE'
  | 'TOO_COSTLY'
  | 'INTROSPECTION_NOT_ALLOWED'
  | 'BAD_REQUEST';

export type RefuseOptions = {
  readonly status?: number;
  /** What else a program may want to know: the limit, and what was given. */
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** A request that is not taken up, with its reason in both languages. */
export function refuseRequest(
  language: Language,
  code: RequestCode,
  say: (texts: RequestTexts) => string,
  { status = 400, facts = {} }: RefuseOptions = {},
): GraphQLError {
  const messages = { messageIt: say(REQUEST_TEXTS.it), messageEn: say(REQUEST_TEXTS.en) };
  return new GraphQLError(say(REQUEST_TEXTS[language]), {
    extensions: { code, ...messages, ...facts, http: { status } },
  });
}

type Changes = {
  readonly message?: string;
  readonly code?: string;
  readonly messageIt?: string;
  readonly messageEn?: string;
  readonly http?: { readonly status: number; readonly spec: boolean };
};

/** The same error, at the same place, in other words or with a code. */
export function withChanges(
  error: GraphQLError,
  { message = error.message, ...more }: Changes,
): GraphQLError {
  const { nodes = null, source = null, positions = null, path = null, extensions } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, ...more },
  });
}
