import { type DocumentNode, GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Language } from '../messages/language.ts';
import type { RequestTexts } from '../messages/request-texts.ts';
import { type DocumentSize, measureDocument } from './limits/measure-document.ts';
import { type RequestCode, refuseRequest } from './limits/refuse.ts';

/**
 * What one request may ask for; what it costs is for `limits/cost-limit.ts`. All of the schema under `plan`, without arguments, is
 * some 700 fields and 9 levels; GraphiQL's introspection has 15 levels.
 */
export const REQUEST_LIMITS = {
  /** Characters. */
  text: 50_000,
  tokens: 2000,
  depth: 15,
  rootFields: 30,
  fields: 2000,
  aliases: 100,
  directives: 50,
  repeated: 200,
} as const;

/** Refuses, before it is validated, what is far larger than any dashboard's query: validating it is work already. */
export const requestLimits = (language: Language): Plugin => {
  const refusals = new WeakMap<DocumentNode, GraphQLError | null>();
  const refusalOf = (document: DocumentNode): GraphQLError | null => {
    const known = refusals.get(document);
    if (known !== undefined) return known;
    const refusal = refuseSize(measureDocument(document, REQUEST_LIMITS.fields), language);
    refusals.set(document, refusal);
    return refusal;
  };
  return {
    onParse({ params, parseFn, setParseFn }) {
      const text = String(params.source);
      if (text.length > REQUEST_LIMITS.text) throw tooLong(text.length, language);
      setParseFn((source: string, options?: object) => {
        try {
          return parseFn(source, { ...options, maxTokens: REQUEST_LIMITS.tokens });
        } catch (error) {
          // Brackets alone, as many as the tokens let through, are more than the stack holds.
          if (!(error instanceof RangeError)) throw error;
          throw refuseRequest(language, 'TOO_DEEP', (texts) => texts.tooDeepToRead);
        }
      });
      // Thrown, not put in the place of the result: Yoga would answer that with 200 to who accepts plain JSON.
      return ({ result }) => {
        if (result instanceof Error) {
          if (isTooManyTokens(result)) throw tooManyTokens(text, language);
        } else if (result) {
          const refusal = refusalOf(result);
          if (refusal) throw refusal;
        }
      };
    },
  };
};

/** graphql-js has no code for it. */
const isTooManyTokens = ({ message }: Error): boolean =>
  /^Syntax Error: Document contains more that/.test(message);

type Say = (texts: RequestTexts) => string;

const refuse = (language: Language, code: RequestCode, say: Say, limit: number, given: number | null) =>
  refuseRequest(language, code, say, { facts: { limit, given } });

const tooLong = (given: number, language: Language): GraphQLError => {
  const limit = REQUEST_LIMITS.text;
  return refuse(language, 'TOO_LONG', (t) => t.tooLong(given, limit), limit, given);
};

const tooManyTokens = (text: string, language: Language): GraphQLError => {
  const limit = REQUEST_LIMITS.tokens;
  const given = countTokens(text);
  return refuse(language, 'TOO_MANY_TOKENS', (t) => t.tooManyTokens(given, limit), limit, given);
};

/** Null where the text goes on with what is no token. */
function countTokens(text: string): number | null {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
    return count;
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

type Measure = {
  readonly of: 'depth' | 'rootFields' | 'fields' | 'aliases' | 'directives' | 'repeated';
  readonly code: RequestCode;
  readonly say: (texts: RequestTexts) => (given: number, limit: number) => string;
};

const MEASURES: readonly Measure[] = [
  { of: 'depth', code: 'TOO_DEEP', say: (t) => t.tooDeep },
  { of: 'rootFields', code: 'TOO_MANY_ROOT_FIELDS', say: (t) => t.tooManyRootFields },
  { of: 'fields', code: 'TOO_MANY_FIELDS', say: (t) => t.tooManyFields },
  { of: 'aliases', code: 'TOO_MANY_ALIASES', say: (t) => t.tooManyAliases },
  { of: 'directives', code: 'TOO_MANY_DIRECTIVES', say: (t) => t.tooManyDirectives },
  { of: 'repeated', code: 'TOO_MANY_REPEATED_FIELDS', say: (t) => t.tooManyRepeatedFields },
];

function refuseSize(size: DocumentSize, language: Language): GraphQLError | null {
  const { cycle } = size;
  if (cycle !== null) return refuseRequest(language, 'FRAGMENT_CYCLE', (t) => t.fragmentCycle(cycle));
  const beyond = MEASURES.find(({ of }) => size[of] > REQUEST_LIMITS[of]);
  if (!beyond) return null;
  const { of, code, say } = beyond;
  const [given, limit] = [size[of], REQUEST_LIMITS[of]];
  return refuse(language, code, (texts) => say(texts)(given, limit), limit, given);
}
