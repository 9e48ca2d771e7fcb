import { findPhase } from '../../services/views/find-figures.ts';
import { type PhaseView, phaseView } from '../../services/views/phase-view.ts';
import { askedFigures, figuresArgs } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import { mayReadRows } from '../may-read-rows.ts';
import { figuresId } from '../node-id.ts';
import { accept } from '../refusal-error.ts';
import { FIGURES_ID, NodeType } from './node.ts';
import { ProgressType } from './progress.ts';
import { NeutralisationType, StructureReferenceType } from './reference.ts';
import { StatusReportType } from './status-report.ts';

const CreditRuleType = builder.enumType('CreditRule', {
  description: 'How a report earns progress for a phase (domain rule 1).',
  values: {
    PERCENT_COMPLETE: { description: 'What the report says.' },
    ZERO_HUNDRED: { description: '0 until complete.' },
    FIFTY_FIFTY: { description: '50 once started, 100 when complete.' },
    UNITS: { description: 'Count ÷ target count, at most 100.' },
  } as const,
});

const UnitsType = builder.objectRef<NonNullable<PhaseView['units']>>('Units').implement({
  description: 'What a phase counts.',
  fields: (t) => ({
    target: t.exposeInt('target', { description: 'The count at which the phase is complete.' }),
    name: t.exposeString('name', { description: 'What is counted, in Italian, as `colloqui`.' }),
  }),
});

export const PhaseType = builder.objectRef<PhaseView>('Phase').implement({
  description: 'A phase of a goal’s schedule, with its figures. Source: the schedules of annex B.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: FIGURES_ID,
      resolve: ({ asked, code }) => figuresId('Phase', asked, code),
    }),
    code: t.exposeString('code', { description: 'Goal and number, as `1.1.3`.' }),
    number: t.exposeInt('number', { description: 'Number in its schedule, from 1.' }),
    goalCode: t.exposeString('goalCode', { description: 'Code of its goal.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'Words of the act, in Italian; null when the source does not hold them.',
    }),
    descriptionUnknown: t.exposeString('descriptionUnknown', {
      nullable: true,
      description: 'Why `description` is null.',
    }),
    output: t.exposeString('output', {
      nullable: true,
      description: 'What it must produce, in the act’s words; null when the source does not hold them.',
    }),
    outputUnknown: t.exposeString('outputUnknown', { nullable: true, description: 'Why `output` is null.' }),
    start: t.expose('start', { type: 'Date', description: 'Planned start, that day included.' }),
    end: t.expose('end', { type: 'Date', description: 'Planned end, that day included.' }),
    weightBps: t.expose('weightBps', {
      type: 'BasisPoints',
      description: 'Weight in the goal; the phases of a schedule sum to 10 000.',
    }),
    creditRule: t.expose('creditRule', { type: CreditRuleType, description: 'How reports earn progress.' }),
    units: t.expose('units', {
      type: UnitsType,
      nullable: true,
      description: 'What the rule UNITS counts; null for every other rule.',
    }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description: 'The structures that answer for it; it counts in full for each.',
    }),
    progress: t.expose('progress', { type: ProgressType, description: 'Its figures as of the day asked.' }),
    lastReport: t.field({
      type: StatusReportType,
      nullable: true,
      description:
        'The latest report on or before the day asked; null when there is none, and to whoever may read the rows of other structures alone.',
      resolve: ({ lastReport, structures }, _args, { actor }) =>
        mayReadRows(actor, structures) ? lastReport : null,
    }),
    completedOn: t.expose('completedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day from which reports say that it is complete; null while it is not.',
    }),
    completedDaysLate: t.exposeInt('completedDaysLate', {
      description:
        'Days from the planned end to completion; 0 when in time or not complete (domain rule 11).',
    }),
    neutralised: t.expose('neutralised', {
      type: NeutralisationType,
      nullable: true,
      description: 'Set while it, or its goal, is out of the sums.',
    }),
    notes: t.exposeStringList('notes', { description: 'What the transcriber inferred beyond the source.' }),
  }),
});

builder.queryField('phase', (t) =>
  t.field({
    type: PhaseType,
    nullable: true,
    description:
      'A phase by its code. Errors: UNKNOWN_CODE, NOT_A_PHASE (with the phases of the goal that it is), NOT_IN_BASELINE, NO_BASELINE, NO_PLAN.',
    args: {
      code: t.arg.string({ required: true, description: 'As `1.1.3`; `1.01.3` is the same.' }),
      ...figuresArgs,
    },
    resolve: async (_root, args, context) => {
      const figures = await askedFigures(args, context);
      return phaseView(figures, accept(findPhase(figures, args.code), context.language));
    },
  }),
);
