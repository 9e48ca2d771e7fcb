import { useState } from 'preact/hooks';
import { frameTexts } from '../../../messages/dashboard-frame.ts';
import type { OperationName } from '../data/ask.ts';
import { BYTE_ORDER_MARK, csvFileName, csvOf } from '../data/csv.ts';
import { language } from '../page-state.ts';
import type { DataTableProps } from './data-table.tsx';
import { QueryDetails } from './query-details.tsx';

type TableActionsProps<Row, Name extends OperationName> = Pick<
  DataTableProps<Row, Name>,
  'caption' | 'columns' | 'rows' | 'query'
>;

/** For who goes on with the data elsewhere. */
export function TableActions<Row, Name extends OperationName>(props: TableActionsProps<Row, Name>) {
  const { caption, columns, rows, query } = props;
  const t = frameTexts(language.value);
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(csvOf(columns, rows, language.value)).then(
      () => setSaid(t.copied),
      () => setSaid(t.notCopied),
    );
  };
  return (
    <div class="table-actions">
      {rows.length > 0 && (
        <button
          type="button"
          class="action"
          aria-label={t.downloadOf(caption)}
          onClick={() => download(csvFileName(caption), csvOf(columns, rows, language.value))}
        >
          {t.download}
        </button>
      )}
      {rows.length > 0 && 'clipboard' in navigator && (
        <button type="button" class="action" aria-label={t.copyOf(caption)} onClick={copy}>
          {t.copy}
        </button>
      )}
      <span role="status" class="action-said">
        {said}
      </span>
      <QueryDetails label={t.queryOf(caption)} name={query.name} variables={query.variables} />
    </div>
  );
}

function download(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
