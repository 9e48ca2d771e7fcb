import type { Environment } from '../environment.ts';

export type Workspace = {
  readonly environment: Environment;
  /** Slack's id of the bot's user there: what it does itself is no news to it. */
  readonly botUser: string;
  /** Why nothing is sent there; null where Slack takes the bot's token. */
  readonly heldBecause: string | null;
};

/** What Slack said when it took the app's access away. */
export type LostAccess = {
  readonly team: string | undefined;
  readonly because: 'app_uninstalled' | 'tokens_revoked';
  /** When it happened, in ms since the epoch: such an event may come late. Null where Slack did not say. */
  readonly at: number | null;
};

/** The workspaces in which the app works: the one of a bot token, or all that installed it. */
export type Workspaces = {
  /** @throws what Slack's client throws where there is a token to be checked */
  start(): Promise<void>;
  stop(): void;
  /** The one from which a request came, held or not; undefined where the app was never installed. */
  find(team: string | undefined): Promise<Workspace | undefined>;
  /** In the order of installation, the held ones too. */
  list(): Promise<readonly Workspace[]>;
  /** Slack says that the app was removed, or its token revoked. */
  lose(lost: LostAccess): Promise<void>;
};

/** Between two looks whether Slack takes a token again. */
export const RECHECK_MS = 60_000;
