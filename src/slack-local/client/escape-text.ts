import { handleOf } from '../objects/slack-user.ts';
import type { SeedUserGroup } from '../options.ts';
import type { Conversation, User } from '../state/model.ts';

/** Who and what can be named in a text. */
export type Nameable = {
  readonly users: Iterable<User>;
  readonly channels: Iterable<Conversation>;
  readonly groups: readonly SeedUserGroup[];
};

/**
 * What a person types as a message, as Slack passes it on: `&`, `<` and `>` escaped, addresses made links, and
 * `@Name`, `@group` and `#channel` made `<@U…>`, `<!subteam^S…>` and `<#C…>`.
 */
export function escapeText(typed: string, nameable: Nameable): string {
  return escapeWith(typed, entitiesOf(nameable, false));
}

/** The text of a command with `should_escape`: as that of a message, and each entity carries its name. */
export function escapeCommand(typed: string, nameable: Nameable): string {
  return escapeWith(typed, entitiesOf(nameable, true));
}

/** By what is typed, escaped and in small letters. The first of two with one name wins. */
type Entities = ReadonlyMap<string, string>;

function entitiesOf({ users, channels, groups }: Nameable, named: boolean): Entities {
  const entities = new Map<string, string>();
  const add = (typed: string, entity: string) => {
    // Names are looked for in text that is already escaped.
    const key = escaped(typed).toLowerCase();
    if (!entities.has(key)) entities.set(key, entity);
  };
  const people = [...users].filter((user) => !user.deleted);
  const mention = (user: User) => (named ? `<@${user.id}|${handleOf(user)}>` : `<@${user.id}>`);
  for (const user of people) add(`@${user.name}`, mention(user));
  for (const group of groups.filter((one) => !one.isDisabled)) {
    add(`@${group.handle}`, named ? `<!subteam^${group.id}|@${group.handle}>` : `<!subteam^${group.id}>`);
  }
  for (const user of people) add(`@${handleOf(user)}`, mention(user));
  for (const range of ['here', 'channel', 'everyone']) add(`@${range}`, `<!${range}>`);
  for (const { kind, id, name } of channels) {
    if (kind === 'channel') add(`#${name}`, named ? `<#${id}|${name}>` : `<#${id}>`);
  }
  return entities;
}

function escapeWith(typed: string, entities: Entities): string {
  // Longer names first: one may begin with another.
  const names = [...entities.keys()].sort((a, b) => b.length - a.length).map(quoted);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.join('|')})(?![\p{L}\p{N}])`, 'giu');
  return typed
    .split(/(https?:\/\/[^\s|<>]+[^\s|<>.,;:!?)])/)
    .map((part, index) =>
      index % 2 === 1
        ? `<${escaped(part)}>`
        : escaped(part).replaceAll(pattern, (name) => entities.get(name.toLowerCase()) ?? name),
    )
    .join('');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const quoted = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
