import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPModuleFunctions, HTTPReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Context } from '../services/context.ts';
import type { Deliver } from '../services/outbox.ts';
import { type Voice, voiceOf } from './blocks/voice.ts';
import { boltLogger } from './bolt-logger.ts';
import { createChartTools, type RenderChart } from './charts/chart-tools.ts';
import { createDeliver } from './deliver/create-deliver.ts';
import type { EnvironmentParts, Logger } from './environment.ts';
import { NotRecorded } from './events/not-recorded.ts';
import { createCommandRoute } from './http/command-route.ts';
import { createGuard } from './http/guard.ts';
import {
  createInstallRoutes,
  INSTALL_PATH,
  type InstallRoutes,
  type OauthOptions,
  REDIRECT_PATH,
} from './http/install-routes.ts';
import type { Received } from './http/received.ts';
import { createReplays } from './http/replays.ts';
import { createResponseUrls } from './http/response-urls.ts';
import { createSocket } from './http/socket.ts';
import { type EnvironmentOf, REPLAY_PROPERTY, register } from './register.ts';
import { createTakeCommand } from './take-command.ts';
import { createTakeEnvelope } from './take-envelope.ts';
import { hearLostAccess } from './workspaces/hear-lost-access.ts';
import { createInstalledWorkspaces } from './workspaces/installed-workspaces.ts';
import { createSealer } from './workspaces/seal-token.ts';
import { createTokenWorkspace } from './workspaces/token-workspace.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

/** Of one workspace the bot's token; of several what they install the app with. */
export type SlackAccess =
  | { readonly botToken: string; readonly oauth?: null }
  | { readonly botToken: null; readonly oauth: OauthOptions & { readonly scopes: readonly string[] } };

export type SlackOptions = SlackAccess & {
  readonly context: Context;
  readonly language: Voice['language'];
  readonly signingSecret: string;
  /** With it Slack is reached by Socket Mode, and no request comes in by HTTP. */
  readonly appToken: string | null;
  /** Base of the Web API, with a trailing slash; Slack's own unless given. */
  readonly apiUrl: string | null;
  readonly renderChart: RenderChart;
  /** Where what was acknowledged before it was done outlives the process; null where nothing does. */
  readonly received?: Received | null;
  readonly logger: Logger;
};

export type SlackStatus = {
  /** Why nothing can be sent, or nothing heard; null while there is no such reason. */
  readonly problem: string | null;
  /** Workspaces to which nothing is sent for now, each with Slack's word for it. */
  readonly held: readonly { readonly team: string; readonly because: string }[];
};

export type SlackApp = {
  /** Answers {@link SLACK_PATH}, events, commands and interactions alike, and the pages of {@link INSTALL_PATHS}. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Checks the token with Slack and, in Socket Mode, connects. @throws what Slack's client throws. */
  start(): Promise<void>;
  /** Hears nothing more by Socket Mode, and waits for what goes on. */
  stop(): Promise<void>;
  /** Waits for what goes on after Slack was answered. */
  settled(): Promise<void>;
  status(): Promise<SlackStatus>;
  readonly deliver: Deliver;
};

export const SLACK_PATH = '/slack/events';
export const INSTALL_PATHS: readonly string[] = [INSTALL_PATH, REDIRECT_PATH];

export function createSlackApp(options: SlackOptions): SlackApp {
  const { context, logger, appToken, received = null } = options;
  const bolt = boltLogger(logger);
  const clientOptions: WebClientOptions = {
    // The outbox decides when to try again: the client's own retries would go on in memory for half an hour.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: context.delivery.requestTimeoutMs,
    logger: bolt,
    ...(options.apiUrl === null ? {} : { slackApiUrl: options.apiUrl }),
  };
  const charts = createChartTools(options.renderChart);
  const parts = { context, logger, voice: voiceOf(options.language), charts };
  const { workspaces, install } = openWorkspaces(options, parts, clientOptions);
  // Answered only once recorded: what Slack hears of as done has been committed.
  const http = new HTTPReceiver({
    signingSecret: options.signingSecret,
    signatureVerification: false,
    processBeforeResponse: true,
    processEventErrorHandler: async (failed) => {
      if (!(failed.error instanceof NotRecorded)) {
        return HTTPModuleFunctions.defaultProcessEventErrorHandler(failed);
      }
      failed.response.writeHead(503).end();
      return false;
    },
    logger: bolt,
  });
  const now = () => context.realNow().getTime();
  const socket =
    appToken === null ? null : createSocket({ appToken, clientOptions, logger, boltLogger: bolt, now });
  const responseUrls = createResponseUrls(options.apiUrl, logger);
  const app = new App({
    // Bolt is given no token: what is sent goes through the clients of the workspaces. It never throws, for whoever
    // is not known is acknowledged and hears no more.
    authorize: async ({ teamId }) => {
      const workspace = await workspaces.find(teamId);
      return workspace === undefined ? {} : { botUserId: workspace.botUser };
    },
    receiver: socket?.receiver ?? http,
    clientOptions: { ...clientOptions, fetch: responseUrls.fetch },
    deferInitialization: true,
    logger: bolt,
  });
  app.use(async ({ body, next }) => {
    if ('response_url' in body && typeof body.response_url === 'string') {
      responseUrls.received(body.response_url);
    }
    await next();
  });
  hearLostAccess(app, workspaces);
  // Of a held one too: what people say there is recorded, and its client makes no call.
  const goingOn = new Set<Promise<void>>();
  const environmentOf: EnvironmentOf = async (team) => (await workspaces.find(team))?.environment;
  const take = createTakeEnvelope(received, logger, now);
  const goesOn = (work: Promise<void>) => {
    goingOn.add(work);
    void work.then(() => goingOn.delete(work));
  };
  const takeCommand = createTakeCommand({ take, goesOn });
  register(app, { environmentOf, take, takeCommand, goesOn });
  const commands = createCommandRoute({ environmentOf, takeCommand, responseUrls });
  const settled = async () => {
    while (goingOn.size > 0) await Promise.all(goingOn);
  };
  const replays =
    received &&
    createReplays({
      received,
      logger,
      now,
      replay: (body, replay) =>
        app.processEvent({
          body: { ...body },
          ack: async () => undefined,
          customProperties: { [REPLAY_PROPERTY]: replay },
        }),
    });
  app.error(async (error) => {
    // It is no bug, and was logged where it arose.
    if (!(error instanceof NotRecorded)) bolt.error(error);
    throw error;
  });
  const guard = createGuard(options.signingSecret);
  return {
    async handle(request, response) {
      if (await install?.handle(request, response)) return;
      if (socket !== null) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Socket Mode');
        return;
      }
      const verdict = await guard(request);
      if (!verdict.ok) {
        logger.warn(
          { status: verdict.status, reason: verdict.reason },
          'a request to Slack’s path was refused',
        );
        response
          .writeHead(verdict.status, { 'content-type': 'text/plain; charset=utf-8' })
          .end(verdict.reason);
        return;
      }
      if (await commands(verdict.form, response)) return;
      request.headers['content-type'] = verdict.contentType;
      http.requestListener(Object.assign(request, { rawBody: verdict.body }), response);
    },
    async start() {
      await app.init();
      await workspaces.start();
      await socket?.start();
      replays?.start();
    },
    async stop() {
      await socket?.stop();
      await Promise.all([replays?.stop(), settled()]);
      workspaces.stop();
    },
    settled,
    async status() {
      const known = await workspaces.list();
      const held = known.flatMap(({ environment, heldBecause }) =>
        heldBecause === null ? [] : [{ team: environment.team, because: heldBecause }],
      );
      const [first] = held;
      if (socket?.isConnected() === false) return { problem: 'Socket Mode: disconnected', held };
      const nothingWorks = first !== undefined && held.length === known.length;
      return { problem: nothingWorks ? first.because : null, held };
    },
    deliver: createDeliver(workspaces, parts),
  };
}

function openWorkspaces(
  options: SlackOptions,
  parts: EnvironmentParts,
  clientOptions: WebClientOptions,
): { readonly workspaces: Workspaces; readonly install: InstallRoutes | null } {
  if (options.botToken !== null) {
    return { workspaces: createTokenWorkspace(parts, options.botToken, clientOptions), install: null };
  }
  const { oauth, apiUrl } = options;
  const sealer = createSealer(oauth.clientSecret);
  const install = createInstallRoutes(oauth, {
    ...parts,
    sealer,
    clientOptions,
    boltLogger: boltLogger(options.logger),
    scopes: oauth.scopes,
    authorizationUrl: apiUrl === null ? null : new URL('/oauth/v2/authorize', apiUrl).href,
  });
  return { workspaces: createInstalledWorkspaces(parts, sealer, clientOptions), install };
}
