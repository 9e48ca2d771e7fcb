import type { IsoDate } from '../../../domain/dates.ts';
import { accepted, type Refusal, refused } from '../../../domain/refusal.ts';
import { endDelegations } from '../../../services/delegate-item.ts';
import { delegateItems } from '../../../services/delegate-items.ts';
import { findColleague } from '../../../services/find-colleague.ts';
import { findPersonActedFor } from '../../../services/find-person-acted-for.ts';
import { builder } from '../../builder.ts';
import { fieldByCode, mutateOnce } from '../../mutate-once.ts';
import { RefusalCodeType, type RefusedView, refusedView } from '../refused-result.ts';
import { itemPath } from './assign-items.ts';
import { type InputFields, keyField, onBehalfOfField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const DelegatedChoiceInputType = builder.inputType('DelegatedChoiceInput', {
  description: 'What is left to somebody: exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    items: t.stringList({ description: 'Codes of phases, or of goals measured by figures.' }),
    everything: t.boolean({
      description:
        'True: all that the person answers for and is not complete, or all that they left to somebody.',
    }),
  }),
});

const choiceField = (t: InputFields) =>
  t.field({ type: DelegatedChoiceInputType, required: true, description: 'Which items.' });

const DelegateItemsInputType = builder.inputType('DelegateItemsInput', {
  description: 'Items that are left to a colleague for a period.',
  fields: (t) => ({
    of: choiceField(t),
    onBehalfOf: onBehalfOfField(t),
    to: t.string({ required: true, description: 'E-mail address or key of whoever takes them.' }),
    startsOn: t.field({ type: 'Date', required: true, description: 'The first day, from today on.' }),
    endsOn: t.field({ type: 'Date', required: true, description: 'The last day, within 366 days.' }),
    idempotencyKey: keyField(t),
  }),
});

const EndDelegationsInputType = builder.inputType('EndDelegationsInput', {
  description: 'Delegations that end before their time: all of them, or none.',
  fields: (t) => ({
    of: choiceField(t),
    onBehalfOf: onBehalfOfField(t),
    idempotencyKey: keyField(t),
  }),
});

type DelegatedItem = { readonly item: string; readonly startsOn: IsoDate; readonly endsOn: IsoDate };

const DelegatedItemType = builder.objectRef<DelegatedItem>('DelegatedItem').implement({
  description: 'An item that is left to somebody for a period.',
  fields: (t) => ({
    item: t.exposeString('item', { description: 'Its code.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day, included.' }),
  }),
});

type NotDelegated = RefusedView & { readonly item: string };

const NotDelegatedType = builder.objectRef<NotDelegated>('NotDelegatedItem').implement({
  description: 'An item that could not be left, and why; it keeps nobody from leaving the rest.',
  fields: (t) => ({
    item: t.exposeString('item', { description: 'Its code, as it was given.' }),
    code: t.expose('code', { type: RefusalCodeType, description: 'For programs.' }),
    message: t.exposeString('message', { description: 'For people, in the configured language.' }),
    messageIt: t.exposeString('messageIt', { description: 'For people, in Italian.' }),
    messageEn: t.exposeString('messageEn', { description: 'For people, in English.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The field of the input at fault, as a path from it; null where it is no single one.',
    }),
  }),
});

type DelegateItemsSuccess = {
  readonly delegated: readonly DelegatedItem[];
  readonly notDelegated: readonly NotDelegated[];
  readonly duplicate: boolean;
};

const DelegateItemsSuccessType = builder.objectRef<DelegateItemsSuccess>('DelegateItemsSuccess').implement({
  description: 'What is left to the colleague from now on; they are told of it.',
  fields: (t) => ({
    delegated: t.expose('delegated', { type: [DelegatedItemType], description: 'What was left.' }),
    notDelegated: t.expose('notDelegated', {
      type: [NotDelegatedType],
      description:
        'What could not be left. Where that is all, the mutation is refused with the first reason.',
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

type EndDelegationsSuccess = { readonly ended: readonly DelegatedItem[]; readonly duplicate: boolean };

const EndDelegationsSuccessType = builder
  .objectRef<EndDelegationsSuccess>('EndDelegationsSuccess')
  .implement({
    description: 'The delegations have ended.',
    fields: (t) => ({
      ended: t.expose('ended', {
        type: [DelegatedItemType],
        description: 'Those that ended now; none in the answer to a repetition.',
      }),
      duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
    }),
  });

const ofPeriodOrPeople = fieldByCode({
  PERSON_EXPECTED: 'onBehalfOf',
  ROLE_MAY_NOT: 'onBehalfOf',
  NOT_YOUR_PEOPLE: 'onBehalfOf',
  NOT_ASSIGNED: 'of.items',
  NOT_IN_STRUCTURE: 'of.items',
  CANNOT_TAKE_OVER: 'to',
  DATE_IN_PAST: 'startsOn',
  PERIOD_INVALID: 'endsOn',
  DATE_TOO_FAR: 'endsOn',
});

type Choice = typeof DelegatedChoiceInputType.$inferInput;

function fieldAtFault(refusal: Refusal, of: Choice, onBehalfOf: string | null | undefined): string | null {
  if (refusal.code === 'UNKNOWN_COLLEAGUE') return refusal.given === onBehalfOf?.trim() ? 'onBehalfOf' : 'to';
  const item = itemPath(refusal, of.items ?? []);
  return item === null ? ofPeriodOrPeople(refusal) : `of.${item}`;
}

/** `everything: false` chooses nothing. */
const chosen = ({ items, everything }: Choice): 'ALL' | readonly string[] =>
  everything === true ? 'ALL' : (items ?? []);

builder.mutationField('delegateItems', (t) =>
  t.field({
    type: resultType(
      'DelegateItemsResult',
      DelegateItemsSuccessType,
      'What was left to the colleague, or why nothing was.',
    ),
    description:
      'Leaves items to a colleague for a period: one’s own, or those of somebody for whom one arranges.',
    args: {
      input: t.arg({ type: DelegateItemsInputType, required: true, description: 'What to whom, and when.' }),
    },
    resolve: (_root, { input }, context) => {
      const { of, onBehalfOf, startsOn, endsOn } = input;
      const { actor, language } = context;
      const fieldOf = (refusal: Refusal) => fieldAtFault(refusal, of, onBehalfOf);
      return mutateOnce(context, {
        name: 'delegateItems',
        input,
        fieldOf,
        act: async (services, inbox) => {
          const from = await findPersonActedFor(services, actor, onBehalfOf ?? null);
          if (!from.ok) return from;
          const to = await findColleague(services, input.to);
          if (!to.ok) return to;
          const wish = { items: chosen(of), from: from.value.key, to: to.value.key, startsOn, endsOn };
          const done = await delegateItems(services, actor, wish, inbox);
          if (!done.ok) return done;
          const { items, notDelegated } = done.value;
          const [first] = notDelegated;
          if (first && items.length === 0) return refused(first.refusal);
          return accepted({
            delegated: items.map((item) => ({ item, startsOn, endsOn })),
            notDelegated: notDelegated.map(({ item, refusal }) => ({
              ...refusedView(refusal, fieldOf(refusal), language),
              item,
            })),
          });
        },
      });
    },
  }),
);

builder.mutationField('endDelegations', (t) =>
  t.field({
    type: resultType(
      'EndDelegationsResult',
      EndDelegationsSuccessType,
      'The delegations that ended, or why none did.',
    ),
    description:
      'Ends delegations before their time: of an item those that the person left, else those that they took, else whoever’s they are.',
    args: {
      input: t.arg({ type: EndDelegationsInputType, required: true, description: 'Which.' }),
    },
    resolve: (_root, { input }, context) => {
      const { of, onBehalfOf } = input;
      const { actor } = context;
      return mutateOnce(context, {
        name: 'endDelegations',
        input,
        fieldOf: (refusal) =>
          refusal.code === 'UNKNOWN_COLLEAGUE' ? 'onBehalfOf' : fieldAtFault(refusal, of, onBehalfOf),
        act: async (services, inbox) => {
          const person = await findPersonActedFor(services, actor, onBehalfOf ?? null);
          if (!person.ok) return person;
          const wish = { person: person.value, items: chosen(of) };
          const done = await endDelegations(services, actor, wish, inbox);
          if (!done.ok) return done;
          const ended = done.value.map(({ item, startsOn, endsOn }) => ({ item, startsOn, endsOn }));
          return accepted({ ended });
        },
      });
    },
  }),
);
