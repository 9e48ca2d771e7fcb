/** Who has not answered, and what is nobody's. */
import type { Silence } from '../../domain/missing.ts';
import { listOrphans, type OrphanView } from '../../services/list-orphans.ts';
import {
  type MissingAnswerView,
  readUnanswered,
  type UnansweredInStructure,
  type UnansweredView,
} from '../../services/read-unanswered.ts';
import { builder } from '../builder.ts';
import { FIELD_COSTS } from '../limits/field-cost.ts';
import { accept } from '../refusal-error.ts';
import { ITEMS_OF_LIST, PlanItemType } from './plan-item.ts';
import { StructureReferenceType } from './reference.ts';

const SilenceType = builder.enumType('Silence', {
  description: 'Why there is no answer yet, from what asks for an act to what asks for patience.',
  values: {
    NOT_ANSWERED: { description: 'The check-in closed without an answer.' },
    SKIPPED: { description: 'It was left out, with a reason.' },
    REMINDED: { description: 'The reminder was sent.' },
    AWAY: { description: 'Whoever was asked is absent.' },
    SNOOZED: { description: 'Whoever was asked put it off.' },
    ASKED: { description: 'It was asked, and there is time.' },
    NOT_ASKED_YET: { description: 'The question waits for the hours of whoever is asked.' },
  } as const satisfies Record<Silence, { description: string }>,
});

const MissingAnswerType = builder.objectRef<MissingAnswerView>('MissingAnswer').implement({
  description: 'Somebody whose answer is waited for: told by name because somebody must act.',
  fields: (t) => ({
    recipient: t.exposeString('person', { description: 'Who was asked, as in the directory.' }),
    silence: t.expose('silence', { type: SilenceType, description: 'Why there is no answer yet.' }),
    askedOn: t.expose('askedOn', { type: 'Date', description: 'The day of the check-in.' }),
    closesOn: t.expose('closesOn', {
      type: 'Date',
      description: 'The last day on which it can be answered.',
    }),
    skippedBecause: t.exposeString('skippedBecause', {
      nullable: true,
      description: 'The reason for which it was left out, as written; null where it was not.',
    }),
    items: t.expose('items', {
      type: [PlanItemType],
      description: 'Of what it asks about, what nothing was said of since, in this structure.',
      complexity: { field: 1, multiplier: ITEMS_OF_LIST },
    }),
  }),
});

const MissingInStructureType = builder.objectRef<UnansweredInStructure>('MissingInStructure').implement({
  description:
    'What was not answered in a structure. An item shared by several stands under each in which somebody was asked.',
  fields: (t) => ({
    structure: t.expose('structure', { type: StructureReferenceType, description: 'Which.' }),
    people: t.exposeInt('people', { description: 'How many people have not answered.' }),
    items: t.expose('items', {
      type: [PlanItemType],
      description: 'What nothing was said of since it was asked about.',
      complexity: { field: 1, multiplier: ITEMS_OF_LIST },
    }),
    answers: t.expose('answers', {
      type: [MissingAnswerType],
      nullable: true,
      description:
        'Whose answers are waited for: for roles that may read who has not answered (READ_MISSING), and of a head for their own structures. Null for everybody else.',
    }),
  }),
});

const MissingType = builder.objectRef<UnansweredView>('Missing').implement({
  description: 'What was asked and not answered yet, today.',
  fields: (t) => ({
    everAsked: t.exposeBoolean('everAsked', {
      description: 'Whether anything was asked at all: if not, nothing can be missing.',
    }),
    structures: t.expose('structures', {
      type: [MissingInStructureType],
      description:
        'Those in which something is missing, in the order of the plan; of a key of some structures, those alone.',
    }),
  }),
});

const structureArg = {
  description: 'Code, name or alias of the only structure to look at; without it, all.',
};

builder.queryField('missing', (t) =>
  t.field({
    type: MissingType,
    nullable: true,
    description:
      'What was asked and not answered yet, by structure, in the current plan. Errors: UNKNOWN_STRUCTURE, NO_PLAN.',
    args: { structure: t.arg.string(structureArg) },
    complexity: 1 + FIELD_COSTS.figures,
    resolve: async (_root, { structure }, { services, actor, language }) =>
      accept(await readUnanswered(services, actor, structure ?? null), language),
  }),
);

const OrphanType = builder.objectRef<OrphanView>('Orphan').implement({
  description:
    'An open item that in one of its structures nobody but the head answers for, or nobody at all.',
  fields: (t) => ({
    item: t.expose('item', { type: PlanItemType, description: 'Which.' }),
    structure: t.expose('structure', { type: StructureReferenceType, description: 'In which structure.' }),
    hasHead: t.exposeBoolean('hasHead', {
      description: 'Whether a head is there, who then answers for it; if not, nobody does.',
    }),
    heads: t.exposeStringList('heads', {
      nullable: true,
      description:
        'Names of the heads: for roles that may read who has not answered (READ_MISSING), and of a head for their own structures. Null for everybody else.',
    }),
  }),
});

builder.queryField('orphans', (t) =>
  t.field({
    type: [OrphanType],
    nullable: true,
    description:
      'Open items of the current plan that nobody is there for, in its order; a head sees those of their own structures, a key of some structures those. Errors: UNKNOWN_STRUCTURE, NO_PLAN.',
    args: { structure: t.arg.string(structureArg) },
    complexity: { field: 1 + FIELD_COSTS.figures, multiplier: ITEMS_OF_LIST },
    resolve: async (_root, { structure }, { services, actor, language }) =>
      accept(await listOrphans(services, actor, structure ?? null), language),
  }),
);
