/**
 * The dashboards' own queries, which ship with the product: a client names one by the SHA-256 of its text, and neither
 * sends it nor waits until it is parsed, validated and counted.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { type PreparedOperation, prepareOperation } from '../compiled/prepare-operation.ts';
import { type PreparedMutation, prepareMutation } from './prepare-mutation.ts';

export type TrustedDocument = {
  /** `sha256:` and the hash of the exact text, in small hexadecimal. */
  readonly id: string;
  /** Of its file, without the ending. */
  readonly name: string;
  readonly text: string;
};

const DIRECTORY = new URL('../../../graphql/operations/', import.meta.url);
const ENDING = '.graphql';

export const documentId = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** By name. */
export const readTrustedDocuments = (directory = DIRECTORY): readonly TrustedDocument[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith(ENDING))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, directory), 'utf8');
      return { id: documentId(text), name: file.slice(0, -ENDING.length), text };
    });

/** What clients are built with: the id of each document by its name. */
export const trustedDocumentsManifest = (): string =>
  `${JSON.stringify(Object.fromEntries(readTrustedDocuments().map(({ name, id }) => [name, id])), null, 2)}\n`;

/** One of the operations of a document. */
export type TrustedOperation =
  | { readonly kind: 'QUERY'; readonly prepared: PreparedOperation }
  | { readonly kind: 'MUTATION'; readonly run: PreparedMutation };

export type TrustedDocuments = {
  readonly find: (id: string) => TrustedDocument | undefined;
  /** Undefined for what is neither query nor mutation; made when it is first asked for. */
  readonly prepare: (document: TrustedDocument, operationName: string | null) => TrustedOperation | undefined;
};

export function createTrustedDocuments(schema: GraphQLSchema): TrustedDocuments {
  const byId = new Map(readTrustedDocuments().map((each) => [each.id, each]));
  const prepared = new Map<string, TrustedOperation>();
  return {
    find: (id) => byId.get(id),
    prepare(document, operationName) {
      const key = `${document.id} ${operationName ?? ''}`;
      const known = prepared.get(key);
      if (known) return known;
      const operation = prepareEither(schema, parse(document.text), operationName);
      // Of names that no document has, one could send as many as one likes.
      if (operation) prepared.set(key, operation);
      return operation;
    },
  };
}

function prepareEither(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): TrustedOperation | undefined {
  const query = prepareOperation(schema, document, operationName);
  if (query) return { kind: 'QUERY', prepared: query };
  const mutation = prepareMutation(schema, document, operationName);
  return mutation && { kind: 'MUTATION', run: mutation };
}
