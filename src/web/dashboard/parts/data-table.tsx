import type { ComponentChildren } from 'preact';
import { texts } from '../../../messages/dashboard.ts';
import type { OperationName, VariablesOf } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { TableActions } from './table-actions.tsx';

export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  /** As it is shown. */
  readonly cell: (row: Row) => ComponentChildren;
  /** As it is copied: a number stays one, and null is an empty cell. */
  readonly value: (row: Row) => string | number | null;
  readonly isNumber?: boolean;
};

export type DataTableProps<Row, Name extends OperationName> = {
  /** What the table shows: its caption, and the name of the copied file. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What the rows were asked with, shown to who wants to ask for them by another program. */
  readonly query: { readonly name: Name; readonly variables: VariablesOf<Name> };
  /** Says what is right about there being no rows. */
  readonly empty: string;
};

/** A table that can be copied as CSV, with the query behind it. The first column names the row. */
export function DataTable<Row, Name extends OperationName>(props: DataTableProps<Row, Name>) {
  const { caption, columns, rows, rowKey, query, empty } = props;
  const t = texts(language.value);
  return (
    <div class="data-table">
      <div class="table-responsive">
        <table class="table table-sm">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ key, label, isNumber }) => (
                <th key={key} scope="col" class={isNumber ? 'number' : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ key, label, cell, isNumber }, index) =>
                  index === 0 ? (
                    <th key={key} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} data-label={label} class={isNumber ? 'number' : undefined}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p class="state-empty">{empty === '' ? t.empty : empty}</p>}
      </div>
      <TableActions caption={caption} columns={columns} rows={rows} query={query} />
    </div>
  );
}
