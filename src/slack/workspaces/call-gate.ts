import { WebAPIRateLimitedError } from '@slack/web-api';
import { retryAfterOf } from '../platform-error.ts';

/** No call was made: Slack has said that the method takes none for a while. */
export class CallHeld extends WebAPIRateLimitedError {
  /** @param ms until the method takes calls again */
  constructor(ms: number) {
    super(ms / 1000);
  }
}

/** Limited by conversation, about one message a second, and by workspace as well; a refusal does not say which. */
const POST = 'chat.postMessage';

/**
 * Conversations that were refused within {@link SAME_MOMENT_MS} of one another before all posting waits. One that is
 * sent too much to is refused alone; two may meet by chance, each for itself; where the workspace's limit is
 * reached, whatever is sent anywhere is refused.
 */
const CONVERSATIONS_AT_ONCE = 3;
const SAME_MOMENT_MS = 1000;

type Refusal = { readonly channel: string; readonly at: number; readonly until: number };

/**
 * What one workspace has refused for too many calls, as this process heard it. Slack counts the calls of a method in a
 * workspace, all together; only posting is counted by conversation too. Calls that would be refused again are not
 * made: they might make the wait longer.
 */
export function createCallGate(now: () => number) {
  const closedUntil = new Map<string, number>();
  let posts: readonly Refusal[] = [];

  function close(method: string, until: number): void {
    closedUntil.set(method, Math.max(until, closedUntil.get(method) ?? 0));
  }

  return {
    /** @throws CallHeld while the method takes no calls */
    check(method: string): void {
      const until = closedUntil.get(method);
      if (until === undefined) return;
      const at = now();
      if (at < until) throw new CallHeld(until - at);
      closedUntil.delete(method);
    },
    /** Told of every call that failed; `channel` is of the conversation that it was about, if any. */
    failed(method: string, channel: unknown, error: unknown): void {
      const seconds = retryAfterOf(error);
      if (seconds === undefined) return;
      const at = now();
      const until = at + seconds * 1000;
      if (method !== POST) {
        close(method, until);
        return;
      }
      const recent = posts.filter((post) => post.at > at - SAME_MOMENT_MS && post.channel !== channel);
      posts = [...recent, { channel: String(channel), at, until }];
      if (posts.length < CONVERSATIONS_AT_ONCE) return;
      for (const post of posts) close(POST, post.until);
    },
  };
}

export type CallGate = ReturnType<typeof createCallGate>;
