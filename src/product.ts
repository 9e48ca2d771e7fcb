/** The product as one process: every part made, joined, started, and stopped in the right order. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { createAuthenticate } from './authenticate.ts';
import { renderChart } from './charts/render-chart.ts';
import { openContext } from './compose.ts';
import type { Config, SlackConfig } from './config.ts';
import { createDiskProbe } from './disk-probe.ts';
import { may } from './domain/actor.ts';
import type { IsoDate } from './domain/dates.ts';
import { createGraphqlHandler } from './graphql/create-graphql-handler.ts';
import { keepAdmissions } from './keep-admissions.ts';
import { keepStarting } from './keep-starting.ts';
import { createLocalMode } from './local-mode.ts';
import { formatLongDay } from './messages/format.ts';
import { createVerifyToken } from './oidc/create-verify-token.ts';
import { readManifest } from './read-manifest.ts';
import { type Delivery, startDelivery } from './scheduler/deliver.ts';
import { startSlots } from './scheduler/run-slots.ts';
import { startOwedMessages } from './scheduler/send-owed.ts';
import type { Ticking } from './scheduler/start-ticking.ts';
import { createSlackApp, INSTALL_PATHS, SLACK_PATH, type SlackAccess, type SlackApp } from './slack/app.ts';
import { StartError } from './start-error.ts';
import { openReceived, type Received, receivedFile } from './store/received.ts';
import { unlessAborted } from './unless-aborted.ts';
import { createDashboardFiles } from './web/dashboard-files.ts';
import { createMetricsHandler } from './web/metrics.ts';
import { closeServer, createWebServer, listen, type Readiness } from './web/server.ts';
import { createSessionRequests } from './web/sessions/session-requests.ts';
import { createSessionRoutes } from './web/sessions/session-routes.ts';

export type Product = {
  readonly address: string;
  /** Says on the terminal where to go. */
  announce(): void;
  /**
   * Once the bot is connected, or the product stopped. Outside local mode the API is served meanwhile.
   * @throws StartError when Slack refuses the bot for good
   */
  readonly connected: Promise<void>;
  /**
   * `/ready` answers 503 at once; all else is served for `drainMs` more, then what is under way ends. In 9 seconds at
   * most, besides `drainMs`: what had to be left is taken up again at the next start.
   */
  stop(drainMs?: number): Promise<void>;
};

/** The same from `src` and from `dist`. */
const DASHBOARD_DIRECTORY = fileURLToPath(new URL('../dist/web/dashboard', import.meta.url));

/** How long each may take to end once the product stops. */
const STOP_MS = { deliveries: 4000, workspace: 1000, requests: 3000, answers: 500 } as const;

/** @param slackApiUrl base of Slack's Web API with a trailing slash, where it is not Slack's own */
export async function startProduct(
  config: Config,
  logger: Logger,
  slackApiUrl: string | null = null,
): Promise<Product> {
  let delivery: Delivery | null = null;
  let owed: Ticking | null = null;
  let address = '';
  let slack: SlackApp | null = null;
  /** Why the bot does not work; null when it does. */
  let notReady: string | null = 'starting';
  /** Whether what Slack sends is taken. */
  let taking = false;
  const stopping = new AbortController();
  const context = await openContext(config, {
    seed: true,
    remembersDay: true,
    wakeDelivery: () => delivery?.wake(),
    onDayMoved: (today) => local?.workspace.deliverDayChanged(today),
    dashboardUrl: () => config.dashboardUrl ?? (config.slack === null ? address : null),
  });
  const received = openReceivedBeside(config.databaseFile, logger);
  const takesDisk = createDiskProbe(context);
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
  const localKey = local === null ? null : `arti_local_${randomBytes(16).toString('hex')}`;
  const authenticated = createAuthenticate({
    context,
    adminKey: config.adminKey,
    localKey,
    isPublic: config.dashboardPublic,
    verifyToken:
      config.oidc &&
      createVerifyToken(config.oidc, {
        onUnavailable: (err) => logger.warn({ err }, 'people cannot be let in to the API for now'),
      }),
    onUseNotNoted: (err) => logger.warn({ err }, 'the last use of a key could not be noted'),
  });
  const authenticate = keepAdmissions({
    authenticate: authenticated,
    context,
    now: () => performance.now(),
  });
  const sessionRequests = createSessionRequests(context.dashboardUrl);
  const sessions = createSessionRoutes({ context, language: config.language, requests: sessionRequests });
  const graphql = createGraphqlHandler({
    context,
    sessions: sessionRequests,
    language: config.language,
    logger,
    authenticate,
    requestsPerMinute: config.apiRequestsPerMinute,
    corsOrigins: config.corsOrigins,
    playground: local && {
      // Nine megabytes that only who opens the page needs.
      render: async (options) => (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
      authorization: `Bearer ${localKey}`,
    },
  });
  const ready = async (): Promise<Readiness> => {
    // Who asked just before a stop hears of it too, however long the database is held meanwhile.
    const readiness = await unlessAborted(stopping.signal, readinessNow);
    if (readiness !== 'ABORTED') return readiness;
    return { ready: false, reason: 'stopping', outbox: await context.store.countOutbox() };
  };
  const readinessNow = async (): Promise<Readiness> => {
    const outbox = await context.store.countOutbox();
    if (notReady !== null || slack === null) return { ready: false, reason: notReady, outbox };
    if (!(await takesDisk())) return { ready: false, reason: 'disk', outbox };
    const { problem, held } = await slack.status();
    // One workspace of several that is held is for the operator to see; the others are served.
    return problem === null
      ? { ready: true, outbox, ...(held.length > 0 ? { held } : {}) }
      : { ready: false, reason: `Slack: ${problem}`, outbox, ...(held.length > 0 ? { held } : {}) };
  };
  const metrics = createMetricsHandler({ context, isReady: async () => (await ready()).ready });
  const server = createWebServer({
    ready,
    metrics: async (request, response) => {
      const admission = await authenticate(request.headers.authorization ?? null);
      if (admission.ok && may(admission.caller.actor, 'READ')) return metrics(request, response);
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    },
    graphql: async (request, response) => {
      await sessions.renew(request, response);
      return graphql.handle(request, response);
    },
    session: sessions.handle,
    slack: async (request, response) => {
      if (slack !== null && taking) return slack.handle(request, response);
      // Slack delivers its events again; who typed a command is told that there was no answer.
      response.writeHead(503, { 'retry-after': '10' }).end();
    },
    workspace: local ? local.workspace.handle : null,
    dashboard: createDashboardFiles({
      directory: DASHBOARD_DIRECTORY,
      language: config.language,
      workspacePath: local === null ? null : '/workspace/',
    }),
    slackPaths: slackConfig.botToken === null ? [SLACK_PATH, ...INSTALL_PATHS] : [SLACK_PATH],
    onError: (err, errorId, request) => logger.error({ err, errorId, url: request.url }, 'a request failed'),
  });
  // The local workspace is reached at the product's own address, so the server listens before the bot starts.
  address = await listen(server, config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`PORT=${config.port}, HOST=${config.host}: ${error.code ?? error.message}`, {
      cause: error,
    });
  });
  const bot = createSlackApp({
    renderChart,
    context,
    received,
    language: config.language,
    ...(await accessOf(slackConfig)),
    signingSecret: slackConfig.signingSecret,
    appToken: slackConfig.appToken,
    apiUrl: local ? local.apiUrl() : slackApiUrl,
    logger,
  });
  slack = bot;
  const connect = async () => {
    const started = await keepStarting({
      start: bot.start,
      onFailure: (err, reason, pauseMs) => {
        notReady = `Slack: ${reason}`;
        logger.warn({ err, pauseMs }, 'Slack cannot be reached: the bot will try again');
      },
      signal: stopping.signal,
    });
    if (!started || stopping.signal.aborted) return;
    delivery = startDelivery(context, bot.deliver, (err) =>
      logger.error({ err }, 'the delivery loop failed'),
    );
    const startTicks = config.schedules ? startSlots : startOwedMessages;
    owed = startTicks(context, (err) => logger.error({ err }, 'what is owed could not be sent'));
    delivery.wake();
    notReady = null;
    taking = true;
  };
  const connected = connect();
  // Whoever does not wait for it is not ended by it.
  connected.catch(() => undefined);
  // The local workspace is there as soon as this process is.
  if (local) await connected;
  return {
    address,
    connected,
    announce: () => announce(config, { address, localKey, today: context.clock.today() }, logger),
    async stop(drainMs = 0) {
      stopping.abort();
      // Whoever subscribed goes on elsewhere from the last event.
      graphql.close();
      if (drainMs > 0) await pause(drainMs);
      taking = false;
      await atMost(STOP_MS.deliveries, Promise.all([bot.stop(), owed?.stop(), delivery?.stop()]));
      await atMost(STOP_MS.workspace, local?.workspace.close());
      await closeServer(server, STOP_MS.requests);
      // Of the requests that ended last.
      await atMost(STOP_MS.answers, bot.settled());
      await context.store.close();
      received?.close();
    },
  };
}

/** Null where nothing outlives the process, or nothing can be written beside the database. */
function openReceivedBeside(databaseFile: string, logger: Logger): Received | null {
  if (databaseFile === ':memory:') return null;
  try {
    return openReceived(receivedFile(databaseFile));
  } catch (err) {
    logger.warn({ err }, 'what comes in cannot be kept beside the database: Slack waits until it is done');
    return null;
  }
}

/** What the app is installed with asks for what the manifest does: Slack compares the two. */
async function accessOf(slack: SlackConfig): Promise<SlackAccess> {
  if (slack.botToken !== null) return { botToken: slack.botToken };
  const { oauth_config: asked } = await readManifest();
  return { botToken: null, oauth: { ...slack.oauth, scopes: asked.scopes.bot } };
}

/** Waits for `work`, but no longer than `ms`. */
async function atMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}

function announce(
  config: Config,
  { address, localKey, today }: { address: string; localKey: string | null; today: IsoDate },
  logger: Logger,
): void {
  logger.info({ address, database: config.databaseFile, today }, 'ARTI serves');
  const day = formatLongDay(today, config.language);
  const lines =
    config.slack === null
      ? config.language === 'it'
        ? [
            `Cruscotto:              ${address}/`,
            `Area di lavoro locale:  ${address}/workspace/`,
            `API GraphQL:            ${address}/graphql`,
            `Chiave di lettura:      ${localKey}`,
            `Oggi è ${day} (giorno simulato)`,
          ]
        : [
            `Dashboard:       ${address}/`,
            `Local workspace: ${address}/workspace/`,
            `GraphQL API:     ${address}/graphql`,
            `Key to read:     ${localKey}`,
            `Today is ${day} (simulated)`,
          ]
      : [`${address}/`, `${address}${SLACK_PATH}`, `${address}/graphql`];
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join('\n')}\n\n`);
}
