const TS = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/** Microseconds since the epoch of a Slack `ts`, or undefined if it is not one. Exact: below 2^53 until 2255. */
export function tsMicros(ts: string): number | undefined {
  const match = TS.exec(ts);
  if (!match) return undefined;
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}

export function formatTs(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

export type Timestamps = { next(): string; last(): number };

/**
 * Gives each message its `ts`. The clock may stand still or be moved back (the day is simulated); a `ts` never
 * repeats and never decreases, so it is bumped by a microsecond where the clock does not advance.
 */
export function createTimestamps(now: () => Date, startAfter = 0): Timestamps {
  let last = startAfter;
  return {
    next() {
      last = Math.max(now().getTime() * 1000, last + 1);
      return formatTs(last);
    },
    last: () => last,
  };
}
