import { createHash } from 'node:crypto';

/** A slash command as Slack sent it. */
export type CommandCall = {
  readonly text: string;
  readonly user: string;
  readonly channel: string;
  readonly triggerId: string;
};

/** Slack gives every command a trigger of its own: the same one again is the same command. */
export const inboxKeyOf = ({ triggerId, text }: CommandCall) => ({
  key: `slack/command/${triggerId}`,
  // What people write may name somebody: of it only a hash is kept.
  fingerprint: createHash('sha256').update(text).digest('hex'),
});
