/** The rows of the table that the product is held against. */
import type { Connections, Contest, Measured } from '../measure/contest.ts';
import { ratiosOf, type Spread, spreadOf } from '../measure/statistics.ts';

export type Check = {
  /** As `p50 ÷ floor’s, alone`. */
  readonly name: string;
  readonly goal: { readonly sense: 'AT_MOST' | 'AT_LEAST'; readonly limit: number };
  readonly unit: '×' | 'ms' | '';
  /** A word where it was not measured, that says why. */
  readonly measured: Spread | string;
};

export type Row = {
  readonly work: string;
  readonly checks: readonly Check[];
};

/** What was measured of one work, contestant by contestant. */
export type Table = { readonly title: string; readonly contest: Contest; readonly notes: readonly string[] };

export type Outcome = { readonly rows: readonly Row[]; readonly tables: readonly Table[] };

export const isMet = ({ goal, measured }: Check): boolean | null => {
  if (typeof measured === 'string') return null;
  return goal.sense === 'AT_MOST' ? measured.median <= goal.limit : measured.median >= goal.limit;
};

const FIGURES = {
  p50: ({ p50Ms }: Measured) => p50Ms,
  CPU: ({ cpuMsEach }: Measured) => cpuMsEach,
  'requests/s': ({ perSecond }: Measured) => perSecond,
} as const;

export type Compared = {
  readonly figure: keyof typeof FIGURES;
  /** Whom the product is measured against. */
  readonly against: string;
  readonly connections: Connections;
  readonly limit: number;
  readonly sense?: Check['goal']['sense'];
};

/** The product's figure over another's, round by round. */
export function compare(contest: Contest, compared: Compared): Check {
  const { figure, against, connections, limit, sense = 'AT_MOST' } = compared;
  const figuresOf = (name: string) => contest.get(name)?.[connections].map(FIGURES[figure]) ?? [];
  const where = connections === 1 ? 'alone' : `at ${connections} connections`;
  return {
    name: `${figure} ÷ ${against}, ${where}`,
    goal: { sense, limit },
    unit: '×',
    measured: ratiosOf(figuresOf('ours'), figuresOf(against)),
  };
}

/** The same of a work that could not be measured. */
export const notCompared = (compared: Compared, why: string): Check => ({
  ...compare(new Map(), compared),
  measured: why,
});

export const inMilliseconds = (name: string, limit: number, values: readonly number[]): Check => ({
  name,
  goal: { sense: 'AT_MOST', limit },
  unit: 'ms',
  measured: spreadOf(values),
});
