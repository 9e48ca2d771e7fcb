import { type RecordedReportView, recordedReportView } from '../../../services/views/recorded-view.ts';
import { builder } from '../../builder.ts';
import { parseStatusInput } from '../../parse-input.ts';
import { GoalType } from '../goal.ts';
import { PhaseType } from '../phase.ts';
import { RefusedResultType, type RefusedView } from '../refused-result.ts';
import { StatusReportType } from '../status-report.ts';
import { recordOrRefuse } from './record-or-refuse.ts';
import { saidFields, statusFigureFields } from './said-fields.ts';

const ReportStatusInputType = builder.inputType('ReportStatusInput', {
  description:
    'What a structure says of a phase: exactly one of `percent`, `units` and `done`, or `blockedBecause`, alone or beside it.',
  fields: (t) => ({
    phase: t.string({ required: true, description: 'Code of the phase, as `1.1.3`.' }),
    ...statusFigureFields(t),
    ...saidFields(t),
  }),
});

export type ReportStatusSuccess = RecordedReportView & { readonly duplicate: boolean };

export const ReportStatusSuccessType = builder
  .objectRef<ReportStatusSuccess>('ReportStatusSuccess')
  .implement({
    description: 'The report is recorded and durable.',
    fields: (t) => ({
      report: t.field({
        type: StatusReportType,
        description: 'As recorded.',
        resolve: ({ report }) => report(),
      }),
      phase: t.field({
        type: PhaseType,
        description: 'Its phase, as of today.',
        resolve: ({ phase }) => phase(),
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

export const ReportStatusResultType = builder.unionType('ReportStatusResult', {
  description: 'The recorded report, or why it was refused.',
  types: [ReportStatusSuccessType, RefusedResultType],
  resolveType: (result: ReportStatusSuccess | RefusedView) =>
    'report' in result ? ReportStatusSuccessType : RefusedResultType,
});

builder.mutationField('reportStatus', (t) =>
  t.field({
    type: ReportStatusResultType,
    description: 'Records a status report on a phase. A correction is a newer report; the old one stays.',
    args: { input: t.arg({ type: ReportStatusInputType, required: true, description: 'What is said.' }) },
    resolve: (_root, { input }, context) =>
      recordOrRefuse(context, {
        input,
        statement: parseStatusInput(input),
        corrects: null,
        view: recordedReportView,
      }),
  }),
);
