import type { StructureCode } from '../../domain/codes.ts';
import type { SummaryKind } from '../../domain/summary.ts';
import { findStoredSummary } from '../../services/find-stored-summary.ts';
import { listSummaries } from '../../services/list-summaries.ts';
import { findStructureByName } from '../../services/views/find-figures.ts';
import {
  type PlanSummaryView,
  type RankedStructureView,
  type StructureSummaryView,
  type SummaryGoalView,
  type SummaryView,
  summaryView,
} from '../../services/views/summary-view.ts';
import { askedFigures } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import { type Connection, connectionOf, createConnection } from '../connections/connection.ts';
import { parseCursor, printCursor, readPosition } from '../connections/cursor.ts';
import type { GraphqlContext } from '../context.ts';
import { parseNodeId, rowId } from '../node-id.ts';
import { invalidInput, pageArgs, parseFirst } from '../page.ts';
import { accept } from '../refusal-error.ts';
import { HealthType } from './health.ts';
import { NodeType, ROW_ID } from './node.ts';
import { PlanType } from './plan.ts';
import { GoalReferenceType, StructureReferenceType } from './reference.ts';
import { StructureType } from './structure.ts';
import {
  SummaryCurveType,
  SummaryFigureType,
  SummaryIndicatorType,
  SummaryItemType,
  SummarySlotType,
} from './summary-parts.ts';

const SummaryKindType = builder.enumType('SummaryKind', {
  description: 'Of whom a summary tells, and of how long.',
  values: {
    STRUCTURE_WEEK: { description: 'A structure, over a week.' },
    PLAN_WEEK: { description: 'The plan, over a week.' },
    PLAN_MONTH: { description: 'The plan, over a month.' },
    PLAN_QUARTER: { description: 'The plan, over a quarter.' },
    INTERIM_REVIEW: { description: 'The plan as of 30/06 or 30/09 (“monitoraggio infrannuale”).' },
  } as const satisfies Record<SummaryKind, { description: string }>,
});

const idOf = ({ year, id }: SummaryView): string => rowId('Summary', year, id);

const SummaryType = builder.interfaceRef<SummaryView>('Summary').implement({
  description:
    'A summary as it was sent. Frozen: what is said, corrected or re-modulated later changes nothing in it.',
  interfaces: [NodeType],
  resolveType: ({ kind }) => (kind === 'STRUCTURE_WEEK' ? 'StructureSummary' : 'PlanSummary'),
  fields: (t) => ({
    id: t.id({ description: ROW_ID, resolve: idOf }),
    kind: t.expose('kind', { type: SummaryKindType, description: 'Of whom it tells, and of how long.' }),
    year: t.exposeInt('year', { description: 'The plan’s year.' }),
    baseline: t.exposeInt('baseline', { description: 'Number of the baseline in force on `asOf`.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day of all its figures.' }),
    since: t.expose('since', { type: 'Date', description: 'The day with which it compares.' }),
    slot: t.expose('slot', {
      type: SummarySlotType,
      nullable: true,
      description: 'The slot at which it came; null of one that somebody asked for.',
    }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      description: 'The instant it was frozen and given out to be sent.',
    }),
    now: t.expose('now', { type: SummaryFigureType, description: 'Its figure on `asOf`.' }),
    before: t.expose('before', { type: SummaryFigureType, description: 'Its figure on `since`.' }),
    moved: t.expose('moved', { type: [SummaryItemType], description: 'What changed since, as reported.' }),
    lateOrBlocked: t.expose('lateOrBlocked', {
      type: [SummaryItemType],
      description: 'Overdue, or blocked with the reason given.',
    }),
    dueSoon: t.expose('dueSoon', {
      type: [SummaryItemType],
      description: 'Due in the next two weeks; of a month, a quarter or a review, in the next period.',
    }),
    indicators: t.expose('indicators', {
      type: [SummaryIndicatorType],
      description: 'Latest figures against targets.',
    }),
    curve: t.expose('curve', {
      type: SummaryCurveType,
      nullable: true,
      description: 'The year’s curve as it was drawn; null of a summary that kept none.',
    }),
  }),
});

builder.objectRef<StructureSummaryView>('StructureSummary').implement({
  description: 'The weekly summary of a structure.',
  interfaces: [SummaryType, NodeType],
  fields: (t) => ({
    id: t.id({ description: ROW_ID, resolve: idOf }),
    structure: t.expose('structure', { type: StructureReferenceType, description: 'Of whom it tells.' }),
    unreported: t.expose('unreported', {
      type: [SummaryItemType],
      description: 'Of which nothing was said this week.',
    }),
    notAnswered: t.exposeStringList('notAnswered', {
      description: 'Codes of the phases and goals that a check-in asked about, without an answer.',
    }),
  }),
});

const RankedStructureType = builder.objectRef<RankedStructureView>('RankedStructure').implement({
  description: 'A structure’s place in a summary of the plan. Structures do not add up (domain rule 5).',
  fields: (t) => ({
    structure: t.expose('structure', { type: StructureReferenceType, description: 'The structure.' }),
    now: t.expose('now', { type: SummaryFigureType, description: 'Its figure on `asOf`.' }),
    before: t.expose('before', { type: SummaryFigureType, description: 'Its figure on `since`.' }),
    late: t.exposeInt('late', { description: 'How many of its parts are overdue.' }),
    blocked: t.exposeInt('blocked', { description: 'How many of its parts are blocked.' }),
    notAnswered: t.exposeInt('notAnswered', {
      description: 'About how many of its parts a check-in asked without an answer.',
    }),
  }),
});

const SummaryGoalType = builder.objectRef<SummaryGoalView>('SummaryGoal').implement({
  description: 'A goal in a summary of the plan.',
  fields: (t) => ({
    goal: t.expose('goal', { type: GoalReferenceType, description: 'The goal.' }),
    weightBps: t.expose('weightBps', { type: 'BasisPoints', description: 'Weight in the plan.' }),
    now: t.expose('now', { type: SummaryFigureType, description: 'Its figure on `asOf`.' }),
    before: t.expose('before', { type: SummaryFigureType, description: 'Its figure on `since`.' }),
    health: t.expose('health', {
      type: HealthType,
      nullable: true,
      description: 'State on `asOf`; null where none is known.',
    }),
    neutralisedBecause: t.exposeString('neutralisedBecause', {
      nullable: true,
      description: 'Why it counted no more; null of those that did.',
    }),
  }),
});

builder.objectRef<PlanSummaryView>('PlanSummary').implement({
  description: 'A summary, digest or interim review of the plan. It ranks structures, never people.',
  interfaces: [SummaryType, NodeType],
  fields: (t) => ({
    id: t.id({ description: ROW_ID, resolve: idOf }),
    title: t.exposeString('title', { description: 'Title of the plan, in Italian.' }),
    weightBps: t.expose('weightBps', { type: 'BasisPoints', description: 'Σ of the goals’ weights.' }),
    structures: t.expose('structures', {
      type: [RankedStructureType],
      description: 'By linear variance, the worst first; those without a figure last.',
    }),
    goals: t.expose('goals', { type: [SummaryGoalType], description: 'All goals, in the plan’s order.' }),
    completed: t.expose('completed', {
      type: [SummaryItemType],
      description: 'Completed since the day with which it compares.',
    }),
  }),
});

const SummaryConnectionType = createConnection(SummaryType, 'Summary', 'summaries, newest first');

type PageOf = {
  readonly year: number | null;
  readonly kind: SummaryKind | null;
  readonly structure: StructureCode | null;
};

type PageArgs = { readonly first?: number | null | undefined; readonly after?: string | null | undefined };

async function summaryConnection(
  of: PageOf,
  { first, after }: PageArgs,
  { services, language }: GraphqlContext,
): Promise<Connection<SummaryView>> {
  const limit = parseFirst(first);
  const before = parseCursor('summaries', after, readPosition);
  const { rows, next } = accept(await listSummaries(services, { ...of, before, limit }), language);
  const page = {
    rows: rows.map((row) => ({ row: summaryView(row), place: row.position })),
    more: next !== null,
    reached: next,
  };
  return connectionOf(page, (position) => printCursor('summaries', [position]), before !== null);
}

async function structureCodeOf(
  year: number | null,
  text: string,
  context: GraphqlContext,
): Promise<StructureCode> {
  const figures = await askedFigures({ year }, context);
  return accept(findStructureByName(figures, text), context.language).structure.code;
}

const SUMMARIES =
  'as they were sent, newest first, whatever day is asked for. Errors: UNKNOWN_STRUCTURE, PAGE_SIZE_INVALID, CURSOR_INVALID';

const summaryArgs = builder.args((t) => ({
  kind: t.field({ type: SummaryKindType, required: false, description: 'Only those of this kind.' }),
  structure: t.string({
    required: false,
    description: 'Only those of the structure with this code, name or alias.',
  }),
  ...pageArgs,
}));

builder.queryField('summaries', (t) =>
  t.field({
    type: SummaryConnectionType,
    nullable: true,
    description: `Summaries of a plan and of its structures ${SUMMARIES}, NO_PLAN.`,
    args: {
      year: t.arg.int({
        required: false,
        description: 'The plan’s year; without it, the latest plan whose year has begun.',
      }),
      ...summaryArgs,
    },
    resolve: async (_root, { year = null, kind, structure, ...page }, context) => {
      const code = structure ? await structureCodeOf(year, structure, context) : null;
      return summaryConnection({ year, kind: kind ?? null, structure: code }, page, context);
    },
  }),
);

builder.objectField(PlanType, 'summaries', (t) =>
  t.field({
    type: SummaryConnectionType,
    nullable: true,
    description: `Summaries of the plan and of its structures ${SUMMARIES}.`,
    args: summaryArgs,
    resolve: async ({ year }, { kind, structure, ...page }, context) => {
      const code = structure ? await structureCodeOf(year, structure, context) : null;
      return summaryConnection({ year, kind: kind ?? null, structure: code }, page, context);
    },
  }),
);

builder.objectField(StructureType, 'summaries', (t) =>
  t.field({
    type: SummaryConnectionType,
    nullable: true,
    description: `Its weekly summaries ${SUMMARIES}.`,
    args: pageArgs,
    resolve: async ({ year, code }, page, context) => {
      const structure = await structureCodeOf(year, code, context);
      return summaryConnection({ year, kind: 'STRUCTURE_WEEK', structure }, page, context);
    },
  }),
);

builder.queryField('summary', (t) =>
  t.field({
    type: SummaryType,
    nullable: true,
    description: 'A summary as it was sent, by its id; null when there is none. Errors: ID_INVALID.',
    args: { id: t.arg.id({ required: true, description: 'The `id` of a summary.' }) },
    resolve: async (_root, { id }, { services }) => {
      const named = parseNodeId(id);
      if (named?.type !== 'Summary')
        throw invalidInput('ID_INVALID', (texts) => texts.idExpected(id.slice(0, 100)));
      const found = await findStoredSummary(services, named.key);
      return found?.summary.year === named.year ? summaryView(found) : null;
    },
  }),
);
