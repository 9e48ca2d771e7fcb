/**
 * What every harness of `npm run test:faults` is: it plays faults upon the product, counts what became of what was
 * entrusted to it, and says what it saw. Nothing here asserts by itself that it went well: the report does.
 */
export type HarnessOptions = {
  /** A shortened form, of some seconds, for the gate. */
  readonly short: boolean;
  /** Tells of progress, a line at a time. */
  readonly log: (line: string) => void;
};

export type HarnessReport = {
  /** What was counted and measured, to be printed; times are of this machine on this day. */
  readonly figures: Readonly<Record<string, number | string>>;
  /** Each promise that was broken, in a sentence; none when all were kept. */
  readonly violations: readonly string[];
};

export type Harness = {
  /** As it is named on the command line. */
  readonly name: string;
  /** The promise that it tries to break. */
  readonly promise: string;
  readonly run: (options: HarnessOptions) => Promise<HarnessReport>;
};
