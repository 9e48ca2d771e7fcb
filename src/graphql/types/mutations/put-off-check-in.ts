import type { CheckInProgress } from '../../../domain/check-in.ts';
import { accepted, type Result, refused } from '../../../domain/refusal.ts';
import { findCheckInActedOn } from '../../../services/find-check-in-acted-on.ts';
import { skipCheckIn } from '../../../services/skip-check-in.ts';
import { snoozeCheckIn } from '../../../services/snooze-check-in.ts';
import { builder } from '../../builder.ts';
import { mutateOnce } from '../../mutate-once.ts';
import { checkInField, checkInFieldAtFault, namedCheckIn } from './check-in-input.ts';
import { keyField, onBehalfOfField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const SnoozeUntilInputType = builder.inputType('SnoozeUntilInput', {
  description: 'Until when: exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    day: t.field({
      type: 'Date',
      description:
        'Until the start of this day, as the person asked has set it: after today, and not after the check-in closes.',
    }),
    hours: t.int({ description: 'So many hours from now, 1–168.' }),
  }),
});

const SnoozeCheckInInputType = builder.inputType('SnoozeCheckInInput', {
  description:
    'A check-in that is put off: it is brought to mind once more at the end, within the person’s hours.',
  fields: (t) => ({
    checkIn: checkInField(t),
    onBehalfOf: onBehalfOfField(t),
    until: t.field({ type: SnoozeUntilInputType, required: true, description: 'Until when.' }),
    idempotencyKey: keyField(t),
  }),
});

const SkipCheckInInputType = builder.inputType('SkipCheckInInput', {
  description:
    'A check-in that is left out this time: nothing more is sent for it, though it can be answered.',
  fields: (t) => ({
    checkIn: checkInField(t),
    onBehalfOf: onBehalfOfField(t),
    because: t.string({ required: true, description: 'Why, 1–2000 characters.' }),
    idempotencyKey: keyField(t),
  }),
});

type CheckInSuccess = Pick<CheckInProgress, 'owed' | 'skipped'> & { readonly duplicate: boolean };

const CheckInSuccessType = builder.objectRef<CheckInSuccess>('CheckInSuccess').implement({
  description: 'How the check-in goes on.',
  fields: (t) => ({
    nextAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The instant of the next message about it; null when none follows.',
      resolve: ({ owed }) => owed?.at ?? null,
    }),
    isSkipped: t.boolean({
      description: 'Whether it is left out this time.',
      resolve: ({ skipped }) => skipped !== null,
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

const CheckInResultType = resultType(
  'CheckInResult',
  CheckInSuccessType,
  'How the check-in goes on, or why it was refused.',
);

const shown = (result: Result<CheckInProgress>) =>
  result.ok ? accepted({ owed: result.value.owed, skipped: result.value.skipped }) : result;

const LONGEST_HOURS = 168;

builder.mutationField('snoozeCheckIn', (t) =>
  t.field({
    type: CheckInResultType,
    description: 'Puts a check-in off: of oneself, or of somebody for whom one arranges.',
    args: {
      input: t.arg({ type: SnoozeCheckInInputType, required: true, description: 'Which, and until when.' }),
    },
    resolve: (_root, { input }, context) =>
      mutateOnce(context, {
        name: 'snoozeCheckIn',
        input,
        fieldOf: (refusal) => {
          const until = input.until.day ? 'until.day' : 'until.hours';
          const { code } = refusal;
          const isOfTime =
            code === 'DATE_IN_PAST' || code === 'SNOOZE_AFTER_CLOSE' || code === 'PERIOD_INVALID';
          return isOfTime ? until : checkInFieldAtFault(refusal);
        },
        act: async (services, inbox) => {
          const { day, hours } = input.until;
          const isWrong = hours != null && (hours < 1 || hours > LONGEST_HOURS);
          if (isWrong) return refused({ code: 'PERIOD_INVALID', given: String(hours) });
          const found = await findCheckInActedOn(services, context.actor, namedCheckIn(input));
          if (!found.ok) return found;
          const { id, person } = found.value;
          const until = day
            ? ({ kind: 'DAY', day } as const)
            : ({ kind: 'HOURS', hours: hours ?? 1 } as const);
          return shown(await snoozeCheckIn(services, context.actor, id, until, inbox, person));
        },
      }),
  }),
);

builder.mutationField('skipCheckIn', (t) =>
  t.field({
    type: CheckInResultType,
    description: 'Leaves a check-in out this time: of oneself, or of somebody for whom one arranges.',
    args: {
      input: t.arg({ type: SkipCheckInInputType, required: true, description: 'Which, and why.' }),
    },
    resolve: (_root, { input }, context) =>
      mutateOnce(context, {
        name: 'skipCheckIn',
        input,
        fieldOf: (refusal) =>
          refusal.code === 'SKIP_REASON_MISSING' || refusal.code === 'TEXT_TOO_LONG'
            ? 'because'
            : checkInFieldAtFault(refusal),
        act: async (services, inbox) => {
          const found = await findCheckInActedOn(services, context.actor, namedCheckIn(input));
          if (!found.ok) return found;
          const { id, person } = found.value;
          return shown(await skipCheckIn(services, context.actor, id, input.because, inbox, person));
        },
      }),
  }),
);
