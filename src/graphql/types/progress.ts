import type { ProgressView, ReadingsView, TermView } from '../../services/views/progress-view.ts';
import { builder } from '../builder.ts';
import { HealthReasonType, HealthType } from './health.ts';

export const NoFigureReasonType = builder.enumType('NoFigureReason', {
  description: 'Why there is no figure, which is not 0 (domain rules 2, 5 and 6).',
  values: {
    NO_TARGET: { description: 'The indicator has no target for the plan’s year.' },
    TARGET_UNRESOLVED: { description: 'The target refers to a figure that is not known yet.' },
    TARGET_ZERO: { description: 'The target is 0.' },
    DENOMINATOR_ZERO: { description: 'The denominators of what was measured sum to 0.' },
    SCHEDULE_UNKNOWN: {
      description: 'The schedule is cited by the act and not attached: no phases are known.',
    },
    NOTHING_IN_BASELINE: { description: 'The baseline holds nothing to weigh here.' },
    NEUTRALISED: { description: 'Everything in it was neutralised.' },
    NOT_MEASURED: { description: 'The indicator was not measured yet.' },
    NOT_YET: { description: 'The day lies after the one as of which was asked: it is only planned.' },
  } as const,
});

export const ReadingsType = builder.objectRef<ReadingsView>('Readings').implement({
  description: 'A figure by the two readings of a schedule (domain rule 8).',
  fields: (t) => ({
    byDeadline: t.exposeFloat('byDeadline', {
      nullable: true,
      description: 'All of a phase on its planned end, nothing before. Null without a figure.',
    }),
    linear: t.exposeFloat('linear', {
      nullable: true,
      description: 'A phase accrues evenly over its days, first and last included. Null without a figure.',
    }),
  }),
});

const TermType = builder.objectRef<TermView>('Term').implement({
  description: 'One term of the sum behind a figure (domain rule 12).',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the phase or goal.' }),
    weightShare: t.exposeFloat('weightShare', {
      description: 'Its part of the whole weight of the sum, in percent.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Its progress, 0–100; null where it cannot be computed, and then 0 in the sum.',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description: 'Why `percent` is null; null when it is not.',
    }),
    contribution: t.exposeFloat('contribution', {
      description: 'What it brings to the figure, in percent: the contributions add up to `percent`.',
    }),
    coverage: t.exposeFloat('coverage', {
      nullable: true,
      description: 'The part of it about which something is known, in percent.',
    }),
    reportedOn: t.expose('reportedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of the report or measurement behind it; null where there is none, or several.',
    }),
    sequence: t.exposeInt('sequence', {
      nullable: true,
      description: 'Number of that report or measurement in the plan’s history.',
    }),
  }),
});

const ExplanationType = builder.objectRef<ProgressView['explain']>('Explanation').implement({
  description: 'What a figure is made of.',
  fields: (t) => ({
    terms: t.expose('terms', {
      type: [TermType],
      description: 'The terms of the sum; empty where nothing can be summed.',
    }),
  }),
});

export const ProgressType = builder.objectRef<ProgressView>('Progress').implement({
  description:
    'A figure with all that belongs beside it. Percentages are unrounded; what was never reported counts as 0 and lowers `coverage` (domain rule 6).',
  fields: (t) => ({
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Weighted progress, 0–100 (domain rules 1–5). Null where it cannot be computed.',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description: 'Why `percent` is null; null when it is not.',
    }),
    points: t.exposeFloat('points', {
      nullable: true,
      description:
        'Points of the plan reached: progress × weight (domain rule 4). Null for phases and structures, which have none, for what is neutralised, and where `percent` is.',
    }),
    ofPoints: t.exposeFloat('ofPoints', {
      nullable: true,
      description:
        'Points that could be reached: the weight in percent of the plan. Null for phases, structures and what is neutralised.',
    }),
    planned: t.expose('planned', {
      type: ReadingsType,
      description:
        'What the schedule says progress should be, 0–100 (domain rule 8); nulls where no schedule and no target are known: `reason` tells why.',
    }),
    variance: t.expose('variance', {
      type: ReadingsType,
      description: 'Progress − planned, in points of percent; nulls where either is: `reason` tells why.',
    }),
    spi: t.expose('spi', {
      type: ReadingsType,
      description:
        'Schedule performance index, progress ÷ planned; null while planned is 0, and where either is null.',
    }),
    coverage: t.exposeFloat('coverage', {
      nullable: true,
      description:
        'Share of the weight about which something is known, 0–100; what starts later is covered. Null where nothing is weighed: `reason` tells why.',
    }),
    atMost: t.exposeFloat('atMost', {
      nullable: true,
      description:
        'What `percent` would be if everything not reported were complete, 0–100. Null where nothing is weighed: `reason` tells why.',
    }),
    health: t.expose('health', {
      type: HealthType,
      nullable: true,
      description:
        'State, the worst of the parts that carry weight (domain rule 10); null where none is known.',
    }),
    healthPart: t.exposeString('healthPart', {
      nullable: true,
      description: 'Code of the part that decides the health.',
    }),
    healthReason: t.expose('healthReason', {
      type: HealthReasonType,
      nullable: true,
      description: 'The facts behind the health.',
    }),
    explain: t.expose('explain', { type: ExplanationType, description: 'The terms behind the figure.' }),
  }),
});
