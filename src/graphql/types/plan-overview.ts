import {
  listPlanOverviews,
  type OverviewFigureView,
  type PlanOverviewView,
} from '../../services/all-plans/list-plan-overviews.ts';
import { builder } from '../builder.ts';
import { NoFigureReasonType, ReadingsType } from './progress.ts';
import { StructureReferenceType } from './reference.ts';

const OverviewFigureType = builder.objectRef<OverviewFigureView>('OverviewFigure').implement({
  description: 'A figure beside those of other years; the same names and values as in `Progress`.',
  fields: (t) => ({
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: 'Weighted progress, 0–100, not rounded. Null where it cannot be computed.',
    }),
    reason: t.expose('reason', {
      type: NoFigureReasonType,
      nullable: true,
      description: 'Why `percent` is null; null when it is not.',
    }),
    coverage: t.exposeFloat('coverage', {
      nullable: true,
      description: 'Share of the weight about which something is known, 0–100 (domain rule 6).',
    }),
    planned: t.expose('planned', {
      type: ReadingsType,
      description: 'What the schedule says progress should be, 0–100 (domain rule 8).',
    }),
    variance: t.expose('variance', {
      type: ReadingsType,
      description: 'Progress − planned, in points of percent.',
    }),
  }),
});

const StructureOverviewType = builder
  .objectRef<PlanOverviewView['structures'][number]>('StructureOverview')
  .implement({
    description: 'A structure of a plan, beside those of other years.',
    fields: (t) => ({
      structure: t.expose('structure', { type: StructureReferenceType, description: 'The structure.' }),
      figure: t.expose('figure', {
        type: OverviewFigureType,
        description: 'Over what it answers for: structures do not add up to the plan (domain rule 5).',
      }),
    }),
  });

const PlanOverviewType = builder.objectRef<PlanOverviewView>('PlanOverview').implement({
  description: 'A plan beside those of other years; `plan(year)` has all of it.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The plan’s year.' }),
    title: t.exposeString('title', { description: 'Title, in Italian.' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day of the figures.' }),
    baseline: t.exposeInt('baseline', { description: 'Number of the baseline in force on that day.' }),
    figure: t.expose('figure', { type: OverviewFigureType, description: 'Over its goals (domain rule 4).' }),
    structures: t.expose('structures', {
      type: [StructureOverviewType],
      description: 'Each of its structures, in the plan’s order.',
    }),
  }),
});

/** All plans are summed, however few are shown. */
const COST = 50;

builder.queryField('plans', (t) =>
  t.field({
    type: [PlanOverviewType],
    description: 'The plans of the database as of one day, newest year first, at most 100: to compare years.',
    args: {
      asOf: t.arg({
        type: 'Date',
        required: false,
        description: 'The day of the figures, counting what was reported on or before it; without it, today.',
      }),
    },
    complexity: { field: COST, multiplier: 10 },
    resolve: (_root, { asOf }, { services }) => listPlanOverviews(services, asOf ?? null),
  }),
);
