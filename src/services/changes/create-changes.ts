/** What tells readers that stay, as streams do, that there may be something new: of this process or of another. */

export type Changes = {
  /** Something was committed here: whoever watches is told without waiting for the next look. */
  readonly tell: () => void;
  /**
   * `look` is called soon after each commit to the plan and when the day changes; now and then for nothing, so that a
   * commit between a reader's first look and this call is not missed. Watch first, then read.
   * @returns what ends it
   */
  readonly watch: (planId: number, look: () => void) => () => void;
};

export type ChangesOptions = {
  /** One indexed read; grows with every commit to the plan, whichever process makes it. */
  readonly versionOf: (planId: number) => Promise<number>;
  readonly today: () => string;
  /** Between two looks at what other processes have committed. */
  readonly pollMs?: number;
  /** After a look: commits that come in the meantime are told of together. */
  readonly restMs?: number;
};

const POLL_MS = 300;
/** A hundred reports a second make ten looks of each stream, not a hundred. */
const REST_MS = 100;

/** For a process in which nobody stays to read. */
export const NO_CHANGES: Changes = { tell: () => undefined, watch: () => () => undefined };

/** One timer for all who watch; none while nobody does. */
export function createChanges(options: ChangesOptions): Changes {
  const { versionOf, today, pollMs = POLL_MS, restMs = REST_MS } = options;
  const watched = new Map<number, { readonly looks: Set<() => void>; seen: string | null }>();
  let timer: NodeJS.Timeout | null = null;
  let busy = false;
  let again = false;

  async function lookAt(planId: number): Promise<void> {
    const plan = watched.get(planId);
    if (!plan) return;
    const now = `${await versionOf(planId)}/${today()}`;
    if (now === plan.seen) return;
    plan.seen = now;
    for (const look of [...plan.looks]) look();
  }

  async function lookAtAll(): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    // A database that does not answer is looked at again at the next turn.
    await Promise.allSettled([...watched.keys()].map(lookAt));
    setTimeout(() => {
      busy = false;
      if (!again) return;
      again = false;
      void lookAtAll();
    }, restMs).unref();
  }

  function unwatch(planId: number, look: () => void): void {
    const plan = watched.get(planId);
    plan?.looks.delete(look);
    if (plan?.looks.size === 0) watched.delete(planId);
    if (watched.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  }

  return {
    tell: () => {
      if (watched.size > 0) void lookAtAll();
    },
    watch(planId, look) {
      const plan = watched.get(planId) ?? { looks: new Set(), seen: null };
      plan.looks.add(look);
      // Of those who watch already none is told for nothing more than once.
      plan.seen = null;
      watched.set(planId, plan);
      timer ??= setInterval(() => void lookAtAll(), pollMs).unref();
      return () => unwatch(planId, look);
    },
  };
}
