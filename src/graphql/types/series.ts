/** Progress over time, of whatever has progress. */
import type { ObjectRef } from '@pothos/core';
import type { IsoDate } from '../../domain/dates.ts';
import type { Period } from '../../domain/series/period-ends.ts';
import type { SubjectReference } from '../../domain/series/series-subject.ts';
import {
  type ProgressPointView,
  type ProgressSeriesView,
  readProgressSeries,
} from '../../services/series/read-progress-series.ts';
import type { AskedView } from '../../services/views/asked-view.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { accept } from '../refusal-error.ts';
import { GoalType } from './goal.ts';
import type { Types } from './mutations/input-fields.ts';
import { AreaType, PlanType } from './plan.ts';
import { NoFigureReasonType, ReadingsType } from './progress.ts';
import { StructureType } from './structure.ts';

const SeriesPeriodType = builder.enumType('SeriesPeriod', {
  description: 'How far apart the points of a series are.',
  values: {
    DAY: { description: 'Every day.' },
    WEEK: { description: 'Every Sunday: the last day of each ISO week.' },
    MONTH: { description: 'The last day of each month.' },
  } as const,
});

const ProgressPointType = builder.objectRef<ProgressPointView>('ProgressPoint').implement({
  description: 'A day of a series: the figures as of that day.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    baseline: t.exposeInt('baseline', {
      description:
        'Number of the baseline by which it is counted: the one in force on the day (after `asOf`, that of `asOf`), or the one that was asked for.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description:
        'Weighted progress, 0–100, counting what was reported on or before the day (domain rule 9). Null where it cannot be computed, and on days after `asOf` (without it, after today).',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description: 'Why `percent` is null, NOT_YET on days after `asOf`; null when it is not.',
    }),
    coverage: t.exposeFloat('coverage', {
      nullable: true,
      description: 'Share of the weight about which something was known, 0–100; null as `percent` is.',
    }),
    planned: t.expose('planned', {
      type: ReadingsType,
      description: 'What the schedule says progress should be, 0–100 (domain rule 8); of days to come too.',
    }),
  }),
});

const ProgressSeriesType = builder.objectRef<ProgressSeriesView>('ProgressSeries').implement({
  description: 'Progress over time, actual and planned.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'The first day of the range.' }),
    to: t.expose('to', { type: 'Date', description: 'The last day of the range, always a point.' }),
    every: t.expose('every', { type: SeriesPeriodType, description: 'How far apart the points are.' }),
    points: t.expose('points', {
      type: [ProgressPointType],
      description: 'In the order of days: the last day of each period of the range, and of the range itself.',
    }),
  }),
});

/** A series is worth some thirty figures: each of its days is assessed when it is not known yet. */
const COST = 30;

const seriesArgs = builder.args((t) => ({
  from: t.field({
    type: 'Date',
    required: false,
    description: 'The first day; without it, the first of the plan’s year.',
  }),
  to: t.field({
    type: 'Date',
    required: false,
    description:
      'The last day; without it, the day of the figures (`asOf`), or the last of the plan’s year before that.',
  }),
  every: t.field({
    type: SeriesPeriodType,
    defaultValue: 'WEEK',
    required: true,
    description: 'How far apart the points are. At most 400 points: a year day by day, seven years by weeks.',
  }),
}));

const DESCRIPTION =
  'Progress over time. Each point counts what was reported on or before its day, by the baseline in force then (after `asOf`, by that of `asOf`), or by the one that was asked for above; after `asOf` (without it, after today) only what is planned. On the day of `asOf` itself, though it lies ahead, the figures are those of `progress` beside it. Errors: RANGE_INVALID, RANGE_TOO_LONG.';

type SeriesArgs = {
  readonly from?: IsoDate | null | undefined;
  readonly to?: IsoDate | null | undefined;
  readonly every: Period;
};

const seriesOf = async (
  asked: AskedView,
  of: SubjectReference,
  { from = null, to = null, every }: SeriesArgs,
  { services, language }: GraphqlContext,
): Promise<ProgressSeriesView> =>
  accept(await readProgressSeries(services, { ...asked, of, from, to, every }), language);

/** The same field of whatever has progress. */
function addSeries<View extends { readonly asked: AskedView }>(
  type: ObjectRef<Types, View>,
  subjectOf: (view: View) => SubjectReference,
): void {
  builder.objectField(type, 'progressSeries', (t) =>
    t.field({
      type: ProgressSeriesType,
      nullable: true,
      description: DESCRIPTION,
      args: seriesArgs,
      complexity: COST,
      resolve: (view, args, context) => seriesOf(view.asked, subjectOf(view), args, context),
    }),
  );
}

addSeries(PlanType, () => ({ kind: 'PLAN' }));
addSeries(AreaType, ({ code }) => ({ kind: 'AREA', code }));
addSeries(GoalType, ({ code }) => ({ kind: 'GOAL', code }));
addSeries(StructureType, ({ code }) => ({ kind: 'STRUCTURE', code }));
