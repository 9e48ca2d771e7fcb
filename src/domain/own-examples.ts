import type { Person } from './directory.ts';
import type { PlanFigures } from './plan-figures.ts';
import { byUrgency, type PlanItem, planItems } from './plan-items.ts';

/** Codes for examples that a person could send as they stand. */
export type OwnExamples = {
  readonly phase: string;
  /** The goal of `phase`. */
  readonly goal: string;
  /** A phase that counts units, and what it counts. */
  readonly units: { readonly code: string; readonly name: string };
  /** A goal whose indicator takes numerator and denominator. */
  readonly ratio: string;
  readonly structure: string;
};

/** Of ARTI's own plan: where there is none yet, the examples are those of the README. */
export const README_EXAMPLES: OwnExamples = {
  phase: '1.1.3',
  goal: '1.1',
  units: { code: '1.4.4', name: 'colloqui' },
  ratio: '3.1',
  structure: 'OSRU',
};

/** Out of what the person answers for; where that has none of a kind, out of the plan. */
export function ownExamples(
  person: Pick<Person, 'structures'>,
  own: readonly PlanItem[],
  figures: PlanFigures,
): OwnExamples {
  const all = [...byUrgency(own, figures.day), ...planItems(figures)];
  const phases = all.flatMap(({ phase }) => (phase === null ? [] : [phase]));
  const plain = phases.find(({ phase }) => phase.units === null);
  const counting = phases.find(({ phase }) => phase.units !== null)?.phase;
  const ratio = all.find(({ goal }) => goal?.goal.indicator.measure === 'RATIO');
  return {
    phase: plain?.phase.code ?? README_EXAMPLES.phase,
    goal: plain?.goal.code ?? README_EXAMPLES.goal,
    units: counting?.units ? { code: counting.code, name: counting.units.name } : README_EXAMPLES.units,
    ratio: ratio?.code ?? README_EXAMPLES.ratio,
    structure: person.structures[0] ?? figures.plan.structures[0]?.code ?? README_EXAMPLES.structure,
  };
}
