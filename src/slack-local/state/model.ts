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
  /** No longer in the seed: kept so that old messages still have an author. */
  deleted: boolean;
};

export type Conversation = {
  id: string;
  kind: 'channel' | 'im';
  name: string;
  topic: string;
  members: string[];
  isArchived: boolean;
  /** Unix seconds. */
  created: number;
};

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
  /** `tombstone`: a deleted message that has replies. */
  subtype?: 'tombstone' | undefined;
};

export type FileRecord = {
  id: string;
  name: string;
  title: string;
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
