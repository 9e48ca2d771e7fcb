import type { Rule, SlotKind } from '../../domain/schedule/schedule.ts';
import type { SlotOutcome } from '../../domain/schedule/slot-run.ts';
import type { SkipReason } from '../../domain/schedule/slots.ts';
import { cadenceText, outcomeText, placeText, ruleText } from '../../messages/schedule-text.ts';
import { listSlotRuns, type StoredSlotRun } from '../../services/schedule/list-slot-runs.ts';
import type { NextSlotView } from '../../services/schedule/next-slot-view.ts';
import {
  type OwnSetting,
  type PlanSchedule,
  readPlanSchedule,
} from '../../services/schedule/read-plan-schedule.ts';
import type { RuleView } from '../../services/schedule/read-schedule-view.ts';
import { builder } from '../builder.ts';
import { connectionOf, createConnection } from '../connections/connection.ts';
import { parseCursor, printCursor, readPosition } from '../connections/cursor.ts';
import type { GraphqlContext } from '../context.ts';
import { rowId } from '../node-id.ts';
import { pageArgs, parseFirst } from '../page.ts';
import { accept } from '../refusal-error.ts';
import { NodeType, ROW_ID } from './node.ts';
import { PlanType } from './plan.ts';

export const SlotKindType = builder.enumType('SlotKind', {
  description: 'What the product does by itself at a slot of the schedule.',
  values: {
    CHECK_IN: { description: 'Asks everybody who answers for something open in the structure.' },
    REMINDER: { description: 'Reminds, once, whoever has not answered.' },
    ESCALATION: { description: 'Tells the structure’s head what was asked, reminded and not answered.' },
    STRUCTURE_SUMMARY: { description: 'The week’s summary in the structure’s channel.' },
    PLAN_SUMMARY: { description: 'The week’s summary of the plan in the managers’ channel.' },
    MONTHLY_DIGEST: { description: 'The plan over a month, in the month after it.' },
    QUARTERLY_DIGEST: { description: 'The plan over a quarter, in the month after it.' },
    INTERIM_REVIEW: { description: 'The plan as of a day of the year (“monitoraggio infrannuale”).' },
  } as const satisfies Record<SlotKind, { description: string }>,
});

const RecurrenceType = builder.enumType('Recurrence', {
  description: 'How often a rule comes round.',
  values: {
    WEEK: { description: 'Once a week, on `weekday`.' },
    MONTH: { description: 'On `dayOfMonth` of the month after the one that is told about.' },
    QUARTER: { description: 'On `dayOfMonth` of the month after the quarter that is told about.' },
    YEAR: { description: 'On `days` of the year.' },
  } as const satisfies Record<Rule['recurrence']['every'], { description: string }>,
});

const LanguageType = builder.enumType('Language', {
  description: 'Of texts for people.',
  values: {
    IT: { description: 'Italian.', value: 'it' },
    EN: { description: 'English.', value: 'en' },
  } as const,
});

const NextSlotType = builder.objectRef<NextSlotView>('NextSlot').implement({
  description: 'When a rule comes next.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'The instant.' }),
    day: t.expose('day', { type: 'Date', description: 'The day: always a working day of the place.' }),
    period: t.exposeString('period', {
      description: 'The week `2020-W38`, month `2020-08` or quarter `2020-Q2` told about, or the day itself.',
    }),
    movedFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'The rule’s own day where it is a weekend or a holiday; null where it was not moved.',
      resolve: ({ moved }) => moved?.from ?? null,
    }),
    movedBecause: t.string({
      nullable: true,
      description: 'The holiday that moved it; null of a weekend.',
      resolve: ({ moved }) => moved?.holiday ?? null,
    }),
  }),
});

const SlotOutcomeType = builder.enumType('SlotOutcome', {
  description: 'What became of a slot.',
  values: {
    ON_TIME: { description: 'Run at its moment.' },
    LATE: { description: 'Run later, and whoever read it was told so.' },
    SKIPPED: { description: 'Not run, and put down as such.' },
  } as const satisfies Record<SlotOutcome, { description: string }>,
});

const SkipReasonType = builder.enumType('SkipReason', {
  description: 'Why a slot was skipped.',
  values: {
    STALE: { description: 'Nobody would have been served by it any more.' },
    SUPERSEDED: { description: 'The next one of its kind had come.' },
    RESCHEDULED: { description: 'Its rule was changed, or switched off, before it could be run.' },
  } as const satisfies Record<SkipReason, { description: string }>,
});

const languageArgs = builder.args((t) => ({
  language: t.field({ type: LanguageType, required: false, description: 'Without it, as configured.' }),
}));

/** `year` is its plan’s. */
export type SlotRunView = StoredSlotRun & { readonly year: number };

const SlotRunType = builder.objectRef<SlotRunView>('SlotRun').implement({
  description: 'A slot that was settled: once, whichever process came first, and kept.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({ description: ROW_ID, resolve: ({ year, id }) => rowId('SlotRun', year, id) }),
    kind: t.expose('kind', { type: SlotKindType, description: 'What it was.' }),
    structure: t.exposeString('structure', {
      nullable: true,
      description: 'Code of its structure; null of one of the whole plan.',
    }),
    period: t.exposeString('period', {
      description: 'As of `NextSlot.period`: with kind and structure its identity.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'Its moment.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day as of which it told.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      description: 'When it was run or put down as skipped.',
    }),
    outcome: t.expose('outcome', { type: SlotOutcomeType, description: 'What became of it.' }),
    because: t.expose('because', {
      type: SkipReasonType,
      nullable: true,
      description: 'SKIPPED: why; else null.',
    }),
    messages: t.exposeInt('messages', { description: 'Messages that it gave out to be sent.' }),
    inWords: t.string({
      description: 'The outcome in words.',
      args: languageArgs,
      resolve: (run, { language }, context) => outcomeText(run, language ?? context.language),
    }),
  }),
});

const ScheduleRuleType = builder.objectRef<RuleView & { readonly year: number }>('ScheduleRule').implement({
  description: 'When something of the schedule comes, before holidays move it to the next working day.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SlotKindType, description: 'What comes.' }),
    structure: t.exposeString('structure', {
      nullable: true,
      description:
        'Code of the structure whose own rule it is; null of the plan’s, which holds for all others.',
    }),
    isOff: t.boolean({ description: 'Whether it is switched off.', resolve: ({ rule }) => rule === null }),
    recurrence: t.field({
      type: RecurrenceType,
      nullable: true,
      description: 'How often; null while it is off.',
      resolve: ({ rule }) => rule?.recurrence.every ?? null,
    }),
    weekday: t.int({
      nullable: true,
      description: 'WEEK: 1 is Monday, 5 Friday.',
      resolve: ({ rule }) => (rule?.recurrence.every === 'WEEK' ? rule.recurrence.weekday : null),
    }),
    dayOfMonth: t.int({
      nullable: true,
      description: 'MONTH, QUARTER: 1–28.',
      resolve: ({ rule }) =>
        rule?.recurrence.every === 'MONTH' || rule?.recurrence.every === 'QUARTER'
          ? rule.recurrence.dayOfMonth
          : null,
    }),
    days: t.stringList({
      description: 'YEAR: month and day, as `06-30`; else none.',
      resolve: ({ rule }) => (rule?.recurrence.every === 'YEAR' ? rule.recurrence.days : []),
    }),
    time: t.string({
      nullable: true,
      description: 'Time of day in Europe/Rome, `HH:MM`; null while it is off.',
      resolve: ({ rule }) => rule?.time ?? null,
    }),
    inWords: t.string({
      description: 'The rule in words.',
      args: languageArgs,
      resolve: ({ kind, rule }, { language }, context) => ruleText(kind, rule, language ?? context.language),
    }),
    since: t.expose('since', {
      type: 'DateTime',
      description: 'From when it holds: nothing before is owed.',
    }),
    next: t.expose('next', {
      type: NextSlotType,
      nullable: true,
      description: 'Its next moment; null when the plan has none any more, or it is off.',
    }),
    last: t.field({
      type: SlotRunType,
      nullable: true,
      description: 'The last that was settled; of the plan’s rule, of whichever structure.',
      resolve: ({ last, year }) => last && { ...last, year },
    }),
  }),
});

const ScheduleCadenceType = builder.objectRef<PlanSchedule['cadences'][number]>('ScheduleCadence').implement({
  description:
    'How often a check-in asks about an item: at every slot near its planned end and past it, less often else, never before it starts.',
  fields: (t) => ({
    structure: t.exposeString('structure', {
      nullable: true,
      description: 'Code of the structure whose own it is; null of the plan’s, which holds for all others.',
    }),
    nearDays: t.int({
      description: 'Days before the planned end from which every slot asks.',
      resolve: ({ value }) => value.nearDays,
    }),
    everyWeeks: t.int({
      description: 'Weeks from one check-in about everything to the next.',
      resolve: ({ value }) => value.everyWeeks,
    }),
    inWords: t.string({
      description: 'The cadence in words.',
      args: languageArgs,
      resolve: ({ value }, { language }, context) => cadenceText(value, language ?? context.language),
    }),
  }),
});

const SchedulePlaceType = builder.objectRef<OwnSetting<string | null>>('SchedulePlace').implement({
  description: 'The town whose patron’s day is a holiday in the schedule.',
  fields: (t) => ({
    structure: t.exposeString('structure', {
      nullable: true,
      description: 'Code of the structure whose own it is; null of the plan’s, which holds for all others.',
    }),
    place: t.string({
      nullable: true,
      description: 'The town; null where national holidays alone count.',
      resolve: ({ value }) => value,
    }),
    inWords: t.string({
      description: 'The place in words.',
      args: languageArgs,
      resolve: ({ value }, { language }, context) => placeText(value, language ?? context.language),
    }),
  }),
});

const ScheduleType = builder.objectRef<PlanSchedule & { readonly year: number }>('Schedule').implement({
  description: 'The rhythm of a plan: when the product asks, reminds and reports by itself.',
  fields: (t) => ({
    rules: t.field({
      type: [ScheduleRuleType],
      description: 'The plan’s rules, then those that structures have set in their place.',
      resolve: ({ rules, year }) => rules.map((rule) => ({ ...rule, year })),
    }),
    cadences: t.expose('cadences', {
      type: [ScheduleCadenceType],
      description: 'The plan’s, then those of structures that have set their own.',
    }),
    places: t.expose('places', {
      type: [SchedulePlaceType],
      description: 'The plan’s, then those of structures that have set their own.',
    }),
  }),
});

const SlotRunConnectionType = createConnection(SlotRunType, 'SlotRun', 'settled slots, the latest first');

builder.objectField(PlanType, 'schedule', (t) =>
  t.field({
    type: ScheduleType,
    description: 'When the product asks, reminds and reports by itself, as it is set now.',
    resolve: async ({ year }, _args, { services, language }) => ({
      ...accept(await readPlanSchedule(services, year), language),
      year,
    }),
  }),
);

const slotRunArgs = builder.args((t) => ({
  kind: t.field({ type: SlotKindType, required: false, description: 'Only those of this kind.' }),
  structure: t.string({
    required: false,
    description: 'Only those of the structure with this code, name or alias.',
  }),
  ...pageArgs,
}));

type SlotRunArgs = {
  readonly kind?: SlotKind | null | undefined;
  readonly structure?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
};

async function slotRunConnection(
  year: number | null,
  { kind, structure, first, after }: SlotRunArgs,
  { services, language }: GraphqlContext,
) {
  const limit = parseFirst(first);
  const before = parseCursor('slotRuns', after, readPosition);
  const query = { year, kind: kind ?? null, structure: structure ?? null, before, limit };
  const found = accept(await listSlotRuns(services, query), language);
  const page = {
    rows: found.runs.map((run) => ({ row: { ...run, year: found.year }, place: run.id })),
    more: found.next !== null,
    reached: found.next,
  };
  return connectionOf(page, (id) => printCursor('slotRuns', [id]), before !== null);
}

const SLOT_RUNS =
  'What became of the slots of the schedule, the latest first, whatever day is asked for. Errors: UNKNOWN_STRUCTURE, PAGE_SIZE_INVALID, CURSOR_INVALID';

builder.queryField('slotRuns', (t) =>
  t.field({
    type: SlotRunConnectionType,
    nullable: true,
    description: `${SLOT_RUNS}, NO_PLAN.`,
    args: {
      year: t.arg.int({
        required: false,
        description: 'The plan’s year; without it, the latest plan whose year has begun.',
      }),
      ...slotRunArgs,
    },
    resolve: (_root, { year, ...args }, context) => slotRunConnection(year ?? null, args, context),
  }),
);

builder.objectField(PlanType, 'slotRuns', (t) =>
  t.field({
    type: SlotRunConnectionType,
    nullable: true,
    description: `${SLOT_RUNS}.`,
    args: slotRunArgs,
    resolve: ({ year }, args, context) => slotRunConnection(year, args, context),
  }),
);
