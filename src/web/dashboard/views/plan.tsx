import { texts } from '../../../messages/dashboard.ts';
import { type Tile, Treemap } from '../charts/treemap.tsx';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, addressOf, language } from '../page-state.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Percent } from '../parts/figure.tsx';
import { HealthMark, healthWord } from '../parts/health-mark.tsx';
import { Link } from '../parts/link.tsx';
import { Loading, Problem } from '../parts/state-panel.tsx';
import { percentText, pointsText, signedText, weightText } from '../texts/numbers.ts';

type Plan = NonNullable<AnswerOf<'plan-overview'>['plan']>;
type Goal = Plan['goals'][number];

/** The plan at a glance: what is reached of it, in one picture and two tables. */
export function PlanView() {
  const { year, asOf, baseline, structure } = address.value.filters;
  const variables = { year, asOf, baseline };
  const { data, problem, again } = useAnswer('plan-overview', variables);
  if (!data?.plan) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const { plan } = data;
  const t = texts(language.value);
  const goals = structure === null ? plan.goals : plan.goals.filter((goal) => isOf(goal, structure));
  return (
    <>
      {problem && <Problem problem={problem} again={again} />}
      <h1 tabIndex={-1}>{plan.title}</h1>
      <PlanHead plan={plan} />
      <Treemap label={t.treemap} tiles={goals.map(tileOf)} />
      <DataTable
        caption={t.goals}
        columns={goalColumns()}
        rows={goals}
        rowKey={({ code }) => code}
        query={{ name: 'plan-overview', variables }}
        empty={t.noGoals}
      />
    </>
  );
}

const isOf = (goal: Goal, structure: string): boolean =>
  goal.phases.some((phase) => phase.structures.some(({ code }) => code === structure));

function PlanHead({ plan: { progress, baseline } }: { readonly plan: Plan }) {
  const t = texts(language.value);
  const { percent, reason, points, ofPoints, planned, variance, coverage, health } = progress;
  const by = language.value;
  return (
    <dl class="head-figures">
      <div>
        <dt>{t.progress}</dt>
        <dd class="head-figure">
          <Percent percent={percent} reason={reason} digits={2} />
        </dd>
      </div>
      <div>
        <dt>{t.points}</dt>
        <dd>
          {points === null ? t.none : t.pointsOf(pointsText(points, by), pointsText(ofPoints ?? 0, by, 0))}
        </dd>
      </div>
      <div>
        <dt>{t.planned}</dt>
        <dd>
          {t.byDeadline}: <Percent percent={planned.byDeadline} /> · {t.linear}:{' '}
          <Percent percent={planned.linear} />
        </dd>
      </div>
      <div>
        <dt>{t.variance}</dt>
        <dd>{variance.linear === null ? t.none : signedText(variance.linear, by)}</dd>
      </div>
      <div>
        <dt>{t.coverage}</dt>
        <dd>
          <Percent percent={coverage} />
        </dd>
      </div>
      <div>
        <dt>{t.health}</dt>
        <dd>
          <HealthMark health={health} />
        </dd>
      </div>
      <div>
        <dt>{t.baseline}</dt>
        <dd>{baseline.act ?? t.baselineNumber(baseline.number)}</dd>
      </div>
    </dl>
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

function goalColumns(): readonly Column<Goal>[] {
  const t = texts(language.value);
  const by = language.value;
  return [
    {
      key: 'code',
      label: t.goal,
      cell: ({ code, title }) => (
        <Link to={addressOf({ name: 'GOAL', code })}>
          {code} {title}
        </Link>
      ),
      value: ({ code, title }) => `${code} ${title}`,
    },
    {
      key: 'weight',
      label: t.weight,
      isNumber: true,
      cell: ({ weightBps }) => weightText(weightBps, by),
      value: ({ weightBps }) => weightBps / 100,
    },
    {
      key: 'progress',
      label: t.progress,
      isNumber: true,
      cell: ({ progress: { percent, reason } }) => <Percent percent={percent} reason={reason} digits={2} />,
      value: ({ progress }) => progress.percent,
    },
    {
      key: 'planned',
      label: t.linear,
      isNumber: true,
      cell: ({ progress }) => <Percent percent={progress.planned.linear} digits={2} />,
      value: ({ progress }) => progress.planned.linear,
    },
    {
      key: 'variance',
      label: t.variance,
      isNumber: true,
      cell: ({ progress }) =>
        progress.variance.linear === null ? t.none : signedText(progress.variance.linear, by),
      value: ({ progress }) => progress.variance.linear,
    },
    {
      key: 'coverage',
      label: t.coverage,
      isNumber: true,
      cell: ({ progress }) => <Percent percent={progress.coverage} />,
      value: ({ progress }) => progress.coverage,
    },
    {
      key: 'health',
      label: t.health,
      cell: ({ progress }) => <HealthMark health={progress.health} />,
      value: ({ progress }) => healthWord(progress.health),
    },
  ];
}
