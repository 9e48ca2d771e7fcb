import { findGoal } from '../../services/views/find-figures.ts';
import {
  type AchievementView,
  type IndicatorView,
  indicatorView,
  type TargetView,
} from '../../services/views/indicator-view.ts';
import { askedFigures, figuresArgs } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import { mayReadRows } from '../may-read-rows.ts';
import { figuresId } from '../node-id.ts';
import { accept } from '../refusal-error.ts';
import { MeasurementType } from './measurement.ts';
import { FIGURES_ID, NodeType } from './node.ts';
import { NoFigureReasonType } from './progress.ts';
import { StructureReferenceType } from './reference.ts';

const MeasureType = builder.enumType('Measure', {
  description: 'What a measurement of an indicator must give (domain rule 2).',
  values: {
    RATIO: { description: 'Numerator and denominator.' },
    VALUE: { description: 'One value.' },
  } as const,
});

const AccumulationType = builder.enumType('Accumulation', {
  description: 'How the measurements of a year make one figure (domain rule 2).',
  values: {
    LATEST: { description: 'Each figure replaces the one before.' },
    SUM: { description: 'Each day’s figure adds to the others: Σ numerators ÷ Σ denominators.' },
  } as const,
});

export const TargetOperatorType = builder.enumType('TargetOperator', {
  description: 'How the actual is held against the target (domain rule 2).',
  values: {
    GTE: { description: 'At least the target: actual ÷ target.' },
    LTE: { description: 'At most the target: target ÷ actual.' },
  } as const,
});

const TargetType = builder.objectRef<TargetView>('Target').implement({
  description: 'The target of an indicator for one or more years. Source: annex B, “Valore target”.',
  fields: (t) => ({
    fromYear: t.exposeInt('fromYear', { description: 'First year it holds for.' }),
    toYear: t.exposeInt('toYear', { description: 'Last year it holds for.' }),
    operator: t.expose('operator', { type: TargetOperatorType, description: '“At least” or “at most”.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Percent for a ratio, else in the indicator’s unit; null while it is a reference.',
    }),
    reference: t.exposeString('reference', {
      nullable: true,
      description:
        'What it refers to, in the act’s words (“dato finale anno precedente”); null with a value.',
    }),
  }),
});

export const AchievementType = builder.objectRef<AchievementView>('Achievement').implement({
  description: 'An indicator against its target of the plan’s year (domain rule 2).',
  fields: (t) => ({
    actual: t.exposeFloat('actual', {
      nullable: true,
      description:
        'The actual in the unit of the target, percent for a ratio; null while nothing was measured.',
    }),
    target: t.exposeFloat('target', {
      nullable: true,
      description: 'The target in the same unit; null when there is none, or it is not resolved.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Actual against target, at most 100: what enters the sums; null as `reason` tells.',
    }),
    uncappedPercent: t.exposeFloat('uncappedPercent', {
      nullable: true,
      description: 'The same, not capped: may exceed 100; null as `reason` tells.',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description: 'Why `percent` is null, and with it what else is; null when it is not.',
    }),
  }),
});

export const IndicatorType = builder.objectRef<IndicatorView>('Indicator').implement({
  description: 'How a goal is measured. Source: annex B, “Indicatore”.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: FIGURES_ID,
      resolve: ({ asked, goalCode }) => figuresId('Indicator', asked, goalCode),
    }),
    goalCode: t.exposeString('goalCode', { description: 'Code of the goal that it measures.' }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description: 'Who answers for the goal as a whole.',
    }),
    description: t.exposeString('description', { description: 'Words of the act, in Italian.' }),
    measure: t.expose('measure', { type: MeasureType, description: 'What a measurement must give.' }),
    accumulation: t.expose('accumulation', {
      type: AccumulationType,
      description: 'How measurements make one figure.',
    }),
    unit: t.exposeString('unit', { description: 'Unit of the figure and of its target.' }),
    startingValue: t.exposeString('startingValue', {
      nullable: true,
      description: 'Starting value in the act’s words (“Valore iniziale”); null where it gives none.',
    }),
    targets: t.expose('targets', { type: [TargetType], description: 'Targets of all years of the act.' }),
    achievement: t.expose('achievement', {
      type: AchievementType,
      nullable: true,
      description:
        'It against the target of the plan’s year; null when the goal is measured by its schedule.',
    }),
    lastMeasurement: t.field({
      type: MeasurementType,
      nullable: true,
      description:
        'The latest measurement on or before the day asked; null when there is none, and to whoever may read the rows of other structures alone.',
      resolve: ({ lastMeasurement, structures }, _args, { actor }) =>
        mayReadRows(actor, structures) ? lastMeasurement : null,
    }),
  }),
});

builder.queryField('indicator', (t) =>
  t.field({
    type: IndicatorType,
    nullable: true,
    description:
      'How a goal is measured, with its figures. Errors: UNKNOWN_CODE, NOT_A_GOAL, NOT_IN_BASELINE, NO_BASELINE, NO_PLAN.',
    args: {
      goal: t.arg.string({ required: true, description: 'Code of the goal, as `3.1`.' }),
      ...figuresArgs,
    },
    resolve: async (_root, args, context) => {
      const figures = await askedFigures(args, context);
      return indicatorView(figures, accept(findGoal(figures, args.goal), context.language));
    },
  }),
);
