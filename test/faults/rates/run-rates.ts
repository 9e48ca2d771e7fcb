/**
 * One channel has far more to hear than Slack takes, and is told to wait now and then; meanwhile others are written to.
 * Two instances send. Measured at the workspace: no call before its time, and how long the others had to wait.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryTimes } from '../../../src/services/context.ts';
import type { Deliver } from '../../../src/services/outbox.ts';
import { createFaults } from '../../../src/slack-local/faults/create-faults.ts';
import { createRandom } from '../../../src/slack-local/faults/random.ts';
import type { CallBeforeItsTime } from '../../../src/slack-local/web-api/rate-limits.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { judge, type Verdict } from '../kills/judge.ts';
import { openKeptMessages } from '../kills/kept-messages.ts';
import { factWithMessage, messageKey } from '../lane-context.ts';
import { createLaneDatabase } from '../lane-database.ts';
import { createLanes, laneChannels } from '../lanes.ts';
import { startLeanInstance } from '../lean-instance.ts';
import { startWorkspaceServer } from '../workspace-server.ts';

export type RateRun = {
  readonly seed: number;
  /** To the one channel, all at the beginning. */
  readonly busy: number;
  /** To others, spread over the time that the busy channel takes. */
  readonly others: number;
  readonly lanes: { readonly channels: number; readonly people: number };
  /** Slack’s one a second, or a part of it: what the workspace takes, without any burst. */
  readonly everyMs: number;
  readonly delivery: DeliveryTimes;
  /** Share of the calls to the busy channel that are told to wait for no reason of ours. */
  readonly toldToWait: number;
  readonly retryAfterSeconds: number;
  readonly log: (line: string) => void;
  /** Stands in for the product’s own delivery, in the harness’s own tests. */
  readonly changeDeliver?: (deliver: Deliver) => Deliver;
};

export type RateOutcome = {
  readonly verdict: Verdict;
  readonly beforeTheirTime: readonly CallBeforeItsTime[];
  /** By the workspace, because one came faster than it takes them. */
  readonly refused: number;
  readonly toldToWait: number;
  /** Of each message to others, from when it could first have been posted until it was; ascending. */
  readonly delaysMs: readonly number[];
  /** Between two posts to the busy channel, at least. */
  readonly leastGapMs: number;
  readonly errors: readonly string[];
};

const INSTANCES = 2;

export async function runRates(run: RateRun): Promise<RateOutcome> {
  const directory = mkdtempSync(join(tmpdir(), 'arti-rates-'));
  const file = join(directory, 'arti.db');
  const lanes = createLanes(run.lanes.channels, run.lanes.people);
  const [busyLane, ...otherLanes] = lanes;
  const [busyChannel] = laneChannels(lanes);
  if (!busyLane || !busyChannel) throw new RangeError('lanes: at least one channel');
  const planId = await createLaneDatabase(file, lanes);
  const faults = createFaults({
    seed: run.seed,
    shares: { 'rate-limited': run.toldToWait },
    lateCommitMs: { least: 0, most: 0 },
    retryAfterSeconds: run.retryAfterSeconds,
    spare: (method, { channel }) => method !== 'chat.postMessage' || channel !== busyChannel.id,
  });
  const server = await startWorkspaceServer({
    lanes,
    faults,
    rateLimits: { everyMs: run.everyMs, burst: 1 },
  });
  const errors: string[] = [];
  const stores = await Promise.all(Array.from({ length: INSTANCES }, () => openStore({ file })));
  const instances = await Promise.all(
    stores.map((store) =>
      startLeanInstance({
        store,
        apiUrl: server.apiUrl,
        delivery: run.delivery,
        changeDeliver: run.changeDeliver ?? ((deliver) => deliver),
        onError: (error) => errors.push(String(error)),
      }),
    ),
  );
  const kept = openKeptMessages(file);
  const random = createRandom(run.seed);
  /** By key, the moment at which it was recorded. */
  const recordedAt = new Map<string, number>();

  /** By one instance or the other, which wakes its own delivery alone. */
  async function record(number: number, lane: typeof busyLane): Promise<void> {
    const { context } = instances[number % INSTANCES] ?? {};
    if (!context || !lane) throw new Error('no instance');
    await context.store.commit(factWithMessage(planId, number, lane));
    recordedAt.set(messageKey(number), Date.now());
    context.wakeDelivery();
  }

  try {
    for (let number = 0; number < run.busy; number++) await record(number, busyLane);
    run.log(`${run.busy} recorded for one channel`);
    const everyMs = (run.busy * run.everyMs) / run.others;
    for (let number = run.busy; number < run.busy + run.others; number++) {
      const lane = otherLanes[Math.floor(random() * otherLanes.length)];
      if (!lane) throw new RangeError('lanes: at least two');
      await record(number, lane);
      await pause(2 * everyMs * random());
      if ((number - run.busy + 1) % 50 === 0) {
        run.log(`${number - run.busy + 1} of the others recorded; ${kept.pending()} wait`);
      }
    }
    const deadline = Date.now() + run.busy * run.everyMs * 2 + 30_000;
    while (kept.pending() > 0 && Date.now() < deadline) await pause(20);
    const posts = server.posts();
    const keys = Array.from({ length: run.busy + run.others }, (_, number) => messageKey(number));
    return {
      verdict: judge(keys, kept.list(), posts),
      beforeTheirTime: server.workspace.rateLimiter.callsBeforeTheirTime(),
      refused: server.workspace.rateLimiter.refused(),
      toldToWait: faults.played()['rate-limited'],
      ...measure(posts, recordedAt, busyChannel.id, run.everyMs),
      errors,
    };
  } finally {
    await Promise.all(instances.map((instance) => instance.stop()));
    await Promise.all(stores.map((store) => store.close()));
    kept.close();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

const posted = (ts: string): number => Number(ts) * 1000;

/** A message could first be posted once it was recorded, and once its channel took another one. */
function measure(
  posts: readonly { readonly channel: string; readonly ts: string; readonly key: string }[],
  recordedAt: ReadonlyMap<string, number>,
  busyChannel: string,
  everyMs: number,
): Pick<RateOutcome, 'delaysMs' | 'leastGapMs'> {
  const before = new Map<string, number>();
  const delays: number[] = [];
  let leastGapMs = Number.POSITIVE_INFINITY;
  for (const { channel, ts, key } of posts) {
    const at = posted(ts);
    const last = before.get(channel);
    before.set(channel, at);
    if (channel === busyChannel) {
      if (last !== undefined) leastGapMs = Math.min(leastGapMs, at - last);
      continue;
    }
    delays.push(at - Math.max(recordedAt.get(key) ?? 0, last === undefined ? 0 : last + everyMs));
  }
  return { delaysMs: delays.sort((a, b) => a - b), leastGapMs };
}
