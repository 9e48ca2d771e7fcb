/**
 * What the page and the embedded workspace say to each other, over `POST /workspace/page/<call>` (JSON in,
 * JSON out) and one stream of server-sent events at `GET /workspace/page/stream?user=U…`.
 * Slack has no such API: this is the part of Slack's own client that the local workspace stands in for.
 */
import type { KnownBlock, View } from '@slack/types';

export type PageUser = {
  readonly id: string;
  readonly name: string;
  /** The old-style user name, which can be typed after an `@` as well. */
  readonly handle: string;
  readonly title: string;
  readonly email: string;
  readonly isBot: boolean;
  /** May move the workspace's day. */
  readonly isAdmin: boolean;
};

/** `im` stands for the direct messages between one person and the app's bot. */
export type PageChannel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly topic: string;
  readonly members: readonly string[];
};

export type PageMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  readonly edited: boolean;
  /** Shown to `user` of the stream alone; not kept by Slack. */
  readonly ephemeral: boolean;
  readonly replyCount: number;
  readonly files?: readonly PageFile[];
  /** Cards under the message that the app gave for its links. */
  readonly unfurls?: readonly PageUnfurl[];
  /** Said by Slack itself: somebody joined or left. */
  readonly system?: boolean;
};

export type PageFile = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly mimetype: string;
  readonly altText?: string;
};

export type PageUnfurl = {
  readonly url: string;
  readonly id: number;
  readonly blocks?: readonly KnownBlock[];
  readonly text?: string;
};

export type PageUserGroup = { readonly id: string; readonly handle: string; readonly name: string };

export type PageView = { readonly id: string; readonly hash: string } & View;

export type PageCommand = {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
};

export type PageBootstrap = {
  readonly team: { id: string; name: string };
  readonly language: 'it' | 'en';
  readonly today: string;
  /** False when the product runs on the real calendar: the day can then not be moved. */
  readonly dayIsSimulated: boolean;
  readonly me: PageUser;
  readonly users: readonly PageUser[];
  /** The channels and the direct message that `me` sees. */
  readonly channels: readonly PageChannel[];
  readonly commands: readonly PageCommand[];
  readonly userGroups: readonly PageUserGroup[];
  /** Other bots than the app's may be among the users. */
  readonly botUserId: string;
  /** False once the app was removed or its token revoked. */
  readonly installed: boolean;
  readonly homeView?: PageView;
};

export type PageHistory = { readonly messages: readonly PageMessage[] };

/** What the stream carries; every event is named by its `type`. */
export type PageEvent =
  | { type: 'message'; message: PageMessage }
  | { type: 'message_changed'; message: PageMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'view_opened'; view: PageView }
  | { type: 'view_updated'; view: PageView }
  | { type: 'view_closed'; viewId: string }
  | { type: 'home_published'; view: PageView }
  /** Its members changed; one without the person of the stream is gone for them. */
  | { type: 'channel_changed'; channel: PageChannel }
  | { type: 'app_changed'; installed: boolean }
  | { type: 'day_changed'; today: string };

/** The bodies of `POST /workspace/page/<call>`; `user` is who the person at the page speaks as. */
export type PageCalls = {
  /** Text starting with `/` is a slash command; unknown ones come back as an error, as in Slack. */
  send: { user: string; channel: string; text: string; threadTs?: string };
  edit: { user: string; channel: string; ts: string; text: string };
  delete: { user: string; channel: string; ts: string };
  /** A press on a button or a choice in a select of a message or of an open view. */
  action: {
    user: string;
    container:
      | { type: 'message'; channel: string; ts: string; unfurl?: number | undefined }
      | { type: 'view'; viewId: string };
    /** The action as Slack puts it into `actions[0]`: type, action_id, block_id, value or selected_…. */
    action: Record<string, unknown> & { type: string; action_id: string; block_id: string };
    /** Values of the inputs in the same container, by block_id and action_id, as in Slack's `state.values`. */
    values?: ViewValues;
  };
  submit: { user: string; viewId: string; values: ViewValues };
  close: { user: string; viewId: string };
  /** The person looks at the app's Home, or at the messages with it. */
  openHome: { user: string; tab?: 'home' | 'messages' | undefined };
  /** Invites somebody, the app too, into a channel or removes them, as `/invite @name` and `/remove @name` do. */
  member: { user: string; channel: string; member: string; joins: boolean };
  /** For admins of the workspace: what becomes of the app. */
  app: { user: string; change: 'revoke-token' | 'uninstall' | 'install' };
  day: { user: string; today: string };
};

export type ViewValues = Record<string, Record<string, Record<string, unknown> & { type: string }>>;

/** The answer of every call: `errors` by block_id is a refused submission (`response_action: errors`). */
export type PageAnswer =
  | { ok: true; message?: PageMessage; errors?: Record<string, string>; file?: PageFile }
  | { ok: false; error: string; detail?: string };
