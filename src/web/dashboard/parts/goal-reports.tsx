import { HOME_TIME_ZONE } from '../../../domain/arrangement.ts';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import { formatDay, formatNumber } from '../../../messages/format.ts';
import { dayAndTime } from '../../../messages/format-time.ts';
import { CorrectAction } from '../acting/correct-action.tsx';
import type { AnswerOf, VariablesOf } from '../data/ask.ts';
import { usePages } from '../data/use-pages.ts';
import { language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { percentText } from '../texts/numbers.ts';
import type { Column } from './data-table.tsx';
import { FactsList } from './goal-facts-list.tsx';
import type { Goal } from './goal-head.tsx';

type Report = NonNullable<AnswerOf<'reports'>['reports']>['nodes'][number];
type Measurement = NonNullable<AnswerOf<'measurements'>['measurements']>['nodes'][number];

type FactsProps = {
  readonly goal: Goal;
  readonly year: number | null;
  /** Only what speaks of this day or of one before; null for all. */
  readonly asOf: string | null;
};

const PAGE = 10;

/** The same of reports and of measurements. */
const variablesOf = ({ goal, year, asOf }: FactsProps, after: string | null): VariablesOf<'reports'> => ({
  year,
  filter: { goal: goal.code, ...(asOf !== null && { reportedOn: { to: asOf } }) },
  orderBy: 'REPORTED_ON_DESC',
  first: PAGE,
  after,
});

/** The reports behind the figure of a goal measured by its schedule. */
export function GoalReports(props: FactsProps) {
  const g = goalTexts(language.value);
  const pages = usePages(
    'reports',
    (after) => variablesOf(props, after),
    ({ reports }) => reports,
  );
  return (
    <FactsList
      id="goal-reports"
      title={g.reports}
      hint={g.reportsHint}
      empty={g.noReports}
      pages={pages}
      columns={reportColumns(
        props.goal,
        latestOfTheirDay(pages.nodes ?? [], ({ phaseCode }) => phaseCode),
      )}
      query={{ name: 'reports', variables: variablesOf(props, null) }}
    />
  );
}

/** The measurements behind the figure of a goal measured by figures. */
export function GoalMeasurements(props: FactsProps) {
  const g = goalTexts(language.value);
  const pages = usePages(
    'measurements',
    (after) => variablesOf(props, after),
    ({ measurements }) => measurements,
  );
  return (
    <FactsList
      id="goal-measurements"
      title={g.measurements}
      hint={g.reportsHint}
      empty={g.noMeasurements}
      pages={pages}
      columns={measurementColumns(
        props.goal,
        latestOfTheirDay(pages.nodes ?? [], ({ goalCode }) => goalCode),
      )}
      query={{ name: 'measurements', variables: variablesOf(props, null) }}
    />
  );
}

/** What was said last of a day is what may be corrected. @param facts newest first */
function latestOfTheirDay<Each extends { readonly id: string; readonly reportedOn: string }>(
  facts: readonly Each[],
  itemOf: (fact: Each) => string,
): ReadonlySet<string> {
  const latest = new Map<string, string>();
  for (const fact of facts) {
    const key = `${itemOf(fact)} ${fact.reportedOn}`;
    if (!latest.has(key)) latest.set(key, fact.id);
  }
  return new Set(latest.values());
}

type Fact = Pick<Report, 'reportedOn' | 'recordedAt' | 'source' | 'saidBy' | 'note' | 'evidence'>;

const dayColumn = (): Column<Fact> => ({
  key: 'day',
  label: goalTexts(language.value).day,
  cell: ({ reportedOn }) => <time dateTime={reportedOn}>{dayText(reportedOn)}</time>,
  value: ({ reportedOn }) => reportedOn,
});

function reportColumns({ phases }: Goal, correctable: ReadonlySet<string>): readonly Column<Report>[] {
  const phaseOf = new Map(phases.map((phase) => [phase.code, phase]));
  const by = language.value;
  const g = goalTexts(by);
  return [
    dayColumn(),
    { key: 'phase', label: g.phase, cell: ({ phaseCode }) => phaseCode, value: ({ phaseCode }) => phaseCode },
    {
      key: 'said',
      label: g.said,
      isNumber: true,
      cell: ({ percent, units, completes }) => (
        <>
          {percent === null ? g.onlyBlock : percentText(percent, by)}
          {units !== null && ` (${formatNumber(units, by)})`}
          {completes && <small class="head-note">{g.completes}</small>}
        </>
      ),
      value: ({ percent }) => percent,
    },
    {
      key: 'note',
      label: g.note,
      cell: (report) => {
        const phase = phaseOf.get(report.phaseCode);
        return (
          <>
            {report.blockedBecause !== null && (
              <>
                <strong>{g.blocked}:</strong> {report.blockedBecause}{' '}
              </>
            )}
            <NoteCell fact={report} />
            {phase && correctable.has(report.id) && <CorrectAction report={report} phase={phase} />}
          </>
        );
      },
      value: ({ note, blockedBecause }) =>
        [blockedBecause && `${g.blocked}: ${blockedBecause}`, note].filter(Boolean).join(' · ') || null,
    },
    ...comingColumns(),
  ];
}

function measurementColumns(goal: Goal, correctable: ReadonlySet<string>): readonly Column<Measurement>[] {
  const { indicator } = goal;
  const by = language.value;
  const g = goalTexts(by);
  const number = (key: 'numerator' | 'denominator' | 'value', label: string): Column<Measurement> => ({
    key,
    label,
    isNumber: true,
    cell: (each) => {
      const figure = each[key];
      return figure === null ? '–' : formatNumber(figure, by);
    },
    value: (each) => each[key],
  });
  return [
    dayColumn(),
    number('numerator', g.numerator),
    number('denominator', g.denominator),
    number('value', g.value),
    {
      key: 'note',
      label: g.note,
      cell: (measurement) => (
        <>
          <NoteCell fact={measurement} />
          {indicator !== null && correctable.has(measurement.id) && (
            <CorrectAction measurement={measurement} goal={goal} indicator={indicator} />
          )}
        </>
      ),
      value: ({ note }) => note,
    },
    ...comingColumns(),
  ];
}

function NoteCell({ fact: { note, evidence } }: { readonly fact: Pick<Fact, 'note' | 'evidence'> }) {
  return (
    <>
      {note}
      {evidence !== null && (
        <>
          {' '}
          <a href={evidence} rel="noreferrer external">
            {goalTexts(language.value).evidenceLink}
          </a>
        </>
      )}
    </>
  );
}

/** By whom, through what and when it came: structures, never a name. */
function comingColumns(): readonly Column<Fact>[] {
  const g = goalTexts(language.value);
  const by = ({ saidBy }: Fact) => saidBy.map(({ code }) => code).join(', ');
  const instant = ({ recordedAt }: Fact) => {
    const { day, time } = dayAndTime(recordedAt, HOME_TIME_ZONE);
    return `${formatDay(day)} ${time}`;
  };
  return [
    { key: 'by', label: g.saidBy, cell: (fact) => by(fact) || '–', value: (fact) => by(fact) || null },
    {
      key: 'source',
      label: g.source,
      cell: ({ source }) => g.sources[source],
      value: ({ source }) => g.sources[source],
    },
    {
      key: 'recorded',
      label: g.recordedAt,
      cell: (fact) => <time dateTime={fact.recordedAt}>{instant(fact)}</time>,
      value: ({ recordedAt }) => recordedAt,
    },
  ];
}
