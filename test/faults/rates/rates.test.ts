/** The harness of rate limits in small; and that it can fail. */
import { expect, test } from 'vitest';
import type { Deliver } from '../../../src/services/outbox.ts';
import { RATE_SETTINGS, reportOf } from './rates.ts';
import { type RateRun, runRates } from './run-rates.ts';

/** A few seconds each, on a machine with nothing else to do. */
const PATIENCE = { timeout: 60_000 };

const settings = (parts: Partial<RateRun>): RateRun => ({
  ...RATE_SETTINGS,
  seed: 3,
  busy: 6,
  others: 6,
  lanes: { channels: 4, people: 3 },
  everyMs: 200,
  delivery: { ...RATE_SETTINGS.delivery, paceMs: 200 },
  toldToWait: 0,
  retryAfterSeconds: 1,
  log: () => undefined,
  ...parts,
});

test('paced, nothing comes before its time', PATIENCE, async () => {
  const run = settings({ toldToWait: 0.2 });
  const outcome = await runRates(run);
  expect(reportOf(run, outcome).violations.filter((each) => !/late$/.test(each))).toEqual([]);
  expect(outcome.leastGapMs).toBeGreaterThanOrEqual(run.everyMs);
  expect(outcome.delaysMs).toHaveLength(6);
});

test('without a pace, it reports calls that came too fast', PATIENCE, async () => {
  const run = settings({ delivery: { ...RATE_SETTINGS.delivery, paceMs: 0 } });
  const { violations } = reportOf(run, await runRates(run));
  expect(violations.join()).toMatch(/calls came faster than Slack takes them/);
});

test('without obedience to Retry-After, it reports calls before their time', PATIENCE, async () => {
  const impatient =
    (deliver: Deliver): Deliver =>
    async (message, postBy) => {
      const settlement = await deliver(message, postBy);
      return settlement.outcome === 'RETRY'
        ? { ...settlement, notBefore: new Date().toISOString() }
        : settlement;
    };
  const run = settings({ toldToWait: 0.5, changeDeliver: impatient });
  const outcome = await runRates(run);
  expect(outcome.toldToWait).toBeGreaterThan(0);
  expect(reportOf(run, outcome).violations.join()).toMatch(/before its time/);
});

test('with others behind the busy channel, it reports that they are late', PATIENCE, async () => {
  let turn: Promise<unknown> = Promise.resolve();
  const oneByOne =
    (deliver: Deliver): Deliver =>
    (message, postBy) => {
      const mine = turn.then(async () => {
        const settlement = await deliver(message, postBy);
        await new Promise((resolve) => setTimeout(resolve, 800));
        return settlement;
      });
      turn = mine;
      return mine;
    };
  const run = settings({ changeDeliver: oneByOne });
  expect(reportOf(run, await runRates(run)).violations.join()).toMatch(/another channel’s message came/);
});
