import { setTimeout as pause } from 'node:timers/promises';
import { startFakeWorkspaces } from '../../slack/platform/fake-workspaces.ts';
import type { Harness, HarnessOptions, HarnessReport } from '../harness.ts';
import { holdDatabase as hold } from '../hold-database.ts';
import { addPeople, bodyOf, deliver, KINDS, type Kind, percentile, tokenOf } from '../played-slack.ts';
import {
  type BuiltProduct,
  type Ended,
  type ProductProcess,
  prepareDatabase,
  sharedProduct,
  startProcess,
} from '../product-process.ts';
import { countKept, readEffects } from '../recorded-effects.ts';

export type StopsOptions = {
  readonly built: BuiltProduct;
  readonly stops: number;
  /** Products stopped side by side, each with a database of its own. */
  readonly lanes: number;
  readonly log: HarnessOptions['log'];
};

const EXIT_MS = 10_000;
/** Deliveries under way at once, at each product. */
const LOAD = 4;
/** How often `/ready` is asked during the stop. */
const PROBE_MS = 25;
/** At each so manieth stop another process holds the database: what was acknowledged cannot be done before the end. */
const HELD_EACH = 3;

type Seen = { readonly at: number; readonly status: number | null };

type Stopped = {
  readonly ended: Ended;
  readonly tookMs: number;
  /** What `/ready` answered from the signal on. */
  readonly seen: readonly Seen[];
  /** Requests that were taken after `/ready` had turned false. */
  readonly takenWhileDraining: number;
};

type Acknowledged = Map<number, Kind>;

/** Ids go on over the lanes of a run: what one product is told is nobody else's. */
function createLoad(slack: { readonly responseUrl: string }, acknowledged: Acknowledged, ids: () => number) {
  return async (address: string, stillGoing: () => boolean, onTaken: () => void): Promise<void> => {
    while (stillGoing()) {
      const id = ids();
      const kind = KINDS[id % KINDS.length] ?? 'message';
      const { acknowledged: taken } = await deliver(
        address,
        bodyOf(kind, id, String(id), slack.responseUrl),
        0,
      );
      if (taken) {
        acknowledged.set(id, kind);
        onTaken();
      } else {
        await pause(20);
      }
    }
  };
}

/** @param held a database that another process holds from before the signal until the end; null for none */
async function stopUnderLoad(
  product: ProductProcess,
  load: ReturnType<typeof createLoad>,
  held: string | null,
): Promise<Stopped> {
  let isUp = true;
  let notReadyAt = Number.POSITIVE_INFINITY;
  let takenWhileDraining = 0;
  const loads = Array.from({ length: LOAD }, () =>
    load(
      product.address,
      () => isUp,
      () => {
        if (performance.now() > notReadyAt) takenWhileDraining += 1;
      },
    ),
  );
  await pause(200 + Math.random() * 600);
  const release = held === null ? null : await hold(held);
  if (release) await pause(Math.random() * 1000);
  const from = performance.now();
  product.child.kill('SIGTERM');
  const seen: Seen[] = [];
  const probing = (async () => {
    while (isUp) {
      const answer = await product.ready();
      const at = performance.now();
      seen.push({ at: at - from, status: answer?.status ?? null });
      if (answer?.status === 503) notReadyAt = Math.min(notReadyAt, at);
      await pause(PROBE_MS);
    }
  })();
  const patience = setTimeout(() => product.child.kill('SIGKILL'), EXIT_MS * 2);
  const ended = await product.ended;
  clearTimeout(patience);
  const tookMs = performance.now() - from;
  release?.();
  isUp = false;
  await Promise.all([probing, ...loads]);
  return { ended, tookMs, seen, takenWhileDraining };
}

function faultsOf({ ended, tookMs, seen }: Stopped): readonly string[] {
  const faults: string[] = [];
  if (ended.code !== 0) faults.push(`ended with ${ended.code ?? ended.signal}`);
  if (tookMs > EXIT_MS) faults.push(`ended after ${Math.round(tookMs)} ms`);
  const first = seen.find(({ status }) => status !== 200);
  if (first?.status !== 503) faults.push('stopped answering before it said that it was not ready');
  const after = seen.slice(seen.findIndex(({ status }) => status === 503));
  if (after.some(({ status }) => status === 200)) faults.push('was ready again while it stopped');
  return faults;
}

export async function runStops({ built, stops, lanes, log }: StopsOptions): Promise<HarnessReport> {
  const violations: string[] = [];
  const took: number[] = [];
  const readySeen: number[] = [];
  const figures = { acknowledged: 0, takenWhileDraining: 0, keptOverAStop: 0 };
  let done = 0;

  async function lane(): Promise<void> {
    const slack = await startFakeWorkspaces();
    addPeople(slack);
    const { file, remove } = await prepareDatabase();
    const acknowledged: Acknowledged = new Map();
    let id = 0;
    const load = createLoad(slack, acknowledged, () => id++);
    while (done < stops) {
      done += 1;
      const turn = done;
      const product = await startProcess(built, file, slack.apiUrl);
      const stopped = await stopUnderLoad(product, load, turn % HELD_EACH === 0 ? file : null);
      violations.push(...faultsOf(stopped));
      took.push(stopped.tookMs);
      readySeen.push(stopped.seen.find(({ status }) => status === 503)?.at ?? Number.POSITIVE_INFINITY);
      figures.takenWhileDraining += stopped.takenWhileDraining;
      figures.keptOverAStop += countKept(file);
      if (turn % 50 === 0) log(`${turn} stops`);
    }
    // What was kept over the last stop is done at the next start.
    const last = await startProcess(built, file, slack.apiUrl);
    const from = performance.now();
    while (countKept(file) > 0 && performance.now() - from < 60_000) await pause(100);
    if (countKept(file) > 0) violations.push(`${countKept(file)} acknowledged envelopes were never done`);
    last.child.kill('SIGTERM');
    await last.ended;
    const effects = readEffects(file);
    for (const [each, kind] of acknowledged) {
      const found = effects.reports.get(tokenOf(each)) ?? 0;
      const isReport = kind !== 'press' && kind !== 'reading';
      if (isReport && found !== 1) violations.push(`envelope ${each} (${kind}) has ${found} effects`);
    }
    const presses = [...acknowledged.values()].filter((kind) => kind === 'press').length;
    if (effects.snoozes < presses) violations.push(`${presses} presses have ${effects.snoozes} effects`);
    figures.acknowledged += acknowledged.size;
    await slack.close();
    remove();
  }

  await Promise.all(Array.from({ length: lanes }, lane));
  return {
    figures: {
      stops: took.length,
      'acknowledged under way': figures.acknowledged,
      'of those after it said that it was not ready': figures.takenWhileDraining,
      'kept over a stop and done after it': figures.keptOverAStop,
      'not ready after, p50 / slowest ms': `${percentile(readySeen, 0.5)} / ${percentile(readySeen, 1)}`,
      'ended after, p50 / p99 / slowest ms': `${percentile(took, 0.5)} / ${percentile(took, 0.99)} / ${percentile(took, 1)}`,
    },
    violations,
  };
}

export const stops: Harness = {
  name: 'stops',
  promise: 'a stop says first that it is not ready, ends well within 10 s, and loses nothing acknowledged',
  run: async ({ short, log }) =>
    runStops({ built: await sharedProduct(), stops: short ? 4 : 500, lanes: 2, log }),
};
