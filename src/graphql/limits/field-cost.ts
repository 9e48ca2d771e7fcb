/**
 * What a field of the schema costs: one, and what is below it as many times as its list may have entries. More costs what
 * is computed, read or written before it can be answered. A field may say otherwise by `complexity` of its own.
 */
import type { FieldComplexityValue } from '@pothos/plugin-complexity';
import { type GraphQLField, type GraphQLOutputType, isListType, isNonNullType } from 'graphql';

export const FIELD_COSTS = {
  /** Figures of a (year, day, baseline), which nobody may have asked for since the last report. */
  figures: 500,
  /** Anything else that is read at the top of a request, or found by its id. */
  read: 10,
  /** One day of a series. */
  point: 2,
  /** One thing that is written. */
  write: 20,
} as const;

/** Entries of a list that is whole: areas, goals of one, phases of one, structures of one are about so many. */
const ENTRIES_OF_LIST = 5;
const ENTRIES_OF_PAGE = { usual: 20, most: 100 } as const;
/** A longer series is refused for its length, with a reason of its own. */
const MOST_POINTS = 1000;
/** Of a page, which its own field has multiplied already. */
const LISTS_OF_PAGE: ReadonlySet<string> = new Set(['edges', 'nodes', 'entries']);

type Arguments = Readonly<Record<string, unknown>>;

export function fieldCost(
  given: Arguments,
  _context: unknown,
  field: Pick<GraphQLField<unknown, unknown>, 'name' | 'args' | 'type'>,
): FieldComplexityValue {
  const takes = (name: string): boolean => field.args.some((arg) => arg.name === name);
  const cost = ownCost(given, takes, field.name);
  if (takes('every')) {
    const points = pointsOf(given);
    return { field: cost + points * FIELD_COSTS.point, multiplier: points };
  }
  if (takes('first')) return { field: cost, multiplier: entriesOfPage(given) };
  if (takes('ids')) {
    const ids = lengthOf(given.ids);
    return { field: cost + ids * FIELD_COSTS.figures, multiplier: ids };
  }
  const isWhole = isList(field.type) && !LISTS_OF_PAGE.has(field.name);
  return { field: cost, multiplier: isWhole ? ENTRIES_OF_LIST : 1 };
}

function ownCost(given: Arguments, takes: (name: string) => boolean, name: string): number {
  if (takes('input')) return 1 + FIELD_COSTS.write * Math.max(1, largestList(given.input));
  if (takes('asOf') || takes('from') || (name === 'node' && takes('id'))) return 1 + FIELD_COSTS.figures;
  return takes('first') || takes('id') ? 1 + FIELD_COSTS.read : 1;
}

function entriesOfPage({ first, last }: Arguments): number {
  const entries = [first, last].find((each) => typeof each === 'number') ?? ENTRIES_OF_PAGE.usual;
  return Math.min(Math.max(entries, 1), ENTRIES_OF_PAGE.most);
}

const DAYS: Readonly<Record<string, number>> = { DAY: 1, WEEK: 7, MONTH: 28 };
const DAY_MS = 86_400_000;

/** Of a year where a day is left out: plans are of one. */
function pointsOf({ from, to, every }: Arguments): number {
  const [start, end] = [Date.parse(String(from)), Date.parse(String(to))];
  const days = Number.isNaN(start) || Number.isNaN(end) ? 365 : (end - start) / DAY_MS;
  const points = Math.floor(days / (DAYS[String(every)] ?? 1)) + 2;
  return Math.min(Math.max(points, 1), MOST_POINTS);
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

/** Of an input, which lists what it brings at its first level. */
const largestList = (input: unknown): number =>
  typeof input === 'object' && input !== null
    ? Math.max(...Object.values(input).map((value) => (Array.isArray(value) ? value.length : 0)), 0)
    : 0;

const isList = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) ? isList(type.ofType) : isListType(type);
