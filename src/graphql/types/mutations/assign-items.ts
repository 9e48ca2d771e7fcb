import type { Answerer } from '../../../domain/answerers.ts';
import { canonicalCode } from '../../../domain/codes.ts';
import { accepted, type Refusal, type Result, refused } from '../../../domain/refusal.ts';
import { type AnsweredItem, type AssignedItems, assignItem } from '../../../services/assign-item.ts';
import type { Context } from '../../../services/context.ts';
import { findColleague } from '../../../services/find-colleague.ts';
import { arranges } from '../../../services/find-person-acted-for.ts';
import { builder } from '../../builder.ts';
import { mutateOnce } from '../../mutate-once.ts';
import { keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const AssignItemsInputType = builder.inputType('AssignItemsInput', {
  description: 'Who answers for items in the name of their structures: all of it is done, or nothing.',
  fields: (t) => ({
    items: t.stringList({
      required: true,
      description: 'Codes of phases or goals; a goal by schedule stands for its phases.',
    }),
    add: t.stringList({ description: 'E-mail addresses or keys of those who answer from now on.' }),
    remove: t.stringList({ description: 'Of those who do no longer.' }),
    idempotencyKey: keyField(t),
  }),
});

export const AnswersBecauseType = builder.enumType('AnswersBecause', {
  description: 'Why somebody answers for an item.',
  values: {
    ASSIGNED: { description: 'It was assigned to them.' },
    STRUCTURE: { description: 'They work in the structure, and nobody was assigned.' },
    HEAD: { description: 'They head the structure, and nobody else works there.' },
    DELEGATED: { description: 'It was left to them for a period.' },
  } as const satisfies Record<Answerer['because'], { description: string }>,
});

const AnswererType = builder.objectRef<Answerer>('Answerer').implement({
  description: 'Somebody who answers for an item today; told to whoever may assign it.',
  fields: (t) => ({
    name: t.string({ description: 'As in the directory.', resolve: ({ person }) => person.name }),
    because: t.expose('because', { type: AnswersBecauseType, description: 'Why they do.' }),
  }),
});

const AnsweredItemType = builder.objectRef<AnsweredItem>('AnsweredItem').implement({
  description: 'An item, and who answers for it.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As `1.1.3`; of a goal measured by figures, as `3.1`.' }),
    title: t.exposeString('title', { description: 'What it is.' }),
    structures: t.stringList({
      description: 'Codes of the structures that answer for it in the plan.',
      resolve: ({ structures }) => [...structures],
    }),
    answerers: t.expose('answerers', { type: [AnswererType], description: 'Who does so today.' }),
  }),
});

type AssignItemsSuccess = Pick<AssignedItems, 'items' | 'changed'> & { readonly duplicate: boolean };

const AssignItemsSuccessType = builder.objectRef<AssignItemsSuccess>('AssignItemsSuccess').implement({
  description: 'Who answers for the items from now on.',
  fields: (t) => ({
    items: t.expose('items', { type: [AnsweredItemType], description: 'Each once.' }),
    changed: t.exposeInt('changed', {
      description: 'How many assignments were made or taken back; 0 where all stood so before.',
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

type Named = { readonly path: string; readonly given: string; readonly name: string };

builder.mutationField('assignItems', (t) =>
  t.field({
    type: resultType(
      'AssignItemsResult',
      AssignItemsSuccessType,
      'Who answers for the items from now on, or why it was refused.',
    ),
    description: 'Assigns items to people of their structures, or takes them back.',
    args: {
      input: t.arg({ type: AssignItemsInputType, required: true, description: 'What to whom.' }),
    },
    resolve: (_root, { input }, context) => {
      const { actor } = context;
      /** Those named, by what they were found to be: a refusal tells of a name in the directory. */
      const named: Named[] = [];
      const keysOf = async (
        services: Context,
        list: 'add' | 'remove',
      ): Promise<Result<readonly string[]>> => {
        const keys: string[] = [];
        for (const [index, given] of (input[list] ?? []).entries()) {
          const found = await findColleague(services, given);
          named.push({ path: `${list}.${index}`, given, name: found.ok ? found.value.name : given });
          if (!found.ok) return found;
          keys.push(found.value.key);
        }
        return accepted(keys);
      };
      return mutateOnce(context, {
        name: 'assignItems',
        input,
        fieldOf: (refusal) => itemPath(refusal, input.items) ?? namedPath(refusal, named),
        act: async (services, inbox) => {
          // Before anybody is looked for in the directory.
          if (!arranges(actor)) {
            return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ARRANGE_OWN_STRUCTURES' });
          }
          const add = await keysOf(services, 'add');
          if (!add.ok) return add;
          const remove = await keysOf(services, 'remove');
          if (!remove.ok) return remove;
          const wish = { codes: input.items, add: add.value, remove: remove.value };
          const assigned = await assignItem(services, actor, wish, inbox);
          if (!assigned.ok) return assigned;
          return accepted({ items: assigned.value.items, changed: assigned.value.changed });
        },
      });
    },
  }),
);

/** Path of the code of a list that a refusal is about. */
export function itemPath(refusal: Refusal, items: readonly string[]): string | null {
  const code = codeOf(refusal);
  if (code === null) return null;
  const index = items.findIndex((item) => item === code || canonicalCode(item) === canonicalCode(code));
  return index < 0 ? 'items' : `items.${index}`;
}

function codeOf(refusal: Refusal): string | null {
  switch (refusal.code) {
    case 'UNKNOWN_CODE':
      return refusal.given;
    case 'NOT_A_PHASE':
      return refusal.goal;
    case 'NOT_IN_BASELINE':
    case 'NOT_YOURS':
    case 'NOT_DELEGATED':
      return refusal.item;
    default:
      return null;
  }
}

function namedPath(refusal: Refusal, named: readonly Named[]): string | null {
  const path = (who: string, among = named) =>
    among.find(({ given, name }) => given.trim() === who || name === who)?.path ?? null;
  switch (refusal.code) {
    case 'UNKNOWN_COLLEAGUE':
      return path(refusal.given);
    case 'NOT_ASSIGNED':
      return path(refusal.person, [...named].reverse());
    case 'CANNOT_TAKE_OVER':
    case 'NOT_IN_STRUCTURE':
    case 'NOT_YOUR_PEOPLE':
      return path(refusal.person);
    default:
      return null;
  }
}
