import { structureTexts } from '../../../messages/dashboard-structure.ts';
import type { AnswerOf } from '../data/ask.ts';
import { useAnswer } from '../data/use-answer.ts';
import { address, language } from '../page-state.ts';
import { Loading, NotFound, Problem } from '../parts/state-panel.tsx';
import { StructureCurve } from '../parts/structure-curve.tsx';
import { StructureDue } from '../parts/structure-due.tsx';
import { StructureHead } from '../parts/structure-head.tsx';
import { StructureItems } from '../parts/structure-items.tsx';
import { StructureMembers } from '../parts/structure-members.tsx';
import { StructureNav } from '../parts/structure-nav.tsx';
import { structureRows } from '../parts/structure-rows.ts';
import { StructureSilent } from '../parts/structure-silent.tsx';
import { StructureTerms } from '../parts/structure-terms.tsx';
import { StructureUnanswered } from '../parts/structure-unanswered.tsx';
import '../parts/structure.scss';

/** One structure: how far it is, what it answers for, what presses and what nothing was heard of. */
export function StructureView() {
  const { view, filters } = address.value;
  const code = view.name === 'STRUCTURE' ? view.code : '';
  const { year, asOf, baseline } = filters;
  const frame = useAnswer('plan-frame', { year, asOf, baseline });
  const variables = { code, year, asOf, baseline };
  const { data, problem, again } = useAnswer('structure-detail', variables);
  const plan = frame.data?.plan;
  const structure = data?.structure;
  const failed = problem ?? frame.problem;
  return (
    <>
      {plan && <StructureNav structures={plan.structures} shown={structure?.code ?? code} />}
      {failed && <Problem problem={failed} again={problem ? again : frame.again} />}
      {plan && structure && <Shown frame={plan} structure={structure} variables={variables} />}
      {!failed && !(plan && structure) && (data && !structure ? <NotFound /> : <Loading />)}
    </>
  );
}

type ShownProps = {
  readonly frame: NonNullable<AnswerOf<'plan-frame'>['plan']>;
  readonly structure: NonNullable<AnswerOf<'structure-detail'>['structure']>;
  readonly variables: {
    readonly code: string;
    readonly year: number | null;
    readonly asOf: string | null;
    readonly baseline: number | null;
  };
};

function Shown({ frame, structure, variables }: ShownProps) {
  const s = structureTexts(language.value);
  const { code, name, aliases, channel, members, progress } = structure;
  const { year, asOf, baseline } = variables;
  const scope = { structure: code, year, asOf, baseline };
  const rows = structureRows(structure);
  const about = [
    code,
    ...(aliases.length > 0 ? [s.alsoCalled(aliases.join(', '))] : []),
    ...(channel === null ? [] : [s.channel(channel)]),
  ];
  return (
    <>
      <h1 tabIndex={-1}>{name}</h1>
      <p class="structure-about">{about.join(' · ')}</p>
      <StructureHead structure={structure} rows={rows} />
      <StructureTerms terms={progress.explain.terms} variables={variables} />
      {members && members.length > 0 && <StructureMembers members={members} />}
      <StructureCurve frame={frame} structure={structure} />
      <div class="structure-tables">
        <StructureItems rows={rows} variables={variables} />
        <StructureDue asOf={frame.asOf} variables={scope} />
        <StructureSilent variables={scope} />
      </div>
      {asOf === null && <StructureUnanswered structure={code} />}
    </>
  );
}
