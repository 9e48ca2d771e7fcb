/** Reports and measurements as lists: of the plan, and of whatever they speak of. */
import { parseIsoDate } from '../../domain/dates.ts';
import type { ItemFilter } from '../../services/lists/item-filter.ts';
import {
  type FactFilter,
  type FactListQuery,
  type FactOrder,
  type FactPlace,
  type ListedMeasurement,
  type ListedReport,
  listMeasurements,
  listReports,
} from '../../services/lists/list-facts.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { accept } from '../refusal-error.ts';
import { GoalType } from '../types/goal.ts';
import { IndicatorType } from '../types/indicator.ts';
import { MeasurementType } from '../types/measurement.ts';
import { PhaseType } from '../types/phase.ts';
import { PlanType } from '../types/plan.ts';
import { StatusReportType } from '../types/status-report.ts';
import { StructureType } from '../types/structure.ts';
import { type Connection, createConnection } from './connection.ts';
import {
  type MeasurementFilterInput,
  MeasurementFilterType,
  parseMeasurementFilter,
  parseReportFilter,
  type ReportFilterInput,
  ReportFilterType,
} from './filters.ts';
import { yearArgs } from './list-args.ts';
import {
  parseWindow,
  readingOrder,
  type Window,
  type WindowArgs,
  windowArgs,
  windowConnection,
} from './page-window.ts';

const FactOrderType = builder.enumType('FactOrder', {
  description:
    'Order of what was said. What was recorded later comes after what was recorded before it on the same day.',
  values: {
    RECORDED_DESC: { description: 'As it was recorded, the latest first.' },
    RECORDED_ASC: { description: 'As it was recorded, the earliest first.' },
    REPORTED_ON_DESC: { description: 'By the day it speaks of, the latest first.' },
    REPORTED_ON_ASC: { description: 'By the day it speaks of, the earliest first.' },
  } as const satisfies Record<FactOrder, { description: string }>,
});

const ReportConnectionType = createConnection(StatusReportType, 'StatusReport', 'status reports');
const MeasurementConnectionType = createConnection(MeasurementType, 'Measurement', 'measurements');

type Given<T> = T | null | undefined;
type ListArgs<Filter> = WindowArgs & {
  readonly filter?: Given<Filter>;
  readonly orderBy?: Given<FactOrder>;
};

/** What the list is of. */
type ListOf = {
  readonly of: FactListQuery<FactFilter>['of'];
  readonly own: Partial<ItemFilter>;
};

const CONTRARY_ORDER: Readonly<Record<FactOrder, FactOrder>> = {
  RECORDED_DESC: 'RECORDED_ASC',
  RECORDED_ASC: 'RECORDED_DESC',
  REPORTED_ON_DESC: 'REPORTED_ON_ASC',
  REPORTED_ON_ASC: 'REPORTED_ON_DESC',
};

const placeParts = ({ reportedOn, sequence, items }: FactPlace) => [reportedOn, sequence, items];

function readPlace([day, sequence, items, ...others]: readonly unknown[]): FactPlace | undefined {
  const reportedOn = typeof day === 'string' ? parseIsoDate(day) : undefined;
  const isPlace =
    reportedOn !== undefined &&
    typeof sequence === 'number' &&
    Number.isSafeInteger(sequence) &&
    sequence > 0 &&
    others.length === 0;
  if (!isPlace || !(items === null || isTexts(items))) return undefined;
  return { reportedOn, sequence, items };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function pageQuery<Filter extends FactFilter, Input>(
  name: string,
  args: ListArgs<Input>,
  of: ListOf['of'],
  filter: Filter,
): { readonly list: string; readonly window: Window<FactPlace>; readonly query: FactListQuery<Filter> } {
  const order = args.orderBy ?? 'RECORDED_DESC';
  const list = `${name}/${order}`;
  const window = parseWindow(list, args, readPlace);
  const { from: after, limit } = window;
  const query = { of, filter, order: readingOrder(order, window, CONTRARY_ORDER), after, limit };
  return { list, window, query };
}

async function reportConnection(
  args: ListArgs<ReportFilterInput>,
  { services, actor, language }: GraphqlContext,
  { of, own }: ListOf,
): Promise<Connection<ListedReport>> {
  const { list, window, query } = pageQuery('reports', args, of, parseReportFilter(args.filter, own));
  const page = accept(await listReports(services, actor, query), language);
  return windowConnection(page, list, window, placeParts);
}

async function measurementConnection(
  args: ListArgs<MeasurementFilterInput>,
  { services, actor, language }: GraphqlContext,
  { of, own }: ListOf,
): Promise<Connection<ListedMeasurement>> {
  const { list, window, query } = pageQuery(
    'measurements',
    args,
    of,
    parseMeasurementFilter(args.filter, own),
  );
  const page = accept(await listMeasurements(services, actor, query), language);
  return windowConnection(page, list, window, placeParts);
}

const ERRORS =
  'Errors: UNKNOWN_STRUCTURE, UNKNOWN_CODE, NOT_A_GOAL, RANGE_INVALID, PAGE_SIZE_INVALID, PAGE_ARGUMENTS_INVALID, CURSOR_INVALID';
const AS_OF = 'With `asOf` above it, only what speaks of that day or of one before.';

const reportArgs = builder.args((t) => ({
  filter: t.field({ type: ReportFilterType, required: false, description: 'Which ones; without it, all.' }),
  orderBy: t.field({ type: FactOrderType, required: false, description: 'Without it, RECORDED_DESC.' }),
  ...windowArgs,
}));
const measurementArgs = builder.args((t) => ({
  filter: t.field({
    type: MeasurementFilterType,
    required: false,
    description: 'Which ones; without it, all.',
  }),
  orderBy: t.field({ type: FactOrderType, required: false, description: 'Without it, RECORDED_DESC.' }),
  ...windowArgs,
}));
builder.queryField('reports', (t) =>
  t.field({
    type: ReportConnectionType,
    nullable: true,
    description: `Status reports of a plan. ${ERRORS}, NO_PLAN.`,
    args: { ...yearArgs, ...reportArgs },
    resolve: (_root, { year, ...args }, context) =>
      reportConnection(args, context, { of: { year: year ?? null, asOf: null, baseline: null }, own: {} }),
  }),
);

builder.objectField(PlanType, 'reports', (t) =>
  t.field({
    type: ReportConnectionType,
    nullable: true,
    description: `Status reports of all its phases, also of those that an act has taken out. ${AS_OF} ${ERRORS}.`,
    args: reportArgs,
    resolve: ({ asked }, args, context) => reportConnection(args, context, { of: asked, own: {} }),
  }),
);

builder.objectField(GoalType, 'reports', (t) =>
  t.field({
    type: ReportConnectionType,
    nullable: true,
    description: `Status reports of its phases; none for a goal measured by figures, which has \`measurements\`. ${AS_OF} ${ERRORS}.`,
    args: reportArgs,
    resolve: ({ asked, code }, args, context) =>
      reportConnection(args, context, { of: asked, own: { goals: [code] } }),
  }),
);

builder.objectField(PhaseType, 'reports', (t) =>
  t.field({
    type: ReportConnectionType,
    nullable: true,
    description: `Its status reports; a correction is a newer one. ${AS_OF} ${ERRORS}.`,
    args: reportArgs,
    resolve: ({ asked, code }, args, context) =>
      reportConnection(args, context, { of: asked, own: { phases: [code] } }),
  }),
);

builder.objectField(StructureType, 'reports', (t) =>
  t.field({
    type: ReportConnectionType,
    nullable: true,
    description: `Status reports of the phases it answers for, whoever said them. ${AS_OF} ${ERRORS}.`,
    args: reportArgs,
    resolve: ({ asked, code }, args, context) =>
      reportConnection(args, context, { of: asked, own: { structures: [code] } }),
  }),
);

builder.queryField('measurements', (t) =>
  t.field({
    type: MeasurementConnectionType,
    nullable: true,
    description: `Measurements of a plan’s indicators. ${ERRORS}, NO_PLAN.`,
    args: { ...yearArgs, ...measurementArgs },
    resolve: (_root, { year, ...args }, context) =>
      measurementConnection(args, context, {
        of: { year: year ?? null, asOf: null, baseline: null },
        own: {},
      }),
  }),
);

builder.objectField(PlanType, 'measurements', (t) =>
  t.field({
    type: MeasurementConnectionType,
    nullable: true,
    description: `Measurements of all its indicators. ${AS_OF} ${ERRORS}.`,
    args: measurementArgs,
    resolve: ({ asked }, args, context) => measurementConnection(args, context, { of: asked, own: {} }),
  }),
);

builder.objectField(GoalType, 'measurements', (t) =>
  t.field({
    type: MeasurementConnectionType,
    nullable: true,
    description: `Measurements of its indicator; none for a goal measured by its schedule, which has \`reports\`. ${AS_OF} ${ERRORS}.`,
    args: measurementArgs,
    resolve: ({ asked, code }, args, context) =>
      measurementConnection(args, context, { of: asked, own: { goals: [code] } }),
  }),
);

builder.objectField(IndicatorType, 'measurements', (t) =>
  t.field({
    type: MeasurementConnectionType,
    nullable: true,
    description: `What it was measured at. ${AS_OF} ${ERRORS}.`,
    args: measurementArgs,
    resolve: ({ asked, goalCode }, args, context) =>
      measurementConnection(args, context, { of: asked, own: { goals: [goalCode] } }),
  }),
);

builder.objectField(StructureType, 'measurements', (t) =>
  t.field({
    type: MeasurementConnectionType,
    nullable: true,
    description: `Measurements of the goals it answers for, whoever said them. ${AS_OF} ${ERRORS}.`,
    args: measurementArgs,
    resolve: ({ asked, code }, args, context) =>
      measurementConnection(args, context, { of: asked, own: { structures: [code] } }),
  }),
);
