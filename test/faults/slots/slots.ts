import type { Harness, HarnessReport } from '../harness.ts';
import { expectedOutcomes } from './expected-outcome.ts';
import type { ExpectedSlot } from './expected-slots.ts';
import { type Played, type PlayOptions, playSlots, type SlotRow } from './play-slots.ts';

const FIRST_YEAR = 2026;
const YEARS = { full: 15, short: 1 } as const;
/** Another one plays other years. */
const SEED = 20_260_101;

export const slots: Harness = {
  name: 'slots',
  promise:
    'every slot of 2026–2040 in Europe/Rome, outages of 1 minute to 30 days, clock jumps of ±1 h and ±2 days, two instances: 0 missed, 0 double, each late or skipped one recorded',
  async run({ short, log }) {
    const years = Array.from({ length: short ? YEARS.short : YEARS.full }, (_, index) => FIRST_YEAR + index);
    return playAndJudge({ years, seed: SEED, log });
  },
};

export async function playAndJudge(options: PlayOptions): Promise<HarnessReport> {
  const played = await playSlots(options);
  return { figures: figuresOf(played, options), violations: judge(played, options.days === undefined) };
}

function figuresOf(
  { expected, rows, told, looks, outages, longestOutageDays, jumps }: Played,
  { years, seed }: PlayOptions,
): HarnessReport['figures'] {
  const count = (of: (row: SlotRow) => boolean) => rows.filter(of).length;
  return {
    seed,
    years: `${years[0]}–${years.at(-1)}`,
    'slots expected': expected.length,
    'slots settled': rows.length,
    'on time': count(({ outcome }) => outcome === 'ON_TIME'),
    'late, and said so': count(({ outcome }) => outcome === 'LATE'),
    'skipped as stale': count(({ because }) => because === 'STALE'),
    'skipped for the next one': count(({ because }) => because === 'SUPERSEDED'),
    messages: told.length,
    'looks at the schedule': looks.reduce((total, { clocks }) => total + clocks.length, 0),
    'of two instances at once': looks.filter(({ clocks }) => clocks.length > 1).length,
    outages,
    'longest outage, days': longestOutageDays.toFixed(1),
    'clock jumps': jumps,
  };
}

type Named = Pick<ExpectedSlot, 'year' | 'kind' | 'structure' | 'period'>;

const nameOf = ({ year, kind, structure, period }: Named): string =>
  [year, kind, structure, period].join('/');

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

function judge({ expected, quietFrom, rows, told, looks }: Played, whole: boolean): readonly string[] {
  const rowsByName = grouped(rows, nameOf);
  const toldByName = grouped(told, (name) => name);
  const names = new Set(expected.map(nameOf));
  const next = nextOfEach(expected);
  return [
    ...[...rowsByName.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `${name}: settled, and is no slot`),
    ...[...toldByName.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `${name}: told of, and is no slot`),
    ...expected.flatMap((slot) => {
      if (!whole && slot.at >= quietFrom) return [];
      const name = nameOf(slot);
      const messages = toldByName.get(name)?.length ?? 0;
      const outcomes = expectedOutcomes(slot, next.get(name) ?? null, looks);
      return judgeSlot(slot, rowsByName.get(name) ?? [], messages, outcomes).map(
        (line) => `${name}: ${line}`,
      );
    }),
  ];
}

function judgeSlot(
  slot: ExpectedSlot,
  rows: readonly SlotRow[],
  messages: number,
  outcomes: ReturnType<typeof expectedOutcomes>,
): readonly string[] {
  const broken: string[] = [];
  const [row, ...others] = rows;
  if (others.length > 0) broken.push(`settled ${rows.length} times`);
  if (messages > 1) broken.push(`told of ${messages} times`);
  if (!row) return [...broken, 'missed'];
  if (messages > 0 !== (row.outcome !== 'SKIPPED')) broken.push(`${row.outcome}, with ${messages} messages`);
  if (Date.parse(row.at) !== slot.at || row.as_of !== slot.asOf) {
    broken.push(`at ${row.at} as of ${row.as_of}, not ${new Date(slot.at).toISOString()} as of ${slot.asOf}`);
  }
  const as = (outcome: string, because: string | null, settledAt: string) =>
    `${outcome}${because === null ? '' : ` as ${because}`} at ${settledAt}`;
  const found = as(row.outcome, row.because, row.settled_at);
  const wanted = outcomes.map((each) =>
    as(each.outcome, each.because, new Date(each.settledAt).toISOString()),
  );
  if (!wanted.includes(found)) broken.push(`${found}, not ${wanted.join(' or ') || 'settled at all'}`);
  return broken;
}

/** Of each slot, the instant of the next one of its kind and structure in the plan. */
function nextOfEach(expected: readonly ExpectedSlot[]): ReadonlyMap<string, number> {
  const next = new Map<string, number>();
  const last = new Map<string, ExpectedSlot>();
  for (const slot of expected) {
    const series = [slot.year, slot.kind, slot.structure].join('/');
    const before = last.get(series);
    if (before) next.set(nameOf(before), slot.at);
    last.set(series, slot);
  }
  return next;
}
