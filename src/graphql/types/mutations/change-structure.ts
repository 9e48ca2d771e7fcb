import { may } from '../../../domain/actor.ts';
import type { Membership } from '../../../domain/decide-membership.ts';
import type { Person, Role } from '../../../domain/directory.ts';
import { accepted, type Refusal, type Result, refused } from '../../../domain/refusal.ts';
import {
  type ChangedPerson,
  type ChangedStructure,
  changeStructure,
  type MembershipChange,
  type Newcomer,
  type StructureChange,
} from '../../../services/change-structure.ts';
import type { Context } from '../../../services/context.ts';
import { findColleague } from '../../../services/find-colleague.ts';
import { builder } from '../../builder.ts';
import type { RequestKey } from '../../client-key.ts';
import type { GraphqlContext } from '../../context.ts';
import { mutateOnce } from '../../mutate-once.ts';
import { type InputFields, keyField } from './input-fields.ts';
import { DUPLICATE, resultType } from './result-type.ts';

const structureField = (t: InputFields) =>
  t.string({ required: true, description: 'Code, name or alias of the structure.' });

const MembershipType = builder.enumType('Membership', {
  description: 'What becomes of somebody in a structure.',
  values: {
    ADD: { description: 'They work there.' },
    REMOVE: { description: 'They do no longer; what was assigned to them there is taken back.' },
    HEAD: { description: 'They head it.' },
    NOT_HEAD: { description: 'They do no longer, and stay.' },
  } as const satisfies Record<Membership, { description: string }>,
});

const NewcomerInputType = builder.inputType('NewcomerInput', {
  description: 'Somebody who is not in the directory.',
  fields: (t) => ({
    name: t.string({ required: true, description: '1–200 characters.' }),
    title: t.string({ required: true, description: 'What they are, 1–200 characters.' }),
    address: t.string({ required: true, description: 'E-mail address, by which Slack knows them.' }),
  }),
});

const MemberInputType = builder.inputType('MemberInput', {
  description: 'Who: exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    known: t.string({ description: 'E-mail address, key or full name in the directory.' }),
    newcomer: t.field({ type: NewcomerInputType, description: 'To be entered; for ADD and HEAD.' }),
  }),
});

const MemberChangeInputType = builder.inputType('MemberChangeInput', {
  description: 'Who becomes what.',
  fields: (t) => ({
    who: t.field({ type: MemberInputType, required: true, description: 'Who.' }),
    membership: t.field({ type: MembershipType, required: true, description: 'What.' }),
  }),
});

const ChangeMembersInputType = builder.inputType('ChangeMembersInput', {
  description: 'Who works in a structure, and who heads it: all of it is done, or nothing.',
  fields: (t) => ({
    structure: structureField(t),
    changes: t.field({
      type: [MemberChangeInputType],
      required: true,
      description: 'In their order.',
    }),
    idempotencyKey: keyField(t),
  }),
});

const SetStructureChannelInputType = builder.inputType('SetStructureChannelInput', {
  description: 'Where the summaries of a structure go.',
  fields: (t) => ({
    structure: structureField(t),
    channel: t.string({
      required: true,
      description:
        'Name of a public channel to which the app was invited, with or without #. Whether Slack has it shows when something is sent there.',
    }),
    topic: t.string({ description: 'What the channel is about; without it, nothing.' }),
    idempotencyKey: keyField(t),
  }),
});

const RemoveStructureChannelInputType = builder.inputType('RemoveStructureChannelInput', {
  description: 'A structure that has no channel any more: its summaries are kept, and sent nowhere.',
  fields: (t) => ({ structure: structureField(t), idempotencyKey: keyField(t) }),
});

export const RoleType = builder.enumType('MemberRole', {
  description: 'What somebody may do.',
  values: {
    STAFF: { description: 'Reports for their structures.' },
    HEAD: { description: 'Reports for their structures, and arranges for the people there.' },
    MANAGER: { description: 'Reads.' },
    PLANNING: { description: 'The planning office: all of it.' },
  } as const satisfies Record<Role, { description: string }>,
});

const ChangedMemberType = builder.objectRef<ChangedPerson>('ChangedMember').implement({
  description: 'Somebody of the directory, as they are now; told to whoever keeps it.',
  fields: (t) => ({
    name: t.string({ description: 'As in the directory.', resolve: ({ after }) => after.name }),
    membership: t.expose('wish', { type: MembershipType, description: 'What was asked for.' }),
    role: t.field({
      type: RoleType,
      description: 'Of the whole of them.',
      resolve: ({ after }) => after.role,
    }),
    structures: t.stringList({
      description: 'Codes of all structures in which they work.',
      resolve: ({ after }) => [...after.structures],
    }),
    isNew: t.boolean({
      description: 'Whether they were entered now.',
      resolve: ({ before }) => before === null,
    }),
  }),
});

type StructureSuccess = Pick<ChangedStructure, 'structure' | 'people' | 'channelWas'> & {
  readonly duplicate: boolean;
};

const StructureSuccessType = builder.objectRef<StructureSuccess>('StructureSuccess').implement({
  description: 'The structure is as was asked.',
  fields: (t) => ({
    structure: t.string({ description: 'Its code.', resolve: ({ structure }) => structure.code }),
    members: t.expose('people', {
      type: [ChangedMemberType],
      description: 'Those who were named; none in the answer to a repetition.',
    }),
    channelTakenFrom: t.string({
      nullable: true,
      description: 'Code of the structure that had the channel before; null where none did.',
      resolve: ({ channelWas }) => channelWas?.structure ?? null,
    }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

const StructureResultType = resultType(
  'StructureResult',
  StructureSuccessType,
  'The structure as it is now, or why nothing was changed.',
);

const TEXT_LIMIT = 200;
const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,190}$/;

/** Refused: NEWCOMER_INVALID. */
function parseNewcomer({ name, title, address }: typeof NewcomerInputType.$inferInput): Result<Newcomer> {
  const isText = (text: string) => text.trim() !== '' && text.trim().length <= TEXT_LIMIT;
  const wrong = !isText(name)
    ? 'NAME'
    : !isText(title)
      ? 'TITLE'
      : !ADDRESS.test(address.trim())
        ? 'ADDRESS'
        : null;
  if (wrong !== null) return refused({ code: 'NEWCOMER_INVALID', part: wrong, limit: TEXT_LIMIT });
  return accepted({ name: name.trim(), title: title.trim(), email: address.trim() });
}

/** As Slack has it: small letters and digits of any script, `-` and `_`. */
const CHANNEL = /^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u;

/** Refused: UNKNOWN_CHANNEL. */
function parseChannel(given: string, topic: string): Result<StructureChange> {
  const name = given.trim().replace(/^#/, '').toLowerCase();
  return CHANNEL.test(name)
    ? accepted({ kind: 'CHANNEL', channel: { name, topic } })
    : refused({ code: 'UNKNOWN_CHANNEL', given });
}

type Input = { readonly idempotencyKey: string; readonly structure: string };

const change = (
  context: GraphqlContext,
  name: string,
  input: Input,
  read: (services: Context) => Promise<Result<StructureChange>>,
  fieldOf: (refusal: Refusal) => string | null,
) =>
  mutateOnce(context, {
    name,
    input,
    fieldOf: (refusal) => (refusal.code === 'UNKNOWN_STRUCTURE' ? 'structure' : fieldOf(refusal)),
    act: async (services, inbox: RequestKey) => {
      const { actor } = context;
      // Before anybody is looked for in the directory.
      if (!may(actor, 'ADMINISTER')) {
        return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ADMINISTER' });
      }
      const wanted = await read(services);
      if (!wanted.ok) return wanted;
      const { structure } = input;
      const changed = await changeStructure(services, actor, { structure, change: wanted.value }, inbox);
      if (!changed.ok) return changed;
      const { people, channelWas } = changed.value;
      return accepted({ structure: changed.value.structure, people, channelWas });
    },
  });

builder.mutationField('changeMembers', (t) =>
  t.field({
    type: StructureResultType,
    description: 'Changes who works in a structure, and who heads it.',
    args: {
      input: t.arg({ type: ChangeMembersInputType, required: true, description: 'Who becomes what.' }),
    },
    resolve: (_root, { input }, context) => {
      /** The change that is looked at, for a refusal of it. */
      let at = 0;
      const found: Person[] = [];
      const read = async (services: Context): Promise<Result<StructureChange>> => {
        const people: MembershipChange[] = [];
        for (const [index, { who, membership: wish }] of input.changes.entries()) {
          at = index;
          if (who.newcomer) {
            const newcomer = parseNewcomer(who.newcomer);
            if (!newcomer.ok) return newcomer;
            people.push({ wish, who: newcomer.value });
          } else {
            const person = await findColleague(services, who.known ?? '');
            if (!person.ok) return person;
            found[index] = person.value;
            people.push({ wish, who: person.value.key });
          }
        }
        return accepted({ kind: 'PEOPLE', people });
      };
      const fieldOf = (refusal: Refusal): string | null => {
        switch (refusal.code) {
          case 'NEWCOMER_INVALID':
            return `changes.${at}.who.newcomer.${refusal.part.toLowerCase()}`;
          case 'UNKNOWN_COLLEAGUE': {
            const newcomer = input.changes.findIndex(
              ({ who }) => who.newcomer?.name.trim() === refusal.given,
            );
            return newcomer < 0 ? `changes.${at}.who.known` : `changes.${newcomer}.membership`;
          }
          case 'CANNOT_TAKE_OVER': {
            const index = found.findIndex((person) => person?.name === refusal.person);
            return index < 0 ? null : `changes.${index}.who`;
          }
          default:
            return null;
        }
      };
      return change(context, 'changeMembers', input, read, fieldOf);
    },
  }),
);

builder.mutationField('setStructureChannel', (t) =>
  t.field({
    type: StructureResultType,
    description:
      'Sets the channel to which the summaries of a structure go: a structure has one, and a channel one.',
    args: {
      input: t.arg({ type: SetStructureChannelInputType, required: true, description: 'Which of which.' }),
    },
    resolve: (_root, { input }, context) =>
      change(
        context,
        'setStructureChannel',
        input,
        async () => parseChannel(input.channel, input.topic?.trim() ?? ''),
        ({ code }) => (code === 'UNKNOWN_CHANNEL' ? 'channel' : null),
      ),
  }),
);

builder.mutationField('removeStructureChannel', (t) =>
  t.field({
    type: StructureResultType,
    description: 'Takes its channel from a structure.',
    args: {
      input: t.arg({ type: RemoveStructureChannelInputType, required: true, description: 'Of which.' }),
    },
    resolve: (_root, { input }, context) =>
      change(
        context,
        'removeStructureChannel',
        input,
        async () => accepted({ kind: 'CHANNEL', channel: null }),
        () => null,
      ),
  }),
);
