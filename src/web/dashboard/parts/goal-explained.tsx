import { texts } from '../../../messages/dashboard.ts';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import type { VariablesOf } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { dayText } from '../texts/days.ts';
import { percentText } from '../texts/numbers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Percent } from './figure.tsx';
import type { Goal } from './goal-head.tsx';
import { pointsOf } from './plan-head.tsx';
import { useGradually } from './use-gradually.ts';

type Term = Goal['progress']['explain']['terms'][number];

type ExplainedProps = { readonly goal: Goal; readonly variables: VariablesOf<'goal-detail'> };

/** Rows that are laid out at one go. */
const STEP = 25;

/** The sum behind the figure, term by term: what each phase brings to it. */
export function GoalExplained({ goal, variables }: ExplainedProps) {
  const by = language.value;
  const g = goalTexts(by);
  const { percent, reason, points, ofPoints, explain } = goal.progress;
  const shown = useGradually(explain.terms.length, STEP);
  return (
    <section class="goal-section">
      <h2 id="goal-explained">{g.explained}</h2>
      {percent === null ? (
        <p>
          {g.explainedNone}
          {texts(by).reasons[reason ?? ''] ?? ''}.
        </p>
      ) : goal.measuredBy === 'FIGURES' ? (
        <p>{g.explainedFigures}</p>
      ) : (
        <>
          <p class="goal-hint">{g.explainedRule}</p>
          <DataTable
            caption={g.explained}
            columns={termColumns(descriptionsOf(goal))}
            rows={explain.terms.slice(0, shown)}
            rowKey={({ code }) => code}
            query={{ name: 'goal-detail', variables }}
            empty={g.noPhases}
          />
          <p class="goal-total">
            {g.explainedSum(
              percentText(percent, by, 2),
              points === null || ofPoints === null ? null : pointsOf(points, ofPoints),
            )}
          </p>
        </>
      )}
    </section>
  );
}

const descriptionsOf = ({ phases }: Goal): ReadonlyMap<string, string> =>
  new Map(phases.map(({ code, description }) => [code, description ?? '']));

function termColumns(descriptions: ReadonlyMap<string, string>): readonly Column<Term>[] {
  const by = language.value;
  const t = texts(by);
  const g = goalTexts(by);
  const name = ({ code }: Term) => `${code} ${descriptions.get(code) ?? ''}`.trim();
  const two = (percent: number) => percentText(percent, by, 2);
  // Nothing was said of it, or it can't be computed: it is in the sum with nothing.
  const behind = ({ percent, reason, reportedOn, sequence, coverage }: Term) => {
    if (percent === null) return g.termUnknown((reason && t.reasons[reason]) || g.unreported);
    if (sequence === null && coverage === 0) return g.termUnknown(g.unreported);
    return reportedOn === null ? '–' : g.reportOf(dayText(reportedOn));
  };
  return [
    { key: 'phase', label: g.phase, cell: name, value: name },
    {
      key: 'share',
      label: g.share,
      isNumber: true,
      cell: ({ weightShare }) => two(weightShare),
      value: ({ weightShare }) => weightShare,
    },
    {
      key: 'times',
      label: g.times,
      isNumber: true,
      cell: ({ percent, reason }) => (
        <>
          × <Percent percent={percent} reason={reason} digits={2} />
        </>
      ),
      value: ({ percent }) => percent,
    },
    {
      key: 'contribution',
      label: g.contribution,
      isNumber: true,
      cell: ({ contribution }) => <strong>= {two(contribution)}</strong>,
      value: ({ contribution }) => contribution,
    },
    { key: 'behind', label: g.behind, cell: behind, value: behind },
  ];
}
