import { findArea } from '../../services/views/find-figures.ts';
import {
  type AreaView,
  areaView,
  type BaselineView,
  type PlanView,
  planView,
} from '../../services/views/plan-view.ts';
import { askedFigures, figuresArgs } from '../asked-figures.ts';
import { builder } from '../builder.ts';
import { figuresId, rowId } from '../node-id.ts';
import { accept } from '../refusal-error.ts';
import { ChangeType } from './change.ts';
import { GoalType } from './goal.ts';
import { FIGURES_ID, NodeType, ROW_ID } from './node.ts';
import { ProgressType } from './progress.ts';
import { StructureType } from './structure.ts';

const AgencyType = builder.objectRef<PlanView['agency']>('Agency').implement({
  description: 'The public agency whose plan it is.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As `ARTI`.' }),
    name: t.exposeString('name', { description: 'Full name, in Italian.' }),
  }),
});

export const BaselineType = builder.objectRef<BaselineView>('Baseline').implement({
  description: 'A state of the plan as an act adopted it: 0 as approved, then one for each re-modulation.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: ROW_ID,
      resolve: ({ year, number }) => rowId('Baseline', year, number),
    }),
    year: t.exposeInt('year', { description: 'The plan’s year.' }),
    number: t.exposeInt('number', { description: '0 is the plan as approved.' }),
    act: t.exposeString('act', { description: 'The act that adopted it.' }),
    adoptedOn: t.expose('adoptedOn', { type: 'Date', description: 'The day of the act.' }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      description: 'In force from this day, included (domain rule 9).',
    }),
    weightBps: t.expose('weightBps', { type: 'BasisPoints', description: 'Σ of its goals’ weights.' }),
    notes: t.exposeStringList('notes', { description: 'What is known of it from outside the source.' }),
  }),
});

export const AreaType = builder.objectRef<AreaView>('Area').implement({
  description: 'A strategic area (“ambito strategico”) with its figures.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: FIGURES_ID,
      resolve: ({ asked, code }) => figuresId('Area', asked, code),
    }),
    code: t.exposeString('code', { description: 'As `1`.' }),
    title: t.exposeString('title', { description: 'Title, in Italian.' }),
    weightBps: t.expose('weightBps', { type: 'BasisPoints', description: 'Σ of its goals’ weights.' }),
    progress: t.expose('progress', { type: ProgressType, description: 'Over its goals (domain rule 4).' }),
    goals: t.expose('goals', { type: [GoalType], description: 'Its goals in the shown baseline.' }),
  }),
});

export const PlanType = builder.objectRef<PlanView>('Plan').implement({
  description: 'The performance plan of one agency and year, as of a day and in one baseline.',
  interfaces: [NodeType],
  fields: (t) => ({
    id: t.id({
      description: FIGURES_ID,
      resolve: ({ asked }) => figuresId('Plan', asked, ''),
    }),
    year: t.exposeInt('year', { description: 'The plan’s year.' }),
    title: t.exposeString('title', { description: 'Title, in Italian.' }),
    agency: t.expose('agency', { type: AgencyType, description: 'Whose plan it is.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day of all figures below.' }),
    today: t.expose('today', { type: 'Date', description: 'The day it is, in Rome or as configured.' }),
    baseline: t.expose('baseline', { type: BaselineType, description: 'The baseline shown.' }),
    baselines: t.expose('baselines', { type: [BaselineType], description: 'All baselines, by number.' }),
    weightBps: t.expose('weightBps', {
      type: 'BasisPoints',
      description: 'Σ of the goals’ weights: less than 10 000 where the act lists only some of them.',
    }),
    progress: t.expose('progress', { type: ProgressType, description: 'Over its goals (domain rule 4).' }),
    areas: t.expose('areas', { type: [AreaType], description: 'Its strategic areas.' }),
    structures: t.expose('structures', { type: [StructureType], description: 'All structures of the plan.' }),
    changes: t.expose('changes', {
      type: [ChangeType],
      description: 'What the shown baseline did to the one before; empty for baseline 0.',
    }),
    notes: t.exposeStringList('notes', { description: 'What the transcriber knew or inferred.' }),
  }),
});

builder.queryField('plan', (t) =>
  t.field({
    type: PlanType,
    nullable: true,
    description: 'A plan with its figures. Errors: NO_PLAN, NO_BASELINE.',
    args: figuresArgs,
    resolve: async (_root, args, context) =>
      planView(await askedFigures(args, context), context.services.clock.today()),
  }),
);

builder.queryField('area', (t) =>
  t.field({
    type: AreaType,
    nullable: true,
    description: 'A strategic area by its code. Errors: UNKNOWN_CODE, NO_BASELINE, NO_PLAN.',
    args: { code: t.arg.string({ required: true, description: 'As `1`.' }), ...figuresArgs },
    resolve: async (_root, args, context) => {
      const figures = await askedFigures(args, context);
      return areaView(figures, accept(findArea(figures, args.code), context.language));
    },
  }),
);

builder.queryField('today', (t) =>
  t.field({
    type: 'Date',
    description: 'The day it is: in Rome, or the one that the product was told to believe.',
    resolve: (_root, _args, { services }) => services.clock.today(),
  }),
);
