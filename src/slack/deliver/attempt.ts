import type { ClaimedMessage } from '../../services/outbox.ts';

/** What of a message may stand in Slack by now, as one attempt at sending it learns. */
export type Attempt = {
  /** An earlier attempt may have left the message there; false from the look on that found that none did. */
  inDoubt: boolean;
  /** When this attempt began to post, in ms since the epoch; null while it certainly left nothing. */
  postedAt: number | null;
};

/** It changes a message that stands there: done twice, nobody sees a difference, and nothing has to be looked for. */
export const isRedrawn = ({ notice }: ClaimedMessage): boolean => notice.kind === 'CHECK_IN_REFRESH';

export const beginAttempt = (message: ClaimedMessage): Attempt => ({
  inDoubt: message.firstTriedAt !== null && !isRedrawn(message),
  postedAt: null,
});

/** Too much of the claim is over for posting: somebody else may soon take the message over. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** Whether an earlier attempt left the message in Slack cannot be found out. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}
