/** Who asks: a program by its key, or a person, with what is theirs. */
import type { ActorRole, Permission } from '../../domain/actor.ts';
import { findItemsDue } from '../../services/plan-items/find-plan-items.ts';
import {
  findOwnKey,
  type OwnItemView,
  type OwnView,
  readOwn,
  readViewer,
  type ViewerView,
} from '../../services/read-viewer.ts';
import { builder } from '../builder.ts';
import { FIELD_COSTS } from '../limits/field-cost.ts';
import { accept } from '../refusal-error.ts';
import { ApiKeyType } from './api-key.ts';
import { DelegationType } from './arrangements.ts';
import { CheckInType } from './check-in.ts';
import { AnswersBecauseType } from './mutations/assign-items.ts';
import { AbsenceType, HoursType } from './mutations/own-settings.ts';
import { ITEMS_OF_LIST, PlanItemType } from './plan-item.ts';
import { StructureReferenceType } from './reference.ts';

const ViewerRoleType = builder.enumType('ViewerRole', {
  description: 'What somebody may do, by the table that Slack and the API share.',
  values: {
    READER: { description: 'A program whose key only reads.' },
    STAFF: { description: 'Reports for their structures; so does a key with the scope REPORT.' },
    HEAD: { description: 'Reports for their structures, and arranges for the people there.' },
    MANAGER: { description: 'Reads, also who has not answered.' },
    PLANNING: { description: 'The planning office: all of it; so does a key with the scope ADMINISTER.' },
  } as const satisfies Record<ActorRole, { description: string }>,
});

const PermissionType = builder.enumType('Permission', {
  description: 'A line of the table of roles.',
  values: {
    READ: { description: 'Figures and rows, without names.' },
    READ_MISSING: { description: 'Who has not answered, by name.' },
    REPORT_OWN_STRUCTURES: { description: 'What their structures answer for, or was delegated to them.' },
    REPORT_ALL: { description: 'Reports on everything.' },
    ARRANGE_OWN_STRUCTURES: {
      description: 'Absences, delegations and assignments of the people of their structures.',
    },
    ADMINISTER: { description: 'The same of everybody, and who works where.' },
    ASK_CHECK_INS: { description: 'Has check-ins sent.' },
    SEND_SUMMARIES: { description: 'Has summaries sent, and messages sent again.' },
    MOVE_THE_DAY: { description: 'Moves the simulated day.' },
    IMPORT: { description: 'Imports plans and directories.' },
    MANAGE_KEYS: { description: 'Makes and revokes the keys of programs.' },
    READ_AUDIT: { description: 'Reads the history.' },
  } as const satisfies Record<Permission, { description: string }>,
});

const OwnItemType = builder.objectRef<OwnItemView>('OwnItem').implement({
  description: 'An item that the person answers for, and as what.',
  fields: (t) => ({
    item: t.expose('item', { type: PlanItemType, description: 'Which.' }),
    because: t.expose('because', { type: AnswersBecauseType, description: 'Why they do.' }),
    delegatedBy: t.exposeString('delegatedBy', {
      nullable: true,
      description: 'Name of whoever left it to them; null of what is their own.',
    }),
  }),
});

const OF_ITEMS = { field: 1, multiplier: ITEMS_OF_LIST };

const ViewerMemberType = builder.objectRef<OwnView>('ViewerMember').implement({
  description: 'The person who asks, with what is theirs in the current plan.',
  fields: (t) => ({
    name: t.string({ description: 'As in the directory.', resolve: ({ person }) => person.name }),
    title: t.string({ description: 'What they are, in Italian.', resolve: ({ person }) => person.title }),
    items: t.expose('items', {
      type: [OwnItemType],
      description: 'What they answer for today, begun or not, complete or not: the most urgent first.',
      complexity: OF_ITEMS,
    }),
    due: t.field({
      type: [OwnItemType],
      nullable: true,
      description:
        'Of that, what is not complete and ends within so many days: what is overdue first, then by planned end. Errors: PERIOD_INVALID.',
      args: {
        within: t.arg.int({ required: true, defaultValue: 30, description: 'Days from today on, 0–366.' }),
      },
      complexity: OF_ITEMS,
      resolve: ({ items, figures }, { within }, { language }) => {
        const all = { area: null, goal: null, structure: null, days: within };
        const due = accept(findItemsDue(figures, all), language);
        return due.flatMap(({ code }) => items.filter(({ item }) => item.code === code));
      },
    }),
    checkIns: t.expose('checkIns', {
      type: [CheckInType],
      description:
        'Their check-ins that take answers now, the earliest first: also one that is answered or left out, until it closes.',
    }),
    delegationsGiven: t.expose('delegationsGiven', {
      type: [DelegationType],
      description: 'What they left to colleagues, and holds today or will.',
    }),
    delegationsTaken: t.expose('delegationsTaken', {
      type: [DelegationType],
      description: 'What colleagues left to them, and holds today or will.',
    }),
    absence: t.field({
      type: AbsenceType,
      nullable: true,
      description: 'That holds today or will; null while none is set.',
      resolve: ({ settings }) => settings.away,
    }),
    absenceSetBy: t.exposeString('awaySetBy', {
      nullable: true,
      description: 'Name of whoever else set the absence; null where they did, or none is set.',
    }),
    hours: t.field({
      type: HoursType,
      nullable: true,
      description: 'When they may be written to first; null leaves it to the notifications of Slack.',
      resolve: ({ settings }) => settings.hours,
    }),
    timeZone: t.exposeString('timeZone', {
      description: 'In which the hours are read: the one that was chosen, or the one that Slack knows.',
    }),
  }),
});

const ViewerType = builder.objectRef<ViewerView>('Viewer').implement({
  description: 'Who asks, and what they may.',
  fields: (t) => ({
    role: t.field({
      type: ViewerRoleType,
      description: 'By which they are judged.',
      resolve: ({ actor }) => actor.role,
    }),
    permissions: t.expose('permissions', {
      type: [PermissionType],
      description: 'What the role may.',
    }),
    structures: t.expose('structures', {
      type: [StructureReferenceType],
      description:
        'For which they report: where a person works, or those of a key; none of whoever reports for all or for nobody.',
    }),
    rowsOf: t.expose('rowsOf', {
      type: [StructureReferenceType],
      nullable: true,
      description:
        'The only structures whose rows they read; null where they read everybody’s. Figures are of the whole plan.',
    }),
    apiKey: t.field({
      type: ApiKeyType,
      nullable: true,
      description: 'The key with which a program came; null of people, and of a key set by configuration.',
      resolve: ({ actor }, _args, { services }) => findOwnKey(services, actor),
    }),
    member: t.field({
      type: ViewerMemberType,
      nullable: true,
      description: 'Who it is in the directory, with what is theirs; null of a program. Errors: NO_PLAN.',
      complexity: 1 + FIELD_COSTS.figures,
      resolve: async ({ actor }, _args, { services, language }) =>
        accept(await readOwn(services, actor), language),
    }),
  }),
});

builder.queryField('me', (t) =>
  t.field({
    type: ViewerType,
    description: 'Who asks.',
    complexity: 1 + FIELD_COSTS.read,
    resolve: (_root, _args, { services, actor }) => readViewer(services, actor),
  }),
);
