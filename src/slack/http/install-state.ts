/**
 * The `state` of an installation: what ties Slack's answer to the browser that asked. Nothing is kept of those that
 * were only given out, so that whoever calls the page a thousand times fills no table, and a restart in between does
 * no harm. One that was used is remembered until it expires; over a restart the cookie, taken back at its use, and
 * Slack's code, good for once, stand for that.
 */
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { InvalidStateError } from '@slack/oauth';

/** As long as Slack's own code lives. */
export const STATE_SECONDS = 600;

export type InstallState = {
  generate(now: Date): string;
  /** Takes the state, once. @throws InvalidStateError */
  take(now: Date, state: string): void;
};

export function createInstallState(clientSecret: string): InstallState {
  const key = Buffer.from(hkdfSync('sha256', clientSecret, '', 'arti/install-state/v1', 32));
  const sign = (content: string) => createHmac('sha256', key).update(content).digest('base64url');
  const used = new Map<string, number>();
  return {
    generate(now) {
      const content = `${now.getTime()}.${randomBytes(16).toString('base64url')}`;
      return `${content}.${sign(content)}`;
    },
    take(now, state) {
      const content = state.slice(0, state.lastIndexOf('.'));
      const given = Buffer.from(state.slice(content.length + 1));
      const expected = Buffer.from(sign(content));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
        throw new InvalidStateError('The state is not ours.');
      }
      const age = now.getTime() - Number(content.split('.')[0]);
      if (!(age >= 0 && age <= STATE_SECONDS * 1000)) throw new InvalidStateError('The state has expired.');
      for (const [old, at] of used) if (now.getTime() - at > STATE_SECONDS * 1000) used.delete(old);
      if (used.has(content)) throw new InvalidStateError('The state was used already.');
      used.set(content, now.getTime());
    },
  };
}
