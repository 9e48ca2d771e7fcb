/** A scrape, read as Prometheus would: every line a comment or a sample. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createMetricsHandler } from '../../src/web/metrics.ts';
import { openTestContext, type TestContext } from '../helpers/context.ts';
import { LAVORO } from '../helpers/figures.ts';
import { openTwin } from '../helpers/timed-context.ts';
import { settle, weeklyRuns } from '../services/schedule/support.ts';

const SAMPLE = /^[a-z_]+(?:\{(?:[a-z_]+="[^"\\]*",?)+\})? -?\d+(?:\.\d+)?$/;

async function serve(context: Pick<TestContext, 'store'>, isReady = async () => true) {
  const server = createServer(createMetricsHandler({ context: context as TestContext, isReady }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return async () => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) expect(line).toMatch(SAMPLE);
    return lines;
  };
}

test('slots by plan, kind and outcome; messages by state; whether it serves', async () => {
  const context = await openTestContext();
  await settle(
    context,
    context.planId,
    ...weeklyRuns(3),
    { structure: LAVORO, outcome: 'LATE' },
    { kind: 'MONTHLY_DIGEST', structure: null, period: '2020-08', outcome: 'SKIPPED', because: 'STALE' },
  );
  const scrape = await serve(context);
  expect((await scrape()).sort()).toEqual([
    'arti_outbox_messages{state="doubtful"} 0',
    'arti_outbox_messages{state="pending"} 0',
    'arti_outbox_messages{state="refused"} 0',
    'arti_ready 1',
    'arti_slot_runs_total{plan="2020",kind="check_in",outcome="late"} 1',
    'arti_slot_runs_total{plan="2020",kind="check_in",outcome="on_time"} 3',
    'arti_slot_runs_total{plan="2020",kind="monthly_digest",outcome="skipped"} 1',
  ]);
});

test('what another process settled counts too, and nothing twice however often it is looked at', async () => {
  const context = await openTestContext();
  const twin = await openTwin(context);
  onTestFinished(() => twin.store.close());
  const scrape = await serve(context);
  const slots = async () => (await scrape()).filter((line) => line.startsWith('arti_slot_runs_total'));
  expect(await slots()).toEqual([]);
  await settle(twin, context.planId, {});
  const one = 'arti_slot_runs_total{plan="2020",kind="check_in",outcome="on_time"} 1';
  expect(await Promise.all([slots(), slots(), slots()])).toEqual([[one], [one], [one]]);
});

test('messages that wait', async () => {
  const context = await openTestContext();
  await context.store.commit({
    planId: context.planId,
    revision: null,
    lastSequence: null,
    recordedAt: '2020-09-14T10:00:00.000Z',
    inbox: null,
    outbox: () => [
      {
        key: 'k',
        destination: { kind: 'CHANNEL', name: 'osru' },
        notice: { kind: 'STRUCTURE_SUMMARY', structure: LAVORO, summaryId: 's' },
      },
    ],
  });
  expect(await (await serve(context))()).toContain('arti_outbox_messages{state="pending"} 1');
});

test('a process that does not serve says 0', async () => {
  const context = await openTestContext();
  expect(await (await serve(context, async () => false))()).toContain('arti_ready 0');
});
