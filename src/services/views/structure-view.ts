import type { StructureFigures } from '../../domain/plan-figures.ts';
import { type AskedView, askedOf } from './asked-view.ts';
import { type GoalView, goalView } from './goal-view.ts';
import { kept } from './kept-view.ts';
import { type PhaseView, phaseView } from './phase-view.ts';
import { type ProgressView, progressView, sourcesOf } from './progress-view.ts';

/** A phase shared by several structures counts in full for each: they do not add up to the plan (rule 5). */
export type StructureView = {
  readonly asked: AskedView;
  /** Of its plan. */
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly progress: ProgressView;
  readonly phases: readonly PhaseView[];
  /** Goals without known phases that the structure answers for as a whole. */
  readonly goalsWithoutPhases: readonly GoalView[];
};

export const structureView = kept((figures, assessed: StructureFigures): StructureView => {
  const { structure, figure, terms, phases, goals } = assessed;
  return {
    asked: askedOf(figures),
    year: figures.plan.year,
    code: structure.code,
    name: structure.name,
    aliases: structure.aliases,
    progress: progressView(figure, terms, () => sourcesOf(phases, goals)),
    phases: phases.map((each) => phaseView(figures, each)),
    goalsWithoutPhases: goals.map((each) => goalView(figures, each)),
  };
});
