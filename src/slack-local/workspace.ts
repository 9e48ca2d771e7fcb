import type { IncomingMessage, ServerResponse } from 'node:http';
import { createPageHub } from './client/hub.ts';
import type { WorkspaceContext } from './context.ts';
import { createAppRequests } from './dispatch/app-requests.ts';
import { createEventSender, DEFAULT_RETRY_DELAYS_MS, verifyRequestUrl } from './dispatch/events.ts';
import { route } from './http/routes.ts';
import type { LocalWorkspaceOptions } from './options.ts';
import { createEphemerals } from './state/ephemerals.ts';
import { createFileContents } from './state/file-contents.ts';
import { createResponseUrls } from './state/response-urls.ts';
import { createTriggers } from './state/triggers.ts';
import { createOpenViews } from './state/views.ts';
import { openWorkspaceState, type WorkspaceState } from './state/workspace-state.ts';
import { createRateLimiter, type RateLimiter, SLACK_RATE_LIMITS } from './web-api/rate-limits.ts';

export type LocalWorkspace = {
  /** Answers requests under `/workspace/` and tells whether it did. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** What is kept, to be looked at by tests. */
  readonly state: WorkspaceState;
  /** Who was told to wait, and who did not; to be looked at by tests. */
  readonly rateLimiter: Pick<RateLimiter, 'refused' | 'callsBeforeTheirTime'>;
  /** Tells every open page of a new day that was not set from a page; the calendar must already say it. */
  deliverDayChanged(today: string): void;
  /** Slack's handshake with the app's request URL; false when the app does not answer the challenge. */
  verifyRequestUrl(): Promise<boolean>;
  /** Resolves when no event is on its way to the app, retries included. */
  eventsDelivered(): Promise<void>;
  /** Ends the streams, gives up pending retries and writes the state. */
  close(): Promise<void>;
};

/**
 * A workspace that stands in for Slack: toward the app it is Slack's Web API and Slack's signed requests over
 * HTTP, toward people it is a page. It knows nothing of what the app is for.
 */
export function createLocalWorkspace(options: LocalWorkspaceOptions): LocalWorkspace {
  const { app } = options;
  const log = options.log ?? (() => undefined);
  const realTime = options.realTime ?? Date.now;
  const state = openWorkspaceState(options, log);
  const requests = createAppRequests(app, realTime, options.ackTimeoutMs ?? 3000);
  const events = createEventSender({
    app,
    teamId: options.seed.team.id,
    requests,
    clock: options.clock,
    installed: () => state.installation === 'installed',
    retryDelaysMs: options.retryDelaysMs ?? DEFAULT_RETRY_DELAYS_MS,
    log,
  });
  const limits = options.rateLimits === undefined ? SLACK_RATE_LIMITS : options.rateLimits;
  const rateLimiter = createRateLimiter(limits, realTime);
  const personIds = options.seed.users.map((user) => user.id);
  const hub = createPageHub(() => personIds, options.heartbeatMs ?? 15_000);
  const ctx: WorkspaceContext = {
    options,
    app,
    state,
    ephemerals: createEphemerals(),
    views: createOpenViews(realTime),
    triggers: createTriggers(realTime),
    responseUrls: createResponseUrls(realTime),
    contents: createFileContents(options.stateFile),
    hub,
    requests,
    events,
    rateLimiter,
    address: { origin: '' },
    realTime,
    log,
  };

  return {
    handle: (request, response) => route(ctx, request, response),
    state,
    rateLimiter,
    deliverDayChanged: (today) => hub.pushToAll({ type: 'day_changed', today }),
    verifyRequestUrl: () => verifyRequestUrl(requests),
    eventsDelivered: () => events.idle(),
    async close() {
      events.close();
      hub.close();
      state.close();
      await events.idle();
    },
  };
}
