import type { Result } from '../../../domain/refusal.ts';
import { findMeasurement, findReport } from '../../../services/find-said.ts';
import { recordedMeasurementView, recordedReportView } from '../../../services/views/recorded-view.ts';
import { builder } from '../../builder.ts';
import type { GraphqlContext } from '../../context.ts';
import { parseNodeId } from '../../node-id.ts';
import { parseMeasurementInput, parseStatusInput } from '../../parse-input.ts';
import { refusedView } from '../refused-result.ts';
import { type InputFields, keyField } from './input-fields.ts';
import { RecordMeasurementResultType } from './record-measurement.ts';
import { recordOrRefuse } from './record-or-refuse.ts';
import { ReportStatusResultType } from './report-status.ts';
import { besideFigureFields, measuredFigureFields, statusFigureFields, yearField } from './said-fields.ts';

const correctsField = (t: InputFields) =>
  t.id({
    required: true,
    description:
      'The `id` of what is corrected, or its `sequence`. It must be what was said last of its day: else something newer would be undone unseen, and the correction is refused (SAID_MEANWHILE).',
  });

const correctionFields = (t: InputFields) => ({
  corrects: correctsField(t),
  ...besideFigureFields(t),
  year: yearField(t),
  idempotencyKey: keyField(t),
});

const CorrectReportInputType = builder.inputType('CorrectReportInput', {
  description:
    'What is right in the place of an earlier report, whole: exactly one of `percent`, `units` and `done`, or `blockedBecause`, alone or beside it. Phase and day are those of the report.',
  fields: (t) => ({ ...statusFigureFields(t), ...correctionFields(t) }),
});

const CorrectMeasurementInputType = builder.inputType('CorrectMeasurementInput', {
  description:
    'What is right in the place of an earlier measurement, whole: `numerator` and `denominator`, or `value`. Goal and day are those of the measurement.',
  fields: (t) => ({ ...measuredFigureFields(t), ...correctionFields(t) }),
});

type Said = { readonly sequence: number };

type Named = { readonly corrects: string; readonly year?: number | null | undefined };

/** Year and sequence of what an input names; of what nobody could mean, a sequence that is never given. */
function namedBy(type: 'StatusReport' | 'Measurement', { corrects, year }: Named) {
  if (/^\d{1,15}$/.test(corrects)) return { year: year ?? null, sequence: Number(corrects) };
  const id = parseNodeId(corrects);
  return id?.type === type
    ? { year: id.year, sequence: Number(id.key) }
    : { year: year ?? null, sequence: 0 };
}

function refuse<Fact extends Said>(
  found: Extract<Result<Fact>, { readonly ok: false }>,
  { corrects }: Named,
  { language }: GraphqlContext,
) {
  const { refusal } = found;
  return refusal.code === 'UNKNOWN_REPORT'
    ? refusedView({ ...refusal, given: corrects }, 'corrects', language)
    : refusedView(refusal, 'year', language);
}

builder.mutationField('correctReport', (t) =>
  t.field({
    type: ReportStatusResultType,
    description:
      'Corrects a report by a newer one about the same phase and day; the older one stays in the history.',
    args: {
      input: t.arg({ type: CorrectReportInputType, required: true, description: 'What is right.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { year, sequence } = namedBy('StatusReport', input);
      const found = await findReport(context.services, context.actor, year, sequence);
      if (!found.ok) return refuse(found, input, context);
      const { phase, reportedOn } = found.value;
      const said = { ...input, year, phase, reportedOn };
      return recordOrRefuse(context, {
        input: said,
        statement: parseStatusInput(said),
        corrects: sequence,
        view: recordedReportView,
      });
    },
  }),
);

builder.mutationField('correctMeasurement', (t) =>
  t.field({
    type: RecordMeasurementResultType,
    description:
      'Corrects a measurement by a newer one of the same indicator and day; the older one stays in the history.',
    args: {
      input: t.arg({ type: CorrectMeasurementInputType, required: true, description: 'What is right.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { year, sequence } = namedBy('Measurement', input);
      const found = await findMeasurement(context.services, context.actor, year, sequence);
      if (!found.ok) return refuse(found, input, context);
      const { goal, reportedOn } = found.value;
      const said = { ...input, year, goal, reportedOn };
      return recordOrRefuse(context, {
        input: said,
        statement: parseMeasurementInput(said),
        corrects: sequence,
        view: recordedMeasurementView,
      });
    },
  }),
);
