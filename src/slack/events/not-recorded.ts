/**
 * What an event says is not recorded yet. Slack is not told that it was received, and so sends it again: at once, after
 * a minute and after five. Acknowledging and going on instead would lose it with this process; and since every event
 * has one effect however often it comes, the one that was too late and the one sent again do no harm to each other.
 */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
  /** By which Bolt passes it on as it is. */
  readonly code = 'arti_not_recorded';

  constructor(because: keyof typeof REASONS) {
    super(`not recorded ${REASONS[because]}`);
  }
}

const REASONS = {
  LATE: 'in time',
  HELD: 'while the workspace is held',
  DISK: 'while the disk takes nothing',
  /** Of one that Slack was told of already: we try again ourselves. */
  PASSING: 'this time',
} as const;
