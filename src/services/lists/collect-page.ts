import type { ListPage } from './list-page.ts';

/** Rows that a page looks at, at most, and as many at once. */
const LOOKS = 2000;
const LARGEST_CHUNK = 200;

/**
 * A page of the rows that fit, out of a list that is read in its order. Where next to none fits, a short page is given
 * that says more may follow, rather than a slow one.
 * @param next at most `limit` rows that follow `after`
 */
export async function collectPage<Row, Place>(
  limit: number,
  from: Place | null,
  source: {
    readonly next: (after: Place | null, limit: number) => Promise<readonly Row[]>;
    readonly placeOf: (row: Row) => Place;
    readonly fits: (row: Row) => boolean;
  },
): Promise<ListPage<Row, Place>> {
  const rows: { readonly row: Row; readonly place: Place }[] = [];
  let reached = from;
  let chunk = limit + 1;
  for (let looked = 0; looked < LOOKS; ) {
    const read = await source.next(reached, chunk);
    for (const row of read) {
      const place = source.placeOf(row);
      if (source.fits(row)) {
        if (rows.length === limit) return { rows, more: true, reached: rows.at(-1)?.place ?? reached };
        rows.push({ row, place });
      }
      reached = place;
    }
    if (read.length < chunk) return { rows, more: false, reached };
    looked += read.length;
    chunk = LARGEST_CHUNK;
  }
  return { rows, more: true, reached };
}
