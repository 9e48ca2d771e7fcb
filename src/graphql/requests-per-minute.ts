/**
 * How many requests came from whom in any sixty seconds. Counted by the second, so that one caller costs one small array
 * whatever they send, and a pause that was told is a pause after which a request really passes.
 */
const WINDOW_SECONDS = 60;
/** The second under way is whole only when it has passed: with one more, no sixty seconds hold more than the limit. */
const SLOTS = WINDOW_SECONDS + 1;

/** Who is counted at once: whoever was silent longest makes room. Keys are given out by hand; addresses are not. */
const MOST_COUNTED = 10_000;

export type Allowance = {
  readonly allowed: boolean;
  /** Requests that are left now, this one taken off. */
  readonly left: number;
  /** Whole seconds until some come back; of a request that is not allowed, after which it is. At least 1. */
  readonly backInSeconds: number;
};

export type RequestsPerMinute = {
  readonly limit: number;
  /** Counts a request of `who`; one that is not allowed does not count. */
  take(who: string): Allowance;
  /** What a request would be told, without counting it. */
  look(who: string): Allowance;
  /** How many are counted at present. */
  size(): number;
};

type Counted = {
  readonly slots: Uint32Array;
  total: number;
  /** The second that was counted last. */
  second: number;
};

/** @param now milliseconds of a clock that never goes back */
export function createRequestsPerMinute(
  limit: number,
  now: () => number,
  mostCounted = MOST_COUNTED,
): RequestsPerMinute {
  /** The one who came last is last. */
  const callers = new Map<string, Counted>();
  let swept = 0;

  /** Whoever has sent nothing within the window is forgotten; they stand first. */
  function sweep(second: number): void {
    if (second === swept && callers.size <= mostCounted) return;
    swept = second;
    for (const [who, counted] of callers) {
      if (callers.size <= mostCounted && second - counted.second < SLOTS) return;
      callers.delete(who);
    }
  }

  function find(who: string, second: number): Counted | undefined {
    const counted = callers.get(who);
    if (counted) turnTo(counted, second);
    return counted;
  }

  return {
    limit,
    look(who) {
      const second = Math.floor(now() / 1000);
      return allowance(find(who, second), limit, 0);
    },
    take(who) {
      const second = Math.floor(now() / 1000);
      const counted = find(who, second) ?? { slots: new Uint32Array(SLOTS), total: 0, second };
      const told = allowance(counted, limit, 1);
      if (told.allowed) {
        const slot = second % SLOTS;
        counted.slots[slot] = (counted.slots[slot] ?? 0) + 1;
        counted.total += 1;
      }
      callers.delete(who);
      callers.set(who, counted);
      sweep(second);
      return told;
    },
    size: () => callers.size,
  };
}

/** Empties the seconds that have left the window since. */
function turnTo(counted: Counted, second: number): void {
  const passed = Math.min(second - counted.second, SLOTS);
  for (let back = 0; back < passed; back += 1) {
    const slot = (second - back) % SLOTS;
    counted.total -= counted.slots[slot] ?? 0;
    counted.slots[slot] = 0;
  }
  counted.second = second;
}

function allowance(counted: Counted | undefined, limit: number, taking: 0 | 1): Allowance {
  const total = counted?.total ?? 0;
  const allowed = total < limit;
  return {
    allowed,
    left: Math.max(0, limit - total - (allowed ? taking : 0)),
    backInSeconds: counted ? secondsUntilBack(counted) : WINDOW_SECONDS,
  };
}

/** Until the oldest second with a request in it leaves the window. */
function secondsUntilBack({ slots, second }: Counted): number {
  for (let ahead = 1; ahead < SLOTS; ahead += 1) {
    if ((slots[(second + ahead) % SLOTS] ?? 0) > 0) return ahead;
  }
  return SLOTS;
}
