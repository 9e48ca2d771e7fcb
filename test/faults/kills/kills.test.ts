/** The kill harness in small; and that it can fail: without one of the product’s precautions it sees duplicates. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltWorker, buildWorker } from '../build-worker.ts';
import { KILL_SETTINGS, reportOf } from './kills.ts';
import { type KillRun, runKills } from './run-kills.ts';

let worker: BuiltWorker;
beforeAll(async () => {
  worker = await buildWorker('test/faults/kills/worker.ts');
}, 60_000);
afterAll(() => worker.remove());

/** A few seconds each, on a machine with nothing else to do. */
const PATIENCE = { timeout: 60_000 };

const settings = (parts: Partial<KillRun>): KillRun => ({
  ...KILL_SETTINGS,
  workerFile: worker.file,
  lanes: { channels: 6, people: 6 },
  kills: 3,
  messages: 30,
  posts: { least: 0, most: 8 },
  drainMs: 30_000,
  without: null,
  log: () => undefined,
  ...parts,
});

test('with all precautions every message is there once, in order', PATIENCE, async () => {
  const outcome = await runKills(settings({}));
  expect(reportOf(outcome).violations).toEqual([]);
  expect(outcome).toMatchObject({ kept: 30, posted: 30 });
  expect(outcome.kills).toBeGreaterThanOrEqual(3);
  // The faults were there to be withstood.
  expect(Object.values(outcome.played).reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
  expect(outcome.found).toBeGreaterThan(0);
});

/** What is not sent by then is reported as well; here only what is twice matters. */
const drainMs = 3_000;

test('without a look into the history, messages are reported twice', PATIENCE, async () => {
  const shares = { 'commit-then-drop': 0.2, 'error-after-commit': 0.2 };
  const outcome = await runKills(settings({ without: 'RECONCILIATION', shares, kills: 2, drainMs }));
  expect(outcome.verdict.twice.length).toBeGreaterThan(0);
  expect(reportOf(outcome).violations).toContain(`twice: ${outcome.verdict.twice[0]}`);
});

test('without fencing, messages that both instances send are reported twice', PATIENCE, async () => {
  const outcome = await runKills(settings({ without: 'FENCING', shares: {}, kills: 2, drainMs }));
  expect(outcome.verdict.twice.length).toBeGreaterThan(0);
  expect(reportOf(outcome).violations).toContain(`twice: ${outcome.verdict.twice[0]}`);
});
