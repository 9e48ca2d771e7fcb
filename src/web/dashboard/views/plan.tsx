import { texts } from '../../../messages/dashboard.ts';
import { type Tile, Treemap } from '../charts/treemap.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { address, addressOf, language } from '../page-state.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Link } from '../parts/link.tsx';
import { type Plan, PlanHead, PlanWhen } from '../parts/plan-head.tsx';
import { areaColumns, goalColumns, structureColumns } from '../parts/plan-tables.tsx';
import { Loading, Problem } from '../parts/state-panel.tsx';
import { percentText, weightText } from '../texts/numbers.ts';
import '../parts/plan.scss';

type Goal = Plan['goals'][number];

/** The plan at a glance: what is reached of it, in one picture and its tables. */
export function PlanView() {
  const { filters } = address.value;
  const { year, asOf, baseline, structure } = filters;
  const variables = { year, asOf, baseline, structure };
  const { data, problem, again } = useAnswer('plan-overview', variables);
  if (!data?.plan) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const { plan } = data;
  const t = texts(language.value);
  const { goals } = plan;
  const shown = new Set(goals.map(({ code }) => code));
  const areas = plan.areas.filter((area) => area.goals.some(({ code }) => shown.has(code)));
  const query = { name: 'plan-overview', variables } as const;
  return (
    <>
      {problem && <Problem problem={problem} again={again} />}
      <h1 tabIndex={-1}>{plan.title}</h1>
      <PlanWhen plan={plan} />
      <PlanHead plan={plan} />
      {structure !== null && <Filtered plan={plan} structure={structure} />}
      {goals.length > 0 && <Treemap label={t.treemap} tiles={goals.map(tileOf)} />}
      <div class="plan-tables">
        <DataTable
          caption={t.goals}
          columns={goalColumns()}
          rows={goals}
          rowKey={({ code }) => code}
          query={query}
          empty={t.noGoals}
        />
        <DataTable
          caption={t.plan.areas}
          columns={areaColumns()}
          rows={areas}
          rowKey={({ code }) => code}
          query={query}
          empty={t.plan.noAreas}
        />
        <DataTable
          caption={t.plan.structures}
          columns={structureColumns()}
          rows={plan.structures}
          rowKey={({ code }) => code}
          query={query}
          empty={t.plan.noStructures}
        />
      </div>
      <p class="plan-note">{t.plan.structuresNote}</p>
    </>
  );
}

/** What the filter leaves as it is: figures are computed over the whole, never over what is shown. */
function Filtered({ plan, structure }: { readonly plan: Plan; readonly structure: string }) {
  const t = texts(language.value);
  const found = plan.structures.find(({ code }) => code.toUpperCase() === structure.toUpperCase());
  return (
    <p class="plan-note" role="status">
      {t.plan.filtered(found?.name ?? structure)}{' '}
      <Link to={addressOf({ name: 'PLAN' }, { ...address.value.filters, structure: null })}>
        {t.plan.unfilter}
      </Link>
    </p>
  );
}

function tileOf({ code, title, area, weightBps, progress }: Goal): Tile {
  const t = texts(language.value);
  const { percent, health } = progress;
  return {
    code,
    title,
    group: area.code,
    weight: weightBps,
    health,
    figure: percent === null ? t.none : percentText(percent, language.value),
    weightText: t.weightOf(weightText(weightBps, language.value)),
    to: addressOf({ name: 'GOAL', code }),
  };
}
