/** Rows of the table from what other benchmarks print: their ratio or exponent is the last figure of a line. */
import type { Check, Row } from './rows.ts';

export type Printed = {
  readonly work: string;
  readonly checks: readonly {
    readonly name: string;
    /** What the line begins with. */
    readonly line: string;
    /** What stands right before the figure. */
    readonly before: string;
    readonly limit: number;
    readonly unit: Check['unit'];
  }[];
};

export const SERIES: Printed = {
  work: 'a year’s weekly series of a plan',
  checks: [
    {
      name: 'time ÷ reading a kept snapshot table',
      line: 'ours, unchanged',
      before: '×',
      limit: 1.5,
      unit: '×',
    },
  ],
};

export const ALL_PLANS: Printed = {
  work: 'weekly summary of every structure, 1,000 plans',
  checks: [
    {
      name: 'time ÷ the one statement that sums them',
      line: 'ours, every structure and plan',
      before: '×',
      limit: 2.2,
      unit: '×',
    },
  ],
};

const exponent = (name: string, line: string, limit: number) =>
  ({ name, line, before: 'exponent', limit, unit: '' }) as const;

export const GROWTH: Printed = {
  work: 'growth, as an exponent of the size',
  checks: [
    exponent('status, in reports', 'status', 0.05),
    exponent('a same-size dashboard, in reports', 'dashboard', 0.05),
    exponent('as of a day, in reports', 'as of', 0.05),
    exponent('series, in reports', 'series', 0.05),
    exponent('work over all plans, in phases', 'all plans', 1.1),
  ],
};

export const HOSTILE: Printed = {
  work: 'hostile requests',
  checks: [{ name: 'over 100 ms by their median', line: 'over 100 ms', before: ':', limit: 0, unit: '' }],
};

/** @param text what was printed, or why nothing was */
export function readPrinted({ work, checks }: Printed, text: string): Row {
  const lines = text.split('\n');
  return {
    work,
    checks: checks.map(({ name, line, before, limit, unit }): Check => {
      const found = lines.find((each) => each.startsWith(line));
      const figure = found?.slice(found.lastIndexOf(before) + before.length).match(/^\s*(-?[\d.]+)/)?.[1];
      const value = Number(figure);
      return {
        name,
        goal: { sense: 'AT_MOST', limit },
        unit,
        measured: figure === undefined ? 'not measured' : { median: value, least: value, most: value },
      };
    }),
  };
}
