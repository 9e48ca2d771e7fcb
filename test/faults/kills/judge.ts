/** What became of each message, judged by what stands in the workspace. Pure. */
import type { Post } from '../workspace-server.ts';

/** A message as the product keeps it, in the order of arrival. */
export type KeptMessage = {
  readonly id: number;
  readonly key: string;
  readonly lane: string;
  readonly state: string;
  readonly channel: string | null;
  readonly ts: string | null;
  readonly error: string | null;
};

export type Verdict = {
  /** Recorded, and neither posted nor shown as refused or doubtful. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Posted after a later message of its conversation. */
  readonly outOfOrder: readonly string[];
  readonly doubtful: readonly { readonly key: string; readonly error: string; readonly posted: boolean }[];
  readonly dead: readonly { readonly key: string; readonly error: string }[];
  /** What does not fit in any other way, in a sentence each. */
  readonly wrong: readonly string[];
};

/**
 * @param keys of every message of which the product said that it was recorded
 * @param posts those of a conversation in their order
 */
export function judge(
  keys: readonly string[],
  kept: readonly KeptMessage[],
  posts: readonly Post[],
): Verdict {
  const byKey = new Map(kept.map((message) => [message.key, message]));
  const postsOf = new Map<string, Post[]>();
  for (const post of posts) postsOf.set(post.key, [...(postsOf.get(post.key) ?? []), post]);
  const isPosted = (key: string) => postsOf.has(key);
  const inState = (state: string) => kept.filter((message) => message.state === state);
  return {
    lost: keys.filter((key) => {
      const state = byKey.get(key)?.state;
      return !isPosted(key) && state !== 'DEAD' && state !== 'DOUBTFUL';
    }),
    twice: [...postsOf].filter(([, found]) => found.length > 1).map(([key]) => key),
    outOfOrder: outOfOrder(byKey, posts),
    doubtful: inState('DOUBTFUL').map(({ key, error }) => ({
      key,
      error: error ?? '',
      posted: isPosted(key),
    })),
    dead: inState('DEAD').map(({ key, error }) => ({ key, error: error ?? '' })),
    wrong: [
      ...kept
        .filter(({ state }) => !['SENT', 'DEAD', 'DOUBTFUL'].includes(state))
        .map(({ key, state }) => `${key} is still ${state}`),
      ...inState('SENT').flatMap((message) => misplaced(message, postsOf.get(message.key) ?? [])),
      ...inState('DEAD').flatMap(({ key, error }) =>
        isPosted(key) ? [`${key} counts as refused (${error}), and stands in the workspace`] : [],
      ),
      ...[...postsOf.keys()]
        .filter((key) => !byKey.has(key))
        .map((key) => `${key} was posted, and never kept`),
    ],
  };
}

/** A post is out of order when a message that was kept later stands before it; only the first of each key counts. */
function outOfOrder(byKey: ReadonlyMap<string, KeptMessage>, posts: readonly Post[]): readonly string[] {
  const seen = new Set<string>();
  const last = new Map<string, number>();
  const late: string[] = [];
  for (const { channel, key } of posts) {
    const id = byKey.get(key)?.id;
    if (id === undefined || seen.has(key)) continue;
    seen.add(key);
    const before = last.get(channel) ?? 0;
    if (id < before) late.push(key);
    last.set(channel, Math.max(before, id));
  }
  return late;
}

/** A message counts as sent where it does not stand: nobody could answer or redraw it. */
function misplaced({ key, channel, ts }: KeptMessage, found: readonly Post[]): readonly string[] {
  if (found.some((post) => post.channel === channel && post.ts === ts)) return [];
  return [`${key} counts as sent at ${channel} ${ts}, and stands at ${found[0]?.ts ?? 'no place'}`];
}
