import { setTimeout as pause } from 'node:timers/promises';
import { startFakeWorkspaces } from '../../slack/platform/fake-workspaces.ts';
import type { Harness, HarnessOptions, HarnessReport } from '../harness.ts';
import { holdDatabase } from '../hold-database.ts';
import { addPeople, bodyOf, deliver, KINDS, type Kind, percentile, tokenOf } from '../played-slack.ts';
import {
  type BuiltProduct,
  type ProductProcess,
  prepareDatabase,
  sharedProduct,
  startProcess,
} from '../product-process.ts';
import { countKept, readEffects } from '../recorded-effects.ts';

export type InboundOptions = {
  readonly built: BuiltProduct;
  readonly envelopes: number;
  /** Deliveries under way at once. */
  readonly atOnce: number;
  /** From the start of one time that another process holds the database to the next. */
  readonly heldEveryMs: number;
  readonly killEveryMs: number;
  /** Within which 99 of 100 deliveries are to be acknowledged. */
  readonly p99Ms: number;
  /** False makes every delivery another one: what would come of a product that knows no repetition. */
  readonly isSame: boolean;
  readonly log: HarnessOptions['log'];
};

const HELD_MS = 2000;
const INSTANCES = 2;
const MOST_TRIES = 60;

type Envelope = { readonly id: number; readonly kind: Kind; readonly times: number };

/** Each of another kind than the one before; delivered 1 to 4 times. */
const envelopeOf = (id: number): Envelope => ({
  id,
  kind: KINDS[id % KINDS.length] ?? 'message',
  times: 1 + Math.floor(Math.random() * 4),
});

export async function runInbound(options: InboundOptions): Promise<HarnessReport> {
  const { built, envelopes, atOnce, isSame, log } = options;
  const slack = await startFakeWorkspaces();
  addPeople(slack);
  const { file, remove } = await prepareDatabase();
  const start = () => startProcess(built, file, slack.apiUrl);
  const alive: ProductProcess[] = await Promise.all(Array.from({ length: INSTANCES }, start));
  const over = new AbortController();
  const signals = { SIGKILL: 0, SIGTERM: 0 };
  let held = 0;

  /** One of the instances after the other, by turns gently and not. */
  async function killThem(): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      await pause(options.killEveryMs / 2 + Math.random() * options.killEveryMs, undefined, {
        signal: over.signal,
      });
      const index = turn % INSTANCES;
      const signal = Math.random() < 0.5 ? 'SIGKILL' : 'SIGTERM';
      const victim = alive[index];
      victim?.child.kill(signal);
      signals[signal] += 1;
      await victim?.ended;
      alive[index] = await start();
    }
  }

  async function holdIt(): Promise<void> {
    for (;;) {
      const release = await holdDatabase(file);
      held += 1;
      await pause(HELD_MS);
      release();
      await pause(options.heldEveryMs - HELD_MS, undefined, { signal: over.signal });
    }
  }

  const times = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
  const acknowledged = new Set<number>();
  const counted = { deliveries: 0, unanswered: 0, refused: 0 };

  async function once({ id, kind }: Envelope, number: number): Promise<void> {
    const identity = isSame ? String(id) : `${id}${number}`;
    const body = bodyOf(kind, id, identity, slack.responseUrl);
    const instance = alive[Math.floor(Math.random() * INSTANCES)];
    const { status, ms, acknowledged: taken } = await deliver(instance?.address ?? '', body, number);
    counted.deliveries += 1;
    if (status === null) counted.unanswered += 1;
    else if (status !== 200) counted.refused += 1;
    if (status === 200) times.get(kind)?.push(ms);
    if (taken) acknowledged.add(id);
  }

  /** All its deliveries at once or nearly, and on until it is acknowledged. */
  async function play(envelope: Envelope): Promise<void> {
    await Promise.all(
      Array.from({ length: envelope.times }, async (_, number) => {
        await pause(Math.random() * 300);
        await once(envelope, number);
      }),
    );
    for (let tries = 0; !acknowledged.has(envelope.id) && tries < MOST_TRIES; tries += 1) {
      await pause(200);
      await once(envelope, envelope.times + tries);
    }
  }

  const stopping = Promise.allSettled([killThem(), holdIt()]);
  let next = 0;
  const worker = async () => {
    for (;;) {
      const id = next++;
      if (id >= envelopes) return;
      await play(envelopeOf(id));
      if ((id + 1) % 1000 === 0) log(`${id + 1} envelopes played`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  over.abort();
  await stopping;
  const from = performance.now();
  // What is left of those that were killed is free once their lease is over.
  while (countKept(file) > 0 && performance.now() - from < 60_000) await pause(100);
  const kept = countKept(file);
  const settledMs = performance.now() - from;
  for (const { child, ended } of alive) {
    child.kill('SIGTERM');
    await ended;
  }
  const effects = readEffects(file);
  await slack.close();
  remove();

  const violations: string[] = [];
  if (kept > 0) violations.push(`${kept} acknowledged envelopes were never done`);
  const expected = { press: 0, message: 0 };
  for (let id = 0; id < envelopes; id += 1) {
    const { kind } = envelopeOf(id);
    if (!acknowledged.has(id)) violations.push(`envelope ${id} (${kind}) was never acknowledged`);
    if (kind === 'press' || kind === 'message') expected[kind] += 1;
    if (kind === 'press' || kind === 'reading') continue;
    const found = effects.reports.get(tokenOf(id)) ?? 0;
    if (found === 0) violations.push(`envelope ${id} (${kind}) was acknowledged and has no effect`);
    if (found > 1) violations.push(`envelope ${id} (${kind}) has ${found} effects`);
  }
  if (effects.snoozes !== expected.press) {
    violations.push(`${expected.press} presses have ${effects.snoozes} effects`);
  }
  const all = [...times.values()].flat();
  const p99 = percentile(all, 0.99);
  if (p99 >= options.p99Ms)
    violations.push(`acknowledged in ${p99} ms at p99: not within ${options.p99Ms} ms`);
  return {
    figures: {
      envelopes,
      ...counted,
      instances: INSTANCES,
      'killed by SIGKILL': signals.SIGKILL,
      'stopped by SIGTERM': signals.SIGTERM,
      'times the database was held for 2 s': held,
      'acknowledged, p50 ms': percentile(all, 0.5),
      'acknowledged, p99 ms': p99,
      ...Object.fromEntries(
        [...times].map(([kind, each]) => [
          `acknowledged, ${kind}: p50 / p99 / slowest ms`,
          `${percentile(each, 0.5)} / ${percentile(each, 0.99)} / ${percentile(each, 1)}`,
        ]),
      ),
      'reports recorded': [...effects.reports.values()].reduce((sum, each) => sum + each, 0),
      'snoozes recorded': effects.snoozes,
      'done after the last acknowledgement, ms': Math.round(settledMs),
    },
    violations,
  };
}

export const inbound: Harness = {
  name: 'inbound',
  promise:
    'whatever comes in once or several times has exactly one effect, and is acknowledged within a second',
  run: async ({ short, log }) =>
    runInbound({
      built: await sharedProduct(),
      envelopes: short ? 150 : 10_000,
      // More would measure how two instances share the processor with the one that plays Slack.
      atOnce: 4,
      heldEveryMs: short ? 3000 : 6000,
      killEveryMs: short ? 3000 : 8000,
      // A gate shares its machine with whatever else runs there.
      p99Ms: short ? 2000 : 1000,
      isSame: true,
      log,
    }),
};
