import type { DiffValue } from '../../domain/baseline-diff.ts';
import { diffValueText } from '../../messages/diff-value-text.ts';
import { readBaselineDiff } from '../../services/read-diff.ts';
import type {
  ActChangeView,
  BaselineDiffView,
  DiffValueView,
  FieldDiffView,
  GoalDiffView,
  PhaseDiffView,
} from '../../services/views/baseline-diff-view.ts';
import { builder } from '../builder.ts';
import { accept } from '../refusal-error.ts';
import { ChangeType } from './change.ts';
import { BaselineType, PlanType } from './plan.ts';
import { GoalReferenceType, StructureReferenceType } from './reference.ts';

const PlanFieldType = builder.enumType('PlanField', {
  description: 'A field of a goal or of a phase that one baseline may write otherwise than another.',
  values: {
    WEIGHT: { description: 'Weight: of a goal in the plan, of a phase in its goal.' },
    TITLE: { description: 'Title of the goal.' },
    INDICATOR: { description: 'Description of the goal’s indicator.' },
    STARTING_VALUE: { description: 'Starting value of the indicator (“valore iniziale”).' },
    TARGET: { description: 'Target of the indicator (“valore target”) for the years beside it.' },
    SCHEDULE: { description: 'Name of the goal’s schedule (“cronoprogramma”).' },
    DEADLINE: { description: 'Deadline of the goal’s schedule as a whole.' },
    STRUCTURES: { description: 'Structures that answer for it.' },
    START: { description: 'Planned start of the phase.' },
    END: { description: 'Planned end of the phase.' },
    DESCRIPTION: { description: 'Description of the phase.' },
    OUTPUT: { description: 'Output of the phase.' },
    UNITS: { description: 'What the phase counts, and how many of it.' },
  } as const,
});

const PresenceType = builder.enumType('Presence', {
  description: 'Whether both baselines hold a goal or a phase.',
  values: {
    INSERTED: { description: 'Only the later one, `to`.' },
    REMOVED: { description: 'Only the earlier one, `from`.' },
    CHANGED: { description: 'Both, and it differs.' },
  } as const,
});

const of = <K extends DiffValue['kind']>({ value }: DiffValueView, kind: K) =>
  value.kind === kind ? (value as Extract<DiffValue, { kind: K }>) : null;

const DiffValueType = builder.objectRef<DiffValueView>('DiffValue').implement({
  description: 'What stands in a field: as text, and typed where the field has a type of its own.',
  fields: (t) => ({
    text: t.string({
      description: 'As a person reads it, in the configured language: `12,00 %`, `30/09/2020`, the words.',
      resolve: ({ value, structures }, _args, { language }) =>
        diffValueText(
          value,
          structures.map(({ name }) => name),
          language,
        ),
    }),
    weightBps: t.field({
      type: 'BasisPoints',
      nullable: true,
      description: 'Of a weight; null for every other field.',
      resolve: (side) => of(side, 'BPS')?.bps ?? null,
    }),
    day: t.field({
      type: 'Date',
      nullable: true,
      description: 'Of a start, an end or a deadline; null for every other field.',
      resolve: (side) => of(side, 'DAY')?.day ?? null,
    }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description: 'Of the field STRUCTURES, in the order of the act; empty for every other field.',
    }),
    unknownBecause: t.string({
      nullable: true,
      description: 'Why the words are not known, where the source does not repeat them; null when they are.',
      resolve: (side) => {
        const words = of(side, 'WORDS')?.wording;
        return words && 'unknown' in words ? words.unknown : null;
      },
    }),
  }),
});

const FieldDiffType = builder.objectRef<FieldDiffView>('FieldDiff').implement({
  description: 'One field that differs.',
  fields: (t) => ({
    field: t.expose('field', { type: PlanFieldType, description: 'Which one.' }),
    fromYear: t.exposeInt('fromYear', {
      nullable: true,
      description: 'Of a TARGET: the first year it is for; null for every other field.',
    }),
    toYear: t.exposeInt('toYear', {
      nullable: true,
      description: 'Of a TARGET: the last year it is for; null for every other field.',
    }),
    old: t.expose('old', {
      type: DiffValueType,
      nullable: true,
      description: 'In the baseline `from`; null where it was not there.',
    }),
    new: t.expose('new', {
      type: DiffValueType,
      nullable: true,
      description: 'In the baseline `to`; null where it is not there.',
    }),
  }),
});

const PhaseDiffType = builder.objectRef<PhaseDiffView>('PhaseDiff').implement({
  description: 'A phase that differs.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the phase, as `1.1.3`.' }),
    presence: t.expose('presence', { type: PresenceType, description: 'Which baseline holds it.' }),
    fields: t.expose('fields', { type: [FieldDiffType], description: 'Its fields that differ.' }),
  }),
});

const ActChangeType = builder.objectRef<ActChangeView>('ActChange').implement({
  description: 'What an act between the two baselines did to a goal, with its motivation.',
  fields: (t) => ({
    baseline: t.exposeInt('baseline', { description: 'Number of the baseline that the act adopted.' }),
    act: t.exposeString('act', { description: 'The act.' }),
    change: t.expose('change', { type: ChangeType, description: 'The kind of change, and why.' }),
  }),
});

const GoalDiffType = builder.objectRef<GoalDiffView>('GoalDiff').implement({
  description: 'A goal that differs, field by field. Of one that came or went, so did its phases.',
  fields: (t) => ({
    goal: t.expose('goal', { type: GoalReferenceType, description: 'The goal, by its later title.' }),
    presence: t.expose('presence', { type: PresenceType, description: 'Which baseline holds it.' }),
    changes: t.expose('changes', {
      type: [ActChangeType],
      description: 'What the acts between the two say of it, the latest first; the motivation stands there.',
    }),
    fields: t.expose('fields', { type: [FieldDiffType], description: 'The goal’s own fields that differ.' }),
    phases: t.expose('phases', {
      type: [PhaseDiffType],
      description: 'Its phases that differ, in the order of their codes.',
    }),
  }),
});

const BaselineDiffType = builder.objectRef<BaselineDiffView>('BaselineDiff').implement({
  description: 'What one baseline says otherwise than another: the same as `/arti confronto` shows.',
  fields: (t) => ({
    from: t.expose('from', { type: BaselineType, description: 'The baseline compared with.' }),
    to: t.expose('to', { type: BaselineType, description: 'The baseline compared.' }),
    oldWeightBps: t.expose('oldWeightBps', {
      type: 'BasisPoints',
      description: 'Σ of the goals’ weights in `from`: a re-modulation conserves it.',
    }),
    newWeightBps: t.expose('newWeightBps', {
      type: 'BasisPoints',
      description: 'Σ of the goals’ weights in `to`.',
    }),
    goals: t.expose('goals', {
      type: [GoalDiffType],
      description: 'The goals that differ, in the order of their codes.',
    }),
  }),
});

builder.objectField(PlanType, 'baselineDiff', (t) =>
  t.field({
    type: BaselineDiffType,
    nullable: true,
    description:
      'What the re-modulated plan says otherwise than the approved one, field by field. Error: NO_BASELINE.',
    args: {
      from: t.arg.int({
        required: true,
        description: 'Number of the baseline compared with: 0 as approved.',
      }),
      to: t.arg.int({ required: true, description: 'Number of the baseline compared.' }),
    },
    resolve: async ({ year }, { from, to }, { services, language }) =>
      accept(await readBaselineDiff(services, { year, from, to }), language),
  }),
);
