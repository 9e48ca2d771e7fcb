import type { GraphQLSchema } from 'graphql';
import { DOCUMENT_TEXTS } from '../../messages/document-texts.ts';
import type { Language } from '../../messages/language.ts';
import { REQUEST_TEXTS } from '../../messages/request-texts.ts';
import type { Reader } from '../compiled/create-reader.ts';
import type { GraphqlContext } from '../context.ts';
import { type Stopped, stopped } from '../gate.ts';
import { DEEPEST_VALUE } from '../limits/value-depth.ts';
import { createAnswerDocument, type DocumentAnswer } from './answer-document.ts';
import type { RawRequest } from './document-request.ts';
import { createTrustedDocuments } from './trusted-documents.ts';

export type DocumentEdgeOptions = {
  readonly schema: GraphQLSchema;
  readonly reader: Reader;
  readonly language: Language;
  /** What a client is told of an error, which is logged. */
  readonly maskError: (error: unknown) => Error;
  /** The same, as an answer. */
  readonly failed: (error: Error) => Stopped;
};

export type Answered = Extract<DocumentAnswer, { readonly kind: 'ANSWERED' }>;

/** An answer to be sent as it is, or what Yoga is to be asked. */
export type FromDocuments = Answered | ({ readonly kind: 'STOPPED' } & Stopped) | AskYoga;
type AskYoga = {
  readonly kind: 'ASK_YOGA';
  readonly request: RawRequest;
  /** Whether it names a trusted document; the text of one that does not is whatever somebody wrote. */
  readonly isTrusted: boolean;
};

/** Ahead of Yoga: the requests that name a trusted document. */
export function createDocumentEdge({ schema, reader, language, maskError, failed }: DocumentEdgeOptions) {
  const documents = createTrustedDocuments(schema);
  const answer = createAnswerDocument({ documents, read: reader, maskError });
  return async (
    request: RawRequest,
    header: (name: string) => string | null,
    context: GraphqlContext,
  ): Promise<FromDocuments> => {
    try {
      const found = await answer(request, header, context);
      if (found?.kind === 'ANSWERED') return found;
      if (found?.kind === 'UNKNOWN') return { kind: 'STOPPED', ...unknown(found.documentId, language) };
      if (found?.kind === 'TOO_DEEP') return { kind: 'STOPPED', ...tooDeep(language) };
      return { kind: 'ASK_YOGA', request: found?.request ?? request, isTrusted: found !== undefined };
    } catch (error) {
      return { kind: 'STOPPED', ...failed(maskError(error)) };
    }
  };
}

const LONGEST_GIVEN = 100;

function unknown(documentId: string, language: Language): Stopped {
  const given = documentId.slice(0, LONGEST_GIVEN);
  const [messageIt, messageEn] = [DOCUMENT_TEXTS.it.unknown(given), DOCUMENT_TEXTS.en.unknown(given)];
  const message = language === 'it' ? messageIt : messageEn;
  return stopped(400, 'DOCUMENT_UNKNOWN', { message, messageIt, messageEn });
}

/** As of a request with its text. */
function tooDeep(language: Language): Stopped {
  const say = (of: Language) => REQUEST_TEXTS[of].valueTooDeep(DEEPEST_VALUE);
  const said = { message: say(language), messageIt: say('it'), messageEn: say('en') };
  return stopped(400, 'BAD_REQUEST', said, {}, { limit: DEEPEST_VALUE });
}
