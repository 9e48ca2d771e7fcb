import { isoDate } from '../../../domain/dates.ts';
import { texts } from '../../../messages/dashboard.ts';
import { curvesTexts } from '../../../messages/dashboard-curves.ts';
import { baselineChanges, pointsWith } from '../charts/curve-points.ts';
import { yearAxis } from '../charts/curve-scale.ts';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, language } from '../page-state.ts';
import { LargeCurve } from '../parts/curve-large.tsx';
import { CurvePeriodChoice } from '../parts/curve-period.tsx';
import { curveSentence } from '../parts/curve-sentence.ts';
import { SmallCurve } from '../parts/curve-small.tsx';
import { CurveWaiting } from '../parts/curve-waiting.tsx';
import { Empty, Loading, Problem } from '../parts/state-panel.tsx';

type Frame = NonNullable<AnswerOf<'plan-frame'>['plan']>;

/** What was reached and what was planned, over the year: the plan's curve, and those of all goals on one scale. */
export function TimeView() {
  const { year, asOf, baseline } = address.value.filters;
  const { data, problem, again } = useAnswer('plan-frame', { year, asOf, baseline });
  const t = curvesTexts(language.value);
  return (
    <>
      <h1 tabIndex={-1}>{t.planTitle}</h1>
      <p class="lead">{t.intro}</p>
      <CurvePeriodChoice />
      {problem && <Problem problem={problem} again={again} />}
      {data?.plan ? <Curves frame={data.plan} /> : !problem && <Loading />}
    </>
  );
}

/** The year's last day is asked for by name: left to itself a series ends today, and what is planned has no end. */
function Curves({ frame }: { readonly frame: Frame }) {
  const { asOf, baseline, structure, every } = address.value.filters;
  const axis = yearAxis(frame.year);
  const range = {
    year: frame.year,
    asOf,
    baseline,
    from: axis.first,
    to: axis.last,
    every: every ?? ('WEEK' as const),
  };
  const { data, problem, again } = useAnswer('goal-curves', { ...range, structure });
  if (!data?.plan) return problem ? <Problem problem={problem} again={again} /> : <CurveWaiting />;
  const t = texts(language.value);
  const c = curvesTexts(language.value);
  const { plan } = data;
  const day = isoDate(plan.asOf);
  const isToday = plan.asOf === frame.today;
  const points = pointsWith(plan.progressSeries?.points ?? [], plan.asOf, plan.progress);
  return (
    <>
      {problem && <Problem problem={problem} again={again} />}
      <LargeCurve
        what={t.views.PLAN}
        said={curveSentence(plan.title, plan.progress, day)}
        axis={axis}
        points={points}
        asOf={day}
        isToday={isToday}
        changes={baselineChanges(points, frame.baselines)}
        reason={plan.progress.reason}
        query={{ name: 'plan-series', variables: range }}
      />
      <h2>{c.goalsTitle}</h2>
      <p>{structure === null ? c.goalsHint : c.onlyOf(structure)}</p>
      {plan.goals.length === 0 && <Empty>{t.noGoals}</Empty>}
      <ul class="curve-cards">
        {plan.goals.map((goal) => (
          <SmallCurve
            key={goal.code}
            goal={goal}
            axis={axis}
            asOf={day}
            isToday={isToday}
            baselines={frame.baselines}
            variables={{ ...range, code: goal.code }}
          />
        ))}
      </ul>
    </>
  );
}
