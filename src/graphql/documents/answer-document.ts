import { randomBytes } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Reader } from '../compiled/create-reader.ts';
import type { KeptAnswer } from '../compiled/kept-answers.ts';
import type { GraphqlContext } from '../context.ts';
import { answerType } from './answer-type.ts';
import { parseDocumentRequest, type RawRequest, withText } from './document-request.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export type DocumentAnswer =
  | {
      readonly kind: 'ANSWERED';
      readonly status: 200 | 304;
      readonly headers: Readonly<Record<string, string>>;
      /** A short one is text: it goes out in one piece with its head. */
      readonly body: Buffer | string | null;
      /** See {@link KeptAnswer}. */
      readonly lasts: boolean;
    }
  | { readonly kind: 'UNKNOWN'; readonly documentId: string }
  | { readonly kind: 'TOO_DEEP' }
  /** Yoga answers: subscriptions, queries with errors, wrong variables, and whatever is not asked for in JSON. */
  | { readonly kind: 'WITH_TEXT'; readonly request: RawRequest };

/** Undefined for a request that names no document. */
export type AnswerDocument = (
  request: RawRequest,
  header: (name: string) => string | null,
  context: GraphqlContext,
) => Promise<DocumentAnswer | undefined>;

export type AnswerDocumentOptions = {
  readonly documents: TrustedDocuments;
  readonly read: Reader;
  /** Of an error what the client is told. */
  readonly maskError: (error: unknown) => Error;
  /** Tells this process' answers from those of another, or of an earlier start. */
  readonly begun?: string;
};

export function createAnswerDocument({
  documents,
  read,
  maskError,
  begun = randomBytes(6).toString('base64url'),
}: AnswerDocumentOptions): AnswerDocument {
  return async (request, header, context) => {
    const asked = parseDocumentRequest(request);
    if (!asked) return undefined;
    if (asked.isTooDeep) return { kind: 'TOO_DEEP' };
    const document = documents.find(asked.documentId);
    if (!document) return { kind: 'UNKNOWN', documentId: asked.documentId };
    const withYoga = (): DocumentAnswer => ({
      kind: 'WITH_TEXT',
      request: withText(request, document.text),
    });
    const type = answerType(header('accept'));
    const operation = type && documents.prepare(document, asked.operationName);
    if (!operation) return withYoga();
    if (operation.kind === 'MUTATION') {
      // By GET it is refused.
      const result = request.method === 'POST' ? await operation.run(asked.variables, context) : undefined;
      return result ? answerOf(printResult(result, maskError), type) : withYoga();
    }
    const key = `${document.id} ${asked.operationName ?? ''}`;
    const { prepared } = operation;
    const answer = await read({ operation: prepared, key, variables: asked.variables, context });
    if (!answer) return withYoga();
    const etag = `"${begun}.${answer.mark}"`;
    const headers = { etag, 'cache-control': 'private, no-cache' };
    const { lasts } = answer;
    if (request.method === 'GET' && isKnown(etag, header('if-none-match'))) {
      return { kind: 'ANSWERED', status: 304, headers, body: null, lasts };
    }
    answer.bytes ??= Buffer.from(`{"data":${answer.text}}`);
    return answerOf(answer.bytes, type, headers, lasts);
  };
}

const answerOf = (
  body: Buffer | string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
  lasts = false,
): DocumentAnswer => ({
  kind: 'ANSWERED',
  status: 200,
  headers: {
    'content-type': `${type}; charset=utf-8`,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  },
  body,
  lasts,
});

/** With its errors, if it has any, as Yoga would give it: an answer with `data` is one, whatever went wrong in it. */
function printResult({ data, errors }: ExecutionResult, maskError: (error: unknown) => Error): string {
  return JSON.stringify(errors ? { errors: errors.map(maskError), data } : { data });
}

/** Weak or strong: it is the same text or it is another one. */
const isKnown = (etag: string, ifNoneMatch: string | null): boolean =>
  ifNoneMatch?.split(',').some((each) => ['*', etag, `W/${etag}`].includes(each.trim())) ?? false;
