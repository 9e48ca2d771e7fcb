import { isTooDeep } from '../limits/value-depth.ts';

/** A request that names a trusted document in the place of a query. */
export type DocumentRequest = {
  readonly documentId: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its values can't be printed: nothing is done with them. */
  readonly isTooDeep: boolean;
};

/** What a request is made of, whatever brought it. `url` may be without its host. */
export type RawRequest = { readonly method: string; readonly url: string; readonly body: string | undefined };

/**
 * Undefined for any other request, and for one that is not right in itself: Yoga reads it then, and says what is wrong
 * with it.
 */
export function parseDocumentRequest({ method, url, body }: RawRequest): DocumentRequest | undefined {
  if (method === 'POST') return body?.includes('"documentId"') ? ofParams(parseJson(body)) : undefined;
  if (method !== 'GET' || !url.includes('documentId=')) return undefined;
  const params = new URLSearchParams(url.slice(url.indexOf('?') + 1));
  const variables = params.get('variables');
  return ofParams({
    ...Object.fromEntries(params),
    variables: variables === null || variables === '' ? null : parseJson(variables),
  });
}

/** The same request, with the text of the document: what Yoga answers. */
export function withText({ method, url, body }: RawRequest, text: string): RawRequest {
  if (method === 'POST') {
    const { documentId: _, ...params } = parseJson(body ?? '') as Record<string, unknown>;
    return { method, url, body: JSON.stringify({ ...params, query: text }) };
  }
  const start = url.indexOf('?');
  const params = new URLSearchParams(url.slice(start + 1));
  params.delete('documentId');
  params.set('query', text);
  return { method, url: `${url.slice(0, start)}?${params}`, body };
}

const PARAMETERS: ReadonlySet<string> = new Set(['documentId', 'operationName', 'variables', 'extensions']);

function ofParams(params: unknown): DocumentRequest | undefined {
  if (!isRecord(params) || !Object.keys(params).every((name) => PARAMETERS.has(name))) return undefined;
  const { documentId, operationName = null, variables = null, extensions } = params;
  if (typeof documentId !== 'string') return undefined;
  if (operationName !== null && typeof operationName !== 'string') return undefined;
  if (variables !== null && !isRecord(variables)) return undefined;
  return {
    documentId,
    operationName: operationName || null,
    variables: variables ?? {},
    isTooDeep: isTooDeep(variables) || isTooDeep(extensions),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
