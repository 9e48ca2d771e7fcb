import { texts } from '../../../messages/dashboard.ts';
import { changesTexts } from '../../../messages/dashboard-changes.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, language } from '../page-state.ts';
import { type ComparedGoal, compareGoals, onlyChanges } from '../parts/changes-compare.ts';
import { ChangeMark, ChangesGoal, changesAnchor, changeText } from '../parts/changes-goal.tsx';
import { ChangesActs, ChangesForm } from '../parts/changes-head.tsx';
import { type ChangesLine, changesLines, lineColumns } from '../parts/changes-lines.ts';
import { type BaselinePair, baselinePair } from '../parts/changes-pair.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Empty, Loading, Problem } from '../parts/state-panel.tsx';
import { TableActions } from '../parts/table-actions.tsx';
import { weightText } from '../texts/numbers.ts';
import './changes.scss';

/** What the acts changed: two baselines side by side, as in the annex of the act, with the motivations. */
export function ChangesView() {
  return (
    <div class="changes">
      <h1 tabIndex={-1}>{texts(language.value).views.CHANGES}</h1>
      <p class="changes-intro">{changesTexts(language.value).intro}</p>
      <Changes />
    </div>
  );
}

function Changes() {
  const { year, asOf, baseline, from } = address.value.filters;
  // All baselines of the year may be compared, whichever is shown elsewhere.
  const { data, problem, again } = useAnswer('plan-frame', { year, asOf, baseline: null });
  if (!data?.plan) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const { baselines, year: shownYear } = data.plan;
  const numbers = baselines.map(({ number }) => number);
  const pair = baselinePair(numbers, { baseline, from });
  if (pair === null) return <Empty>{changesTexts(language.value).onlyOne}</Empty>;
  return (
    <>
      <ChangesForm baselines={baselines} pair={pair} />
      <Comparison pair={pair} year={shownYear} />
    </>
  );
}

function Comparison({ pair, year }: { readonly pair: BaselinePair; readonly year: number }) {
  const variables = { ...pair, year };
  const { data, problem, again } = useAnswer('plan-changes', variables);
  const diff = data?.plan?.baselineDiff;
  if (!data || !diff) return problem ? <Problem problem={problem} again={again} /> : <Loading />;
  const t = changesTexts(language.value);
  const { show, structure } = address.value.filters;
  const all = compareGoals(data, language.value);
  const goals = (show === 'ALL' ? all : onlyChanges(all)).filter(
    ({ structures }) => structure === null || structures.has(structure),
  );
  const query = { name: 'plan-changes', variables } as const;
  return (
    <>
      {problem && <Problem problem={problem} again={again} />}
      <ChangesActs diff={diff} />
      {goals.length === 0 ? (
        <Empty>{structure === null ? t.none : t.noneOfStructure}</Empty>
      ) : (
        <>
          <p class="changes-counts">
            {countsText(goals)}. {weightsText(diff)}
          </p>
          <DataTable
            caption={t.summary}
            columns={summaryColumns()}
            rows={goals}
            rowKey={({ code }) => code}
            query={query}
            empty={t.none}
          />
          {goals.map((goal) => (
            <ChangesGoal key={goal.code} goal={goal} />
          ))}
          <TableActions<ChangesLine, 'plan-changes'>
            caption={t.details}
            columns={lineColumns(language.value)}
            rows={changesLines(goals, language.value)}
            query={query}
          />
        </>
      )}
    </>
  );
}

function countsText(goals: readonly ComparedGoal[]): string {
  const count = (wanted: ComparedGoal['presence']) =>
    goals.filter(({ presence }) => presence === wanted).length;
  return changesTexts(language.value).counts(count('CHANGED'), count('INSERTED'), count('REMOVED'));
}

/** Of the whole plan, whichever structure is shown. */
function weightsText(diff: { readonly oldWeightBps: number; readonly newWeightBps: number }): string {
  const t = changesTexts(language.value);
  const [before, after] = [diff.oldWeightBps, diff.newWeightBps].map((bps) =>
    weightText(bps, language.value),
  );
  return before === after ? t.conserved(after ?? '') : t.notConserved(before ?? '', after ?? '');
}

function summaryColumns(): readonly Column<ComparedGoal>[] {
  const t = changesTexts(language.value);
  const { goal } = texts(language.value);
  const weight = (bps: number | null, absent: string) =>
    bps === null ? <span class="changes-nothing">{absent}</span> : weightText(bps, language.value);
  return [
    {
      key: 'goal',
      label: goal,
      cell: ({ code, title }) => (
        <a href={`#${changesAnchor(code)}`} lang="it">
          {code} {title}
        </a>
      ),
      value: ({ code, title }) => `${code} ${title}`,
    },
    { key: 'change', label: t.change, cell: (each) => <ChangeMark goal={each} />, value: changeText },
    {
      key: 'before',
      label: t.weightBefore,
      isNumber: true,
      cell: ({ weightBps }) => weight(weightBps.before, t.notBefore),
      value: ({ weightBps }) => weightBps.before && weightBps.before / 100,
    },
    {
      key: 'after',
      label: t.weightAfter,
      isNumber: true,
      cell: ({ weightBps }) => weight(weightBps.after, t.notAfter),
      value: ({ weightBps }) => weightBps.after && weightBps.after / 100,
    },
  ];
}
