import { type DayMoved, moveDay } from '../../../services/move-day.ts';
import { builder } from '../../builder.ts';
import { fieldByCode, mutateOnce } from '../../mutate-once.ts';
import { SlotKindType } from '../schedule.ts';
import { keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const MoveDayInputType = builder.inputType('MoveDayInput', {
  description: 'The day that the product believes it is, where that is simulated.',
  fields: (t) => ({
    day: t.field({ type: 'Date', required: true, description: 'Before or after the one that it is now.' }),
    idempotencyKey: keyField(t),
  }),
});

type MoveDaySuccess = DayMoved & { readonly duplicate: boolean };

const MoveDaySuccessType = builder.objectRef<MoveDaySuccess>('MoveDaySuccess').implement({
  description: 'The day was moved, and what has fallen due by then was done.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day it is now.' }),
    slotsRun: t.int({
      nullable: true,
      description: 'Slots of the schedule that were run; null where another process sees to it.',
      resolve: ({ schedule }) => schedule?.ran ?? null,
    }),
    slotsSkipped: t.int({
      nullable: true,
      description: 'Those that were put down as skipped; null where another process sees to it.',
      resolve: ({ schedule }) => schedule?.skipped ?? null,
    }),
    waiting: t.field({
      type: [SlotKindType],
      description: 'Kinds of which a late one waits for office hours.',
      resolve: ({ schedule }) => [...(schedule?.waiting ?? [])],
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

builder.mutationField('moveDay', (t) =>
  t.field({
    type: resultType('MoveDayResult', MoveDaySuccessType, 'The day it is now, or why it was not moved.'),
    description: 'Moves the simulated day, in local mode, and does what has fallen due by then.',
    args: { input: t.arg({ type: MoveDayInputType, required: true, description: 'Where to.' }) },
    resolve: (_root, { input }, context) =>
      mutateOnce<DayMoved>(context, {
        name: 'moveDay',
        input,
        fieldOf: fieldByCode({ DAY_NOT_MOVABLE: 'day' }),
        act: (services, inbox, repeated) => moveDay(services, context.actor, input.day, { inbox, repeated }),
      }),
  }),
);
