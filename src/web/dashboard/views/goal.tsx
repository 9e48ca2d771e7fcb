import { texts } from '../../../messages/dashboard.ts';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import type { AnswerOf, AskProblem, VariablesOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, addressOf, language } from '../page-state.ts';
import { GoalChanges } from '../parts/goal-changes.tsx';
import { GoalExplained } from '../parts/goal-explained.tsx';
import { type Goal, GoalFacts, GoalHead } from '../parts/goal-head.tsx';
import { IndicatorSection } from '../parts/goal-indicator.tsx';
import { GoalMeasurements, GoalReports } from '../parts/goal-reports.tsx';
import { type GoalDiff, type Pair, pairOf, scheduleRows } from '../parts/goal-schedule.ts';
import { ScheduleSection } from '../parts/goal-schedule-section.tsx';
import { Link } from '../parts/link.tsx';
import { PlanWhen } from '../parts/plan-head.tsx';
import { Loading, Problem } from '../parts/state-panel.tsx';
import '../parts/goal.scss';

type Plan = NonNullable<AnswerOf<'goal-detail'>['plan']>;

/** One goal with everything behind its figure. */
export function GoalView() {
  const { view, filters } = address.value;
  const code = view.name === 'GOAL' ? view.code : '';
  const { year, asOf, baseline } = filters;
  const variables = { code, year, asOf, baseline };
  const { data, problem, again } = useAnswer('goal-detail', variables);
  if (!data?.plan || !data.goal) {
    return problem ? <GoalProblem code={code} problem={problem} again={again} /> : <Loading />;
  }
  const { plan, goal } = data;
  return (
    <>
      {problem && <Problem problem={problem} again={again} />}
      <Trail goal={goal} />
      <h1 tabIndex={-1}>
        <span class="goal-code">{goal.code}</span> {goal.title}
      </h1>
      <PlanWhen plan={plan} />
      <GoalFacts goal={goal} />
      <Compared plan={plan} goal={goal} variables={variables} />
      <Neighbours goals={plan.goals} code={goal.code} />
    </>
  );
}

type ShownProps = {
  readonly plan: Plan;
  readonly goal: Goal;
  readonly variables: VariablesOf<'goal-detail'>;
};

/** With the other baseline beside it, where the plan has one. */
function Compared(props: ShownProps) {
  const pair = pairOf(props.plan.baseline.number, props.plan.baselines);
  return pair === null ? (
    <Sections {...props} pair={null} diff={null} />
  ) : (
    <WithOther {...props} pair={pair} />
  );
}

function WithOther({ pair, ...props }: ShownProps & { readonly pair: Pair }) {
  const { data, problem, again } = useAnswer('goal-baselines', {
    from: pair.from,
    to: pair.to,
    year: props.plan.year,
  });
  const goals = data?.plan?.baselineDiff?.goals;
  const diff = goals?.find(({ goal }) => goal.code === props.goal.code) ?? null;
  return (
    <>
      {problem && <Problem problem={problem} again={again} />}
      {/* Until the other baseline has come its bars are not there, rather than wrong. */}
      <Sections {...props} pair={goals === undefined ? null : pair} diff={diff} />
    </>
  );
}

type SectionsProps = ShownProps & { readonly pair: Pair | null; readonly diff: GoalDiff | null };

function Sections({ plan, goal, variables, pair, diff }: SectionsProps) {
  const isByFigures = goal.measuredBy === 'FIGURES';
  const facts = { goal, year: plan.year, asOf: variables.asOf ?? null };
  return (
    <>
      {diff !== null && diff.changes.length > 0 && <GoalChanges diff={diff} />}
      <GoalHead goal={goal} />
      {!isByFigures && (
        <ScheduleSection
          goal={goal}
          year={plan.year}
          asOf={plan.asOf}
          rows={scheduleRows(goal.phases, pair, diff)}
          diff={diff}
          variables={variables}
        />
      )}
      <IndicatorSection goal={goal} />
      <GoalExplained goal={goal} variables={variables} />
      {isByFigures ? <GoalMeasurements {...facts} /> : <GoalReports {...facts} />}
    </>
  );
}

function Trail({ goal: { area } }: { readonly goal: Goal }) {
  const g = goalTexts(language.value);
  return (
    <nav class="goal-trail" aria-label={g.trail}>
      <Link to={addressOf({ name: 'PLAN' })}>{texts(language.value).views.PLAN}</Link>
      <span aria-hidden="true"> › </span>
      <span lang="it">{g.area(area.code, area.title)}</span>
    </nav>
  );
}

type NeighboursProps = { readonly goals: Plan['goals']; readonly code: string };

function Neighbours({ goals, code }: NeighboursProps) {
  const g = goalTexts(language.value);
  const at = goals.findIndex((goal) => goal.code === code);
  const [previous, next] = [goals[at - 1], goals[at + 1]];
  return (
    <nav class="goal-neighbours" aria-label={g.neighbours}>
      {previous && (
        <Link to={addressOf({ name: 'GOAL', code: previous.code })} rel="prev">
          <small>{g.previous}</small>
          {previous.code} {previous.title}
        </Link>
      )}
      {next && (
        <Link class="goal-next" to={addressOf({ name: 'GOAL', code: next.code })} rel="next">
          <small>{g.next}</small>
          {next.code} {next.title}
        </Link>
      )}
    </nav>
  );
}

type GoalProblemProps = { readonly code: string; readonly problem: AskProblem; readonly again: () => void };

/** A goal that the chosen baseline does not have is in another: the way there is one link. */
function GoalProblem({ code, problem, again }: GoalProblemProps) {
  const g = goalTexts(language.value);
  const { filters } = address.value;
  const isElsewhere = problem.kind === 'REFUSED' && problem.code === 'NOT_IN_BASELINE';
  return (
    <>
      <h1 tabIndex={-1}>
        {texts(language.value).goal} {code}
      </h1>
      <Problem problem={problem} again={again} />
      {isElsewhere && (
        <p>
          {filters.baseline === 0 ? (
            <Link
              class="btn btn-primary"
              to={addressOf({ name: 'GOAL', code }, { ...filters, baseline: null })}
            >
              {g.openInForce}
            </Link>
          ) : (
            <Link class="btn btn-primary" to={addressOf({ name: 'GOAL', code }, { ...filters, baseline: 0 })}>
              {g.openApproved}
            </Link>
          )}
        </p>
      )}
      <p>
        <Link to={addressOf({ name: 'PLAN' })}>{g.backToPlan}</Link>
      </p>
    </>
  );
}
