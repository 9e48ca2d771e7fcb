import { findGoal } from '../../services/views/find-figures.ts';
import { type GoalView, goalView } from '../../services/views/goal-view.ts';
import { askedFigures, figuresArgs } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import { mayReadRows } from '../may-read-rows.ts';
import { figuresId } from '../node-id.ts';
import { accept } from '../refusal-error.ts';
import { ChangeType } from './change.ts';
import { AchievementType, IndicatorType } from './indicator.ts';
import { MeasurementType } from './measurement.ts';
import { FIGURES_ID, NodeType } from './node.ts';
import { PhaseType } from './phase.ts';
import { ProgressType } from './progress.ts';
import { AreaReferenceType, NeutralisationType, StructureReferenceType } from './reference.ts';

const SharingType = builder.enumType('Sharing', {
  description: 'Whether a goal is the agency’s alone. Source: the notes of annex B.',
  values: {
    OWN: { description: 'The agency’s own.' },
    SHARED: { description: 'Shared with regional directorates (“obiettivo di filiera”).' },
    CROSS_CUTTING: { description: 'Common to all structures (“obiettivo trasversale”).' },
  } as const,
});

const MeasuredByType = builder.enumType('MeasuredBy', {
  description: 'How a goal’s progress is known (domain rule 3).',
  values: {
    SCHEDULE: { description: 'By the phases of its schedule.' },
    FIGURES: { description: 'By measurements of its indicator.' },
  } as const,
});

export const GoalType = builder.objectRef<GoalView>('Goal').implement({
  description: 'A goal of a baseline, with its figures. Source: annex B.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: FIGURES_ID,
      resolve: ({ asked, code }) => figuresId('Goal', asked, code),
    }),
    code: t.exposeString('code', { description: 'As `1.4`.' }),
    title: t.exposeString('title', { description: 'Title, in Italian.' }),
    weightBps: t.expose('weightBps', { type: 'BasisPoints', description: 'Weight in the plan.' }),
    area: t.expose('area', { type: AreaReferenceType, description: 'Its strategic area.' }),
    expectedOutcome: t.exposeString('expectedOutcome', {
      nullable: true,
      description: '“Risultato atteso”, where the plan has that level.',
    }),
    sharing: t.expose('sharing', { type: SharingType, description: 'Own, shared or cross-cutting.' }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description: 'Who answers for the goal as a whole; its phases name their own.',
    }),
    programmingLink: t.exposeString('programmingLink', {
      nullable: true,
      description: 'The regional programming document that it serves; null where the plan names none.',
    }),
    remarks: t.exposeString('remarks', {
      nullable: true,
      description: 'The act’s own note; null when there is none, or its words are not known.',
    }),
    remarksUnknown: t.exposeString('remarksUnknown', {
      nullable: true,
      description: 'Why the words of `remarks` are not known.',
    }),
    indicator: t.expose('indicator', { type: IndicatorType, description: 'How it is measured.' }),
    measuredBy: t.expose('measuredBy', {
      type: MeasuredByType,
      description: 'By its schedule or by figures.',
    }),
    scheduleName: t.exposeString('scheduleName', {
      nullable: true,
      description: 'Name of its schedule, as `ARTI CRONO 1`; null when measured by figures.',
    }),
    scheduleUnknown: t.exposeString('scheduleUnknown', {
      nullable: true,
      description: 'Why the schedule’s phases are not known; null when they are.',
    }),
    deadline: t.expose('deadline', {
      type: 'Date',
      nullable: true,
      description: 'Deadline of the schedule as a whole; null where none is known.',
    }),
    progress: t.expose('progress', { type: ProgressType, description: 'Its figures as of the day asked.' }),
    achievement: t.expose('achievement', {
      type: AchievementType,
      nullable: true,
      description: 'Its indicator against the target; null when measured by its schedule.',
    }),
    lastMeasurement: t.field({
      type: MeasurementType,
      nullable: true,
      description:
        'The latest measurement on or before the day asked; null when there is none, and to whoever may read the rows of other structures alone.',
      resolve: ({ lastMeasurement, structures }, _args, { actor }) =>
        mayReadRows(actor, structures) ? lastMeasurement : null,
    }),
    phases: t.expose('phases', {
      type: [PhaseType],
      description: 'Phases of its schedule; empty when there is none, or they are not known.',
    }),
    change: t.expose('change', {
      type: ChangeType,
      nullable: true,
      description: 'What the shown baseline did to this goal; null if nothing.',
    }),
    neutralised: t.expose('neutralised', {
      type: NeutralisationType,
      nullable: true,
      description: 'Set while it is out of the sums.',
    }),
    notes: t.exposeStringList('notes', { description: 'What the transcriber inferred beyond the source.' }),
  }),
});

builder.queryField('goal', (t) =>
  t.field({
    type: GoalType,
    nullable: true,
    description:
      'A goal by its code. Errors: UNKNOWN_CODE, NOT_A_GOAL (with the goal whose phase it is), NOT_IN_BASELINE (with the change that took it out), NO_BASELINE, NO_PLAN.',
    args: {
      code: t.arg.string({ required: true, description: 'As `1.4`; `1.04` is the same.' }),
      ...figuresArgs,
    },
    resolve: async (_root, args, context) => {
      const figures = await askedFigures(args, context);
      return goalView(figures, accept(findGoal(figures, args.code), context.language));
    },
  }),
);
