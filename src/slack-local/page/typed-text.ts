import type { PageBootstrap } from '../page-api.ts';

type Names = Pick<PageBootstrap, 'users' | 'channels' | 'userGroups'>;

/**
 * What a person typed, out of what Slack made of it, to be edited: Slack keeps `&`, `<` and `>` as references,
 * addresses in angle brackets, and people, groups and channels by their ids.
 */
export function typedText(text: string, names: Names): string {
  return text
    .replace(/<(https?:[^>|]+)(?:\|[^>]*)?>/g, '$1')
    .replace(/<(@|#|!subteam\^)(\w+)>/g, (entity, mark: string, id: string) => {
      const name = nameOf(id, names);
      return name === undefined ? entity : `${mark === '#' ? '#' : '@'}${name}`;
    })
    .replace(/<!(here|channel|everyone)>/g, '@$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A group by what is typed after the `@`. */
function nameOf(id: string, { users, channels, userGroups }: Names): string | undefined {
  return (
    [...users, ...channels].find((one) => one.id === id)?.name ??
    userGroups.find((one) => one.id === id)?.handle
  );
}
