/**
 * Slack's limit on messages: “generally one message per second per channel”, with short bursts
 * (docs.slack.dev/apis/web-api/rate-limits). Its tiers of calls a minute, which an app of one office does not come
 * near, are not kept here.
 */
import type { RateLimits } from '../options.ts';

/** Slack names no number for its “short bursts”; about this many are seen to pass. */
export const SLACK_RATE_LIMITS: RateLimits = { everyMs: 1000, burst: 25 };

/** A call to which Slack had said that it came too soon, made again before it was time. */
export type CallBeforeItsTime = {
  readonly method: string;
  /** Its id, or the person with whom it is opened; empty for a method that names none. */
  readonly conversation: string;
  /** How long the caller should have waited still. */
  readonly tooSoonByMs: number;
};

type CallArguments = Readonly<Record<string, unknown>>;

export type RateLimiter = {
  /** Undefined when the call may be made, else the seconds of `Retry-After`: whole ones, as Slack gives them. */
  retryAfter(method: string, args: CallArguments): number | undefined;
  /** A fault told the caller to wait: whoever does not is noted. */
  toldToWait(method: string, args: CallArguments, seconds: number): void;
  /** How many calls were refused for coming too fast; those that a fault refused are not counted. */
  refused(): number;
  callsBeforeTheirTime(): readonly CallBeforeItsTime[];
};

const LIMITED = 'chat.postMessage';

const conversationOf = ({ channel, users }: CallArguments): string =>
  [channel, users].find((each) => typeof each === 'string') ?? '';

/** @param now milliseconds by the real clock */
export function createRateLimiter(limits: RateLimits | null, now: () => number): RateLimiter {
  /** By conversation, when all that it took would have come one by one: a bucket that leaks. */
  const takenUntil = new Map<string, number>();
  /** By method and conversation, the end of the last `Retry-After`. */
  const waitUntil = new Map<string, number>();
  const tooSoon: CallBeforeItsTime[] = [];
  let refused = 0;

  function toldToWait(method: string, args: CallArguments, seconds: number): void {
    waitUntil.set(`${method} ${conversationOf(args)}`, now() + seconds * 1000);
  }

  function noteIfTooSoon(method: string, conversation: string): void {
    const until = waitUntil.get(`${method} ${conversation}`);
    if (until === undefined) return;
    const tooSoonByMs = until - now();
    if (tooSoonByMs > 0) tooSoon.push({ method, conversation, tooSoonByMs });
    else waitUntil.delete(`${method} ${conversation}`);
  }

  return {
    retryAfter(method, args) {
      const conversation = conversationOf(args);
      noteIfTooSoon(method, conversation);
      if (limits === null || method !== LIMITED) return undefined;
      const from = Math.max(takenUntil.get(conversation) ?? 0, now());
      const waitMs = from - (limits.burst - 1) * limits.everyMs - now();
      if (waitMs <= 0) {
        takenUntil.set(conversation, from + limits.everyMs);
        return undefined;
      }
      refused += 1;
      const seconds = Math.ceil(waitMs / 1000);
      toldToWait(method, args, seconds);
      return seconds;
    },
    toldToWait,
    refused: () => refused,
    callsBeforeTheirTime: () => tooSoon,
  };
}
