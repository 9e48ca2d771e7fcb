import type { ChangeView } from '../../services/views/change-view.ts';
import { builder } from '../builder.ts';
import { GoalReferenceType } from './reference.ts';

const ChangeKindType = builder.enumType('ChangeKind', {
  description: 'What a re-modulation does to a goal.',
  values: {
    INSERT: { description: 'The goal is new.' },
    MODIFY: { description: 'Its weight, target, wording or schedule changes.' },
    ELIMINATE: { description: 'It leaves the plan; its reports stay readable in the older baseline.' },
    MERGE: { description: 'It leaves the plan and its content goes into another goal.' },
  } as const,
});

export const ChangeType = builder.objectRef<ChangeView>('Change').implement({
  description:
    'What a baseline did to one goal of the one before. Source: annex B, “Motivazione della modifica”.',
  fields: (t) => ({
    goal: t.expose('goal', { type: GoalReferenceType, description: 'The goal; it may have left the plan.' }),
    kind: t.expose('kind', { type: ChangeKindType, description: 'What was done.' }),
    into: t.exposeString('into', {
      nullable: true,
      description: 'MERGE: code of the goal that it went into; null for the others.',
    }),
    motivation: t.exposeString('motivation', { description: 'The act’s motivation, in Italian.' }),
    notes: t.exposeStringList('notes', { description: 'What the transcriber inferred beyond the source.' }),
  }),
});
