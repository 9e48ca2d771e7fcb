import { texts } from '../../../messages/dashboard.ts';
import type { OperationName } from '../data/ask.ts';
import { language } from '../page-state.ts';
import type { DataTableProps } from './data-table.tsx';

type TableActionsProps<Row, Name extends OperationName> = Pick<
  DataTableProps<Row, Name>,
  'caption' | 'columns' | 'rows' | 'query'
>;

/** For who goes on with the data elsewhere. */
export function TableActions<Row, Name extends OperationName>({ query }: TableActionsProps<Row, Name>) {
  return (
    <details class="table-actions">
      <summary>{texts(language.value).query}</summary>
      <code>{query.name}</code>
    </details>
  );
}
