/**
 * One page out of several ordered lists, as an index holds them (one a phase, or a person): the next row of each, the
 * first of them all, and in its place the next of the list that it came from. It costs the rows of a page, whatever
 * the lengths of the lists.
 */

/** Several lists in one order, each read by seeks. */
export type Seeks<Row> = {
  /** Names of the lists; no row is in two of them. */
  readonly keys: readonly string[];
  readonly keyOf: (row: Row) => string;
  /** The first row of each of `keys` that has one. */
  readonly heads: (keys: readonly string[]) => readonly Row[];
  /** At most `limit` rows of the list `key` that follow `after`; null begins where the page does. */
  readonly more: (key: string, after: Row | null, limit: number) => readonly Row[];
  /** Negative where `a` comes before `b`. */
  readonly compare: (a: Row, b: Row) => number;
};

export type Wanted<Row> = {
  readonly limit: number;
  /** Whether a row belongs to the page: what no index tells. */
  readonly matches: (row: Row) => boolean;
  /** Whether neither this row nor any after it can belong to the page. */
  readonly ends?: (row: Row) => boolean;
  /** Rows looked at, at most: a page that stays short then says that more may follow. */
  readonly looks?: number;
};

/** A page as far as it was read. */
export type Seeked<Row> = {
  readonly rows: readonly Row[];
  /** Whether rows may follow. */
  readonly more: boolean;
  /** After which row the next page goes on: the last of `rows`, or one beyond it that does not belong; null of none. */
  readonly reached: Row | null;
};

/** Filters that match next to nothing give short pages rather than slow ones. */
export const LOOKS = 2000;

const FIRST_CHUNK = 8;
const LARGEST_CHUNK = 128;

/** A list as far as it was read ahead. */
type Ahead<Row> = { readonly key: string; rows: readonly Row[]; index: number; chunk: number };

export function mergeSeeks<Row>(seeks: Seeks<Row>, wanted: Wanted<Row>): Seeked<Row> {
  const { limit, matches, ends = () => false, looks = LOOKS } = wanted;
  const next = createMerge(seeks, limit);
  const rows: Row[] = [];
  let reached: Row | null = null;
  for (let looked = 0; looked < looks; looked++) {
    const row = next();
    if (row === undefined || ends(row)) return { rows, more: false, reached };
    if (matches(row)) {
      if (rows.length === limit) return { rows, more: true, reached: rows.at(-1) ?? reached };
      rows.push(row);
    }
    reached = row;
  }
  return { rows, more: true, reached };
}

/** Gives row after row in their order, then undefined. */
function createMerge<Row>(seeks: Seeks<Row>, limit: number): () => Row | undefined {
  const { keys, keyOf, heads, more, compare } = seeks;
  const [only] = keys;
  if (only !== undefined && keys.length === 1) return createRun(seeks, only, limit);
  const lists: Ahead<Row>[] = heads(keys).map((row) => ({
    key: keyOf(row),
    rows: [row],
    index: 0,
    chunk: FIRST_CHUNK,
  }));
  const headOf = ({ rows, index }: Ahead<Row>): Row => rows[index] as Row;
  // The next one stands last, from where it is taken.
  lists.sort((a, b) => compare(headOf(b), headOf(a)));
  return () => {
    const list = lists.pop();
    if (list === undefined) return undefined;
    const row = headOf(list);
    list.index += 1;
    if (list.index === list.rows.length) {
      list.rows = more(list.key, row, list.chunk);
      list.index = 0;
      list.chunk = Math.min(list.chunk * 2, LARGEST_CHUNK);
    }
    if (list.rows.length > 0) lists.splice(placeOf(headOf(list), lists, headOf, compare), 0, list);
    return row;
  };
}

function placeOf<Row, List>(
  row: Row,
  lists: readonly List[],
  headOf: (list: List) => Row,
  compare: (a: Row, b: Row) => number,
): number {
  let [low, high] = [0, lists.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(row, headOf(lists[middle] as List)) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A single list needs no merging. */
function createRun<Row>({ more }: Seeks<Row>, key: string, limit: number): () => Row | undefined {
  let rows: readonly Row[] = [];
  let index = 0;
  let last: Row | null = null;
  let chunk = limit + 1;
  return () => {
    if (index === rows.length) {
      // A list that gave fewer than were asked for has no more.
      if (rows.length > 0 && rows.length < chunk) return undefined;
      if (rows.length > 0) chunk = LARGEST_CHUNK;
      rows = more(key, last, chunk);
      index = 0;
    }
    const row = rows[index];
    index += 1;
    if (row !== undefined) last = row;
    return row;
  };
}
