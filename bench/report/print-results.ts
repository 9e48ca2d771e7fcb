/** `bench/RESULTS.md` from what was measured. */
import type { Contest } from '../measure/contest.ts';
import { type Spread, spreadOf } from '../measure/statistics.ts';
import { type Check, isMet, type Outcome, type Row, type Table } from './rows.ts';

export type Machine = {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
};

export type Results = Outcome & {
  readonly machine: Machine;
  /** ISO 8601. */
  readonly at: string;
  readonly settings: readonly string[];
  /** What other benchmarks print, as they print it. */
  readonly printed: readonly { readonly title: string; readonly text: string }[];
  /** What a profile shows of a goal, by the work: told where it is not met. */
  readonly reasons: ReadonlyMap<string, string>;
};

export function printResults(results: Results): string {
  const { machine, at, settings, rows, tables, printed, reasons } = results;
  return `${[
    '# Measured',
    '',
    'Written by `npm run bench`: side by side in one run, each contestant a process of its own, on copies of one database, the answers compared before anything is timed. Medians of the rounds, with the least and the most; a ratio is taken round by round.',
    '',
    `${at}, on ${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}. The client runs on the same machine.`,
    '',
    ...settings.map((each) => `- ${each}`),
    '',
    '| work | goal | measured | met |',
    '|---|---|---|---|',
    ...rows.flatMap((row) => printRow(row, reasons)),
    ...tables.flatMap(printTable),
    ...printed.flatMap(({ title, text }) => ['', `## ${title}`, '', '```', text.trim(), '```']),
  ].join('\n')}\n`;
}

function printRow({ work, checks }: Row, reasons: Results['reasons']): readonly string[] {
  const isMissed = checks.some((check) => isMet(check) === false);
  const reason = isMissed ? reasons.get(work) : undefined;
  return [
    ...checks.map(
      (check, index) =>
        `| ${index === 0 ? work : ''} | ${printGoal(check)} | ${printMeasured(check)} | ${printMet(check)} |`,
    ),
    ...(reason === undefined ? [] : [`| | why | ${reason} | |`]),
  ];
}

const printGoal = ({ name, goal, unit }: Check): string =>
  `${name} ${goal.sense === 'AT_MOST' ? '≤' : '≥'} ${goal.limit} ${unit}`.trim();

const printMeasured = ({ measured, unit }: Check): string =>
  typeof measured === 'string' ? measured : `${printSpread(measured)} ${unit}`.trim();

function printMet(check: Check): string {
  const met = isMet(check);
  return met === null ? '–' : met ? 'yes' : '**no**';
}

const DIGITS = 3;
const round = (value: number): string =>
  value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(DIGITS)));

const printSpread = ({ median, least, most }: Spread): string =>
  least === most ? round(median) : `${round(median)} (${round(least)}–${round(most)})`;

function printTable({ title, contest, notes }: Table): readonly string[] {
  return [
    '',
    `## ${title}`,
    '',
    '| contestant | connections | p50 ms | requests/s | CPU ms a request |',
    '|---|---|---|---|---|',
    ...linesOf(contest),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ];
}

function linesOf(contest: Contest): readonly string[] {
  return [...contest].flatMap(([name, by]) =>
    ([1, 32] as const).map((connections) => {
      const rounds = by[connections];
      const figures = [
        rounds.map(({ p50Ms }) => p50Ms),
        rounds.map(({ perSecond }) => perSecond),
        rounds.map(({ cpuMsEach }) => cpuMsEach),
      ].map((values) => printSpread(spreadOf(values)));
      return `| ${name} | ${connections} | ${figures.join(' | ')} |`;
    }),
  );
}
