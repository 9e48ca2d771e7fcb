import type { PageBootstrap, PageCommand } from '../page-api.ts';

/** Something that what is being typed may become. */
export type Suggestion = {
  readonly id: string;
  readonly title: string;
  /** Beside the title: how a command goes on, what a name stands for. */
  readonly note: string;
  readonly detail: string;
  /** Replaces the text from here to the caret. */
  readonly from: number;
  readonly insert: string;
};

/** More would cover the conversation. */
const MAX_SHOWN = 8;

/** The commands that the first word may become; none once the word is followed by a space. */
export function commandSuggestions(commands: readonly PageCommand[], text: string): readonly Suggestion[] {
  if (!/^\/\S*$/.test(text)) return [];
  return commands
    .filter(({ command }) => command.startsWith(text.toLowerCase()))
    .map(({ command, usageHint, description }) => ({
      id: command,
      title: command,
      note: usageHint,
      detail: description,
      from: 0,
      insert: `${command} `,
    }));
}

/** The people, groups and channels that a word before the caret may become, once it starts with `@` or `#`. */
export function mentionSuggestions(
  { users, userGroups, channels }: PageBootstrap,
  text: string,
  caret: number,
  groupNote: string,
): readonly Suggestion[] {
  const [, mark, word = ''] = /(?:^|[\s(])([@#])([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret)) ?? [];
  if (mark === undefined) return [];
  const from = caret - word.length - 1;
  const begins = (...names: readonly string[]) =>
    names.some((name) => name.toLowerCase().startsWith(word.toLowerCase()));
  const suggestion = (id: string, title: string, note: string): Suggestion => ({
    id,
    title,
    note,
    detail: '',
    from,
    insert: `${title} `,
  });
  const named =
    mark === '#'
      ? channels
          .filter(({ kind, name }) => kind === 'channel' && begins(name))
          .map(({ id, name, topic }) => suggestion(id, `#${name}`, topic))
      : [
          ...users
            .filter(({ name, handle }) => begins(name, handle))
            .map(({ id, name, title }) => suggestion(id, `@${name}`, title)),
          ...userGroups
            .filter(({ name, handle }) => begins(name, handle))
            .map(({ id, handle, name }) => suggestion(id, `@${handle}`, `${groupNote} · ${name}`)),
        ];
  return named.slice(0, MAX_SHOWN);
}

/** The command that the text already names. */
export const commandOf = (commands: readonly PageCommand[], text: string): PageCommand | undefined =>
  commands.find(({ command }) => text === command || text.startsWith(`${command} `));
