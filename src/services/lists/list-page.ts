/** A page of a list that goes on, in the order asked for. */
export type ListPage<Row, Place> = {
  readonly rows: readonly { readonly row: Row; readonly place: Place }[];
  /** Whether rows may follow. */
  readonly more: boolean;
  /** After which place the next page goes on: where it is short, beyond its last row; null when nothing was read. */
  readonly reached: Place | null;
};

/** The same page with each row as `view` shows it. */
export const mapPage = <Row, Place, View>(
  { rows, ...page }: ListPage<Row, Place>,
  view: (row: Row) => View,
): ListPage<View, Place> => ({ ...page, rows: rows.map(({ row, place }) => ({ row: view(row), place })) });
