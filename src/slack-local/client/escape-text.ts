import type { User } from '../state/model.ts';

/**
 * What a person types, as Slack passes it on: `&`, `<` and `>` escaped, addresses made links, and `@Name` of
 * somebody in the workspace made a mention.
 */
export function escapeText(typed: string, users: Iterable<User>): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const linked = escaped.replaceAll(/https?:\/\/[^\s|]+[^\s|.,;:!?)]/g, (url) => `<${url}>`);
  // Longer names first: one may begin with another.
  const named = [...users].filter((user) => !user.deleted).sort((a, b) => b.name.length - a.name.length);
  return named.reduce((text, user) => {
    const name = user.name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return text.replaceAll(
      new RegExp(`(?<![\\p{L}\\p{N}])@${name}(?![\\p{L}\\p{N}])`, 'giu'),
      `<@${user.id}>`,
    );
  }, linked);
}
