import { texts } from '../../../messages/dashboard.ts';
import { structureTexts } from '../../../messages/dashboard-structure.ts';
import type { AnswerOf, VariablesOf } from '../data/ask.ts';
import { language } from '../page-state.ts';
import { pointsText } from '../texts/numbers.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Percent } from './figure.tsx';

type Term = NonNullable<AnswerOf<'structure-detail'>['structure']>['progress']['explain']['terms'][number];

type StructureTermsProps = {
  readonly terms: readonly Term[];
  readonly variables: VariablesOf<'structure-detail'>;
};

/** The sum behind the figure, term by term. */
export function StructureTerms({ terms, variables }: StructureTermsProps) {
  const s = structureTexts(language.value);
  return (
    <details class="structure-terms">
      <summary>{s.terms}</summary>
      <p>{s.shared}</p>
      <DataTable
        caption={s.terms}
        columns={columns()}
        rows={terms}
        rowKey={({ code }) => code}
        query={{ name: 'structure-detail', variables }}
        empty={s.noItems}
      />
    </details>
  );
}

function columns(): readonly Column<Term>[] {
  const t = texts(language.value);
  const s = structureTexts(language.value);
  return [
    { key: 'item', label: s.item, cell: ({ code }) => code, value: ({ code }) => code },
    {
      key: 'share',
      label: s.share,
      isNumber: true,
      cell: ({ weightShare }) => <Percent percent={weightShare} digits={2} />,
      value: ({ weightShare }) => weightShare,
    },
    {
      key: 'progress',
      label: t.progress,
      isNumber: true,
      cell: ({ percent }) => <Percent percent={percent} digits={2} />,
      value: ({ percent }) => percent,
    },
    {
      key: 'contribution',
      label: s.contribution,
      isNumber: true,
      cell: ({ contribution }) => pointsText(contribution, language.value, 2),
      value: ({ contribution }) => contribution,
    },
  ];
}
