import { findStructureByName } from '../../services/views/find-figures.ts';
import { type StructureView, structureView } from '../../services/views/structure-view.ts';
import { askedFigures, figuresArgs } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import { figuresId } from '../node-id.ts';
import { accept } from '../refusal-error.ts';
import { GoalType } from './goal.ts';
import { FIGURES_ID, NodeType } from './node.ts';
import { PhaseType } from './phase.ts';
import { ProgressType } from './progress.ts';

export const StructureType = builder.objectRef<StructureView>('Structure').implement({
  description:
    'A structure with its figures. A phase shared by several counts in full for each: structures do not add up to the plan (domain rule 5).',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: FIGURES_ID,
      resolve: ({ asked, code }) => figuresId('Structure', asked, code),
    }),
    year: t.exposeInt('year', { description: 'Of the plan in which it has these figures.' }),
    code: t.exposeString('code', { description: 'As `OSRU`.' }),
    name: t.exposeString('name', { description: 'Name, in Italian.' }),
    aliases: t.exposeStringList('aliases', { description: 'Other ways in which it is written.' }),
    progress: t.expose('progress', {
      type: ProgressType,
      description: 'Over its phases, each with weight goal × phase, and the goals it answers for as a whole.',
    }),
    phases: t.expose('phases', { type: [PhaseType], description: 'The phases it answers for.' }),
    goalsWithoutPhases: t.expose('goalsWithoutPhases', {
      type: [GoalType],
      description:
        'The goals without known phases that it answers for as a whole: those measured by figures, and those whose schedule is not known. Of any other goal it has `phases`.',
    }),
  }),
});

builder.queryField('structure', (t) =>
  t.field({
    type: StructureType,
    nullable: true,
    description: 'A structure by its code, name or alias. Errors: UNKNOWN_STRUCTURE, NO_BASELINE, NO_PLAN.',
    args: {
      code: t.arg.string({ required: true, description: 'As `OSRU`, whatever the case.' }),
      ...figuresArgs,
    },
    resolve: async (_root, args, context) => {
      const figures = await askedFigures(args, context);
      return structureView(figures, accept(findStructureByName(figures, args.code), context.language));
    },
  }),
);
