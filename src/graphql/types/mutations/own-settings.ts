import { type PersonSettings, timeZoneOf } from '../../../domain/arrangement.ts';
import type { Person } from '../../../domain/directory.ts';
import { accepted, type Result } from '../../../domain/refusal.ts';
import { setAway, setHours, setHoursAndTimeZone, setTimeZone } from '../../../services/change-settings.ts';
import type { Context } from '../../../services/context.ts';
import { findPersonActedFor } from '../../../services/find-person-acted-for.ts';
import { readArrangementsOf } from '../../../services/read-own-arrangements.ts';
import { builder } from '../../builder.ts';
import type { RequestKey } from '../../client-key.ts';
import type { GraphqlContext } from '../../context.ts';
import { fieldByCode, mutateOnce } from '../../mutate-once.ts';
import { keyField, onBehalfOfField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const SetAbsenceInputType = builder.inputType('SetAbsenceInput', {
  description: 'Days on which somebody is absent: nobody asks them anything.',
  fields: (t) => ({
    onBehalfOf: onBehalfOfField(t),
    from: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    until: t.field({
      type: 'Date',
      required: true,
      description: 'The last day, included: from today on, within 366 days.',
    }),
    idempotencyKey: keyField(t),
  }),
});

const EndAbsenceInputType = builder.inputType('EndAbsenceInput', {
  description: 'An absence that ends, or is called off.',
  fields: (t) => ({ onBehalfOf: onBehalfOfField(t), idempotencyKey: keyField(t) }),
});

const HoursInputType = builder.inputType('HoursInput', {
  description: 'Hours of a day, in the person’s time zone.',
  fields: (t) => ({
    from: t.string({ required: true, description: '`HH:MM`, 24 hours.' }),
    to: t.string({ required: true, description: '`HH:MM`, later; `24:00` is the end of the day.' }),
  }),
});

const SetHoursInputType = builder.inputType('SetHoursInput', {
  description: 'When somebody may be written to first. What is left out stays as it is.',
  fields: (t) => ({
    onBehalfOf: onBehalfOfField(t),
    hours: t.field({ type: HoursInputType, description: 'Null leaves it to the notifications of Slack.' }),
    timeZone: t.string({ description: 'IANA name, as `Europe/Rome`; null is the one that Slack knows.' }),
    idempotencyKey: keyField(t),
  }),
});

type Hours = NonNullable<PersonSettings['hours']>;
export const HoursType = builder.objectRef<Hours>('Hours').implement({
  description: 'Hours of a day.',
  fields: (t) => ({
    from: t.exposeString('from', { description: '`HH:MM`, 24 hours.' }),
    to: t.exposeString('to', { description: '`HH:MM`, no longer part of them.' }),
  }),
});

type Absence = NonNullable<PersonSettings['away']>;
export const AbsenceType = builder.objectRef<Absence>('Absence').implement({
  description: 'Days of absence.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'The first.' }),
    until: t.expose('until', { type: 'Date', description: 'The last, included.' }),
  }),
});

type SettingsSuccess = { readonly settings: PersonSettings; readonly duplicate: boolean };

const SettingsSuccessType = builder.objectRef<SettingsSuccess>('SettingsSuccess').implement({
  description: 'What is set for somebody, as it is now.',
  fields: (t) => ({
    absence: t.field({
      type: AbsenceType,
      nullable: true,
      description: 'It may have been joined with one that it touches; null while none is set.',
      resolve: ({ settings }) => settings.away,
    }),
    hours: t.field({
      type: HoursType,
      nullable: true,
      description: 'Null leaves it to the notifications of Slack.',
      resolve: ({ settings }) => settings.hours,
    }),
    timeZone: t.string({
      description: 'In which the hours are read: the one that was chosen, or the one that Slack knows.',
      resolve: ({ settings }) => timeZoneOf(settings),
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

const SettingsResultType = resultType(
  'SettingsResult',
  SettingsSuccessType,
  'What is set from now on, or why it was refused.',
);

const fieldOf = fieldByCode({
  PERSON_EXPECTED: 'onBehalfOf',
  ROLE_MAY_NOT: 'onBehalfOf',
  UNKNOWN_COLLEAGUE: 'onBehalfOf',
  NOT_YOUR_PEOPLE: 'onBehalfOf',
  DATE_IN_PAST: 'until',
  DATE_TOO_FAR: 'until',
  PERIOD_INVALID: 'from',
  ABSENCE_STANDS: 'from',
  HOURS_INVALID: 'hours',
  TIME_ZONE_INVALID: 'timeZone',
});

type Input = { readonly idempotencyKey: string; readonly onBehalfOf?: string | null | undefined };

/** Sets something of whoever it is for. */
const setOwn = (
  context: GraphqlContext,
  name: string,
  input: Input,
  set: (services: Context, person: Person, inbox: RequestKey) => Promise<Result<PersonSettings>>,
) =>
  mutateOnce(context, {
    name,
    input,
    fieldOf,
    act: async (services, inbox) => {
      const person = await findPersonActedFor(services, context.actor, input.onBehalfOf ?? null);
      if (!person.ok) return person;
      const done = await set(services, person.value, inbox);
      return done.ok ? accepted({ settings: done.value }) : done;
    },
  });

builder.mutationField('setAbsence', (t) =>
  t.field({
    type: SettingsResultType,
    description:
      'Says when somebody is absent. One absence is kept: a period that touches it is joined with it.',
    args: { input: t.arg({ type: SetAbsenceInputType, required: true, description: 'Who, and when.' }) },
    resolve: (_root, { input }, context) =>
      setOwn(context, 'setAbsence', input, (services, { key }, inbox) => {
        const period = { from: input.from, until: input.until };
        return setAway(services, context.actor, key, period, inbox);
      }),
  }),
);

builder.mutationField('endAbsence', (t) =>
  t.field({
    type: SettingsResultType,
    description: 'Ends an absence, or calls off one that lies ahead.',
    args: { input: t.arg({ type: EndAbsenceInputType, required: true, description: 'Whose.' }) },
    resolve: (_root, { input }, context) =>
      setOwn(context, 'endAbsence', input, (services, { key }, inbox) =>
        setAway(services, context.actor, key, null, inbox),
      ),
  }),
);

builder.mutationField('setHours', (t) =>
  t.field({
    type: SettingsResultType,
    description: 'Sets between which hours somebody may be written to first, and in which time zone.',
    args: { input: t.arg({ type: SetHoursInputType, required: true, description: 'Whose, and which.' }) },
    resolve: (_root, { input }, context) =>
      setOwn(context, 'setHours', input, async (services, person, inbox) => {
        const { actor } = context;
        const { hours, timeZone } = input;
        if (hours !== undefined && timeZone !== undefined) {
          return setHoursAndTimeZone(services, actor, { hours, timeZone }, inbox, person.key);
        }
        if (hours !== undefined) return setHours(services, actor, hours, inbox, person.key);
        if (timeZone !== undefined) return setTimeZone(services, actor, timeZone, inbox, person.key);
        const read = await readArrangementsOf(services, actor, person);
        return read.ok ? accepted(read.value.settings) : read;
      }),
  }),
);
