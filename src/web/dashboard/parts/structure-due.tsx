import { daysBetween, isoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { structureTexts } from '../../../messages/dashboard-structure.ts';
import type { AnswerOf, VariablesOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { addressOf, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Percent } from './figure.tsx';
import { HealthMark, healthWord } from './health-mark.tsx';
import { Link } from './link.tsx';
import { Loading, Problem } from './state-panel.tsx';
import { StructureNothing } from './structure-nothing.tsx';

type Item = NonNullable<AnswerOf<'due'>['due']>[number];

type StructureDueProps = {
  /** The day from which days are counted. */
  readonly asOf: string;
  readonly variables: Omit<VariablesOf<'due'>, 'within'> & { readonly structure: string };
};

const WITHIN_DAYS = 30;

/** What of a structure ends soon, or should have ended. */
export function StructureDue({ asOf, variables }: StructureDueProps) {
  const asked = { ...variables, within: WITHIN_DAYS };
  const { data, problem, again } = useAnswer('due', asked);
  if (!data?.due) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const s = structureTexts(language.value);
  if (data.due.length === 0) return <StructureNothing title={s.due} text={s.nothingDue} />;
  return (
    <DataTable
      caption={s.due}
      columns={columns(asOf)}
      rows={data.due}
      rowKey={({ code }) => code}
      query={{ name: 'due', variables: asked }}
      empty={s.nothingDue}
    />
  );
}

function columns(asOf: string): readonly Column<Item>[] {
  const t = texts(language.value);
  const s = structureTexts(language.value);
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
    {
      key: 'deadline',
      label: s.deadline,
      cell: ({ end }) => (
        <>
          <time dateTime={end}>{dayText(end)}</time>
          <span class="structure-note"> {awayText(asOf, end)}</span>
        </>
      ),
      value: ({ end }) => end,
    },
    {
      key: 'progress',
      label: t.progress,
      isNumber: true,
      cell: ({ progress }) => <Percent percent={progress.percent} reason={progress.reason} digits={2} />,
      value: ({ progress }) => progress.percent,
    },
    {
      key: 'planned',
      label: curvesTexts(language.value).linearColumn,
      isNumber: true,
      cell: ({ progress }) => <Percent percent={progress.planned.linear} digits={2} />,
      value: ({ progress }) => progress.planned.linear,
    },
    {
      key: 'health',
      label: t.health,
      cell: ({ progress }) => <HealthMark health={progress.health} />,
      value: ({ progress }) => healthWord(progress.health),
    },
  ];
}

function awayText(asOf: string, end: string): string {
  const s = structureTexts(language.value);
  const days = daysBetween(isoDate(asOf), isoDate(end));
  return days < 0 ? s.daysLate(-days) : s.daysLeft(days);
}
