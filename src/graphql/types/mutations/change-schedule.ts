import { parseIsoDate } from '../../../domain/dates.ts';
import { findPlace } from '../../../domain/places.ts';
import {
  accepted,
  type Refusal,
  type Result,
  refused,
  type ScheduleExpectation,
} from '../../../domain/refusal.ts';
import {
  RECURRENCE_OF,
  type Recurrence,
  type ScheduleEntryName,
  SLOT_KINDS,
  type Weekday,
} from '../../../domain/schedule/schedule.ts';
import { entryText } from '../../../messages/schedule-text.ts';
import { type ChangedSchedule, changeSchedule } from '../../../services/schedule/change-schedule.ts';
import type { RuleWish, ScheduleWish } from '../../../services/schedule/schedule-wish.ts';
import { builder } from '../../builder.ts';
import { mutateOnce } from '../../mutate-once.ts';
import { SlotKindType } from '../schedule.ts';
import { keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const [CHECK_IN, REMINDER, ESCALATION, STRUCTURE_SUMMARY, ...PLAN_SLOTS] = SLOT_KINDS;
const [PLAN_SUMMARY, MONTHLY_DIGEST, QUARTERLY_DIGEST, INTERIM_REVIEW] = PLAN_SLOTS;

const ScheduleEntryNameType = builder.enumType('ScheduleEntryName', {
  description: 'What a schedule sets.',
  values: {
    [CHECK_IN]: { description: 'When people are asked.' },
    [REMINDER]: { description: 'When who has not answered is asked again.' },
    [ESCALATION]: { description: 'When heads are told who has not answered.' },
    [STRUCTURE_SUMMARY]: { description: 'When each structure gets its summary.' },
    [PLAN_SUMMARY]: { description: 'When the managers get the plan’s.' },
    [MONTHLY_DIGEST]: { description: 'When they get the month’s.' },
    [QUARTERLY_DIGEST]: { description: 'When they get the quarter’s.' },
    [INTERIM_REVIEW]: { description: 'When an interim review is frozen.' },
    CADENCE: { description: 'How often an item is asked about.' },
    PLACE: { description: 'The town whose patron’s day is a holiday.' },
  } as const satisfies Record<ScheduleEntryName, { description: string }>,
});

const RuleInputType = builder.inputType('ScheduleRuleInput', {
  description:
    'When something comes. Of what is left out, what holds stays: a weekly rule takes `weekday`, a monthly or quarterly one `dayOfMonth`, a yearly one `days`.',
  fields: (t) => ({
    kind: t.field({ type: SlotKindType, required: true, description: 'What comes.' }),
    weekday: t.int({ description: '1 is Monday, 5 Friday.' }),
    dayOfMonth: t.int({ description: '1–28.' }),
    days: t.stringList({ description: 'Month and day, as `06-30`.' }),
    time: t.string({ description: '`HH:MM` in Europe/Rome.' }),
  }),
});

const CadenceInputType = builder.inputType('ScheduleCadenceInput', {
  description: 'How often an item is asked about. Of what is left out, what holds stays.',
  fields: (t) => ({
    nearDays: t.int({ description: 'Days before its planned end from which every check-in asks, 0–180.' }),
    everyWeeks: t.int({ description: 'Else weeks from one check-in about everything to the next, 1–13.' }),
  }),
});

const PlaceInputType = builder.inputType('SchedulePlaceInput', {
  description: 'The town whose patron’s day is a holiday.',
  fields: (t) => ({
    town: t.string({ description: 'As `Pisa`; without it, national holidays alone count.' }),
  }),
});

const ChangeInputType = builder.inputType('ScheduleChangeInput', {
  description: 'What is set: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    rule: t.field({ type: RuleInputType, description: 'When something comes.' }),
    off: t.field({ type: SlotKindType, description: 'Switched off.' }),
    on: t.field({ type: SlotKindType, description: 'Switched on again.' }),
    cadence: t.field({ type: CadenceInputType, description: 'How often an item is asked about.' }),
    place: t.field({ type: PlaceInputType, description: 'The town.' }),
    standard: t.field({
      type: ScheduleEntryNameType,
      description: 'Of a structure, the plan’s again; of the plan, what it started with.',
    }),
  }),
});

const ChangeScheduleInputType = builder.inputType('ChangeScheduleInput', {
  description: 'One thing of the schedule of a plan, or of one structure.',
  fields: (t) => ({
    year: t.int({ description: 'The plan’s year; without it, the latest plan whose year has begun.' }),
    structure: t.string({ description: 'Code, name or alias; without it, the plan’s own.' }),
    change: t.field({ type: ChangeInputType, required: true, description: 'What is set.' }),
    idempotencyKey: keyField(t),
  }),
});

type ScheduleSuccess = Pick<ChangedSchedule, 'structure' | 'outcome' | 'before' | 'after' | 'next'> & {
  readonly duplicate: boolean;
};

const ScheduleSuccessType = builder.objectRef<ScheduleSuccess>('ChangeScheduleSuccess').implement({
  description: 'What holds from now on; what lies before is not owed.',
  fields: (t) => ({
    entry: t.field({
      type: ScheduleEntryNameType,
      description: 'What was set.',
      resolve: ({ after }) => after.entry.name,
    }),
    structure: t.string({
      nullable: true,
      description: 'Code of the structure; null of the plan’s own.',
      resolve: ({ structure }) => structure?.code ?? null,
    }),
    changed: t.boolean({
      description: 'Whether it was otherwise before.',
      resolve: ({ outcome }) => outcome === 'CHANGED',
    }),
    before: t.string({
      description: 'What held before, in words, in the configured language.',
      resolve: ({ before }, _args, { language }) => entryText(before.entry, language),
    }),
    after: t.string({
      description: 'What holds now, in words, in the configured language.',
      resolve: ({ after }, _args, { language }) => entryText(after.entry, language),
    }),
    followsPlan: t.boolean({
      description: 'Whether that is the plan’s own: the structure has set none.',
      resolve: ({ after }) => after.ofPlan,
    }),
    nextAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The instant at which it comes next; null where it does not, or is no rule.',
      resolve: ({ next }) => next?.at ?? null,
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

type Change = typeof ChangeInputType.$inferInput;
type Rule = typeof RuleInputType.$inferInput;
type Cadence = typeof CadenceInputType.$inferInput;

/** A wish, or the field of the change that is wrong. */
type Read<Wish> = Result<Wish> & { readonly field?: string };

const unclear = (field: string, given: unknown, expects: ScheduleExpectation) => ({
  ...refused({ code: 'SCHEDULE_UNCLEAR', given: given === null ? '' : String(given), expects }),
  field,
});

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** A year without a 29 February: what is set holds every year. */
const COMMON_YEAR = 2021;
const isMonthDay = (text: string) =>
  /^\d{2}-\d{2}$/.test(text) && parseIsoDate(`${COMMON_YEAR}-${text}`) !== undefined;

function readRule(rule: Rule): Read<RuleWish> {
  const every = RECURRENCE_OF[rule.kind];
  const { weekday = null, dayOfMonth = null, days = null, time = null } = rule;
  if (time !== null && !TIME.test(time)) return unclear('rule.time', time, 'TIME');
  const fitting = { WEEK: 'weekday', MONTH: 'dayOfMonth', QUARTER: 'dayOfMonth', YEAR: 'days' }[every];
  const given = Object.entries({ weekday, dayOfMonth, days }).filter(([, value]) => value !== null);
  const foreign = given.find(([name]) => name !== fitting);
  if (foreign) return unclear(`rule.${foreign[0]}`, foreign[1], every);
  if (given.length === 0 && time === null) return unclear('rule', null, every);
  const recurrence = recurrenceOf(every, { weekday, dayOfMonth, days });
  if (recurrence === undefined) return unclear(`rule.${fitting}`, given[0]?.[1] ?? null, every);
  return accepted({ kind: 'RULE', recurrence, time });
}

/** Null where it stays; undefined for what is none. */
function recurrenceOf(
  every: Recurrence['every'],
  given: {
    readonly weekday: number | null;
    readonly dayOfMonth: number | null;
    readonly days: readonly string[] | null;
  },
): Recurrence | null | undefined {
  const { weekday, dayOfMonth, days } = given;
  switch (every) {
    case 'WEEK':
      if (weekday === null) return null;
      return isWeekday(weekday) ? { every, weekday } : undefined;
    case 'MONTH':
    case 'QUARTER':
      if (dayOfMonth === null) return null;
      return dayOfMonth >= 1 && dayOfMonth <= 28 ? { every, dayOfMonth } : undefined;
    case 'YEAR':
      if (days === null) return null;
      return days.length > 0 && days.every(isMonthDay)
        ? { every, days: [...new Set(days)].sort() }
        : undefined;
  }
}

const isWeekday = (day: number): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 5;

const LONGEST_NEAR_DAYS = 180;
const LONGEST_PAUSE_WEEKS = 13;

function readCadence({ nearDays = null, everyWeeks = null }: Cadence): Read<ScheduleWish> {
  if (nearDays === null && everyWeeks === null) return unclear('cadence', null, 'CADENCE');
  if (nearDays !== null && (nearDays < 0 || nearDays > LONGEST_NEAR_DAYS)) {
    return unclear('cadence.nearDays', nearDays, 'CADENCE');
  }
  if (everyWeeks !== null && (everyWeeks < 1 || everyWeeks > LONGEST_PAUSE_WEEKS)) {
    return unclear('cadence.everyWeeks', everyWeeks, 'CADENCE');
  }
  return accepted({ name: 'CADENCE', wish: { kind: 'CADENCE', nearDays, everyWeeks } });
}

function readChange({ rule, off, on, cadence, place, standard }: Change): Read<ScheduleWish> {
  if (rule) {
    const wish = readRule(rule);
    return wish.ok ? accepted({ name: rule.kind, wish: wish.value }) : wish;
  }
  if (off) return accepted({ name: off, wish: { kind: 'OFF' } });
  if (on) return accepted({ name: on, wish: { kind: 'ON' } });
  if (standard) return accepted({ name: standard, wish: { kind: 'DEFAULT' } });
  if (cadence) return readCadence(cadence);
  const town = place?.town ?? null;
  const found = town === null ? null : findPlace(town);
  if (found === undefined) return unclear('place.town', town, 'PLACE');
  return accepted({ name: 'PLACE', wish: { kind: 'PLACE', place: found } });
}

function fieldOf({ code }: Refusal): string | null {
  switch (code) {
    case 'NO_PLAN':
      return 'year';
    case 'UNKNOWN_STRUCTURE':
    case 'NOT_OF_STRUCTURE':
    case 'NOT_YOUR_SCHEDULE':
      return 'structure';
    default:
      return null;
  }
}

builder.mutationField('changeSchedule', (t) =>
  t.field({
    type: resultType(
      'ChangeScheduleResult',
      ScheduleSuccessType,
      'What holds from now on, or why nothing was changed.',
    ),
    description:
      'Sets one thing of the schedule: the planning office everything, a head what is of the structures they head.',
    args: {
      input: t.arg({ type: ChangeScheduleInputType, required: true, description: 'What is set.' }),
    },
    resolve: (_root, { input }, context) => {
      const wanted = readChange(input.change);
      const at = !wanted.ok && wanted.field !== undefined ? `change.${wanted.field}` : null;
      return mutateOnce(context, {
        name: 'changeSchedule',
        input,
        fieldOf: (refusal) => (refusal.code === 'SCHEDULE_UNCLEAR' ? at : fieldOf(refusal)),
        act: async (services, inbox) => {
          if (!wanted.ok) return wanted;
          const { year = null, structure = null } = input;
          const asked = { year, structure, wanted: wanted.value };
          const changed = await changeSchedule(services, context.actor, asked, inbox);
          return changed.ok ? accepted({ ...changed.value }) : changed;
        },
      });
    },
  }),
);
