/**
 * Two instances of the product on one database write to a faulty workspace, and are killed at random moments over and
 * over; then they are left in peace until nothing waits any more, and what stands in the workspace is judged.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DeliveryTimes } from '../../../src/services/context.ts';
import {
  createFaults,
  type FaultKind,
  type FaultPlan,
} from '../../../src/slack-local/faults/create-faults.ts';
import { between, createRandom, type Random } from '../../../src/slack-local/faults/random.ts';
import { messageKey } from '../lane-context.ts';
import { createLaneDatabase } from '../lane-database.ts';
import { createLanes, type Lane } from '../lanes.ts';
import { startWorkspaceServer } from '../workspace-server.ts';
import { type Instance, type InstanceEvents, loadInstance } from './instance.ts';
import { judge, type Verdict } from './judge.ts';
import { checkDatabase, type KeptMessages, openKeptMessages } from './kept-messages.ts';
import type { Recording, Start, Without } from './worker-messages.ts';

export type KillRun = {
  /** Of `buildWorker`. */
  readonly workerFile: string;
  readonly seed: number;
  readonly kills: number;
  readonly messages: number;
  readonly lanes: { readonly channels: number; readonly people: number };
  /** How many messages a worker posts before it is killed, unless it is killed while it starts. */
  readonly posts: { readonly least: number; readonly most: number };
  readonly delivery: DeliveryTimes;
  readonly shares: FaultPlan['shares'];
  readonly lateCommitMs: FaultPlan['lateCommitMs'];
  /** How long what is left may take once nobody is killed any more. */
  readonly drainMs: number;
  readonly without: Without | null;
  readonly log: (line: string) => void;
};

export type KillOutcome = {
  readonly verdict: Verdict;
  /** Of the database, and of what the product said of itself. */
  readonly wrong: readonly string[];
  readonly kept: number;
  readonly posted: number;
  readonly kills: number;
  /** Kills of a worker that held messages; and of one of whose messages at least one stood in Slack already. */
  readonly killsInFlight: number;
  readonly killsBetweenPostAndSettlement: number;
  /** Settled as sent by an attempt that posted nothing. */
  readonly found: number;
  readonly played: Readonly<Record<FaultKind, number>>;
  /** What the delivery loop or a commit threw, by its text. */
  readonly failures: ReadonlyMap<string, number>;
  readonly drainedInMs: number;
  /**
   * The longest that this process, which is the workspace, stood still. What it takes late for that reason no product
   * can foresee: near `reconcileAfterMs` it says more of the machine than of the product.
   */
  readonly standstillMs: number;
};

const INSTANCES = 2;
/** Share of the workers that are killed while they start, or soon after. */
const EARLY = 0.15;
const START_MS = 400;
/** A worker that finds nothing to send is killed all the same. */
const IDLE_MS = 2_000;
/** Messages that are recorded ahead of the kills, so that there is always something to send. */
const AHEAD = 150;

const migrationsDirectory = fileURLToPath(new URL('../../../drizzle', import.meta.url));

export async function runKills(run: KillRun): Promise<KillOutcome> {
  const directory = mkdtempSync(join(tmpdir(), 'arti-kills-'));
  const databaseFile = join(directory, 'arti.db');
  const lanes = createLanes(run.lanes.channels, run.lanes.people);
  const planId = await createLaneDatabase(databaseFile, lanes);
  const faults = createFaults({
    seed: run.seed,
    shares: run.shares,
    lateCommitMs: run.lateCommitMs,
    retryAfterSeconds: 1,
    // An instance that cannot ask who it is does not start: that is another harness's matter.
    spare: (method) => method === 'auth.test',
  });
  const attempts = createAttempts();
  const watch = createWatch();
  const server = await startWorkspaceServer({
    lanes,
    rateLimits: null,
    faults: {
      beforeCommit(method, args) {
        if (method === 'chat.postMessage') watch.posting(attempts.posting(args));
        return faults.beforeCommit?.(method, args);
      },
      ...(faults.afterCommit ? { afterCommit: faults.afterCommit } : {}),
    },
  });
  const kept = openKeptMessages(databaseFile);
  const failures = new Map<string, number>();
  const events: InstanceEvents = {
    claimed: attempts.claimed,
    failed: (error) => failures.set(error, (failures.get(error) ?? 0) + 1),
  };
  const order: Start = {
    kind: 'START',
    databaseFile,
    migrationsDirectory,
    apiUrl: server.apiUrl,
    delivery: run.delivery,
    without: run.without,
  };
  const random = createRandom(run.seed);
  const standstill = monitorEventLoopDelay({ resolution: 10 });
  standstill.enable();
  const crew = createCrew(() => loadInstance(run.workerFile, events), order);
  try {
    const tally = createTally(kept, () => new Set(server.posts().map(({ key }) => key)));
    const recording = recordAll(run, planId, lanes, crew, () => tally.kills);
    await Promise.all(
      Array.from({ length: INSTANCES }, async () => {
        while (tally.kills < run.kills) {
          const instance = await crew.add();
          await untilKilled(watch, instance, random, run);
          await crew.kill(instance);
          tally.killed(instance);
          if (tally.kills % 100 === 0) {
            run.log(`${tally.kills} killed; ${kept.list().length} recorded, ${kept.pending()} of them wait`);
          }
        }
      }),
    );
    // Two more, which nobody kills until the end.
    const survivors = await Promise.all(Array.from({ length: INSTANCES }, () => crew.add()));
    await recording;
    const started = performance.now();
    run.log(`all recorded; ${kept.pending()} wait`);
    const deadline = started + run.drainMs;
    while (kept.pending() > 0 && performance.now() < deadline) await pause(50);
    const drainedInMs = performance.now() - started;
    // What was to take effect late has done so.
    await pause(run.lateCommitMs.most + 100);
    await Promise.all(survivors.map((instance) => crew.kill(instance)));

    const rows = kept.list();
    const posts = server.posts();
    const keys = Array.from({ length: run.messages }, (_, number) => messageKey(number));
    return {
      verdict: judge(keys, rows, posts),
      wrong: [
        ...checkDatabase(databaseFile),
        ...(kept.reports() === run.messages
          ? []
          : [`${kept.reports()} facts are kept of ${run.messages} that were recorded`]),
      ],
      kept: rows.length,
      posted: posts.length,
      kills: tally.kills,
      killsInFlight: tally.inFlight,
      killsBetweenPostAndSettlement: tally.betweenPostAndSettlement,
      found: rows.filter(({ state, key, attempt }) => state === 'SENT' && attempts.lastPosting(key) < attempt)
        .length,
      played: faults.played(),
      failures,
      drainedInMs,
      standstillMs: standstill.max / 1e6,
    };
  } finally {
    standstill.disable();
    kept.close();
    await crew.end();
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * How much a worker does before it is killed. It is measured by what it posts, not by time: on a machine with much
 * else to do workers killed by the clock would die before they did anything.
 */
async function untilKilled(watch: Watch, instance: Instance, random: Random, run: KillRun): Promise<void> {
  if (random() < EARLY) return pause(between(random, 0, START_MS));
  await Promise.race([instance.working, pause(IDLE_MS)]);
  const posts = between(random, run.posts.least, run.posts.most);
  if (posts > 0) await Promise.race([watch.posts(instance, posts), pause(IDLE_MS)]);
  // Between the arrival of a message at Slack and the worker's note of it there are some milliseconds.
  await pause(between(random, 0, random() < 0.5 ? 10 : 100));
}

/** Tells when an instance has posted so often. */
function createWatch() {
  const waiting = new Map<Instance, { left: number; readonly resolve: () => void }>();
  return {
    posts: (instance: Instance, count: number) =>
      new Promise<void>((resolve) => {
        waiting.set(instance, { left: count, resolve });
      }),
    /** A message may have been claimed by both, one after the other: then it counts for both. */
    posting(key: string): void {
      for (const [instance, wanted] of waiting) {
        if (!instance.claims.has(key)) continue;
        wanted.left -= 1;
        if (wanted.left > 0) continue;
        waiting.delete(instance);
        wanted.resolve();
      }
    },
  };
}

type Watch = ReturnType<typeof createWatch>;

/** At which attempt each message was posted last: one that is sent at a later attempt was found. */
function createAttempts() {
  const claimed = new Map<string, number>();
  const posted = new Map<string, number>();
  return {
    claimed: (key: string, attempt: number) => {
      claimed.set(key, Math.max(claimed.get(key) ?? 0, attempt));
    },
    /** The key of the message that such a call posts. */
    posting({ metadata }: Readonly<{ metadata?: unknown }>): string {
      const parsed: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata;
      const key = (parsed as { event_payload?: { key?: string } } | undefined)?.event_payload?.key ?? '';
      posted.set(key, claimed.get(key) ?? 0);
      return key;
    },
    lastPosting: (key: string): number => posted.get(key) ?? 0,
  };
}

/** Those that live, with the next ones loaded ahead. */
function createCrew(load: () => Instance, order: Start) {
  const living = new Set<Instance>();
  const next = Array.from({ length: INSTANCES }, load);
  return {
    async add(): Promise<Instance> {
      const instance = next.shift() ?? load();
      next.push(load());
      await instance.loaded;
      // It lives from here on: it may be killed while it starts.
      instance.start(order);
      living.add(instance);
      return instance;
    },
    async kill(instance: Instance): Promise<void> {
      living.delete(instance);
      await instance.kill();
    },
    one(random: Random): Instance | undefined {
      return [...living][Math.floor(random() * living.size)];
    },
    async end(): Promise<void> {
      await Promise.all([...living, ...next.splice(0)].map((instance) => instance.kill()));
    },
  };
}

type Crew = ReturnType<typeof createCrew>;

/** Tells whichever instance lives of one fact after the other, each until one says that it is recorded. */
async function recordAll(
  run: KillRun,
  planId: number,
  lanes: readonly Lane[],
  crew: Crew,
  kills: () => number,
): Promise<void> {
  /** So that messages come in until the last kill. */
  const mayBeRecorded = () => AHEAD + (run.messages * kills()) / run.kills;
  const random = createRandom(run.seed + 1);
  let next = 0;
  const record = async () => {
    for (let number = next++; number < run.messages; number = next++) {
      const lane = lanes[Math.floor(random() * lanes.length)];
      if (!lane) throw new Error('no lanes');
      while (number > mayBeRecorded()) await pause(20);
      const fact: Recording = { kind: 'RECORD', planId, number, lane };
      while (!((await crew.one(random)?.record(fact)) ?? false)) await pause(10);
    }
  };
  await Promise.all(Array.from({ length: 4 }, record));
}

function createTally(kept: KeptMessages, posted: () => ReadonlySet<string>) {
  const tally = { kills: 0, inFlight: 0, betweenPostAndSettlement: 0 };
  return Object.assign(tally, {
    killed({ claims }: Instance): void {
      tally.kills += 1;
      // Another may have taken a message since: then the attempt is another.
      const held = kept.held().filter(({ key, attempt }) => claims.get(key) === attempt);
      if (held.length === 0) return;
      tally.inFlight += 1;
      const standing = posted();
      if (held.some(({ key }) => standing.has(key))) tally.betweenPostAndSettlement += 1;
    },
  });
}
