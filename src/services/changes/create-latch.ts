/** Remembers that it was lifted until somebody has passed: nothing is missed between looking and waiting. */
export type Latch = {
  readonly lift: () => void;
  /** At once when it was lifted since it was passed last. */
  readonly pass: () => Promise<void>;
};

/** For one who waits at a time. */
export function createLatch(): Latch {
  let lifted = false;
  let go: (() => void) | null = null;
  return {
    lift() {
      lifted = true;
      go?.();
    },
    async pass() {
      if (!lifted) {
        await new Promise<void>((resolve) => {
          go = resolve;
        });
        go = null;
      }
      lifted = false;
    },
  };
}
