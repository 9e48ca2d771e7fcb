/** The API asked through its fetch handler, without a port, over the real plan in a real database. */
import { readFileSync } from 'node:fs';
import type { Actor } from '../../src/domain/actor.ts';
import {
  createGraphqlHandler,
  type GraphqlHandlerOptions,
} from '../../src/graphql/create-graphql-handler.ts';
import type { Context } from '../../src/services/context.ts';
import { openRealContext, PLANNING } from '../services/real-context.ts';

export type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly text: string;
};

export type Api = {
  readonly context: Context;
  readonly logged: Record<string, unknown>[];
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

export type ApiOptions = Partial<
  Pick<GraphqlHandlerOptions, 'language' | 'playground' | 'newErrorId' | 'authenticate'>
> & {
  readonly actor?: Actor;
  readonly context?: Context;
};

export async function openApi({ actor = PLANNING, context, ...options }: ApiOptions = {}): Promise<Api> {
  const services = context ?? (await openRealContext());
  const logged: Record<string, unknown>[] = [];
  const handler = createGraphqlHandler({
    context: services,
    authenticate: async () => ({ ok: true, caller: { actor, counted: actor.key, introspects: true } }),
    language: 'it',
    playground: null,
    logger: { error: (details, message) => logged.push({ ...details, message }) },
    ...options,
  });
  const fetch = async (path: string, init?: RequestInit): Promise<Response> =>
    handler.fetch(new Request(`http://localhost${path}`, init));
  return {
    context: services,
    logged,
    fetch,
    async ask(query, variables = {}, headers = {}) {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, text, errors: [], ...JSON.parse(text) };
    },
  };
}

export const operation = (name: string): string =>
  readFileSync(new URL(`../../graphql/operations/${name}.graphql`, import.meta.url), 'utf8');
