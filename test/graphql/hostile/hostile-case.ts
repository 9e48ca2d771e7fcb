/** What somebody who means harm may send, and what they are to be answered. */

export type Key = 'reader' | 'office' | 'bound' | 'expired' | 'revoked' | 'unknown';

/** An ordinary request: whatever `node:http` lets a client send. */
export type HttpRequest = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Whose key goes along; null for none. Left out, that of a reader. */
  readonly key?: Key | null;
};

export type HostileCase = {
  readonly family: string;
  readonly why: string;
  readonly request:
    | HttpRequest
    /** Bytes on a socket as they are; `{reader}` in them is the reader's key. */
    | { readonly raw: string | Buffer };
  /** The code of the first error; ANSWERED where there is none; left out where either will do. */
  readonly code?: string;
  /** The status, where it has to be this one. */
  readonly status?: number;
};

const JSON_TYPE = { 'content-type': 'application/json' };

type Asked = {
  readonly why: string;
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly key?: Key | null;
  readonly code?: string;
  readonly status?: number;
};

/** A query by POST, in the form in which it should come. */
export function asked({ why, key, code, status, ...parameters }: Asked): Omit<HostileCase, 'family'> {
  return {
    why,
    request: {
      method: 'POST',
      headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' },
      body: JSON.stringify(parameters),
      ...(key !== undefined && { key }),
    },
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
  };
}

/** A body of JSON as it is written here, whether or not it is any. */
export const posted = (
  why: string,
  body: string | Buffer,
  code?: string,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): Omit<HostileCase, 'family'> => ({
  why,
  request: { method: 'POST', headers, body },
  ...(code !== undefined && { code }),
});

export const family = (name: string, cases: readonly Omit<HostileCase, 'family'>[]): readonly HostileCase[] =>
  cases.map((each) => ({ family: name, ...each }));

export const repeat = (count: number, each: (index: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(between);

export const nest = (count: number, open: string, inner: string, close: string): string =>
  `${open.repeat(count)}${inner}${close.repeat(count)}`;
