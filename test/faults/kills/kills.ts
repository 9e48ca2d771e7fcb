import { buildWorker } from '../build-worker.ts';
import type { Harness, HarnessReport } from '../harness.ts';
import { type KillOutcome, type KillRun, runKills } from './run-kills.ts';

/** The product's times, some fifteen to twenty times as fast: Slack’s late commits among them. */
export const KILL_SETTINGS = {
  seed: 2020,
  lanes: { channels: 40, people: 40 },
  delivery: { paceMs: 10, requestTimeoutMs: 400, reconcileAfterMs: 1_500, claimSeconds: 4 },
  lateCommitMs: { least: 20, most: 300 },
  shares: {
    'drop-before-commit': 0.03,
    'commit-then-drop': 0.03,
    'late-commit': 0.03,
    hang: 0.02,
    'commit-then-hang': 0.02,
    'rate-limited': 0.02,
    'error-after-commit': 0.03,
    'internal-error-after-commit': 0.03,
  },
} as const satisfies Partial<KillRun>;

const FULL = { kills: 1_000, messages: 5_000, posts: { least: 0, most: 11 }, drainMs: 300_000 };
const SHORT = { kills: 20, messages: 100, posts: { least: 0, most: 11 }, drainMs: 20_000 };

export const kills: Harness = {
  name: 'kills',
  promise: 'SIGKILL at random moments, two instances, a faulty Slack: 0 lost, 0 twice, 0 out of order',
  async run({ short, log }) {
    const worker = await buildWorker('test/faults/kills/worker.ts');
    try {
      const run = {
        ...KILL_SETTINGS,
        ...(short ? SHORT : FULL),
        workerFile: worker.file,
        without: null,
        log,
      };
      return reportOf(await runKills(run));
    } finally {
      worker.remove();
    }
  },
};

export function reportOf(outcome: KillOutcome): HarnessReport {
  const { verdict, played } = outcome;
  const standing = verdict.doubtful.filter(({ posted }) => posted).length;
  const broken = (what: string, keys: readonly string[]) => keys.map((key) => `${what}: ${key}`);
  return {
    figures: {
      messages: outcome.kept,
      kills: outcome.kills,
      '… of a worker that held messages': outcome.killsInFlight,
      '… between a post and its settlement': outcome.killsBetweenPostAndSettlement,
      ...Object.fromEntries(Object.entries(played).map(([kind, count]) => [`played ${kind}`, count])),
      posted: outcome.posted,
      'found, and not posted again': outcome.found,
      lost: verdict.lost.length,
      twice: verdict.twice.length,
      'out of order': verdict.outOfOrder.length,
      doubtful: `${verdict.doubtful.length} (${standing} of them stand in Slack)`,
      ...tally(
        'doubtful because of',
        verdict.doubtful.map(({ error }) => error),
      ),
      dead: verdict.dead.length,
      ...Object.fromEntries([...outcome.failures].map(([error, count]) => [`worker said ${error}`, count])),
      'the workspace stood still for at most, ms': outcome.standstillMs.toFixed(0),
      'left to send after the last kill, s': (outcome.drainedInMs / 1000).toFixed(1),
    },
    violations: [
      ...broken('lost', verdict.lost),
      ...broken('twice', verdict.twice),
      ...broken('out of order', verdict.outOfOrder),
      ...verdict.dead.map(({ key, error }) => `given up without a definite refusal: ${key}: ${error}`),
      ...verdict.wrong,
      ...outcome.wrong,
    ],
  };
}

function tally(what: string, all: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of all) counts[`${what} ${each}`] = (counts[`${what} ${each}`] ?? 0) + 1;
  return counts;
}
