import { createHash } from 'node:crypto';
import type { Figure } from '../../domain/figure.ts';
import { findGoalFigures, findStructureFigures, type PlanFigures } from '../../domain/plan-figures.ts';
import { type Ratio, toNumber } from '../../domain/ratio.ts';
import type { Subject } from './subject.ts';

/** By figures, which are kept while nothing changes: a hundred streams compute a mark once. */
const marks = new WeakMap<PlanFigures, Map<string, string>>();

/**
 * The same for the same progress, health and planned progress of `subject` and its parts, in whichever process; of
 * the whole plan, where it names none. Notes and dates of reports are no part of it.
 */
export function figuresMark(figures: PlanFigures, subject: Subject): string {
  const known = marks.get(figures) ?? new Map<string, string>();
  marks.set(figures, known);
  const key = `${subject.goal}/${subject.structure}`;
  const mark = known.get(key) ?? hash(partsOf(figures, subject).map(shown));
  known.set(key, mark);
  return mark;
}

function partsOf(figures: PlanFigures, { goal, structure }: Subject): readonly Figure[] {
  if (goal === null && structure === null) {
    const goals = figures.goals.flatMap((each) => [each, ...each.phases]);
    return [figures.whole, ...figures.areas, ...goals, ...figures.structures].map(({ figure }) => figure);
  }
  const ofGoal = goal === null ? undefined : findGoalFigures(figures, goal);
  const ofStructure = structure === null ? undefined : findStructureFigures(figures, structure);
  return [
    ...(ofGoal ? [ofGoal, ...ofGoal.phases] : []),
    ...(ofStructure ? [ofStructure, ...ofStructure.phases, ...ofStructure.goals] : []),
  ].map(({ figure }) => figure);
}

const shown = ({ share, because, coverage, atMost, planned, health }: Figure): readonly unknown[] => [
  numberOf(share),
  because,
  numberOf(coverage),
  numberOf(atMost),
  numberOf(planned?.byDeadline),
  numberOf(planned?.linear),
  health?.health ?? null,
  health?.part ?? null,
];

const numberOf = (ratio: Ratio | null | undefined): number | null => (ratio ? toNumber(ratio) : null);

const hash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
