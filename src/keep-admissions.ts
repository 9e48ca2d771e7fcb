import type { Admission, Authenticate } from './domain/caller.ts';
import type { Context } from './services/context.ts';

/**
 * Longer than this nobody stays admitted without being looked at: tokens expire, and the use of keys is noted. What a
 * commit of any process changes, such as a revocation, is seen at once; so is what ends with a day, such as the time of
 * a key or of a delegation.
 */
const KEPT_MS = 1_000;
const MOST_KEPT = 200;

type Kept = { readonly state: string; readonly until: number; readonly admission: Admission };

export type KeptAdmissionsOptions = {
  readonly authenticate: Authenticate;
  readonly context: Pick<Context, 'clock' | 'store'>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
};

/** `authenticate`, which a dashboard that asks a hundred times a second does not go through a hundred times. */
export function keepAdmissions({ authenticate, context, now }: KeptAdmissionsOptions): Authenticate {
  const all = new Map<string, Kept>();
  return async (authorization) => {
    if (authorization === null) return authenticate(authorization);
    const state = `${await context.store.changeStamp()} ${context.clock.today()}`;
    const kept = all.get(authorization);
    if (kept && kept.state === state && kept.until > now()) return kept.admission;
    const admission = await authenticate(authorization);
    all.delete(authorization);
    // Wrong secrets come without end, and are looked at each time.
    if (admission.ok) all.set(authorization, { state, until: now() + KEPT_MS, admission });
    for (const [oldest, { until }] of all) {
      if (all.size <= MOST_KEPT && until > now()) break;
      all.delete(oldest);
    }
    return admission;
  };
}
