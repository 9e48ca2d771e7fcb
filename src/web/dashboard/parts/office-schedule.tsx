import type { SlotKind } from '../../../domain/schedule/schedule.ts';
import { texts } from '../../../messages/dashboard.ts';
import { officeTexts } from '../../../messages/dashboard-office.ts';
import { momentText, periodText, scheduleMessages } from '../../../messages/schedule-text.ts';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { usePages } from '../data/use-pages.ts';
import { address, language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Loading, Problem } from './state-panel.tsx';

type Plan = NonNullable<AnswerOf<'plan-schedule'>['plan']>;
type Rule = Plan['schedule']['rules'][number];
type Run = NonNullable<AnswerOf<'slot-runs'>['slotRuns']>['nodes'][number];

const OF_PLAN: ReadonlySet<SlotKind> = new Set([
  'PLAN_SUMMARY',
  'MONTHLY_DIGEST',
  'QUARTERLY_DIGEST',
  'INTERIM_REVIEW',
]);

/** What the product will do by itself, the next first. */
export function OfficeNext() {
  const t = officeTexts(language.value);
  const variables = { year: address.value.filters.year, first: 1, language: languageOfApi() };
  const { data, problem, again } = useAnswer('plan-schedule', variables);
  if (!data?.plan) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const { year, schedule } = data.plan;
  return (
    <section aria-labelledby="office-next">
      <h2 id="office-next" class="visually-hidden">
        {t.next}
      </h2>
      {problem && <Problem problem={problem} again={again} />}
      <DataTable
        caption={t.next}
        columns={ruleColumns(year)}
        rows={nextFirst(schedule.rules)}
        rowKey={({ kind, structure }) => `${kind} ${structure ?? ''}`}
        query={{ name: 'plan-schedule', variables }}
        empty={texts(language.value).empty}
      />
    </section>
  );
}

/** What it did, the latest first. */
export function OfficeHistory() {
  const t = officeTexts(language.value);
  const { year } = address.value.filters;
  const variablesOf = (after: string | null) => ({ year, first: 10, after, language: languageOfApi() });
  const { nodes, hasMore, more, problem, again, isAsking } = usePages(
    'slot-runs',
    variablesOf,
    ({ slotRuns }) => slotRuns,
  );
  return (
    <section aria-labelledby="office-history">
      <h2 id="office-history" class="visually-hidden">
        {t.history}
      </h2>
      {problem && <Problem problem={problem} again={again} />}
      {nodes === null && !problem && <Loading />}
      {nodes !== null && (
        <DataTable
          caption={t.history}
          columns={runColumns()}
          rows={nodes}
          rowKey={({ id }) => id}
          query={{ name: 'slot-runs', variables: variablesOf(null) }}
          empty={t.noHistory}
        />
      )}
      {hasMore && (
        <button type="button" class="btn btn-outline-primary" aria-disabled={isAsking} onClick={more}>
          {t.more}
        </button>
      )}
    </section>
  );
}

const languageOfApi = () => (language.value === 'it' ? ('IT' as const) : ('EN' as const));

const nextFirst = (rules: readonly Rule[]): readonly Rule[] =>
  [...rules].sort((a, b) => (a.next?.at ?? '~').localeCompare(b.next?.at ?? '~'));

/** `Richiesta di aggiornamento`: it heads a row. */
const eventText = (kind: SlotKind): string => {
  const name = scheduleMessages(language.value).names[kind];
  return name.charAt(0).toUpperCase() + name.slice(1);
};

function ruleColumns(year: number): readonly Column<Rule>[] {
  const t = officeTexts(language.value);
  const by = language.value;
  const whose = ({ kind, structure }: Rule) =>
    structure ?? (OF_PLAN.has(kind) ? t.wholePlan : t.everyStructure);
  const moment = ({ next, isOff }: Rule) =>
    next === null ? (isOff ? t.off : t.noNext) : momentText(next.at, year, by);
  const moved = ({ next }: Rule) =>
    next === null || next.movedFrom === null ? '' : t.moved(dayText(next.movedFrom), next.movedBecause);
  return [
    {
      key: 'event',
      label: t.event,
      cell: ({ kind }) => eventText(kind),
      value: ({ kind }) => eventText(kind),
    },
    { key: 'structure', label: t.structure, cell: whose, value: whose },
    {
      key: 'when',
      label: t.when,
      cell: (rule) => (
        <>
          {moment(rule)}
          {moved(rule) !== '' && <span class="office-aside"> {moved(rule)}</span>}
        </>
      ),
      value: (rule) => [moment(rule), moved(rule)].filter(Boolean).join(', '),
    },
    { key: 'rule', label: t.rule, cell: ({ inWords }) => inWords, value: ({ inWords }) => inWords },
    {
      key: 'last',
      label: t.last,
      cell: ({ last }) =>
        last === null ? (
          <span class="office-aside">{t.never}</span>
        ) : (
          <>
            <Outcome outcome={last.outcome} inWords={last.inWords} />
            <span class="office-aside"> {periodText(last.period, by)}</span>
          </>
        ),
      value: ({ last }) => (last === null ? t.never : `${last.inWords}, ${periodText(last.period, by)}`),
    },
  ];
}

function runColumns(): readonly Column<Run>[] {
  const t = officeTexts(language.value);
  const by = language.value;
  const moment = ({ at, asOf }: Run) => momentText(at, Number(asOf.slice(0, 4)), by);
  const whose = ({ structure }: Run) => structure ?? t.wholePlan;
  return [
    {
      key: 'event',
      label: t.event,
      cell: ({ kind }) => eventText(kind),
      value: ({ kind }) => eventText(kind),
    },
    { key: 'structure', label: t.structure, cell: whose, value: whose },
    {
      key: 'period',
      label: t.period,
      cell: ({ period }) => periodText(period, by),
      value: ({ period }) => periodText(period, by),
    },
    { key: 'planned', label: t.planned, cell: moment, value: moment },
    {
      key: 'outcome',
      label: t.outcome,
      cell: ({ outcome, inWords }) => <Outcome outcome={outcome} inWords={inWords} />,
      value: ({ inWords }) => inWords,
    },
    {
      key: 'sent',
      label: t.sent,
      isNumber: true,
      cell: ({ messages }) => messages,
      value: ({ messages }) => messages,
    },
  ];
}

const MARKS = {
  ON_TIME: { mark: '✓', look: 'health-on-track' },
  LATE: { mark: '▲', look: 'health-at-risk' },
  SKIPPED: { mark: '○', look: 'health-stale' },
} as const satisfies Readonly<Record<Run['outcome'], { readonly mark: string; readonly look: string }>>;

/** The words say whether it was on time; the mark lets the eye find what was not. */
function Outcome({ outcome, inWords }: Pick<Run, 'outcome' | 'inWords'>) {
  const { mark, look } = MARKS[outcome];
  return (
    <span class={`health ${look}`}>
      <span class="health-mark" aria-hidden="true">
        {mark}
      </span>{' '}
      {inWords}
    </span>
  );
}
