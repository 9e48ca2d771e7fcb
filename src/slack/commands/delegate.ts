import type { Person } from '../../domain/directory.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { refusalText } from '../../messages/refusals.ts';
import { type Delegated, endDelegation } from '../../services/delegate-item.ts';
import { delegateItems } from '../../services/delegate-items.ts';
import { findCommitted } from '../../services/find-repeat.ts';
import {
  findDelegations,
  listDelegationsBy,
  listDelegationsOf,
  type NamedDelegation,
} from '../../services/read-own-arrangements.ts';
import { delegationsMessage } from '../blocks/arranging-blocks.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { escapeText, type MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { findPeople } from '../find-colleagues.ts';
import { inboxKeyOf } from './command-call.ts';
import { type DelegateCommand, type DelegatedCodes, parseDelegate } from './parse-delegate.ts';
import type { CommandRequest, SlackCommand } from './slack-command.ts';

/** `/arti delegate 1.1.3 @ada until 30/09`, `/arti delegate off 1.1.3`; bare, what is delegated. */
export const delegateCommand: SlackCommand = {
  names: ['delega', 'delegate'],
  permission: 'READ',
  help: 'delegate',
  async answer(environment, request) {
    const { context, voice } = environment;
    const parsed = parseDelegate(request.rest, context.clock.today(), voice.t.help.delegate.usage);
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    const command = parsed.value;
    switch (command.kind) {
      case 'SHOW':
        return showDelegations(environment, request);
      case 'END':
        return endAll(environment, request, command.codes);
      case 'DELEGATE':
        return delegateAll(environment, request, command);
    }
  },
};

async function showDelegations({ context, voice }: Environment, { person }: CommandRequest) {
  const { t } = voice;
  const found = await listDelegationsOf(context, person);
  if (!found.ok) return refusalMessage(found.refusal, voice);
  if (found.value.length === 0) return plainMessage(t.delegateNone);
  const given = found.value.filter(({ from }) => from.key === person.key).length;
  return delegationsMessage(t.delegateText(given, found.value.length - given), found.value, [], voice);
}

/** What cannot be delegated is told, and keeps nobody from the rest. */
async function delegateAll(
  environment: Environment,
  request: CommandRequest,
  command: Extract<DelegateCommand, { kind: 'DELEGATE' }>,
): Promise<MessageContent> {
  const { context, voice } = environment;
  const { t } = voice;
  const people = await findBoth(environment, request, command);
  if (!people.ok) return refusalMessage(people.refusal, voice);
  const { from, to } = people.value;
  const { codes: items, startsOn, endsOn } = command;
  const delegated = await delegateItems(
    context,
    request.actor,
    { items, from: from.key, to: to.key, startsOn, endsOn },
    inboxKeyOf(request.call),
  );
  if (!delegated.ok) return refusalMessage(delegated.refusal, voice);
  const { notDelegated, ...period } = delegated.value;
  const done = period.items.map((item): Delegated => ({ ...period, item }));
  const notDone = notDelegated.map(({ item, refusal }) => ({
    item,
    why: refusalText(refusal, voice.language),
  }));
  if (done.length + notDone.length === 0) return plainMessage(t.delegateNothing(escapeText(from.name)));
  const [first] = notDone;
  // For whom, or for how long, is wrong for all of them alike.
  const alike = notDone.every(({ why }) => why === first?.why);
  if (first && done.length === 0 && alike) return plainMessage(`⚠️ ${escapeText(first.why)}`);
  return delegationsMessage(t.delegateDone(done.length), done, notDone, voice);
}

async function findBoth(
  environment: Environment,
  { person }: CommandRequest,
  { from, to }: Extract<DelegateCommand, { kind: 'DELEGATE' }>,
): Promise<Result<{ readonly from: Person; readonly to: Person }>> {
  const found = await findPeople(environment, [to]);
  if (!found.ok) return found;
  const giver = from === null ? accepted([person]) : await findPeople(environment, [from]);
  if (!giver.ok) return giver;
  const [[taker], [given]] = [found.value, giver.value];
  if (!taker || !given) return refused({ code: 'UNKNOWN_COLLEAGUE', given: to.given });
  return accepted({ from: given, to: taker });
}

async function endAll(
  environment: Environment,
  request: CommandRequest,
  codes: DelegatedCodes,
): Promise<MessageContent> {
  const { context, voice } = environment;
  const { actor, person, call } = request;
  const inbox = inboxKeyOf(call);
  // Delivered again it would end what was delegated since.
  if (await findCommitted(context, inbox)) return showDelegations(environment, request);
  const ending: NamedDelegation[] = [];
  const found =
    codes === 'ALL'
      ? [await listDelegationsBy(context, person)]
      : await Promise.all(codes.map((code) => findDelegations(context, person, code)));
  for (const each of found) {
    if (!each.ok) return refusalMessage(each.refusal, voice);
    ending.push(...each.value);
  }
  if (ending.length === 0) return plainMessage(voice.t.delegateNone);
  const ended: Delegated[] = [];
  for (const [index, { id }] of ending.entries()) {
    // With the last of them it is done: interrupted before, the rest is ended when it is delivered again.
    const done = await endDelegation(context, actor, id, index === ending.length - 1 ? inbox : null);
    if (!done.ok) return refusalMessage(done.refusal, voice);
    ended.push(done.value);
  }
  return delegationsMessage(voice.t.delegateEnded(ended.length), ended, [], voice);
}
