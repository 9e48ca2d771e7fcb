import { may } from '../../domain/actor.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import {
  type ChangedStructure,
  changeStructure,
  type MembershipChange,
  type StructureChange,
} from '../../services/change-structure.ts';
import { readStructure } from '../../services/read-structure.ts';
import { rememberSlackId } from '../../services/slack-links.ts';
import { structureChangedMessage, structureMessage } from '../blocks/arranging-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { type Colleague, findColleagues } from '../find-colleagues.ts';
import { findPublicChannel } from '../find-public-channel.ts';
import { inboxKeyOf } from './command-call.ts';
import type { Reference } from './mentions.ts';
import { type MembershipWish, parseStructure, type StructureCommand } from './parse-structure.ts';
import type { CommandRequest, SlackCommand } from './slack-command.ts';

/** `/arti structure OSRU`: who works there; with `channel`, `head`, `add` or `remove`, changes it. */
export const structureCommand: SlackCommand = {
  names: ['struttura', 'structure'],
  permission: 'READ',
  help: 'structure',
  async answer(environment, request) {
    const { context, voice } = environment;
    const { actor, rest } = request;
    const parsed = parseStructure(rest, voice.t.help.structure.usage);
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    const { structure, change } = parsed.value;
    const view = await readStructure(context, structure);
    if (!view.ok) return refusalMessage(view.refusal, voice);
    const administers = may(actor, 'ADMINISTER');
    if (change === null) return structureMessage(view.value, administers, voice);
    // Before Slack is asked about anybody.
    if (!administers) {
      return refusalMessage({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ADMINISTER' }, voice);
    }
    const changed =
      change.kind === 'CHANNEL'
        ? await changeChannel(environment, request, structure, change.channel)
        : await changePeople(environment, request, structure, change);
    return changed.ok ? changed.value : refusalMessage(changed.refusal, voice);
  },
};

async function changeChannel(
  environment: Environment,
  request: CommandRequest,
  structure: string,
  reference: Reference | null,
): Promise<Result<MessageContent>> {
  const { context, team, voice } = environment;
  const channel = reference === null ? null : await findPublicChannel(environment, reference);
  if (channel?.ok === false) return channel;
  const wanted = channel?.value ?? null;
  const changed = await change(environment, request, structure, { kind: 'CHANNEL', channel: wanted });
  if (!changed.ok) return changed;
  if (wanted) await rememberSlackId(context, 'CHANNEL', team, wanted.name, wanted.id);
  return accepted(structureChangedMessage(changed.value, wanted, voice));
}

async function changePeople(
  environment: Environment,
  request: CommandRequest,
  structure: string,
  { people }: Extract<StructureCommand['change'], { kind: 'PEOPLE' }>,
): Promise<Result<MessageContent>> {
  const { context, team, voice } = environment;
  const wishes = await findWished(environment, people);
  if (!wishes.ok) return wishes;
  const changes = wishes.value.map(({ wish, colleague }): MembershipChange => {
    if (colleague.kind === 'PERSON') return { wish, who: colleague.person.key };
    const { name, title, email } = colleague.member;
    return { wish, who: { name, title, email } };
  });
  const changed = await change(environment, request, structure, { kind: 'PEOPLE', people: changes });
  if (!changed.ok) return changed;
  for (const { colleague } of wishes.value) {
    if (colleague.kind === 'PERSON') continue;
    const { id, email } = colleague.member;
    const added = changed.value.people.find(({ after }) => after.email === email.toLowerCase());
    if (added) await rememberSlackId(context, 'PERSON', team, added.after.key, id);
  }
  return accepted(structureChangedMessage(changed.value, undefined, voice));
}

const change = (
  { context }: Environment,
  { actor, call }: CommandRequest,
  structure: string,
  wanted: StructureChange,
): Promise<Result<ChangedStructure>> =>
  changeStructure(context, actor, { structure, change: wanted }, inboxKeyOf(call));

type Wished = { readonly wish: MembershipWish['wish']; readonly colleague: Colleague };

/** Everybody of a group is wished the same; who is named twice is once. Refused: UNKNOWN_COLLEAGUE, UNKNOWN_GROUP. */
async function findWished(
  environment: Environment,
  people: readonly MembershipWish[],
): Promise<Result<readonly Wished[]>> {
  const found = new Map<string, Wished>();
  for (const { wish, who } of people) {
    const colleagues = await findColleagues(environment, who);
    if (!colleagues.ok) return colleagues;
    for (const colleague of colleagues.value) {
      if (colleague.kind === 'MEMBER' && (wish === 'REMOVE' || wish === 'NOT_HEAD')) {
        // Of a group only those are taken away who are there at all.
        if (who.kind === 'GROUP') continue;
        return refused({ code: 'UNKNOWN_COLLEAGUE', given: colleague.member.name });
      }
      const key = colleague.kind === 'PERSON' ? colleague.person.email : colleague.member.email;
      found.set(key.toLowerCase(), { wish, colleague });
    }
  }
  return accepted([...found.values()]);
}
