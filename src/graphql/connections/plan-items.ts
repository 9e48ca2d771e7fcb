/** The goals and phases of a plan, filtered and in an order: lists that end, and so need no pages. */
import type { Health } from '../../domain/health.ts';
import {
  filterGoals,
  filterPhases,
  type PlanItemFilter,
  type PlanItemOrder,
} from '../../services/lists/filter-plan-items.ts';
import { resolveStructure } from '../../services/read-structure.ts';
import type { AskedView } from '../../services/views/asked-view.ts';
import { askedFigures } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { accept } from '../refusal-error.ts';
import { GoalType } from '../types/goal.ts';
import { HealthType } from '../types/health.ts';
import { PhaseType } from '../types/phase.ts';
import { PlanType } from '../types/plan.ts';

const PlanItemOrderType = builder.enumType('PlanItemOrder', {
  description: 'Order of goals or phases; among equals the plan’s. What has no such figure comes last.',
  values: {
    PLAN: { description: 'As the act lists them.' },
    WEIGHT_DESC: { description: 'By weight, of a phase in its goal, the heaviest first.' },
    PROGRESS_ASC: { description: 'By progress, the least first.' },
    PROGRESS_DESC: { description: 'By progress, the most first.' },
    VARIANCE_ASC: { description: 'By linear variance, the farthest behind first.' },
    END_ASC: {
      description: 'By planned end, of a goal by the deadline of its schedule, the earliest first.',
    },
  } as const satisfies Record<PlanItemOrder, { description: string }>,
});

const PlanItemFilterType = builder.inputType('PlanItemFilter', {
  description: 'Which goals or phases: those to which all of it applies.',
  fields: (t) => ({
    structure: t.string({
      description:
        'Code, name or alias of a structure that answers for it; for a goal, as a whole or for a phase of it. Errors: UNKNOWN_STRUCTURE.',
    }),
    health: t.field({ type: [HealthType], description: 'Health in the figures asked for: any of these.' }),
  }),
});

const itemArgs = builder.args((t) => ({
  filter: t.field({ type: PlanItemFilterType, required: false, description: 'Which ones; without it, all.' }),
  orderBy: t.field({ type: PlanItemOrderType, required: false, description: 'Without it, PLAN.' }),
}));

type GivenFilter =
  | { readonly structure?: string | null | undefined; readonly health?: readonly Health[] | null | undefined }
  | null
  | undefined;

async function parseFilter(
  given: GivenFilter,
  asked: AskedView,
  context: GraphqlContext,
): Promise<PlanItemFilter> {
  const health = given?.health ?? null;
  if (!given?.structure) return { structure: null, health };
  const { plan } = await askedFigures(asked, context);
  return { structure: accept(resolveStructure(plan, given.structure), context.language).code, health };
}

builder.objectField(PlanType, 'goals', (t) =>
  t.field({
    type: [GoalType],
    description: 'Goals of the shown baseline, all of them unless filtered. Errors: UNKNOWN_STRUCTURE.',
    args: itemArgs,
    resolve: ({ goals, asked }, { filter, orderBy }, context) =>
      filter || orderBy
        ? parseFilter(filter, asked, context).then((wanted) => filterGoals(goals, wanted, orderBy ?? 'PLAN'))
        : goals,
  }),
);

builder.objectField(PlanType, 'phases', (t) =>
  t.field({
    type: [PhaseType],
    description:
      'Phases of all goals of the shown baseline whose schedule is known, in the order of the goals, unless filtered. Errors: UNKNOWN_STRUCTURE.',
    args: itemArgs,
    resolve: async ({ goals, asked }, { filter, orderBy }, context) =>
      filterPhases(goals, await parseFilter(filter, asked, context), orderBy ?? 'PLAN'),
  }),
);
