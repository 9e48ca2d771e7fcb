/** A phase, or a goal measured by figures: what is due, at risk, or somebody's to report on. */
import type { Risk, Urgency } from '../../domain/plan-items.ts';
import { type AnswererView, answererViews } from '../../services/load-people-of-plan.ts';
import type { PlanItemView } from '../../services/views/plan-item-view.ts';
import { builder } from '../builder.ts';
import { peopleOfPlan } from '../people-of-plan.ts';
import { GoalType } from './goal.ts';
import { AnswersBecauseType } from './mutations/assign-items.ts';
import { PhaseType } from './phase.ts';
import { ProgressType } from './progress.ts';
import { StructureReferenceType } from './reference.ts';

/** A plan has tens of items: what is below a list of them is counted so many times. */
export const ITEMS_OF_LIST = 20;

const UrgencyType = builder.enumType('Urgency', {
  description: 'How much an item presses, from what presses most to what is over.',
  values: {
    OVERDUE: { description: 'Its planned end is past, and it is not complete.' },
    BLOCKED: { description: 'A structure says that it cannot go on.' },
    DUE_SOON: { description: 'It ends within 14 days.' },
    AT_RISK: { description: 'Farther behind the linear plan than is tolerated.' },
    UNREPORTED: { description: 'Nothing was ever reported of it.' },
    STALE: { description: 'Nothing was reported of it for too many days.' },
    ON_TRACK: { description: 'Nothing is wrong.' },
    NOT_DUE: { description: 'It starts later.' },
    COMPLETED: { description: 'It is complete.' },
  } as const satisfies Record<Urgency, { description: string }>,
});

export const RiskType = builder.enumType('Risk', {
  description: 'What is wrong with an item, worst first.',
  values: {
    OVERDUE: { description: 'Its planned end is past, and it is not complete.' },
    BLOCKED: { description: 'A structure says that it cannot go on.' },
    AT_RISK: { description: 'Farther behind the linear plan than is tolerated.' },
    STALE: { description: 'Nothing was reported of it for too many days.' },
    UNREPORTED: { description: 'It has started, and nothing was ever reported of it.' },
  } as const satisfies Record<Risk, { description: string }>,
});

const ItemAnswererType = builder.objectRef<AnswererView>('ItemAnswerer').implement({
  description: 'Somebody who answers for an item today.',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: true,
      description:
        'As in the directory: for roles that may read who has not answered (READ_MISSING), and of a head for their own structures. Null for everybody else.',
    }),
    structures: t.stringList({
      description: 'Codes of the structures in which they work.',
      resolve: ({ structures }) => [...structures],
    }),
    because: t.expose('because', { type: AnswersBecauseType, description: 'Why they do.' }),
    delegatedUntil: t.expose('delegatedUntil', {
      type: 'Date',
      nullable: true,
      description: 'The last day of the delegation by which they do; null of what is their own.',
    }),
  }),
});

export const PlanItemType = builder.objectRef<PlanItemView>('PlanItem').implement({
  description:
    'A phase, or a goal measured by figures, as of the day asked for: what people report on. What is neutralised, and phases that are not known, are none.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'As `1.1.3`; of a goal, as `3.1`.' }),
    title: t.exposeString('title', {
      description: 'Description of the phase, or else its output; title of the goal. In Italian.',
    }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description: 'The structures that answer for it.',
    }),
    start: t.expose('start', {
      type: 'Date',
      description: 'Planned start; of a goal the first day of the year.',
    }),
    end: t.expose('end', {
      type: 'Date',
      description: 'Planned end, the deadline; of a goal the last day of the year.',
    }),
    lastReportedOn: t.expose('lastReportedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of which the last report or measurement speaks; null when there is none.',
    }),
    urgency: t.expose('urgency', { type: UrgencyType, description: 'How much it presses.' }),
    risk: t.expose('risk', {
      type: RiskType,
      nullable: true,
      description: 'What is wrong with it; null while nothing is.',
    }),
    progress: t.expose('progress', {
      type: ProgressType,
      description: 'Its figures, among them planned progress and health.',
    }),
    phase: t.expose('phase', { type: PhaseType, nullable: true, description: 'The phase; null of a goal.' }),
    goal: t.expose('goal', {
      type: GoalType,
      nullable: true,
      description: 'The goal measured by figures; null of a phase, whose goal is `phase.goal`.',
    }),
    answerers: t.field({
      type: [ItemAnswererType],
      description:
        'Who answers for it today, whatever day is asked for: those to whom it is assigned, or the staff of its structures, or their heads; in the place of each whoever it was delegated to.',
      resolve: async ({ asked, item }, _args, context) =>
        answererViews(context.actor, item, await peopleOfPlan(asked.year, context)),
    }),
  }),
});
