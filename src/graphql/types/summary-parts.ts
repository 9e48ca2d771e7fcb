import type { SummaryFigure } from '../../domain/summary.ts';
import type {
  CurvePointView,
  CurveView,
  SummaryFigureView,
  SummaryIndicatorView,
  SummaryItemView,
} from '../../services/views/summary-view.ts';
import { builder } from '../builder.ts';
import { HealthType } from './health.ts';
import { TargetOperatorType } from './indicator.ts';
import { NoFigureReasonType, ReadingsType } from './progress.ts';
import { GoalReferenceType } from './reference.ts';

type Slot = { readonly plannedAt: string; readonly late: boolean };

export const SummarySlotType = builder.objectRef<Slot>('SummarySlot').implement({
  description: 'When a summary was planned to come.',
  fields: (t) => ({
    plannedAt: t.expose('plannedAt', { type: 'DateTime', description: 'The instant it was planned for.' }),
    late: t.exposeBoolean('late', { description: 'Whether it came late, and said so.' }),
  }),
});

const ExactFigureType = builder.objectRef<SummaryFigure>('ExactFigure').implement({
  description: 'The fractions of 1 that were frozen, as text `n/d` in lowest terms.',
  fields: (t) => ({
    share: t.exposeString('share', { nullable: true, description: 'Progress; null without a figure.' }),
    coverage: t.exposeString('coverage', { nullable: true, description: 'Coverage.' }),
    plannedByDeadline: t.exposeString('plannedByDeadline', {
      nullable: true,
      description: 'Planned progress by deadline.',
    }),
    plannedLinear: t.exposeString('plannedLinear', {
      nullable: true,
      description: 'Planned progress, linear.',
    }),
  }),
});

export const SummaryFigureType = builder.objectRef<SummaryFigureView>('SummaryFigure').implement({
  description: 'A figure as it was frozen, with what belongs beside it; the same names as in `Progress`.',
  fields: (t) => ({
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Weighted progress, 0–100, not rounded; null without a figure, which is not 0.',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description:
        'Why `percent` is null; null when it is not, and in what was frozen before reasons were kept.',
    }),
    coverage: t.exposeFloat('coverage', {
      nullable: true,
      description: 'Share of the weight about which something was known, 0–100.',
    }),
    atMost: t.exposeFloat('atMost', {
      nullable: true,
      description: 'What `percent` would have been if everything not reported were complete, 0–100.',
    }),
    planned: t.expose('planned', { type: ReadingsType, description: 'What the schedule expected, 0–100.' }),
    variance: t.expose('variance', {
      type: ReadingsType,
      description: 'Progress − planned, in points of percent.',
    }),
    exact: t.expose('exact', { type: ExactFigureType, description: 'The same, exact.' }),
  }),
});

export const SummaryItemType = builder.objectRef<SummaryItemView>('SummaryItem').implement({
  description: 'A phase, or a goal measured by figures, as a summary tells of it.',
  fields: (t) => ({
    code: t.exposeString('item', { description: 'As `1.1.3`; of a goal, as `3.1`.' }),
    goalCode: t.exposeString('goal', { description: 'Code of its goal.' }),
    title: t.exposeString('title', { description: 'What it is, in Italian.' }),
    health: t.expose('health', {
      type: HealthType,
      nullable: true,
      description: 'State; null where it could not be judged.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Progress, 0–100; null when nothing had been said of it.',
    }),
    percentBefore: t.exposeFloat('percentBefore', {
      nullable: true,
      description: 'The same on the day compared with.',
    }),
    exact: t.exposeString('exact', { nullable: true, description: 'Progress as a fraction of 1, `n/d`.' }),
    exactBefore: t.exposeString('exactBefore', {
      nullable: true,
      description: 'The same on the day compared with.',
    }),
    end: t.expose('end', { type: 'Date', description: 'Planned end, that day included.' }),
    daysLate: t.exposeInt('daysLate', {
      description: 'Days past the planned end, or by which completion came after it; 0 when in time.',
    }),
    blockedBecause: t.string({
      nullable: true,
      description:
        'The reason given for a block, as written; null when there was none, and for a key of some structures.',
      resolve: ({ blockedBecause }, _args, { actor }) => (actor.rowsOf === undefined ? blockedBecause : null),
    }),
    lastReportedOn: t.expose('lastReportedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of the last report or measurement; null when there was none.',
    }),
  }),
});

export const SummaryIndicatorType = builder.objectRef<SummaryIndicatorView>('SummaryIndicator').implement({
  description: 'An indicator’s latest figure against its target (domain rule 2).',
  fields: (t) => ({
    goal: t.expose('goal', { type: GoalReferenceType, description: 'The goal that it measures.' }),
    numerator: t.exposeString('numerator', {
      nullable: true,
      description: 'Exact decimal; of several measurements that sum, their sum. Null for one by value.',
    }),
    denominator: t.exposeString('denominator', {
      nullable: true,
      description: 'Exact decimal, as `numerator`.',
    }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'Exact decimal in the indicator’s unit; null for one by ratio.',
    }),
    unit: t.exposeString('unit', { description: 'Unit of the figure and of its target.' }),
    operator: t.expose('operator', {
      type: TargetOperatorType,
      nullable: true,
      description: '“At least” or “at most”; null without a target.',
    }),
    target: t.exposeFloat('target', {
      nullable: true,
      description: 'Percent for a ratio, else in the unit; null when it is missing or not resolved.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Actual against target, not capped; null where it cannot be computed.',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description:
        'Why `percent` is null; null when it is not, and in what was frozen before reasons were kept.',
    }),
    exact: t.exposeString('exact', { nullable: true, description: '`percent` as a fraction of 1, `n/d`.' }),
    measuredOn: t.expose('measuredOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of the latest measurement; null while there is none.',
    }),
  }),
});

const CurvePointType = builder.objectRef<CurvePointView>('CurvePoint').implement({
  description: 'A day of the year’s curve.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Progress, 0–100; null after the day of the summary, and where there is no figure.',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description:
        'NOT_YET after the day of the summary; null where `percent` is not, and where no reason was kept.',
    }),
    planned: t.expose('planned', { type: ReadingsType, description: 'What the schedule expected, 0–100.' }),
  }),
});

const RebaseliningType = builder.objectRef<CurveView['rebaselinings'][number]>('Rebaselining').implement({
  description: 'A day on which another baseline came into force.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'Its first day.' }),
    baseline: t.exposeInt('baseline', { description: 'Number of the baseline.' }),
  }),
});

export const SummaryCurveType = builder.objectRef<CurveView>('SummaryCurve').implement({
  description: 'Actual against planned over the plan’s year, as it was drawn.',
  fields: (t) => ({
    points: t.expose('points', {
      type: [CurvePointType],
      description: 'Fridays, ends of months and steps, in the order of days.',
    }),
    rebaselinings: t.expose('rebaselinings', {
      type: [RebaseliningType],
      description: 'Those of the year up to the day of the summary.',
    }),
  }),
});
