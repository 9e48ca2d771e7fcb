/** The goals and phases of a plan as somebody wants to see them: few enough to be looked at one by one. */
import type { Health } from '../../domain/health.ts';
import type { GoalView } from '../views/goal-view.ts';
import type { PhaseView } from '../views/phase-view.ts';
import type { ProgressView } from '../views/progress-view.ts';

/** Null asks for all. */
export type PlanItemFilter = {
  /** Code of a structure that answers for it. */
  readonly structure: string | null;
  readonly health: readonly Health[] | null;
};

export type PlanItemOrder =
  | 'PLAN'
  | 'WEIGHT_DESC'
  | 'PROGRESS_ASC'
  | 'PROGRESS_DESC'
  | 'VARIANCE_ASC'
  | 'END_ASC';

type Ordered = {
  readonly progress: ProgressView;
  readonly weightBps: number;
  readonly end?: string;
  readonly deadline?: string | null;
};

/** A goal is a structure's where it answers for the goal as a whole or for a phase of it. */
export const filterGoals = (
  goals: readonly GoalView[],
  filter: PlanItemFilter,
  order: PlanItemOrder,
): readonly GoalView[] =>
  sorted(
    goals.filter(
      ({ structures, phases, progress }) =>
        fitsHealth(progress, filter) &&
        (filter.structure === null ||
          [structures, ...phases.map((phase) => phase.structures)].flat().some(is(filter.structure))),
    ),
    order,
  );

export const filterPhases = (
  goals: readonly GoalView[],
  filter: PlanItemFilter,
  order: PlanItemOrder,
): readonly PhaseView[] =>
  sorted(
    goals
      .flatMap(({ phases }) => phases)
      .filter(
        ({ structures, progress }) =>
          fitsHealth(progress, filter) &&
          (filter.structure === null || structures.some(is(filter.structure))),
      ),
    order,
  );

const is =
  (structure: string) =>
  ({ code }: { readonly code: string }): boolean =>
    code === structure;

const fitsHealth = ({ health }: ProgressView, filter: PlanItemFilter): boolean =>
  filter.health === null || (health !== null && filter.health.includes(health));

/** In the plan’s order among equals; what has no such figure comes last. */
function sorted<Item extends Ordered>(items: readonly Item[], order: PlanItemOrder): readonly Item[] {
  switch (order) {
    case 'PLAN':
      return items;
    case 'WEIGHT_DESC':
      return by(items, ({ weightBps }) => -weightBps);
    case 'PROGRESS_ASC':
      return by(items, ({ progress }) => progress.percent);
    case 'PROGRESS_DESC':
      return by(items, ({ progress }) => (progress.percent === null ? null : -progress.percent));
    case 'VARIANCE_ASC':
      return by(items, ({ progress }) => progress.variance.linear);
    case 'END_ASC':
      return by(items, ({ end, deadline }) => end ?? deadline ?? null);
  }
}

function by<Item, Key extends string | number>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | null,
): readonly Item[] {
  return items.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left < right ? -1 : Number(left > right);
  });
}
