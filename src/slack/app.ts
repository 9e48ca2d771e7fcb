import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  App,
  type Logger as BoltLogger,
  HTTPReceiver,
  LogLevel,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Context } from '../services/context.ts';
import type { Deliver } from '../services/outbox.ts';
import { type Voice, voiceOf } from './blocks/voice.ts';
import { deliverMessage } from './deliver/deliver-message.ts';
import type { Environment, Logger } from './environment.ts';
import { createGuard } from './http/guard.ts';
import { register } from './register.ts';

export type SlackOptions = {
  readonly context: Context;
  readonly language: Voice['language'];
  readonly botToken: string;
  readonly signingSecret: string;
  /** With it Slack is reached by Socket Mode, and no request comes in by HTTP. */
  readonly appToken: string | null;
  /** Base of the Web API, with a trailing slash; Slack's own unless given. */
  readonly apiUrl: string | null;
  readonly logger: Logger;
};

export type SlackApp = {
  /** Answers `POST /slack/events`: events, commands and interactions alike. In Socket Mode nothing comes that way. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Checks the token with Slack and, in Socket Mode, connects. @throws what Slack's client throws. */
  start(): Promise<void>;
  stop(): Promise<void>;
  readonly deliver: Deliver;
};

export const SLACK_PATH = '/slack/events';
const REQUEST_TIMEOUT_MS = 10_000;

export function createSlackApp(options: SlackOptions): SlackApp {
  const { context, logger, botToken, appToken } = options;
  const clientOptions: WebClientOptions = {
    // The outbox decides when to try again: the client's own retries would go on in memory for half an hour.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: REQUEST_TIMEOUT_MS,
    ...(options.apiUrl === null ? {} : { slackApiUrl: options.apiUrl }),
  };
  const client = new WebClient(botToken, { ...clientOptions, logger: boltLogger(logger) });
  const environment: Environment = {
    context,
    client,
    logger,
    voice: voiceOf(options.language),
    team: { id: null },
  };
  // Answered only once recorded: what Slack hears of as done has been committed.
  const http = new HTTPReceiver({
    signingSecret: options.signingSecret,
    signatureVerification: false,
    processBeforeResponse: true,
    logger: boltLogger(logger),
  });
  const receiver: Receiver =
    appToken === null ? http : new SocketModeReceiver({ appToken, logger: boltLogger(logger) });
  const app = new App({
    token: botToken,
    receiver,
    clientOptions,
    deferInitialization: true,
    logger: boltLogger(logger),
  });
  register(app, environment);
  const guard = createGuard(options.signingSecret);
  return {
    async handle(request, response) {
      if (appToken !== null) {
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
      request.headers['content-type'] = verdict.contentType;
      http.requestListener(Object.assign(request, { rawBody: verdict.body }), response);
    },
    async start() {
      await app.init();
      environment.team.id = (await client.auth.test()).team_id ?? null;
      if (appToken !== null) await receiver.start();
    },
    async stop() {
      if (appToken !== null) await receiver.stop();
    },
    deliver: (message) => deliverMessage(environment, message),
  };
}

/** Bolt and its client speak to a logger of their own shape. */
function boltLogger(logger: Logger): BoltLogger {
  const text = (parts: unknown[]) => parts.map(String).join(' ');
  return {
    debug: () => undefined,
    info: (...parts) => logger.info({}, text(parts)),
    warn: (...parts) => logger.warn({}, text(parts)),
    error: (...parts) => logger.error({}, text(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
