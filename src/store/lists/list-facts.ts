/** Pages of what was said, by whatever it is sought and in whatever order: a deep page costs what the first one does. */
import type { GoalCode, PhaseCode } from '../../domain/codes.ts';
import type { Measurement, StatusReport } from '../../domain/facts.ts';
import type { Database } from '../database.ts';
import { measurementFromRow, reportFromRow } from '../fact-rows.ts';
import type { FactOrder, FactPosition, FactsQuery, Store } from '../port.ts';
import { type FactKey, itemSeeks, measurementSeeks, reportSeeks } from './fact-seeks.ts';
import { mergeSeeks, type Seeked } from './merge-seeks.ts';

type Bound = {
  readonly planId: number;
  readonly key: string;
  readonly reportedOn: string;
  readonly sequence: number;
  readonly limit: number;
};

/** How one kind of fact is read, in one order, one list a key. */
type FactReads<Fact> = {
  readonly heads: (bound: Omit<Bound, 'key' | 'limit'> & { readonly keys: string }) => readonly Fact[];
  readonly more: (bound: Bound) => readonly Fact[];
};

type Placed = StatusReport | Measurement;

/** Before every row, in the order of the list. */
const START: Readonly<Record<'DESC' | 'ASC', { readonly day: string; readonly sequence: number }>> = {
  DESC: { day: '9999-12-31', sequence: Number.MAX_SAFE_INTEGER },
  ASC: { day: '', sequence: 0 },
};

const isByDay = (order: FactOrder): boolean => order === 'REPORTED_ON_DESC' || order === 'REPORTED_ON_ASC';
const directionOf = (order: FactOrder): 'DESC' | 'ASC' => (order.endsWith('_DESC') ? 'DESC' : 'ASC');

/** Where the page begins: after the last one, but no earlier than the first day that was asked for. */
function startOf({ order, after, reportedOn }: FactsQuery<PhaseCode | GoalCode>): FactPosition {
  const direction = directionOf(order);
  const { day, sequence } = START[direction];
  const bound = isByDay(order) ? (direction === 'DESC' ? reportedOn.to : reportedOn.from) : null;
  const begin = { reportedOn: (bound ?? day) as FactPosition['reportedOn'], sequence };
  return after !== null && compareIn(order)(after, begin) > 0 ? after : begin;
}

function compareIn(order: FactOrder): (a: FactPosition, b: FactPosition) => number {
  const sign = directionOf(order) === 'DESC' ? -1 : 1;
  if (!isByDay(order)) return (a, b) => sign * (a.sequence - b.sequence);
  return (a, b) => {
    if (a.reportedOn === b.reportedOn) return sign * (a.sequence - b.sequence);
    return a.reportedOn < b.reportedOn ? -sign : sign;
  };
}

const isWithin = <T extends string>(
  value: T,
  { from, to }: { readonly from: T | null; readonly to: T | null },
): boolean => (from === null || value >= from) && (to === null || value <= to);

/** By what the rows are sought: the fewer lists there are, the less is read ahead. */
function keysOf(
  { items, actors, order }: FactsQuery<PhaseCode | GoalCode>,
  everyItem: () => readonly string[],
): { readonly by: FactKey; readonly keys: readonly string[] } {
  if (isByDay(order)) return { by: 'ITEM', keys: items ?? everyItem() };
  if (actors !== null && (items === null || actors.length < items.length))
    return { by: 'ACTOR', keys: actors };
  return items === null ? { by: 'PLAN', keys: [''] } : { by: 'ITEM', keys: items };
}

function pageOf<Fact extends Placed>(
  planId: number,
  query: FactsQuery<PhaseCode | GoalCode>,
  source: {
    readonly readsOf: (by: FactKey, order: FactOrder) => FactReads<Fact>;
    readonly itemOf: (fact: Fact) => string;
    readonly everyItem: () => readonly string[];
    readonly matches: (fact: Fact) => boolean;
  },
): Seeked<Fact> {
  const { order } = query;
  const { by, keys } = keysOf(query, source.everyItem);
  const reads = source.readsOf(by, order);
  const start = startOf(query);
  const items = query.items === null ? null : new Set<string>(query.items);
  const actors = query.actors === null ? null : new Set(query.actors);
  const isPastRange = (fact: Fact): boolean =>
    directionOf(order) === 'DESC'
      ? query.reportedOn.from !== null && fact.reportedOn < query.reportedOn.from
      : query.reportedOn.to !== null && fact.reportedOn > query.reportedOn.to;
  return mergeSeeks<Fact>(
    {
      keys,
      keyOf: (fact) => (by === 'ACTOR' ? fact.actor : by === 'ITEM' ? source.itemOf(fact) : ''),
      heads: (wanted) => reads.heads({ planId, keys: JSON.stringify(wanted), ...start }),
      more: (key, after, limit) => {
        const { reportedOn, sequence } = after ?? start;
        return reads.more({ planId, key, reportedOn, sequence, limit });
      },
      compare: compareIn(order),
    },
    {
      limit: query.limit,
      matches: (fact) =>
        (by === 'ITEM' || items === null || items.has(source.itemOf(fact))) &&
        (by === 'ACTOR' || actors === null || actors.has(fact.actor)) &&
        isWithin(fact.reportedOn, query.reportedOn) &&
        isWithin(fact.recordedAt, query.recordedAt) &&
        (query.source === null || fact.source === query.source) &&
        source.matches(fact),
      ends: (fact) => isByDay(order) && isPastRange(fact),
    },
  );
}

/** Each item once, by one seek past the one before: DISTINCT would read every row. */
function everyItem(next: (key: string) => { readonly item: string } | undefined): readonly string[] {
  const items: string[] = [];
  for (let found = next(''); found; found = next(found.item)) items.push(found.item);
  return items;
}

/** Made when first needed: there are many, and most processes use few. */
function remembered<Reads>(
  make: (by: FactKey, order: FactOrder) => Reads,
): (by: FactKey, order: FactOrder) => Reads {
  const made = new Map<string, Reads>();
  return (by, order) => {
    const name = `${by} ${order}`;
    const reads = made.get(name) ?? make(by, order);
    made.set(name, reads);
    return reads;
  };
}

export function createFactLists({ query, read }: Database): Pick<Store, 'pageReports' | 'pageMeasurements'> {
  const items = itemSeeks(query);
  const nextReported = items.report.prepare();
  const nextMeasured = items.measurement.prepare();
  const ofReports = remembered((by, order): FactReads<StatusReport> => {
    const seeks = reportSeeks(query, by, order);
    const [heads, more] = [seeks.heads.prepare(), seeks.more.prepare()];
    return {
      heads: (bound) => heads.all(bound).map(reportFromRow),
      more: (bound) => more.all(bound).map(reportFromRow),
    };
  });
  const ofMeasurements = remembered((by, order): FactReads<Measurement> => {
    const seeks = measurementSeeks(query, by, order);
    const [heads, more] = [seeks.heads.prepare(), seeks.more.prepare()];
    return {
      heads: (bound) => heads.all(bound).map(measurementFromRow),
      more: (bound) => more.all(bound).map(measurementFromRow),
    };
  });
  return {
    async pageReports(planId, wanted) {
      return read(() =>
        pageOf(planId, wanted, {
          readsOf: ofReports,
          itemOf: ({ phase }) => phase,
          everyItem: () => everyItem((key) => nextReported.get({ planId, key })),
          matches: ({ blockedBecause }) => !wanted.blockedOnly || blockedBecause !== null,
        }),
      );
    },
    async pageMeasurements(planId, wanted) {
      return read(() =>
        pageOf(planId, wanted, {
          readsOf: ofMeasurements,
          itemOf: ({ goal }) => goal,
          everyItem: () => everyItem((key) => nextMeasured.get({ planId, key })),
          matches: () => true,
        }),
      );
    },
  };
}
