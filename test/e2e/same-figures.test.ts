/**
 * Slack, the API and the command line show the same figures of every goal, phase and structure: the product runs,
 * a year of reports is recorded, and each edge is asked over its own wire.
 */
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratio } from '../../src/domain/ratio.ts';
import { formatShare } from '../../src/messages/format.ts';
import { askGraphql, type RunningProduct, runArti, startProduct } from '../helpers/running-product.ts';
import { textOf, type WorkspaceClient, workspaceClient } from '../helpers/workspace-client.ts';

type Progress = {
  percent: number | null;
  coverage: number | null;
  planned: { byDeadline: number; linear: number } | null;
  health: string | null;
};
type Item = { code: string; progress: Progress };
type Answer = { plan: { goals: (Item & { phases: Item[] })[]; structures: Item[] } };

const PROGRESS = 'progress { percent coverage planned { byDeadline linear } health }';
const QUERY = `query ($asOf: Date!, $baseline: Int!) { plan(year: 2020, asOf: $asOf, baseline: $baseline) {
  goals { code ${PROGRESS} phases { code ${PROGRESS} } } structures { code ${PROGRESS} } } }`;

/** Reports whose figures do not come out even, so that a rounding in one edge alone would show. */
const REPORTS: readonly (readonly [phase: string, percent: number, day: string])[] = [
  ['1.1.1', 33.33, '2020-05-20'],
  ['1.1.2', 66.67, '2020-06-29'],
  ['1.1.3', 12.5, '2020-06-30'],
  ['1.1.4', 7.07, '2020-07-15'],
  ['1.1.5', 100, '2020-04-28'],
  ['1.1.6', 99.99, '2020-09-01'],
  ['1.2.1', 45.01, '2020-09-10'],
  ['1.3.2', 58.3, '2020-08-31'],
  ['1.4.1', 70.7, '2020-09-01'],
];

let product: RunningProduct;
let manager: WorkspaceClient;

beforeAll(async () => {
  product = await startProduct({ environment: { ARTI_TODAY: '2020-09-30' } });
  const users = (await (await fetch(`${product.address}/workspace/page/users`)).json()) as {
    id: string;
    name: string;
  }[];
  manager = workspaceClient(product.address, users.find(({ name }) => name === 'Dirigente')?.id ?? '');
  for (const [phase, percent, reportedOn] of REPORTS) {
    await record(
      `reportStatus(input: { phase: "${phase}", percent: ${percent}, reportedOn: "${reportedOn}", idempotencyKey: "${phase}" }) { __typename }`,
      'ReportStatusSuccess',
    );
  }
  await record(
    `reportStatus(input: { phase: "1.4.4", units: 6217, reportedOn: "2020-09-10", idempotencyKey: "units" }) { __typename }`,
    'ReportStatusSuccess',
  );
  for (const [goal, numerator, denominator] of [
    ['3.1', 7001, 20_015],
    ['3.2', 4210, 9380],
    ['4.1', 613, 1201],
  ]) {
    await record(
      `recordMeasurement(input: { goal: "${goal}", numerator: ${numerator}, denominator: ${denominator}, reportedOn: "2020-09-14", idempotencyKey: "${goal}" }) { __typename }`,
      'RecordMeasurementSuccess',
    );
  }
}, 60_000);

afterAll(async () => {
  manager.stop();
  await product.remove();
});

async function record(mutation: string, expected: string): Promise<void> {
  const answer = await askGraphql<Record<string, { __typename: string }>>(
    product.address,
    `mutation { ${mutation} }`,
  );
  expect(Object.values(answer)[0]?.__typename).toBe(expected);
}

/** As Slack shows it: rounded once, from the number that the API gives unrounded. */
const shown = (percent: number): string =>
  formatShare(ratio(BigInt(Math.round(percent * 1e9)), 100_000_000_000n), 'it');

test.each([
  { asOf: '2020-06-30', baseline: 0 },
  { asOf: '2020-06-30', baseline: 1 },
  { asOf: '2020-09-30', baseline: 0 },
  { asOf: '2020-09-30', baseline: 1 },
])(
  'as of $asOf, baseline $baseline',
  async ({ asOf, baseline }) => {
    const { plan } = await askGraphql<Answer>(product.address, QUERY, { asOf, baseline });
    const items = [...plan.goals, ...plan.goals.flatMap((goal) => goal.phases), ...plan.structures];
    expect(items.length).toBeGreaterThan(20);
    const whole = await runArti(
      ['status', '--as-of', asOf, '--baseline', String(baseline), '--json'],
      dirname(product.databaseFile),
      { ARTI_DATABASE: product.databaseFile },
    );
    const fromTerminal = JSON.parse(whole.stdout) as Answer['plan'];
    const terminalItems = [
      ...fromTerminal.goals,
      ...fromTerminal.goals.flatMap((goal) => goal.phases),
      ...fromTerminal.structures,
    ];
    for (const { code, progress } of items) {
      const other = terminalItems.find((each) => each.code === code)?.progress;
      expect({ code, ...pick(other) }).toEqual({ code, ...pick(progress) });
      await manager.command(`/arti status ${code} as of ${asOf} baseline ${baseline}`);
      const text = textOf(await manager.waitForMessage((message) => message.ephemeral));
      for (const figure of [progress.percent, progress.planned?.byDeadline, progress.planned?.linear]) {
        if (typeof figure === 'number') expect(text, `${code} in Slack`).toContain(shown(figure));
      }
      if (progress.percent === null) expect(text, `${code} in Slack`).toContain('non calcolabile');
    }
  },
  60_000,
);

const pick = (progress: Progress | undefined) =>
  progress && {
    percent: progress.percent,
    coverage: progress.coverage,
    planned: progress.planned && { byDeadline: progress.planned.byDeadline, linear: progress.planned.linear },
    health: progress.health,
  };

test('one goal on the command line has the shape of goal(code)', async () => {
  const { stdout } = await runArti(['status', '1.1', '--json'], dirname(product.databaseFile), {
    ARTI_DATABASE: product.databaseFile,
  });
  const { goal } = await askGraphql<{ goal: Record<string, unknown> }>(
    product.address,
    `{ goal(code: "1.1") { code title weightBps ${PROGRESS} phases { code number start end weightBps lastReport { percent note reportedOn } } } }`,
  );
  expect(JSON.parse(stdout)).toMatchObject(goal);
});
