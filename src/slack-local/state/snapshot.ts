import { z } from 'zod';
import type {
  Block,
  Conversation,
  FileRecord,
  Message,
  StoredView,
  Unfurl,
  User,
  ViewDefinition,
} from './model.ts';

const json = z.record(z.string(), z.unknown());
const isJson = (value: unknown) => json.safeParse(value).success;
const block = z.custom<Block>(isJson);
const definition = z.custom<ViewDefinition>(isJson);

const user: z.ZodType<User> = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  tz: z.string(),
  isAdmin: z.boolean(),
  isBot: z.boolean(),
  guest: z.enum(['multi-channel', 'single-channel']).optional(),
  teamId: z.string().optional(),
  deleted: z.boolean(),
});

const conversation: z.ZodType<Conversation> = z.object({
  id: z.string(),
  kind: z.enum(['channel', 'im']),
  name: z.string(),
  topic: z.string(),
  members: z.array(z.string()),
  joined: z.array(z.string()).default([]),
  left: z.array(z.string()).default([]),
  isArchived: z.boolean(),
  created: z.number(),
});

const message: z.ZodType<Message> = z.object({
  channel: z.string(),
  ts: z.string().regex(/^\d+\.\d{6}$/),
  threadTs: z.string().optional(),
  user: z.string(),
  botId: z.string().optional(),
  text: z.string(),
  blocks: z.array(block).optional(),
  metadata: z.object({ event_type: z.string(), event_payload: json }).optional(),
  edited: z.object({ user: z.string(), ts: z.string() }).optional(),
  files: z.array(z.string()).optional(),
  unfurls: z
    .array(z.object({ url: z.string(), id: z.number(), content: z.custom<Unfurl['content']>(isJson) }))
    .optional(),
  subtype: z.enum(['tombstone', 'channel_join', 'channel_leave']).optional(),
});

const file: z.ZodType<FileRecord> = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  altText: z.string().optional(),
  mimetype: z.string(),
  size: z.number(),
  user: z.string(),
  created: z.number(),
  status: z.enum(['awaiting', 'uploaded', 'complete']),
  channels: z.array(z.string()),
});

const view: z.ZodType<StoredView> = z.object({
  id: z.string(),
  user: z.string(),
  hash: z.string(),
  definition,
  rootId: z.string(),
  previousId: z.string().nullable(),
});

const snapshot = z.object({
  version: z.literal(1),
  /** Microseconds of the last `ts` given. */
  lastTs: z.number(),
  users: z.array(user),
  conversations: z.array(conversation),
  messages: z.array(message),
  files: z.array(file),
  homes: z.array(view),
  installation: z.enum(['installed', 'token-revoked', 'uninstalled']).default('installed'),
});

/** What the state file holds. Open modals are not kept: Slack's client closes them on reload too. */
export type Snapshot = z.infer<typeof snapshot>;

/** Throws on anything that is not a snapshot of version 1. */
export function parseSnapshot(value: unknown): Snapshot {
  return snapshot.parse(value);
}
