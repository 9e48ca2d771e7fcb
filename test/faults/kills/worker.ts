/** A lean instance of the product in a process of its own: it records what it is told to, and is killed. */
import type { DeliveryTimes } from '../../../src/services/context.ts';
import type { Deliver } from '../../../src/services/outbox.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { factWithMessage } from '../lane-context.ts';
import { startLeanInstance } from '../lean-instance.ts';
import { withoutFencing, withoutReconciliation } from './without.ts';
import type { FromWorker, Recording, Start, ToWorker } from './worker-messages.ts';

function tell(message: FromWorker): void {
  process.send?.(message);
}
const failed = (error: unknown) => tell({ kind: 'FAILED', error: String(error) });

/**
 * Waits grow to minutes for what fails again and again. Here they end when there is anything to find: sooner nobody
 * may look, and longer is of no use.
 */
const inHaste =
  (deliver: Deliver, { reconcileAfterMs }: DeliveryTimes): Deliver =>
  async (message, postBy) => {
    const settlement = await deliver(message, postBy);
    if (settlement.outcome !== 'RETRY') return settlement;
    const latest = new Date(Date.now() + reconcileAfterMs).toISOString();
    return { ...settlement, notBefore: settlement.notBefore < latest ? settlement.notBefore : latest };
  };

/** Tells what is claimed, so that the harness knows what a worker held when it was killed. */
const tellingClaims = (store: Store): Store => ({
  ...store,
  async claimOutbox(query) {
    const claims = await store.claimOutbox(query);
    if (claims.length > 0) {
      tell({ kind: 'CLAIMED', claims: claims.map(({ key, attempt }) => ({ key, attempt })) });
    }
    return claims;
  },
});

async function start({ databaseFile: file, migrationsDirectory, without, apiUrl, delivery }: Start) {
  const opened = await openStore({ file, migrationsDirectory });
  const store = tellingClaims(without === 'FENCING' ? withoutFencing(opened, file) : opened);
  const { context } = await startLeanInstance({
    store,
    apiUrl,
    delivery,
    changeDeliver: (deliver) =>
      inHaste(without === 'RECONCILIATION' ? withoutReconciliation(deliver) : deliver, delivery),
    onError: failed,
  });
  return context;
}

let started: ReturnType<typeof start> | undefined;

process.on('message', (message: ToWorker) => {
  if (message.kind === 'RECORD') return void record(message);
  started = start(message);
  started.catch((error: unknown) => {
    failed(error);
    process.exit(1);
  });
});

async function record({ planId, number, lane }: Recording): Promise<void> {
  try {
    const context = await started;
    if (!context) throw new Error('not started');
    const { outcome } = await context.store.commit(factWithMessage(planId, number, lane));
    if (outcome !== 'COMMITTED' && outcome !== 'DUPLICATE') throw new Error(outcome);
    tell({ kind: 'RECORDED', number });
    context.wakeDelivery();
  } catch (error) {
    tell({ kind: 'NOT_RECORDED', number, error: String(error) });
  }
}

// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
tell({ kind: 'LOADED' });
