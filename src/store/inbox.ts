/** Keys of requests that had their one effect: looked for and put down in the transaction that has the effect. */
import { eq, sql } from 'drizzle-orm';
import type { Query } from './database.ts';
import type { Commit } from './port.ts';
import { inbox } from './schema/inbox.ts';

/** What an earlier request under the same key makes of this one. */
export type Repeated = {
  readonly outcome: 'DUPLICATE' | 'KEY_REUSED';
  /** The plan on which the key hangs. */
  readonly planId: number;
};

/** Only inside a write transaction. */
export type Inbox = {
  /** Undefined for a key that is new, and for a request without one. */
  readonly repeated: (arrival: Commit['inbox'] | undefined) => Repeated | undefined;
  readonly putDown: (
    arrival: Commit['inbox'] | undefined,
    at: { readonly planId: number; readonly recordedAt: string },
  ) => void;
};

export function createInbox(query: Query): Inbox {
  const byKey = query
    .select()
    .from(inbox)
    .where(eq(inbox.key, sql.placeholder('key')))
    .prepare();
  return {
    repeated(arrival) {
      const earlier = arrival && byKey.get({ key: arrival.key });
      if (!earlier) return undefined;
      const isSame = earlier.fingerprint === arrival.fingerprint;
      return { outcome: isSame ? 'DUPLICATE' : 'KEY_REUSED', planId: earlier.planId };
    },
    putDown(arrival, { planId, recordedAt }) {
      if (!arrival) return;
      query
        .insert(inbox)
        .values({ ...arrival, planId, recordedAt, sequences: [] })
        .run();
    },
  };
}
