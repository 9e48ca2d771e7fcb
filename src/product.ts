/** The product as one process: every part made, joined, started, and stopped in the right order. */
import { timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { OPERATOR, openContext } from './compose.ts';
import type { Config } from './config.ts';
import type { Actor } from './domain/actor.ts';
import { createGraphqlHandler } from './graphql/create-graphql-handler.ts';
import { createLocalMode } from './local-mode.ts';
import { formatLongDay } from './messages/format.ts';
import { type Delivery, startDelivery } from './scheduler/deliver.ts';
import { createSlackApp, SLACK_PATH } from './slack/app.ts';
import { StartError } from './start-error.ts';
import { closeServer, createWebServer, listen } from './web/server.ts';

export type Product = {
  readonly address: string;
  /** Says on the terminal where to go. */
  announce(): void;
  stop(): Promise<void>;
};

/** How long running requests may take to end once the product stops. */
const STOP_GRACE_MS = 5000;

/** Programs that come with the operator's key, and in local mode everybody, act for the planning office. */
const API_ACTOR: Actor = { ...OPERATOR, key: 'api' };

export async function startProduct(config: Config, logger: Logger): Promise<Product> {
  let delivery: Delivery | null = null;
  let address = '';
  let serving = false;
  const context = await openContext(config, { seed: true, wakeDelivery: () => delivery?.wake() });
  const local =
    config.slack === null
      ? await createLocalMode(
          config,
          context,
          () => address,
          (level, message, details) => logger[level]({ part: 'workspace', ...details }, message),
        )
      : null;
  const slackConfig = config.slack ?? local?.slack;
  if (!slackConfig) throw new Error('neither Slack nor the local workspace is configured');
  const graphql = createGraphqlHandler({
    context,
    language: config.language,
    logger,
    // Nine megabytes that only who opens the page needs.
    graphiql: local
      ? async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options)
      : null,
    actorFor: (request) => authenticate(config, request),
  });
  const server = createWebServer({
    ready: async () => {
      if (serving) await context.store.ping();
      return serving;
    },
    graphql: async (request, response) => {
      await graphql.handle(request, response);
    },
    slack: (request, response) => slack.handle(request, response),
    workspace: local ? local.workspace.handle : null,
    slackPath: SLACK_PATH,
    onError: (err, errorId, request) => logger.error({ err, errorId, url: request.url }, 'a request failed'),
  });
  // The local workspace is reached at the product's own address, so the server listens before the bot starts.
  address = await listen(server, config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`PORT=${config.port}, HOST=${config.host}: ${error.code ?? error.message}`, {
      cause: error,
    });
  });
  const slack = createSlackApp({
    context,
    language: config.language,
    ...slackConfig,
    apiUrl: local ? local.apiUrl() : null,
    logger,
  });
  await slack.start().catch(async (error: Error) => {
    await closeServer(server, 0);
    throw new StartError(`Slack: ${error.message}`, { cause: error });
  });
  delivery = startDelivery(context, slack.deliver, (err) =>
    logger.error({ err }, 'the delivery loop failed'),
  );
  delivery.wake();
  serving = true;
  return {
    address,
    announce: () => announce(config, address, context.clock.today(), logger),
    async stop() {
      serving = false;
      await slack.stop();
      await delivery?.stop();
      await local?.workspace.close();
      await closeServer(server, STOP_GRACE_MS);
      await context.store.close();
    },
  };
}

/** Outside local mode the API takes the operator's key alone; in local mode it asks for none. */
function authenticate(config: Config, request: Request): Actor {
  if (config.slack === null) return API_ACTOR;
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (given !== undefined && config.adminKey !== null && sameText(given, config.adminKey)) return API_ACTOR;
  throw new GraphQLError(
    'Serve una chiave: Authorization: Bearer … / A key is needed: Authorization: Bearer …',
    { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } },
  );
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

function announce(
  config: Config,
  address: string,
  today: Parameters<typeof formatLongDay>[0],
  logger: Logger,
): void {
  logger.info({ address, database: config.databaseFile, today }, 'ARTI serves');
  const day = formatLongDay(today, config.language);
  const lines =
    config.slack === null
      ? config.language === 'it'
        ? [
            `Area di lavoro locale: ${address}/workspace/`,
            `API GraphQL:            ${address}/graphql`,
            `Oggi è ${day} (giorno simulato)`,
          ]
        : [
            `Local workspace: ${address}/workspace/`,
            `GraphQL API:     ${address}/graphql`,
            `Today is ${day} (simulated)`,
          ]
      : [`${address}${SLACK_PATH}`, `${address}/graphql`];
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}
