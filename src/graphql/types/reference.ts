import type {
  NeutralisationView,
  StructureReference,
  TitledReference,
} from '../../services/views/reference-view.ts';
import { builder } from '../builder.ts';

export const StructureReferenceType = builder.objectRef<StructureReference>('StructureReference').implement({
  description: 'A structure by its code and name; `structure(code)` has its figures.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the structure, as `OSRU`.' }),
    name: t.exposeString('name', { description: 'Name of the structure, in Italian.' }),
  }),
});

export const AreaReferenceType = builder.objectRef<TitledReference>('AreaReference').implement({
  description: 'A strategic area by its code and title.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the area, as `1`.' }),
    title: t.exposeString('title', { description: 'Title of the area, in Italian.' }),
  }),
});

export const GoalReferenceType = builder.objectRef<TitledReference>('GoalReference').implement({
  description: 'A goal by its code and title; it may have left the baseline.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the goal, as `1.4`.' }),
    title: t.exposeString('title', { description: 'Title of the goal, in Italian.' }),
  }),
});

export const NeutralisationType = builder.objectRef<NeutralisationView>('Neutralisation').implement({
  description: 'A decision that takes a goal or a phase out of the sums (domain rule 7).',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'The first day without it in the sums.' }),
    by: t.exposeString('by', { description: 'The act or body that decided it.' }),
    because: t.exposeString('because', { description: 'The reason given, in Italian.' }),
  }),
});
