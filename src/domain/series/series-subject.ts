import { type GoalCode, goalOfPhase, type PhaseCode, type StructureCode } from '../codes.ts';
import type { Figure } from '../figure.ts';
import { type Baseline, type Goal, type Plan, phasesOf } from '../plan.ts';
import {
  findGoalFigures,
  findPhaseFigures,
  findStructureFigures,
  type PlanFigures,
} from '../plan-figures.ts';

/** What a series is of; `name` as the plan writes it, null where the plan does not know the words. */
export type SeriesSubject =
  | { readonly kind: 'PLAN'; readonly name: string }
  | { readonly kind: 'AREA'; readonly code: string; readonly name: string }
  | { readonly kind: 'GOAL'; readonly code: GoalCode; readonly name: string }
  | { readonly kind: 'PHASE'; readonly code: PhaseCode; readonly name: string | null }
  | { readonly kind: 'STRUCTURE'; readonly code: StructureCode; readonly name: string };

/** A subject as somebody names it who has seen it: by its kind and code. */
export type SubjectReference =
  | { readonly kind: 'PLAN' }
  | { readonly kind: 'AREA' | 'GOAL' | 'STRUCTURE'; readonly code: string };

/** In any baseline; undefined where the plan has none such. */
export function findSubject(plan: Plan, asked: SubjectReference): SeriesSubject | undefined {
  if (asked.kind === 'PLAN') return { kind: 'PLAN', name: plan.title };
  switch (asked.kind) {
    case 'AREA': {
      const area = plan.areas.find(({ code }) => code === asked.code);
      return area && { kind: 'AREA', code: area.code, name: area.title };
    }
    case 'GOAL': {
      const goal = plan.baselines.flatMap(({ goals }) => goals).findLast(({ code }) => code === asked.code);
      return goal && { kind: 'GOAL', code: goal.code, name: goal.title };
    }
    case 'STRUCTURE': {
      const structure = plan.structures.find(({ code }) => code === asked.code);
      return structure && { kind: 'STRUCTURE', code: structure.code, name: structure.name };
    }
  }
}

/** One of its plan, whatever its name is by now. */
export const subjectKey = (subject: SeriesSubject): string =>
  subject.kind === 'PLAN' ? subject.kind : `${subject.kind} ${subject.code}`;

/** What the subjects' figures are made of, and nothing else: some seventy days are computed of a plan of any size. */
export function narrowed(
  plan: Plan,
  baseline: Baseline,
  subjects: readonly SeriesSubject[],
): [Plan, Baseline] {
  const asked = new Set(subjects.map(subjectKey));
  const areas = plan.areas.filter(({ code }) => asked.has(`AREA ${code}`));
  const structures = plan.structures.filter(({ code }) => asked.has(`STRUCTURE ${code}`));
  const goals = asked.has('PLAN')
    ? baseline.goals
    : baseline.goals.filter((goal) => subjects.some((subject) => concerns(goal, subject)));
  return [
    { ...plan, areas, structures },
    { ...baseline, goals },
  ];
}

function concerns(goal: Goal, subject: SeriesSubject): boolean {
  switch (subject.kind) {
    case 'PLAN':
      return true;
    case 'AREA':
      return goal.areaCode === subject.code;
    case 'GOAL':
      return goal.code === subject.code;
    case 'PHASE':
      return goal.code === goalOfPhase(subject.code);
    case 'STRUCTURE':
      return (
        goal.structures.includes(subject.code) ||
        phasesOf(goal).some((phase) => phase.structures.includes(subject.code))
      );
  }
}

/** Null where the baseline of `figures` does not hold the subject. */
export function figureOfSubject(figures: PlanFigures, subject: SeriesSubject): Figure | null {
  switch (subject.kind) {
    case 'PLAN':
      return figures.whole.figure;
    case 'AREA':
      return figures.areas.find(({ area }) => area.code === subject.code)?.figure ?? null;
    case 'GOAL':
      return findGoalFigures(figures, subject.code)?.figure ?? null;
    case 'PHASE':
      return findPhaseFigures(figures, subject.code)?.figure ?? null;
    case 'STRUCTURE':
      return findStructureFigures(figures, subject.code)?.figure ?? null;
  }
}
