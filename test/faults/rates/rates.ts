import { DELIVERY_TIMES } from '../../../src/services/context.ts';
import type { Harness, HarnessReport } from '../harness.ts';
import { type RateOutcome, type RateRun, runRates } from './run-rates.ts';

/** With the product’s own times. */
export const RATE_SETTINGS = {
  busy: 500,
  others: 200,
  lanes: { channels: 21, people: 20 },
  everyMs: 1_000,
  delivery: DELIVERY_TIMES,
  retryAfterSeconds: 3,
  toldToWait: 0.04,
};

/** Fewer messages, at the same pace. */
const SHORT = {
  ...RATE_SETTINGS,
  busy: 8,
  others: 30,
  lanes: { channels: 6, people: 6 },
  retryAfterSeconds: 1,
  toldToWait: 0.25,
};

const LATEST_MS = 2_000;

export const rates: Harness = {
  name: 'rates',
  promise: 'one busy channel under rate limits: none before its time, no other channel later than 2 s',
  async run({ short, log }) {
    const run: RateRun = { ...(short ? SHORT : RATE_SETTINGS), seed: 2020, log };
    return reportOf(run, await runRates(run));
  },
};

export function reportOf(run: Omit<RateRun, 'log' | 'seed'>, outcome: RateOutcome): HarnessReport {
  const { delaysMs, verdict } = outcome;
  const share = (part: number) => delaysMs[Math.ceil(part * delaysMs.length) - 1] ?? 0;
  const late = delaysMs.filter((delay) => delay > LATEST_MS);
  const broken = (what: string, keys: readonly string[]) => keys.map((key) => `${what}: ${key}`);
  return {
    figures: {
      'to the busy channel': run.busy,
      'to others': run.others,
      'a channel takes one every, ms': run.everyMs,
      'told to wait at random': outcome.toldToWait,
      'least between two posts to the busy channel, ms': outcome.leastGapMs.toFixed(0),
      'called before their time': outcome.beforeTheirTime.length,
      'refused as too fast': outcome.refused,
      [`others later than ${LATEST_MS} ms`]: late.length,
      'delay of others, ms (p50, p99, most)': [0.5, 0.99, 1].map((part) => share(part).toFixed(0)).join(', '),
      lost: verdict.lost.length,
      twice: verdict.twice.length,
      'out of order': verdict.outOfOrder.length,
    },
    violations: [
      ...outcome.beforeTheirTime.map(
        ({ method, conversation, tooSoonByMs }) =>
          `${method} in ${conversation} came ${tooSoonByMs} ms before its time`,
      ),
      ...(outcome.refused === 0 ? [] : [`${outcome.refused} calls came faster than Slack takes them`]),
      ...late.map((delay) => `another channel’s message came ${delay.toFixed(0)} ms late`),
      ...broken('lost', verdict.lost),
      ...broken('twice', verdict.twice),
      ...broken('out of order', verdict.outOfOrder),
      ...[...verdict.dead, ...verdict.doubtful].map(({ key, error }) => `not sent: ${key}: ${error}`),
      ...verdict.wrong,
      ...outcome.errors,
    ],
  };
}
