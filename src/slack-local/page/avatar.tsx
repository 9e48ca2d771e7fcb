import type { PageUser } from '../page-api.ts';

const hues = [210, 265, 330, 15, 35, 90, 150, 180];

/** Initials on a colour of their own: of the first and the last word, `OS` for “Osservatorio Statistico”. */
export function Avatar({ user, small = false }: { user: PageUser | undefined; small?: boolean }) {
  const name = user?.name ?? '?';
  const words = name.split(/[\s.@_-]+/).filter((word) => /\p{L}/u.test(word));
  const initials = `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`;
  const sum = [...(user?.id ?? '')].reduce((total, char) => total + (char.codePointAt(0) ?? 0), 0);
  const hue = hues[sum % hues.length] ?? 210;
  return (
    <span
      className={`avatar${small ? ' avatar-small' : ''}${user?.isBot ? ' avatar-bot' : ''}`}
      style={user?.isBot ? undefined : { backgroundColor: `hsl(${hue} 42% 40%)` }}
      aria-hidden="true"
    >
      {initials.toUpperCase()}
    </span>
  );
}
