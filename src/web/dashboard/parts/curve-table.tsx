import { useState } from 'preact/hooks';
import { texts } from '../../../messages/dashboard.ts';
import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { formatDay } from '../../../messages/format.ts';
import { type CurvePoint, isToCome } from '../charts/curve-points.ts';
import type { OperationName, VariablesOf } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Percent } from './figure.tsx';

type CurveTableProps<Name extends OperationName> = {
  /** Whose curve it is. */
  readonly what: string;
  readonly points: readonly CurvePoint[];
  /** Only what is drawn, where there is little room. */
  readonly isShort?: boolean;
  readonly query: { readonly name: Name; readonly variables: VariablesOf<Name> };
};

/** The table behind a curve. It is made when it is opened: a page of curves by days has thousands of rows. */
export function CurveTable<Name extends OperationName>({
  what,
  points,
  isShort = false,
  query,
}: CurveTableProps<Name>) {
  const [isOpen, setOpen] = useState(false);
  const t = curvesTexts(language.value);
  return (
    <details class="curve-data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t.data}
        <span class="visually-hidden">: {what}</span>
      </summary>
      {isOpen && (
        <DataTable
          caption={t.dataOf(what)}
          columns={isShort ? drawnColumns() : [...drawnColumns(), ...otherColumns()]}
          rows={points}
          rowKey={({ day }) => day}
          query={query}
          empty={t.noPoints}
        />
      )}
    </details>
  );
}

function drawnColumns(): readonly Column<CurvePoint>[] {
  const t = texts(language.value);
  const c = curvesTexts(language.value);
  return [
    {
      key: 'day',
      label: c.day,
      cell: ({ day }) => <time dateTime={day}>{formatDay(day)}</time>,
      value: ({ day }) => day,
    },
    {
      key: 'progress',
      label: t.progress,
      isNumber: true,
      cell: (point) =>
        isToCome(point) ? c.toCome : <Percent percent={point.percent} reason={point.reason} digits={2} />,
      value: ({ percent }) => percent,
    },
    {
      key: 'linear',
      label: c.linearColumn,
      isNumber: true,
      cell: ({ planned }) => <Percent percent={planned.linear} digits={2} />,
      value: ({ planned }) => planned.linear,
    },
    {
      key: 'by-deadline',
      label: c.byDeadlineColumn,
      isNumber: true,
      cell: ({ planned }) => <Percent percent={planned.byDeadline} digits={2} />,
      value: ({ planned }) => planned.byDeadline,
    },
  ];
}

function otherColumns(): readonly Column<CurvePoint>[] {
  const t = texts(language.value);
  const c = curvesTexts(language.value);
  return [
    {
      key: 'coverage',
      label: t.coverage,
      isNumber: true,
      cell: (point) => (isToCome(point) ? c.toCome : <Percent percent={point.coverage} />),
      value: ({ coverage }) => coverage,
    },
    {
      key: 'baseline',
      label: t.baseline,
      isNumber: true,
      cell: ({ baseline }) => baseline,
      value: ({ baseline }) => baseline,
    },
  ];
}
