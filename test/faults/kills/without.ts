/** What a worker would be without one of the product's precautions. Only the harness's own tests run these. */
import Sqlite from 'better-sqlite3';
import type { Deliver } from '../../../src/services/outbox.ts';
import type { ClaimedMessage, Settlement, Store } from '../../../src/store/port.ts';

/** Every attempt believes that it is the first: nothing is looked for in Slack. */
export const withoutReconciliation =
  (deliver: Deliver): Deliver =>
  (message, postBy) =>
    deliver({ ...message, attempt: 1, firstTriedAt: null }, postBy);

type Row = {
  readonly id: number;
  readonly key: string;
  readonly destination: string;
  readonly notice: string;
  readonly attempt: number;
  readonly first_tried_at: string | null;
};

/** Takes the head of each lane, whoever else holds it, and leaves no word of it; settles it, whoever did before. */
export function withoutFencing(store: Store, file: string): Store {
  const client = new Sqlite(file, { timeout: 2_500 });
  const heads = client.prepare<[string, number], Row>(
    `SELECT id, key, destination, notice, attempt, first_tried_at FROM outbox
     WHERE id IN (SELECT min(id) FROM outbox WHERE state = 'PENDING' GROUP BY lane)
       AND (not_before IS NULL OR not_before <= ?)
     ORDER BY id LIMIT ?`,
  );
  const settle = client.prepare(
    `UPDATE outbox SET state = @state, attempt = attempt + 1, not_before = @notBefore, error = @error,
       first_tried_at = CASE WHEN @doubtful THEN coalesce(first_tried_at, @now) END,
       channel = @channel, ts = @ts, claimed_at = NULL WHERE id = @id`,
  );
  return {
    ...store,
    claimOutbox: async ({ now, limit }) => heads.all(now, limit).map(claimedMessage),
    settleOutbox: async (id, _attempt, settlement) => {
      settle.run({ id, now: new Date().toISOString(), ...columnsOf(settlement) });
      return true;
    },
  };
}

const claimedMessage = (row: Row): ClaimedMessage => ({
  id: row.id,
  key: row.key,
  destination: JSON.parse(row.destination),
  notice: JSON.parse(row.notice),
  attempt: row.attempt + 1,
  firstTriedAt: row.first_tried_at,
});

function columnsOf(settlement: Settlement) {
  const nothing = { notBefore: null, error: null, channel: null, ts: null, doubtful: 0 };
  switch (settlement.outcome) {
    case 'SENT':
      return { ...nothing, state: 'SENT', channel: settlement.channel, ts: settlement.ts };
    case 'RETRY': {
      const { notBefore, error, doubtful } = settlement;
      return { ...nothing, state: 'PENDING', notBefore, error, doubtful: doubtful ? 1 : 0 };
    }
    case 'NOTHING_TO_SEND':
      return { ...nothing, state: 'DROPPED' };
    case 'DEAD':
    case 'DOUBTFUL':
      return { ...nothing, state: settlement.outcome, error: settlement.error };
  }
}
