import type { Admission, Authenticate } from './domain/caller.ts';

/**
 * Longer than this nobody stays admitted without being looked at: keys and tokens expire, and their use is noted. What
 * a commit of any process changes, such as a revocation, is seen at once.
 */
const KEPT_MS = 1_000;
const MOST_KEPT = 200;

type Kept = { readonly stamp: string; readonly until: number; readonly admission: Admission };

export type KeptAdmissionsOptions = {
  readonly authenticate: Authenticate;
  /** Another one after each commit, whichever process makes it. */
  readonly changeStamp: () => Promise<string>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
};

/** `authenticate`, which a dashboard that asks a hundred times a second does not go through a hundred times. */
export function keepAdmissions({ authenticate, changeStamp, now }: KeptAdmissionsOptions): Authenticate {
  const all = new Map<string, Kept>();
  return async (authorization) => {
    if (authorization === null) return authenticate(authorization);
    const stamp = await changeStamp();
    const kept = all.get(authorization);
    if (kept && kept.stamp === stamp && kept.until > now()) return kept.admission;
    const admission = await authenticate(authorization);
    all.delete(authorization);
    // Wrong secrets come without end, and are looked at each time.
    if (admission.ok) all.set(authorization, { stamp, until: now() + KEPT_MS, admission });
    for (const [oldest, { until }] of all) {
      if (all.size <= MOST_KEPT && until > now()) break;
      all.delete(oldest);
    }
    return admission;
  };
}
