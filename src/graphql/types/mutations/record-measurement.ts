import type { RecordedMeasurementView } from '../../../services/views/recorded-view.ts';
import { recordedMeasurementView } from '../../../services/views/recorded-view.ts';
import { builder } from '../../builder.ts';
import { parseMeasurementInput } from '../../parse-input.ts';
import { GoalType } from '../goal.ts';
import { MeasurementType } from '../measurement.ts';
import { RefusedResultType, type RefusedView } from '../refused-result.ts';
import { recordOrRefuse } from './record-or-refuse.ts';
import { measuredFigureFields, saidFields } from './said-fields.ts';

const RecordMeasurementInputType = builder.inputType('RecordMeasurementInput', {
  description:
    'What a structure says of a goal’s indicator: `numerator` and `denominator`, or `value`, by the indicator’s measure.',
  fields: (t) => ({
    goal: t.string({ required: true, description: 'Code of the goal, as `3.1`.' }),
    ...measuredFigureFields(t),
    ...saidFields(t),
  }),
});

type RecordMeasurementSuccess = RecordedMeasurementView & { readonly duplicate: boolean };

const RecordMeasurementSuccessType = builder
  .objectRef<RecordMeasurementSuccess>('RecordMeasurementSuccess')
  .implement({
    description: 'The measurement is recorded and durable.',
    fields: (t) => ({
      measurement: t.field({
        type: MeasurementType,
        description: 'As recorded.',
        resolve: ({ measurement }) => measurement(),
      }),
      goal: t.field({
        type: GoalType,
        description: 'Its goal with the new progress, as of today.',
        resolve: ({ goal }) => goal(),
      }),
      duplicate: t.exposeBoolean('duplicate', {
        description: 'True when this key had been recorded before: nothing was written this time.',
      }),
    }),
  });

export const RecordMeasurementResultType = builder.unionType('RecordMeasurementResult', {
  description: 'The recorded measurement, or why it was refused.',
  types: [RecordMeasurementSuccessType, RefusedResultType],
  resolveType: (result: RecordMeasurementSuccess | RefusedView) =>
    'measurement' in result ? RecordMeasurementSuccessType : RefusedResultType,
});

builder.mutationField('recordMeasurement', (t) =>
  t.field({
    type: RecordMeasurementResultType,
    description: 'Records a measurement of an indicator. A correction is a newer one of the same day.',
    args: {
      input: t.arg({ type: RecordMeasurementInputType, required: true, description: 'What was measured.' }),
    },
    resolve: (_root, { input }, context) =>
      recordOrRefuse(context, {
        input,
        statement: parseMeasurementInput(input),
        corrects: null,
        view: recordedMeasurementView,
      }),
  }),
);
