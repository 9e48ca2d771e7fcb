import { randomBytes } from 'node:crypto';
import type { Reader } from '../compiled/create-reader.ts';
import type { KeptAnswer } from '../compiled/kept-answers.ts';
import type { GraphqlContext } from '../context.ts';
import { answerType } from './answer-type.ts';
import { type DocumentRequest, parseDocumentRequest, type RawRequest, withText } from './document-request.ts';
import type { TrustedDocument, TrustedDocuments } from './trusted-documents.ts';

export type DocumentAnswer =
  | {
      readonly kind: 'ANSWERED';
      readonly status: 200 | 304;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer | null;
      /** See {@link KeptAnswer}. */
      readonly lasts: boolean;
    }
  | { readonly kind: 'UNKNOWN'; readonly documentId: string }
  | { readonly kind: 'TOO_DEEP' }
  /** Yoga answers: mutations, subscriptions, errors, and whatever is not asked for in JSON. */
  | { readonly kind: 'WITH_TEXT'; readonly request: RawRequest };

/** Undefined for a request that names no document. */
export type AnswerDocument = (
  request: RawRequest,
  header: (name: string) => string | null,
  context: GraphqlContext,
) => Promise<DocumentAnswer | undefined>;

/** @param begun tells this process' answers from those of another, or of an earlier start */
export function createAnswerDocument(
  documents: TrustedDocuments,
  read: Reader,
  begun = randomBytes(6).toString('base64url'),
): AnswerDocument {
  async function answerOf(
    asked: DocumentRequest,
    document: TrustedDocument,
    context: GraphqlContext,
  ): Promise<KeptAnswer | undefined> {
    const operation = documents.prepare(document, asked.operationName);
    if (!operation) return undefined;
    const key = `${document.id} ${asked.operationName ?? ''}`;
    return read({ operation, key, variables: asked.variables, context });
  }

  return async (request, header, context) => {
    const asked = parseDocumentRequest(request);
    if (!asked) return undefined;
    if (asked.isTooDeep) return { kind: 'TOO_DEEP' };
    const document = documents.find(asked.documentId);
    if (!document) return { kind: 'UNKNOWN', documentId: asked.documentId };
    const type = answerType(header('accept'));
    const answer = type === undefined ? undefined : await answerOf(asked, document, context);
    if (!answer) return { kind: 'WITH_TEXT', request: withText(request, document.text) };
    const etag = `"${begun}.${answer.mark}"`;
    const headers = { etag, 'cache-control': 'private, no-cache' };
    if (request.method === 'GET' && isKnown(etag, header('if-none-match'))) {
      return { kind: 'ANSWERED', status: 304, headers, body: null, lasts: answer.lasts };
    }
    answer.bytes ??= Buffer.from(`{"data":${answer.text}}`);
    const content = {
      'content-type': `${type}; charset=utf-8`,
      'content-length': String(answer.bytes.length),
    };
    return {
      kind: 'ANSWERED',
      status: 200,
      headers: { ...content, ...headers },
      body: answer.bytes,
      lasts: answer.lasts,
    };
  };
}

/** Weak or strong: it is the same text or it is another one. */
const isKnown = (etag: string, ifNoneMatch: string | null): boolean =>
  ifNoneMatch?.split(',').some((each) => ['*', etag, `W/${etag}`].includes(each.trim())) ?? false;
