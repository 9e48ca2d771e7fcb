/** What is arranged among people, and who works where. */
import type { StructureCode } from '../../domain/codes.ts';
import {
  type AbsenceView,
  type ArrangementsView,
  type AssignmentView,
  type DelegationView,
  listArrangements,
} from '../../services/list-arrangements.ts';
import { channelNameOf, type MemberView, memberViews } from '../../services/load-people-of-plan.ts';
import { builder } from '../builder.ts';
import { FIELD_COSTS } from '../limits/field-cost.ts';
import { peopleOfPlan } from '../people-of-plan.ts';
import { accept } from '../refusal-error.ts';
import { RoleType } from './mutations/change-structure.ts';
import { StructureType } from './structure.ts';

const AssignmentType = builder.objectRef<AssignmentView>('Assignment').implement({
  description: 'That somebody answers for an item in the name of their structure.',
  fields: (t) => ({
    itemCode: t.exposeString('item', { description: 'Code of the item, as `1.1.3`.' }),
    assignee: t.exposeString('person', { description: 'Name, as in the directory.' }),
  }),
});

export const DelegationType = builder.objectRef<DelegationView>('Delegation').implement({
  description: 'That somebody leaves an item to a colleague for a period.',
  fields: (t) => ({
    itemCode: t.exposeString('item', { description: 'Code of the item, as `1.1.3`.' }),
    from: t.exposeString('from', { description: 'Name of whoever leaves it.' }),
    to: t.exposeString('to', { description: 'Name of whoever takes it.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'The first day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'The last day, included.' }),
    holds: t.exposeBoolean('holds', { description: 'Whether it holds today; if not, it will.' }),
  }),
});

const ColleagueAbsenceType = builder.objectRef<AbsenceView>('ColleagueAbsence').implement({
  description: 'Days on which somebody is absent: nobody asks them anything.',
  fields: (t) => ({
    name: t.exposeString('person', { description: 'Whose, as in the directory.' }),
    from: t.expose('from', { type: 'Date', description: 'The first day.' }),
    until: t.expose('until', { type: 'Date', description: 'The last day, included.' }),
    setBy: t.exposeString('setBy', {
      nullable: true,
      description: 'Name of whoever else set it; null where the person did.',
    }),
  }),
});

const ArrangementsType = builder.objectRef<ArrangementsView>('Arrangements').implement({
  description: 'What is arranged and not over: holding today, or later.',
  fields: (t) => ({
    assignments: t.expose('assignments', {
      type: [AssignmentType],
      description: 'Who answers for what by assignment.',
    }),
    delegations: t.expose('delegations', {
      type: [DelegationType],
      description: 'Who leaves what to whom, in the order in which they begin.',
    }),
    absences: t.expose('absences', {
      type: [ColleagueAbsenceType],
      description: 'Who is absent, or will be.',
    }),
  }),
});

builder.queryField('arrangements', (t) =>
  t.field({
    type: ArrangementsType,
    nullable: true,
    description:
      'Assignments, delegations and absences for the current plan: of everybody for the planning office, of the people of their structures for a head. Errors: ROLE_MAY_NOT, NO_PLAN.',
    complexity: 1 + FIELD_COSTS.figures,
    resolve: async (_root, _args, { services, actor, language }) =>
      accept(await listArrangements(services, actor), language),
  }),
);

const StructureMemberType = builder.objectRef<MemberView>('StructureMember').implement({
  description: 'Somebody who works in a structure.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As in the directory.' }),
    title: t.exposeString('title', { description: 'What they are, in Italian.' }),
    role: t.expose('role', { type: RoleType, description: 'What they may do.' }),
  }),
});

builder.objectField(StructureType, 'channel', (t) =>
  t.string({
    nullable: true,
    description:
      'Name of the Slack channel to which its summaries go today, without #; null while it has none.',
    resolve: async ({ year, code }, _args, context) => channelNameOf(code, await peopleOfPlan(year, context)),
  }),
);

builder.objectField(StructureType, 'members', (t) =>
  t.field({
    type: [StructureMemberType],
    nullable: true,
    description:
      'Who works there today, heads among them: for roles that may read who has not answered (READ_MISSING), and of a head for their own structures. Null for everybody else.',
    resolve: async ({ year, code }, _args, context) =>
      memberViews(context.actor, code as StructureCode, await peopleOfPlan(year, context)),
  }),
);
