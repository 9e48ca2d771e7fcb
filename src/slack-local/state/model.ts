/** What the workspace keeps, in the terms of Slack's own objects. */

export type Json = Record<string, unknown>;

/** A block that passed the validator; `block_id` is filled in on arrival, as Slack does. */
export type Block = Json & { type: string };

export type User = {
  id: string;
  name: string;
  title: string;
  email: string;
  tz: string;
  isAdmin: boolean;
  isBot: boolean;
  guest?: 'multi-channel' | 'single-channel' | undefined;
  /** Of another workspace than this one. */
  teamId?: string | undefined;
  /** No longer in the seed: kept so that old messages still have an author. */
  deleted: boolean;
};

export type Conversation = {
  id: string;
  kind: 'channel' | 'im';
  name: string;
  topic: string;
  members: string[];
  /** Who joined or left at the page: kept apart, for the seed is laid over the conversation at each start. */
  joined: string[];
  left: string[];
  isArchived: boolean;
  /** Unix seconds. */
  created: number;
};

/** A card under a message that the app gave for one of its links. */
export type Unfurl = { url: string; id: number; content: Json & { blocks?: Block[] } };

export type Metadata = { event_type: string; event_payload: Json };

export type Message = {
  channel: string;
  /** `seconds.microseconds`: a message's identity within its channel, strictly increasing over the workspace. */
  ts: string;
  threadTs?: string | undefined;
  user: string;
  botId?: string | undefined;
  text: string;
  blocks?: Block[] | undefined;
  metadata?: Metadata | undefined;
  edited?: { user: string; ts: string } | undefined;
  files?: string[] | undefined;
  unfurls?: Unfurl[] | undefined;
  /** `tombstone`: a deleted message that has replies. */
  subtype?: 'tombstone' | 'channel_join' | 'channel_leave' | undefined;
};

export type FileRecord = {
  id: string;
  name: string;
  title: string;
  /** What a screen reader says of an image. */
  altText?: string | undefined;
  mimetype: string;
  /** Bytes, as announced when the upload URL was asked for. */
  size: number;
  user: string;
  created: number;
  /** `awaiting` its contents, `uploaded` and not yet shared, `complete`. */
  status: 'awaiting' | 'uploaded' | 'complete';
  channels: string[];
};

/** A view as it was given by the app, with blocks that carry ids. */
export type ViewDefinition = Json & { type: 'modal' | 'home'; blocks: Block[] };

export type StoredView = {
  id: string;
  user: string;
  hash: string;
  definition: ViewDefinition;
  rootId: string;
  previousId: string | null;
};
