/** What falls due, and what is wrong: lists that the plan bounds, and so need no pages. */
import type { Risk } from '../../domain/plan-items.ts';
import {
  findItemsAtRisk,
  findItemsDue,
  type ItemsWanted,
} from '../../services/plan-items/find-plan-items.ts';
import type { AskedView } from '../../services/views/asked-view.ts';
import { type PlanItemView, planItemView } from '../../services/views/plan-item-view.ts';
import { askedFigures, type FiguresArgs, figuresArgs } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { FIELD_COSTS } from '../limits/field-cost.ts';
import { accept } from '../refusal-error.ts';
import { PlanType } from './plan.ts';
import { ITEMS_OF_LIST, PlanItemType, RiskType } from './plan-item.ts';

const wantedArgs = builder.args((t) => ({
  area: t.string({ description: 'Code of an area, as `1`; without it, of all.' }),
  goal: t.string({ description: 'Code of a goal, as `1.4`; without it, of all.' }),
  structure: t.string({
    description: 'Code, name or alias of a structure that answers for it; without it, of all.',
  }),
}));

const dueArgs = builder.args((t) => ({
  within: t.int({
    required: true,
    defaultValue: 30,
    description: 'Days from the day of the figures on, 0–366.',
  }),
}));

const riskArgs = builder.args((t) => ({
  risk: t.field({ type: [RiskType], description: 'Any of these; without it, all.' }),
}));

type Given<T> = T | null | undefined;
type WantedArgs = { readonly [Each in keyof ItemsWanted]?: Given<string> };

const wantedOf = ({ area, goal, structure }: WantedArgs): ItemsWanted => ({
  area: area ?? null,
  goal: goal ?? null,
  structure: structure ?? null,
});

async function itemsDue(
  asked: FiguresArgs,
  args: WantedArgs & { readonly within: number },
  context: GraphqlContext,
): Promise<readonly PlanItemView[]> {
  const figures = await askedFigures(asked, context);
  const found = findItemsDue(figures, { ...wantedOf(args), days: args.within });
  return accept(found, context.language).map((item) => planItemView(figures, item));
}

async function itemsAtRisk(
  asked: FiguresArgs,
  args: WantedArgs & { readonly risk?: Given<readonly Risk[]> },
  context: GraphqlContext,
): Promise<readonly PlanItemView[]> {
  const figures = await askedFigures(asked, context);
  const found = findItemsAtRisk(figures, { ...wantedOf(args), risks: args.risk ?? null });
  return accept(found, context.language).map(({ item }) => planItemView(figures, item));
}

const READ_ANEW = { field: 1 + FIELD_COSTS.figures, multiplier: ITEMS_OF_LIST };
const AT_HAND = { field: 1 + FIELD_COSTS.read, multiplier: ITEMS_OF_LIST };

const DUE = 'What is not complete and ends within so many days: what is overdue first, then by planned end';
const AT_RISK = 'What is overdue, blocked, at risk, stale or was never reported, worst first';
const ERRORS = 'UNKNOWN_CODE, NOT_A_GOAL, NOT_IN_BASELINE, UNKNOWN_STRUCTURE';

builder.queryField('due', (t) =>
  t.field({
    type: [PlanItemType],
    nullable: true,
    description: `${DUE}. Errors: PERIOD_INVALID, ${ERRORS}, NO_BASELINE, NO_PLAN.`,
    args: { ...dueArgs, ...wantedArgs, ...figuresArgs },
    complexity: READ_ANEW,
    resolve: (_root, args, context) => itemsDue(args, args, context),
  }),
);

builder.queryField('attention', (t) =>
  t.field({
    type: [PlanItemType],
    nullable: true,
    description: `${AT_RISK}. Errors: ${ERRORS}, NO_BASELINE, NO_PLAN.`,
    args: { ...riskArgs, ...wantedArgs, ...figuresArgs },
    complexity: READ_ANEW,
    resolve: (_root, args, context) => itemsAtRisk(args, args, context),
  }),
);

builder.objectField(PlanType, 'due', (t) =>
  t.field({
    type: [PlanItemType],
    nullable: true,
    description: `${DUE}, as of the day above. Errors: PERIOD_INVALID, ${ERRORS}.`,
    args: { ...dueArgs, ...wantedArgs },
    complexity: AT_HAND,
    resolve: ({ asked }: { readonly asked: AskedView }, args, context) => itemsDue(asked, args, context),
  }),
);

builder.objectField(PlanType, 'attention', (t) =>
  t.field({
    type: [PlanItemType],
    nullable: true,
    description: `${AT_RISK}, as of the day above. Errors: ${ERRORS}.`,
    args: { ...riskArgs, ...wantedArgs },
    complexity: AT_HAND,
    resolve: ({ asked }: { readonly asked: AskedView }, args, context) => itemsAtRisk(asked, args, context),
  }),
);
