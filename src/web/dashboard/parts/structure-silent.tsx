import { structureTexts } from '../../../messages/dashboard-structure.ts';
import type { AnswerOf, VariablesOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { addressOf, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Link } from './link.tsx';
import { Loading, Problem } from './state-panel.tsx';
import { StructureNothing } from './structure-nothing.tsx';

type Item = NonNullable<AnswerOf<'attention'>['attention']>[number];

type StructureSilentProps = {
  readonly variables: Omit<VariablesOf<'attention'>, 'risk'> & { readonly structure: string };
};

/** What of a structure nobody said anything of, ever or for too long. */
export function StructureSilent({ variables }: StructureSilentProps) {
  const asked: VariablesOf<'attention'> = { ...variables, risk: ['UNREPORTED', 'STALE'] };
  const { data, problem, again } = useAnswer('attention', asked);
  if (!data?.attention) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const s = structureTexts(language.value);
  if (data.attention.length === 0) return <StructureNothing title={s.silent} text={s.nothingSilent} />;
  return (
    <DataTable
      caption={s.silent}
      columns={columns()}
      rows={data.attention}
      rowKey={({ code }) => code}
      query={{ name: 'attention', variables: asked }}
      empty={s.nothingSilent}
    />
  );
}

function columns(): readonly Column<Item>[] {
  const s = structureTexts(language.value);
  const riskOf = ({ risk }: Item) => (risk === null ? '' : (s.risks[risk] ?? ''));
  return [
    {
      key: 'item',
      label: s.item,
      cell: ({ code, title, phase }) => (
        <Link to={addressOf({ name: 'GOAL', code: phase?.goalCode ?? code })}>
          {code} {title}
        </Link>
      ),
      value: ({ code, title }) => `${code} ${title}`,
    },
    { key: 'risk', label: s.risk, cell: riskOf, value: riskOf },
    {
      key: 'report',
      label: s.lastReport,
      cell: ({ lastReportedOn }) =>
        lastReportedOn === null ? s.never : <time dateTime={lastReportedOn}>{dayText(lastReportedOn)}</time>,
      value: ({ lastReportedOn }) => lastReportedOn,
    },
    {
      key: 'deadline',
      label: s.deadline,
      cell: ({ end }) => <time dateTime={end}>{dayText(end)}</time>,
      value: ({ end }) => end,
    },
  ];
}
