import type { PageHub } from './client/hub.ts';
import type { AppRequests } from './dispatch/app-requests.ts';
import type { EventSender } from './dispatch/events.ts';
import type { LocalApp, LocalWorkspaceOptions, Log } from './options.ts';
import type { Ephemerals } from './state/ephemerals.ts';
import type { FileContents } from './state/file-contents.ts';
import type { ResponseUrls } from './state/response-urls.ts';
import type { Triggers } from './state/triggers.ts';
import type { OpenViews } from './state/views.ts';
import type { WorkspaceState } from './state/workspace-state.ts';
import type { RateLimiter } from './web-api/rate-limits.ts';

/** What every part of the workspace works with; wired in `workspace.ts`. */
export type WorkspaceContext = {
  readonly options: LocalWorkspaceOptions;
  readonly app: LocalApp;
  readonly state: WorkspaceState;
  readonly ephemerals: Ephemerals;
  readonly views: OpenViews;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly contents: FileContents;
  readonly hub: PageHub;
  readonly requests: AppRequests;
  readonly events: EventSender;
  readonly rateLimiter: RateLimiter;
  /** Where this server was last reached: it is made before it listens, and addresses of files name it. */
  readonly address: { origin: string };
  /** Milliseconds by the real clock; the workspace's own `clock` may stand in the past. */
  readonly realTime: () => number;
  readonly log: Log;
};
