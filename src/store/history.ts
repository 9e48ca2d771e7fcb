/** Pages through what was said, by seeks: a page deep in the history costs what the first one does. */
import type { GoalCode, ItemCode, PhaseCode } from '../domain/codes.ts';
import { atFirstUse } from './at-first-use.ts';
import type { Database, Query } from './database.ts';
import { measurementFromRow, reportFromRow } from './fact-rows.ts';
import { measurementQueries, reportQueries } from './history-queries.ts';
import type { Page, Store } from './port.ts';

type History = Pick<
  Store,
  | 'listReports'
  | 'listMeasurements'
  | 'listSaidBy'
  | 'listSaidSince'
  | 'getReport'
  | 'getMeasurement'
  | 'listReportedItems'
>;

const MAX_PAGE = 100;

/** `before`: everything. SQLite compares a sequence with it as with any number. */
const NEWEST = Number.MAX_SAFE_INTEGER;

/** Reads one row more than asked: that it is there tells of a next page. */
async function page<Row, Fact extends { readonly sequence: number }>(
  limit: number,
  rowsOf: (limit: number) => readonly Row[],
  factOf: (row: Row) => Fact,
): Promise<Page<Fact>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new RangeError(`a page holds 1 to ${MAX_PAGE} rows, not ${limit}`);
  }
  const found = rowsOf(limit + 1).map(factOf);
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.sequence ?? null) : null };
}

/** Each item once, by one seek past the one before: DISTINCT would read every row. */
function distinctItems<Code extends PhaseCode | GoalCode>(
  next: (item: string) => { item: string } | undefined,
): readonly Code[] {
  const items: Code[] = [];
  let found = next('');
  while (found) {
    items.push(found.item as Code);
    found = next(found.item);
  }
  return items;
}

function prepareReports(query: Query) {
  const { newest, newestOfItem, newestBy, since, one, nextItem } = reportQueries(query);
  return {
    newest: newest.prepare(),
    newestOfItem: newestOfItem.prepare(),
    newestBy: newestBy.prepare(),
    since: since.prepare(),
    one: one.prepare(),
    nextItem: nextItem.prepare(),
  };
}

function prepareMeasurements(query: Query) {
  const { newest, newestOfItem, newestBy, since, one, nextItem } = measurementQueries(query);
  return {
    newest: newest.prepare(),
    newestOfItem: newestOfItem.prepare(),
    newestBy: newestBy.prepare(),
    since: since.prepare(),
    one: one.prepare(),
    nextItem: nextItem.prepare(),
  };
}

export function createHistory({ query, read }: Database): History {
  const ofReports = atFirstUse(() => prepareReports(query));
  const ofMeasurements = atFirstUse(() => prepareMeasurements(query));
  return {
    async listReports(planId, { phase, before, limit }) {
      const from = { planId, before: before ?? NEWEST };
      const rows = (count: number) =>
        phase === null
          ? ofReports().newest.all({ ...from, limit: count })
          : ofReports().newestOfItem.all({ ...from, item: phase, limit: count });
      return page(limit, rows, reportFromRow);
    },
    async listMeasurements(planId, { goal, before, limit }) {
      const from = { planId, before: before ?? NEWEST };
      const rows = (count: number) =>
        goal === null
          ? ofMeasurements().newest.all({ ...from, limit: count })
          : ofMeasurements().newestOfItem.all({ ...from, item: goal, limit: count });
      return page(limit, rows, measurementFromRow);
    },
    async listSaidBy(planId, actor, limit) {
      const by = { planId, actor, limit };
      return read(() => ({
        reports: ofReports().newestBy.all(by).map(reportFromRow),
        measurements: ofMeasurements().newestBy.all(by).map(measurementFromRow),
      }));
    },
    async listSaidSince(planId, sequence) {
      return read(() => ({
        reports: ofReports().since.all({ planId, sequence }).map(reportFromRow),
        measurements: ofMeasurements().since.all({ planId, sequence }).map(measurementFromRow),
      }));
    },
    async getReport(planId, sequence) {
      const row = ofReports().one.get({ planId, sequence });
      if (!row) throw new Error(`no report ${sequence} in plan ${planId}`);
      return reportFromRow(row);
    },
    async getMeasurement(planId, sequence) {
      const row = ofMeasurements().one.get({ planId, sequence });
      if (!row) throw new Error(`no measurement ${sequence} in plan ${planId}`);
      return measurementFromRow(row);
    },
    async listReportedItems(planId): Promise<readonly ItemCode[]> {
      return read(() => [
        ...distinctItems<PhaseCode>((item) => ofReports().nextItem.get({ planId, item })),
        ...distinctItems<GoalCode>((item) => ofMeasurements().nextItem.get({ planId, item })),
      ]);
    },
  };
}
