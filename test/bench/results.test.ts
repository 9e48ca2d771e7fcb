/** What stands in `bench/RESULTS.md` of what was measured. */
import { describe, expect, test } from 'vitest';
import type { Contest, Measured } from '../../bench/measure/contest.ts';
import { printResults, type Results } from '../../bench/report/print-results.ts';
import { ALL_PLANS, GROWTH, HOSTILE, readPrinted, SERIES } from '../../bench/report/read-printed.ts';
import { compare, inMilliseconds, isMet, notCompared, type Row } from '../../bench/report/rows.ts';

const round = (p50Ms: number, perSecond = 1000 / p50Ms): Measured => ({
  p50Ms,
  perSecond,
  cpuMsEach: p50Ms / 2,
});
const contest: Contest = new Map([
  ['floor', { 1: [round(1), round(2), round(4)], 32: [round(10)] }],
  ['ours', { 1: [round(1.5), round(4), round(4)], 32: [round(5)] }],
]);

describe('a goal', () => {
  test.each([
    { why: 'the median of the ratios', figure: 'p50', connections: 1, limit: 1.5, met: true },
    { why: 'just above it', figure: 'p50', connections: 1, limit: 1.49, met: false },
    { why: 'of the processor', figure: 'CPU', connections: 1, limit: 1.5, met: true },
    {
      why: 'at least twice as many',
      figure: 'requests/s',
      connections: 32,
      limit: 2,
      sense: 'AT_LEAST',
      met: true,
    },
    {
      why: 'at least that',
      figure: 'requests/s',
      connections: 32,
      limit: 2.1,
      sense: 'AT_LEAST',
      met: false,
    },
  ] as const)('$why: $met', ({ met, ...compared }) => {
    expect(isMet(compare(contest, { against: 'floor', ...compared }))).toBe(met);
  });

  test('that was not measured is neither met nor missed', () => {
    const check = notCompared({ figure: 'p50', against: 'floor', connections: 1, limit: 1 }, 'no document');
    expect([isMet(check), check.measured]).toEqual([null, 'no document']);
  });
});

const results = (rows: readonly Row[]): Results => ({
  machine: { processor: 'A processor', cores: 2, memoryGigabytes: 4, system: 'Linux 6', node: 'v20' },
  at: '2026-01-02 03:04',
  settings: ['three rounds'],
  rows,
  tables: [{ title: 'The work', contest, notes: ['A note.'] }],
  printed: [{ title: 'Others', text: 'as printed\n' }],
  reasons: new Map([['the work', 'because of this']]),
});
const p50 = { figure: 'p50', against: 'floor', connections: 1 } as const;

describe('the file', () => {
  test('names the machine, and says of each goal what was measured and whether it is met', () => {
    const text = printResults(
      results([
        {
          work: 'the work',
          checks: [compare(contest, { ...p50, limit: 1.5 }), inMilliseconds('p99', 30, [31, 45])],
        },
      ]),
    );
    expect(text).toContain('2026-01-02 03:04, on A processor, 2 cores, 4 GB, Linux 6, Node v20.');
    expect(text).toContain('| the work | p50 ÷ floor, alone ≤ 1.5 × | 1.5 (1–2) × | yes |');
    expect(text).toContain('|  | p99 ≤ 30 ms | 38 (31–45) ms | **no** |');
    expect(text).toContain('| | why | because of this | |');
    expect(text).toContain('| ours | 32 | 5 | 200 | 2.5 |');
    expect(text).toContain('```\nas printed\n```');
  });

  test('gives no reason for what is met', () => {
    const text = printResults(
      results([{ work: 'the work', checks: [compare(contest, { ...p50, limit: 2 })] }]),
    );
    expect(text).not.toContain('because of this');
  });
});

test.each([
  {
    printed: SERIES,
    text: 'ours, unchanged      0.0312 ms (0.02–0.05)  × 1.25\nours, after',
    measured: [1.25],
  },
  { printed: ALL_PLANS, text: 'ours, every structure and plan   9.1 ms (8–11)  × 2.30', measured: [2.3] },
  {
    printed: GROWTH,
    text: 'status       10000: 0.20 ms  exponent 0.012 (≤ 0.05: met)\nall plans    10: 1 ms  exponent 1.080 (≤ 1.1: met)',
    measured: [0.012, null, null, null, 1.08],
  },
  { printed: HOSTILE, text: 'over 100 ms: 3 by their median, 7 at least once', measured: [3] },
  { printed: SERIES, text: 'not measured: it failed', measured: [null] },
])('what other benchmarks print: $text', ({ printed, text, measured }) => {
  const { checks } = readPrinted(printed, text);
  expect(checks.map((each) => (typeof each.measured === 'string' ? null : each.measured.median))).toEqual(
    measured,
  );
});
