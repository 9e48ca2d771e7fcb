/** What the composition root gives to the local workspace. */

export type SeedUser = {
  readonly id: string;
  /** The display name. */
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly tz?: string;
  /** May move the workspace's day from the page, and revoke or remove the app. */
  readonly isAdmin?: boolean;
  /** Slack's guests: `is_restricted` with several channels, `is_ultra_restricted` with a single one. */
  readonly guest?: 'multi-channel' | 'single-channel';
  /** The bot of another app. Nobody speaks as it at the page. */
  readonly isBot?: boolean;
  /** Of another workspace, met in a shared channel: `is_stranger`. */
  readonly teamId?: string;
};

export type SeedUserGroup = {
  /** `S…` */
  readonly id: string;
  /** What is typed after the `@`. */
  readonly handle: string;
  readonly name: string;
  readonly description?: string;
  /** Ids of users. */
  readonly users: readonly string[];
  readonly isDisabled?: boolean;
};

export type SeedChannel = {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** Ids of users; the app is in the channel only if its `botUserId` is among them. */
  readonly members: readonly string[];
  readonly isArchived?: boolean;
};

export type WorkspaceSeed = {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly users: readonly SeedUser[];
  readonly channels: readonly SeedChannel[];
  readonly userGroups?: readonly SeedUserGroup[];
};

export type LocalApp = {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly botToken: string;
  readonly signingSecret: string;
  /** The bot token's scopes; a method that needs another one answers `missing_scope`. */
  readonly scopes: readonly string[];
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usageHint: string;
    /** As `should_escape` of the manifest: people, channels and groups come as `<@U…|name>`, else as typed. */
    readonly shouldEscape?: boolean;
  }[];
  /** Where commands, events and interactions are posted; a function when the port is known only later. */
  readonly requestUrl: string | (() => string);
  /** Subscribed events, `message` split by channel type as in an app manifest. All of these by default. */
  readonly events?: readonly AppEventName[];
  /** Links to these domains, and those under them, are told to the app by `link_shared`. */
  readonly unfurlDomains?: readonly string[];
};

export const APP_EVENT_NAMES = [
  'message.channels',
  'message.im',
  'app_mention',
  'app_home_opened',
  'app_uninstalled',
  'channel_left',
  'link_shared',
  'member_joined_channel',
  'member_left_channel',
  'tokens_revoked',
] as const;

/** The events this workspace sends, as an app's manifest names them. */
export type AppEventName = (typeof APP_EVENT_NAMES)[number];

export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  details?: Record<string, unknown>,
) => void;

/** How a call ends without an answer: its connection is cut, or left open until the caller gives up. */
export type Silence = 'drop' | 'hang';

/** An answer that stands in for the real one, or none. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | Silence
  | undefined;

/**
 * Without an answer, and only after `lateByMs` the method takes effect: who looks for it before then does not find
 * it yet. What it would have answered, a refusal as well, nobody hears.
 */
export type LateCommit = { readonly lateByMs: number; readonly silence: Silence };

/**
 * Where a faulty peer may be played: before the method takes effect, or after it, losing its answer. Both are given
 * the same `args` object for one call. See `createFaults` for one that plays them at random.
 */
export type FaultHooks = {
  beforeCommit?(
    method: string,
    args: Record<string, unknown>,
  ): Fault | LateCommit | Promise<Fault | LateCommit>;
  afterCommit?(method: string, args: Record<string, unknown>): Fault | Promise<Fault>;
};

/**
 * How many messages of the app a conversation takes (`chat.postMessage`): `burst` at once, then one each `everyMs`.
 * What comes sooner is answered 429, `ratelimited`, with `Retry-After`.
 */
export type RateLimits = { readonly everyMs: number; readonly burst: number };

export type LocalWorkspaceOptions = {
  readonly seed: WorkspaceSeed;
  readonly app: LocalApp;
  readonly language: 'it' | 'en';
  /** JSON file that keeps the conversation over restarts; uploaded contents go beside it. Memory when absent. */
  readonly stateFile?: string;
  /** Gives messages their `ts`; it may stand on a day of the past. */
  readonly clock: { now(): Date };
  readonly calendar: {
    /** ISO date that the product believes it is. */
    today(): string;
    /** False on the real calendar: the day can then not be moved. */
    readonly simulated: boolean;
    setToday(day: string, userId: string): Promise<void>;
  };
  /** Directory of the built page. */
  readonly pageDirectory?: string;
  readonly log?: Log;
  readonly faults?: FaultHooks;
  /** Those of Slack when absent; null is none. */
  readonly rateLimits?: RateLimits | null;
  /** Milliseconds since the epoch by the real clock: signatures and lifetimes. `Date.now` when absent. */
  readonly realTime?: () => number;
  /** How long the app may take to acknowledge, in ms. Slack's 3,000 when absent. */
  readonly ackTimeoutMs?: number;
  /** Waits before each retry of an event, in ms. Slack's 0, 60,000 and 300,000 when absent. */
  readonly retryDelaysMs?: readonly number[];
  /** Between two comments on an idle stream, in ms; 15,000 when absent. */
  readonly heartbeatMs?: number;
};
