import { type IsoDate, isoDate } from '../../../domain/dates.ts';
import type { Health } from '../../../domain/health.ts';
import { texts } from '../../../messages/dashboard.ts';
import { attentionTexts } from '../../../messages/dashboard-attention.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, addressOf, language } from '../page-state.ts';
import { attentionColumns } from '../parts/attention-columns.tsx';
import { type AttentionGroup, dueElsewhere, type GroupName, groupItems } from '../parts/attention-groups.ts';
import { AttentionLine } from '../parts/attention-item.tsx';
import { AttentionPeople, type PeopleAnswers, peopleCounts } from '../parts/attention-people.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { healthClass } from '../parts/health-mark.tsx';
import { Link } from '../parts/link.tsx';
import { Loading, Problem } from '../parts/state-panel.tsx';
import './attention.scss';

/** What asks for somebody to act, the most urgent first. */
export function AttentionView() {
  const { year, asOf, baseline } = address.value.filters;
  // Who is to answer is known for today alone.
  const isToday = year === null && asOf === null && baseline === null;
  return (
    <div class="attention">
      <h1 tabIndex={-1}>{texts(language.value).views.ATTENTION}</h1>
      <p>{attentionTexts(language.value).intro}</p>
      {isToday ? <OfToday /> : <Attention people={null} />}
    </div>
  );
}

function OfToday() {
  const { structure } = address.value.filters;
  const missing = useAnswer('missing', { structure });
  const orphans = useAnswer('orphans', { structure });
  return <Attention people={{ missing, orphans }} />;
}

function Attention({ people }: { readonly people: PeopleAnswers | null }) {
  const { year, asOf, baseline, structure } = address.value.filters;
  const shown = { year, asOf, baseline };
  const variables = { ...shown, structure };
  const frame = useAnswer('plan-frame', shown);
  const risk = useAnswer('attention', variables);
  const due = useAnswer('due', { ...variables, within: 30 });
  const t = attentionTexts(language.value);
  const problem = frame.problem ?? risk.problem ?? due.problem;
  const again = () => {
    for (const each of [frame, risk, due]) each.again();
  };
  const alarm = problem && <Problem problem={problem} again={again} />;
  const [plan, atRisk, falling] = [frame.data?.plan, risk.data?.attention, due.data?.due];
  if (!plan || !atRisk || !falling) return alarm ?? <Loading />;
  const day = isoDate(plan.asOf);
  const groups = groupItems(atRisk, falling);
  const columns = attentionColumns(day);
  return (
    <>
      {alarm}
      <Overview groups={groups} people={people} />
      {atRisk.length + falling.length === 0 ? (
        <Nothing />
      ) : (
        groups.map((group) => (
          <Group
            key={group.name}
            group={group}
            day={day}
            also={group.name === 'DUE' ? dueElsewhere(falling, day) : 0}
          />
        ))
      )}
      {people === null ? <p class="attention-hint">{t.onlyToday}</p> : <AttentionPeople {...people} />}
      {atRisk.length + falling.length > 0 && (
        <details class="attention-tables">
          <summary>{t.tables}</summary>
          <DataTable
            caption={t.all}
            columns={columns}
            rows={atRisk}
            rowKey={({ code }) => code}
            query={{ name: 'attention', variables }}
            empty=""
          />
          <DataTable
            caption={t.allDue}
            columns={columns}
            rows={falling}
            rowKey={({ code }) => code}
            query={{ name: 'due', variables: { ...variables, within: 30 } }}
            empty=""
          />
        </details>
      )}
    </>
  );
}

/** In whose colour the count stands, beside its word. */
const HEALTH: Readonly<Record<GroupName | 'UNANSWERED' | 'NOBODY', Health | null>> = {
  OVERDUE: 'OVERDUE',
  BLOCKED: 'BLOCKED',
  AT_RISK: 'AT_RISK',
  UNREPORTED: 'STALE',
  STALE: 'STALE',
  DUE: 'NOT_DUE',
  UNANSWERED: null,
  NOBODY: null,
};

/** How many of each; what there is none of leads nowhere. */
function Overview(props: {
  readonly groups: readonly AttentionGroup[];
  readonly people: PeopleAnswers | null;
}) {
  const { groups, people } = props;
  const t = attentionTexts(language.value);
  const counts = [
    ...groups.map(({ name, items }) => ({ name, count: items.length })),
    ...(people === null
      ? []
      : Object.entries(peopleCounts(people)).map(([name, count]) => ({
          name: name as 'UNANSWERED' | 'NOBODY',
          count,
        }))),
  ];
  return (
    <nav aria-label={t.overview}>
      <ul class="attention-overview">
        {counts.map(({ name, count }) => (
          <li key={name}>
            {count === null || count === 0 ? (
              <span class="attention-count attention-count-none">
                <strong>{count ?? texts(language.value).none}</strong> <span>{t.groups[name]}</span>
              </span>
            ) : (
              <a class={`attention-count ${healthClass(HEALTH[name])}`} href={`#attention-${name}`}>
                <strong>{count}</strong> <span>{t.groups[name]}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Group(props: { readonly group: AttentionGroup; readonly day: IsoDate; readonly also: number }) {
  const { group, day, also } = props;
  const { name, items } = group;
  const t = attentionTexts(language.value);
  if (items.length + also === 0) return null;
  return (
    <section class="attention-group" id={`attention-${name}`} aria-labelledby={`attention-${name}-heading`}>
      <h2 id={`attention-${name}-heading`}>
        {t.groups[name]} <span class="attention-number">({items.length})</span>
      </h2>
      {items.length > 0 && <p class="attention-hint">{t.hints[name]}</p>}
      <ul class="attention-list">
        {items.map((item) => (
          <AttentionLine key={item.code} item={item} day={day} />
        ))}
      </ul>
      {also > 0 && <p class="attention-hint">{t.alsoDue(also, items.length > 0)}</p>}
    </section>
  );
}

/** It is good news, and looks like it. */
function Nothing() {
  const t = attentionTexts(language.value);
  const { view, filters } = address.value;
  return (
    <div class="attention-nothing">
      <p class="attention-nothing-title">
        <span aria-hidden="true">✓</span> {t.nothing}
      </p>
      <p>{t.nothingText}</p>
      {filters.structure !== null && (
        <p>
          {t.nothingOfStructure}{' '}
          <Link to={addressOf(view, { ...filters, structure: null })}>{t.everyStructure}</Link>
        </p>
      )}
    </div>
  );
}
