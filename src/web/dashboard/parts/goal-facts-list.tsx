import { useEffect, useRef, useState } from 'preact/hooks';
import { goalTexts } from '../../../messages/dashboard-goal.ts';
import type { OperationName, VariablesOf } from '../data/ask.ts';
import type { Pages } from '../data/use-pages.ts';
import { language } from '../page-state.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Empty, Loading, Problem } from './state-panel.tsx';

type FactsListProps<Fact extends { readonly id: string }, Name extends OperationName> = {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly empty: string;
  readonly pages: Pages<Fact>;
  readonly columns: readonly Column<Fact>[];
  readonly query: { readonly name: Name; readonly variables: VariablesOf<Name> };
};

/** What was recorded, newest first, a page at a time. */
export function FactsList<Fact extends { readonly id: string }, Name extends OperationName>(
  props: FactsListProps<Fact, Name>,
) {
  const { id, title, hint, empty, pages, columns, query } = props;
  const { nodes, problem, again } = pages;
  return (
    <section class="goal-section">
      <h2 id={id}>{title}</h2>
      {problem && <Problem problem={problem} again={again} />}
      {nodes === null && !problem && <Loading />}
      {nodes?.length === 0 && <Empty>{empty}</Empty>}
      {nodes !== null && nodes.length > 0 && (
        <>
          {hint && <p class="goal-hint">{hint}</p>}
          <DataTable
            caption={title}
            columns={columns}
            rows={nodes}
            rowKey={(fact) => fact.id}
            query={query}
            empty={empty}
          />
          <More pages={pages} count={nodes.length} />
        </>
      )}
    </section>
  );
}

/** Asks for more; when there is no more it says so in the same place, and the focus does not get lost. */
function More<Fact>({ pages, count }: { readonly pages: Pages<Fact>; readonly count: number }) {
  const g = goalTexts(language.value);
  const end = useRef<HTMLParagraphElement>(null);
  const [wasAsked, setAsked] = useState(false);
  const { hasMore, isAsking, more } = pages;
  useEffect(() => {
    if (wasAsked && !hasMore) end.current?.focus();
  }, [wasAsked, hasMore]);
  if (!hasMore) {
    return (
      <p class="goal-hint" ref={end} tabIndex={-1}>
        {g.allShown(count)}
      </p>
    );
  }
  return (
    <button
      type="button"
      class="btn btn-outline-primary goal-more"
      aria-disabled={isAsking}
      onClick={() => {
        if (isAsking) return;
        setAsked(true);
        more();
      }}
    >
      {g.more}
    </button>
  );
}
