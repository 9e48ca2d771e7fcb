import { randomUUID } from 'node:crypto';
import { createYoga, type GraphiQLOptions, type YogaServerInstance } from 'graphql-yoga';
import type { Actor } from '../domain/actor.ts';
import type { Language } from '../messages/language.ts';
import type { Context } from '../services/context.ts';
import type { GraphqlContext } from './context.ts';
import { createErrorMask, type ErrorLogger } from './mask-errors.ts';
import { onlyJson } from './only-json.ts';
import { schema } from './schema.ts';

export const GRAPHQL_PATH = '/graphql';

export type GraphqlHandlerOptions = {
  readonly context: Context;
  /** Who asks. What it throws as a GraphQLError reaches the client. */
  readonly actorFor: (request: Request) => Actor | Promise<Actor>;
  readonly language: Language;
  /**
   * Makes the GraphiQL page, or null for none. To be given rather than Yoga's own, which loads its code from
   * another host.
   */
  readonly graphiql: ((options: GraphiQLOptions) => string | Promise<string>) | null;
  readonly logger: ErrorLogger;
  readonly newErrorId?: () => string;
};

export type GraphqlHandler = YogaServerInstance<Record<string, unknown>, GraphqlContext>;

/** The API as a fetch handler and a Node request listener at once. */
export function createGraphqlHandler(options: GraphqlHandlerOptions): GraphqlHandler {
  const { context, language, graphiql, logger, newErrorId = randomUUID } = options;
  return createYoga<Record<string, unknown>, GraphqlContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: async ({ request }) => ({
      services: context,
      actor: await options.actorFor(request),
      language,
    }),
    graphiql: graphiql === null ? false : { title: 'ARTI · GraphQL' },
    ...(graphiql && { renderGraphiQL: graphiql }),
    maskedErrors: { maskError: createErrorMask(language, logger, newErrorId) },
    plugins: [onlyJson(language)],
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    logging: false,
  });
}
