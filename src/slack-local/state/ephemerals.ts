import type { Message } from './model.ts';

/** How many are remembered for each person: enough to press a button of any that is still on screen. */
const REMEMBERED = 100;

export type Ephemerals = {
  add(user: string, message: Message): void;
  find(user: string, channel: string, ts: string): Message | undefined;
  remove(user: string, ts: string): void;
};

/** Messages shown to one person. Slack does not keep them, so neither the history nor the state file has them. */
export function createEphemerals(): Ephemerals {
  const kept = new Map<string, Message[]>();
  return {
    add(user, message) {
      kept.set(user, [...(kept.get(user) ?? []), message].slice(-REMEMBERED));
    },
    find: (user, channel, ts) =>
      kept.get(user)?.find((message) => message.ts === ts && message.channel === channel),
    remove(user, ts) {
      kept.set(
        user,
        (kept.get(user) ?? []).filter((message) => message.ts !== ts),
      );
    },
  };
}
