import type { LocalApp, WorkspaceSeed } from '../options.ts';
import type { Conversation, User } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/** The id of the direct messages between a person and the app's bot: derived, so that it survives a restart. */
export function imId(userId: string): string {
  return `D${userId.slice(1)}`;
}

/**
 * The people of the seed and the app's bot. The seed wins over what was stored; a person who left the seed is
 * kept as deleted, because old messages still name them.
 */
export function reconcileUsers(seed: WorkspaceSeed, app: LocalApp, stored: Snapshot | undefined): User[] {
  const seeded: User[] = seed.users.map((user) => ({
    id: user.id,
    name: user.name,
    title: user.title,
    email: user.email,
    tz: user.tz ?? 'Europe/Rome',
    isAdmin: user.isAdmin ?? false,
    isBot: user.isBot ?? false,
    guest: user.guest,
    teamId: user.teamId === seed.team.id ? undefined : user.teamId,
    deleted: false,
  }));
  seeded.push({
    id: app.botUserId,
    name: app.name,
    title: '',
    email: '',
    tz: 'Etc/UTC',
    isAdmin: false,
    isBot: true,
    deleted: false,
  });
  const known = new Set(seeded.map((user) => user.id));
  const left = (stored?.users ?? []).filter((user) => !known.has(user.id));
  return [...seeded, ...left.map((user) => ({ ...user, deleted: true }))];
}

/** The channels of the seed (one that left it is archived) and one direct conversation for each person. */
export function reconcileConversations(
  seed: WorkspaceSeed,
  app: LocalApp,
  stored: Snapshot | undefined,
  nowSeconds: number,
): Conversation[] {
  const before = new Map(
    (stored?.conversations ?? []).map((conversation) => [conversation.id, conversation]),
  );
  const channels: Conversation[] = seed.channels.map((channel) => ({
    id: channel.id,
    kind: 'channel',
    name: channel.name,
    topic: channel.topic,
    ...withChanges(channel.members, before.get(channel.id)),
    isArchived: channel.isArchived ?? false,
    created: before.get(channel.id)?.created ?? nowSeconds,
  }));
  const people = seed.users.filter((user) => !user.isBot);
  const ims: Conversation[] = people.map((user) => ({
    id: imId(user.id),
    kind: 'im',
    name: app.name,
    topic: '',
    members: [user.id, app.botUserId],
    joined: [],
    left: [],
    isArchived: false,
    created: before.get(imId(user.id))?.created ?? nowSeconds,
  }));
  const present = new Set([...channels, ...ims].map((conversation) => conversation.id));
  const left = [...before.values()].filter((conversation) => !present.has(conversation.id));
  return [...channels, ...ims, ...left.map((conversation) => ({ ...conversation, isArchived: true }))];
}

/** The seed's members with those who joined or left at the page since. */
function withChanges(
  seeded: readonly string[],
  before: Conversation | undefined,
): Pick<Conversation, 'members' | 'joined' | 'left'> {
  const { joined = [], left = [] } = before ?? {};
  const members = [...new Set([...seeded, ...joined])].filter((id) => !left.includes(id));
  return { members, joined, left };
}
