/** What the contestants are asked over GraphQL. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { postRequest } from '../measure/connection.ts';
import type { Answer } from '../measure/read-answer.ts';
import { askOnce, KEY } from './arena.ts';

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json',
  authorization: `Bearer ${KEY}`,
} as const;

export const operation = (name: string): string =>
  readFileSync(new URL(`../../graphql/operations/${name}.graphql`, import.meta.url), 'utf8');

export const graphqlRequest = (body: object): Buffer =>
  postRequest('/graphql', JSON.stringify(body), HEADERS);

/** By its text, as any program may. */
export const freely = (query: string, variables: object = {}): Buffer => graphqlRequest({ query, variables });

/** By its hash: a document that the product ships. */
export const byHash = (query: string, variables: object = {}): Buffer =>
  graphqlRequest({ documentId: `sha256:${createHash('sha256').update(query).digest('hex')}`, variables });

export const isData = ({ status, body }: Answer): boolean => status === 200 && body.startsWith('{"data":{');

/** Whether the product knows the document. A mutation is then refused for its missing input, and changes nothing. */
export async function knowsByHash(address: string, query: string): Promise<boolean> {
  const { body } = await askOnce({ address, next: () => byHash(query) });
  return !body.includes('DOCUMENT_UNKNOWN');
}
