import { texts } from '../../../messages/dashboard.ts';
import { structureTexts } from '../../../messages/dashboard-structure.ts';
import { MeasureAction } from '../acting/measure-action.tsx';
import { ReportAction } from '../acting/report-action.tsx';
import type { VariablesOf } from '../data/ask.ts';
import { addressOf, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { signedText } from '../texts/numbers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Percent } from './figure.tsx';
import { HealthMark, healthWord } from './health-mark.tsx';
import { Link } from './link.tsx';
import { type StructureRow, YEAR_END } from './structure-rows.ts';

type StructureItemsProps = {
  readonly rows: readonly StructureRow[];
  readonly variables: VariablesOf<'structure-detail'>;
};

/** Everything that a structure answers for. */
export function StructureItems({ rows, variables }: StructureItemsProps) {
  const s = structureTexts(language.value);
  return (
    <DataTable
      caption={s.items}
      columns={columns()}
      rows={rows}
      rowKey={({ code }) => code}
      query={{ name: 'structure-detail', variables }}
      empty={s.noItems}
    />
  );
}

function columns(): readonly Column<StructureRow>[] {
  const t = texts(language.value);
  const s = structureTexts(language.value);
  return [
    {
      key: 'item',
      label: s.item,
      cell: ({ code, goalCode, title, others }) => (
        <>
          <Link to={addressOf({ name: 'GOAL', code: goalCode })}>
            {code} {title ?? s.noText}
          </Link>
          {others.length > 0 && <span class="structure-others"> {s.withOthers(others.join(', '))}</span>}
        </>
      ),
      value: ({ code, title }) => `${code} ${title ?? ''}`.trim(),
    },
    {
      key: 'deadline',
      label: s.deadline,
      cell: ({ end }) => <Deadline end={end} />,
      value: ({ end }) => (end === YEAR_END ? s.yearEnd : end),
    },
    {
      key: 'progress',
      label: t.progress,
      isNumber: true,
      cell: ({ percent, reason }) => <Percent percent={percent} reason={reason} digits={2} />,
      value: ({ percent }) => percent,
    },
    {
      key: 'variance',
      label: t.variance,
      isNumber: true,
      cell: ({ variance }) => (variance === null ? t.none : signedText(variance, language.value)),
      value: ({ variance }) => variance,
    },
    {
      key: 'health',
      label: t.health,
      cell: ({ health }) => <HealthMark health={health} />,
      value: ({ health }) => healthWord(health),
    },
    {
      key: 'report',
      label: s.lastReport,
      cell: (row) => <LastReport row={row} />,
      value: ({ lastReportedOn }) => lastReportedOn,
    },
  ];
}

function Deadline({ end }: Pick<StructureRow, 'end'>) {
  if (end === null) return <>{texts(language.value).none}</>;
  if (end === YEAR_END) return <>{structureTexts(language.value).yearEnd}</>;
  return <time dateTime={end}>{dayText(end)}</time>;
}

/** What was said last, and the way to say more. */
function LastReport({ row: { of, lastReportedOn, note } }: { readonly row: StructureRow }) {
  return (
    <>
      {lastReportedOn === null ? (
        structureTexts(language.value).never
      ) : (
        <time dateTime={lastReportedOn}>{dayText(lastReportedOn)}</time>
      )}
      {note && <span class="structure-note"> {note}</span>}
      {'phase' in of ? <ReportAction phase={of.phase} /> : <MeasureAction goal={of.goal} />}
    </>
  );
}
