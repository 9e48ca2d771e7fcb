import type { LocalWorkspaceOptions, Log } from '../options.ts';
import type { Conversation, FileRecord, Message, StoredView, User } from './model.ts';
import { reconcileConversations, reconcileUsers } from './seed.ts';
import { parseSnapshot, type Snapshot } from './snapshot.ts';
import { createStateFile, readStateFile } from './state-file.ts';
import { createTimestamps, type Timestamps, tsMicros } from './timestamps.ts';

export type Installation = Snapshot['installation'];

/** Everything that is kept, in memory, with its file behind. Call `changed` after each change. */
export type WorkspaceState = {
  readonly users: Map<string, User>;
  readonly conversations: Map<string, Conversation>;
  readonly files: Map<string, FileRecord>;
  /** The published App Home of each person. */
  readonly homes: Map<string, StoredView>;
  readonly timestamps: Timestamps;
  /** Whether the app is installed and its token works. */
  installation: Installation;
  /** Messages of a conversation, replies included, oldest first. */
  messagesOf(channel: string): readonly Message[];
  findMessage(channel: string, ts: string): Message | undefined;
  addMessage(message: Message): void;
  removeMessage(channel: string, ts: string): void;
  repliesTo(channel: string, ts: string): readonly Message[];
  changed(): void;
  close(): void;
};

/** Opens the state: the stored conversation, if any, with the seed's people and channels laid over it. */
export function openWorkspaceState(options: LocalWorkspaceOptions, log: Log): WorkspaceState {
  const stored = options.stateFile ? readStateFile(options.stateFile, parseSnapshot, log) : undefined;
  const nowSeconds = Math.floor(options.clock.now().getTime() / 1000);
  const users = byId(reconcileUsers(options.seed, options.app, stored));
  const conversations = byId(reconcileConversations(options.seed, options.app, stored, nowSeconds));
  const files = byId(stored?.files ?? []);
  const homes = new Map((stored?.homes ?? []).map((home) => [home.user, home]));
  const messages = new Map<string, Message[]>();
  const timestamps = createTimestamps(() => options.clock.now(), lastMicros(stored));

  function listOf(channel: string): Message[] {
    const list = messages.get(channel) ?? [];
    messages.set(channel, list);
    return list;
  }
  for (const message of stored?.messages ?? []) listOf(message.channel).push(message);

  let installation: Installation = stored?.installation ?? 'installed';
  const snapshot = (): Snapshot => ({
    version: 1,
    lastTs: timestamps.last(),
    users: [...users.values()],
    conversations: [...conversations.values()],
    messages: [...messages.values()].flat(),
    files: [...files.values()],
    homes: [...homes.values()],
    installation,
  });
  const file = options.stateFile ? createStateFile(options.stateFile, snapshot, log) : undefined;

  return {
    users,
    conversations,
    files,
    homes,
    timestamps,
    get installation() {
      return installation;
    },
    set installation(next) {
      installation = next;
      file?.schedule();
    },
    messagesOf: (channel) => messages.get(channel) ?? [],
    findMessage: (channel, ts) => messages.get(channel)?.find((message) => message.ts === ts),
    addMessage: (message) => {
      listOf(message.channel).push(message);
      // Before anybody is told of it: what the app records of a message must not outlive the message.
      file?.keep();
    },
    removeMessage: (channel, ts) => {
      const list = listOf(channel);
      const at = list.findIndex((message) => message.ts === ts);
      if (at >= 0) list.splice(at, 1);
      file?.schedule();
    },
    repliesTo: (channel, ts) =>
      (messages.get(channel) ?? []).filter((message) => message.threadTs === ts && message.ts !== ts),
    changed: () => file?.schedule(),
    close: () => file?.flush(),
  };
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** The highest `ts` ever given, even if the file's own counter were behind its messages. */
function lastMicros(stored: Snapshot | undefined): number {
  const ofMessages = (stored?.messages ?? []).map((message) => tsMicros(message.ts) ?? 0);
  return ofMessages.reduce((highest, micros) => Math.max(highest, micros), stored?.lastTs ?? 0);
}
