import { randomUUID } from 'node:crypto';
import { createYoga, type GraphiQLOptions, type YogaServerInstance } from 'graphql-yoga';
import type { Language } from '../messages/language.ts';
import type { Context } from '../services/context.ts';
import type { GraphqlContext } from './context.ts';
import { createErrorMask, type ErrorLogger } from './mask-errors.ts';
import { onlyJson } from './only-json.ts';
import { type ActorFor, onlyKnown } from './only-known.ts';
import { requestLimits } from './request-limits.ts';
import { schema } from './schema.ts';

export const GRAPHQL_PATH = '/graphql';

/** What GraphiQL opens on: something to run at once. */
const FIRST_QUERY = `{
  plan(year: 2020, asOf: "2020-09-30", baseline: 1) {
    progress { percent coverage planned { byDeadline linear } }
    goals { code title weightBps progress { percent health } }
    structures { code name progress { percent coverage } }
  }
}
`;

export type GraphqlHandlerOptions = {
  readonly context: Context;
  /** Who asks; null for who is not let in. */
  readonly actorFor: ActorFor;
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
  const known = onlyKnown(options.actorFor, language);
  return createYoga<Record<string, unknown>, GraphqlContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: ({ request }) => ({ services: context, actor: known.actorOf(request), language }),
    graphiql: graphiql === null ? false : { title: 'ARTI · GraphQL', defaultQuery: FIRST_QUERY },
    ...(graphiql && { renderGraphiQL: graphiql }),
    maskedErrors: { maskError: createErrorMask(language, logger, newErrorId) },
    plugins: [known.plugin, onlyJson(language), requestLimits(language)],
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    logging: false,
  });
}
