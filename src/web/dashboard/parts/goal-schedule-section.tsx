import { isoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import { yearAxis } from '../charts/curve-scale.ts';
import { Gantt, type GanttKey, GanttLegend, type GanttRow } from '../charts/gantt.tsx';
import type { VariablesOf } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { weightText } from '../texts/numbers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Percent } from './figure.tsx';
import type { Goal } from './goal-head.tsx';
import { PhaseDays, PhaseDetails, PhaseHead, PhaseStatus } from './goal-phase-cells.tsx';
import type { GoalDiff, ScheduleRow } from './goal-schedule.ts';
import { TableBehind } from './goal-table-behind.tsx';
import { HealthMark, healthWord } from './health-mark.tsx';
import { Empty } from './state-panel.tsx';

type ScheduleSectionProps = {
  readonly goal: Goal;
  readonly year: number;
  /** The day of the figures. */
  readonly asOf: string;
  readonly rows: readonly ScheduleRow[];
  readonly diff: GoalDiff | null;
  readonly variables: VariablesOf<'goal-detail'>;
};

type Row = GanttRow & { readonly row: ScheduleRow };

/** When the goal’s phases are planned, in both baselines, and how far they are. */
export function ScheduleSection({ goal, year, asOf, rows, diff, variables }: ScheduleSectionProps) {
  const g = goalTexts(language.value);
  const { code, scheduleName, scheduleUnknown } = goal;
  const axis = yearAxis(year);
  const hasApproved = rows.some(({ approved }) => approved !== null);
  return (
    <section class="goal-section">
      <h2 id="goal-schedule">{scheduleName === null ? g.schedule : g.scheduleNamed(scheduleName)}</h2>
      {scheduleUnknown !== null ? (
        <div class="state-panel state-unknown">
          <p>
            <strong>{g.scheduleUnknown}</strong>
          </p>
          <p lang="it">{scheduleUnknown}</p>
          <p>{g.scheduleUnknownHint}</p>
        </div>
      ) : rows.length === 0 ? (
        <Empty>{g.noPhases}</Empty>
      ) : (
        <>
          <GanttLegend label={g.legend} keys={legendKeys(asOf, hasApproved)} />
          <Gantt
            caption={g.scheduleCaption(code, dayText(asOf))}
            captionOfPart={g.phasesFrom}
            axis={axis}
            day={isoDate(asOf)}
            barsLabel={g.programme(year)}
            language={language.value}
            lead={[
              { key: 'phase', label: g.phase, cell: ({ row }: Row) => <PhaseHead row={row} diff={diff} /> },
              {
                key: 'details',
                label: g.outputAndStructures,
                cell: ({ row }: Row) => <PhaseDetails phase={row.phase} />,
              },
            ]}
            trail={[
              {
                key: 'status',
                label: texts(language.value).progress,
                cell: ({ row }: Row) => <PhaseStatus phase={row.phase} />,
              },
            ]}
            rows={rows.map(ganttRow)}
          />
          <TableBehind label={g.phaseTableOpen}>
            {() => (
              <DataTable
                caption={g.phaseTable}
                columns={phaseColumns()}
                rows={rows}
                rowKey={(row) => row.code}
                query={{ name: 'goal-detail', variables }}
                empty={g.noPhases}
              />
            )}
          </TableBehind>
        </>
      )}
    </section>
  );
}

const ganttRow = (row: ScheduleRow): Row => ({
  code: row.code,
  approved: row.approved,
  current: row.current,
  percent: row.phase?.progress.percent ?? null,
  health: row.phase?.progress.health ?? null,
  said: <PhaseDays row={row} />,
  row,
});

function legendKeys(asOf: string, hasApproved: boolean): readonly GanttKey[] {
  const g = goalTexts(language.value);
  const day: GanttKey = { kind: 'day', text: g.legendDay(dayText(asOf)) };
  const done: GanttKey = { kind: 'done', text: g.legendDone };
  if (!hasApproved) return [{ kind: 'current', text: g.legendOnly }, done, day];
  return [
    { kind: 'approved', text: g.legendApproved },
    { kind: 'current', text: g.legendCurrent },
    done,
    day,
  ];
}

function phaseColumns(): readonly Column<ScheduleRow>[] {
  const by = language.value;
  const t = texts(by);
  const g = goalTexts(by);
  const day = (key: string, label: string, of: (row: ScheduleRow) => string | null | undefined) => ({
    key,
    label,
    cell: (row: ScheduleRow) => {
      const found = of(row);
      return found ? dayText(found) : '–';
    },
    value: (row: ScheduleRow) => of(row) ?? null,
  });
  const description = ({ phase, code }: ScheduleRow) =>
    phase === null ? `${code} ${g.notInShown}` : `${code} ${phase.description ?? ''}`.trim();
  return [
    { key: 'phase', label: g.phase, cell: description, value: description },
    {
      key: 'structures',
      label: g.structures,
      cell: ({ phase }) => phase?.structures.map(({ code }) => code).join(', ') ?? '–',
      value: ({ phase }) => phase?.structures.map(({ code }) => code).join(', ') ?? null,
    },
    {
      key: 'weight',
      label: t.weight,
      isNumber: true,
      cell: ({ phase }) => (phase === null ? '–' : weightText(phase.weightBps, by)),
      value: ({ phase }) => (phase === null ? null : phase.weightBps / 100),
    },
    day('approved-start', g.approvedStart, ({ approved }) => approved?.start),
    day('approved-end', g.approvedEnd, ({ approved }) => approved?.end),
    day('start', g.start, ({ current }) => current?.start),
    day('end', g.end, ({ current }) => current?.end),
    {
      key: 'progress',
      label: t.progress,
      isNumber: true,
      cell: ({ phase }) =>
        phase === null ? (
          '–'
        ) : (
          <Percent percent={phase.progress.percent} reason={phase.progress.reason} digits={2} />
        ),
      value: ({ phase }) => phase?.progress.percent ?? null,
    },
    {
      key: 'health',
      label: t.health,
      cell: ({ phase }) => (phase === null ? '–' : <HealthMark health={phase.progress.health} />),
      value: ({ phase }) => (phase === null ? null : healthWord(phase.progress.health)),
    },
    day('reported', g.reportedOn, ({ phase }) => phase?.lastReport?.reportedOn),
  ];
}
