import type { Person } from '../../domain/directory.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { refusalText } from '../../messages/refusals.ts';
import { type Delegated, delegateItem, endDelegation } from '../../services/delegate-item.ts';
import { readOwnItems } from '../../services/read-items.ts';
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

type NotDone = { readonly item: string; readonly why: string };

/** Each code by itself: what cannot be delegated is told, and keeps nobody from the rest. */
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
  const codes = await codesOf(environment, from, command.codes);
  if (!codes.ok) return refusalMessage(codes.refusal, voice);
  if (codes.value.length === 0) return plainMessage(t.delegateNothing(escapeText(from.name)));
  const { key, fingerprint } = inboxKeyOf(request.call);
  const done: Delegated[] = [];
  const notDone: NotDone[] = [];
  for (const code of codes.value) {
    const delegated = await delegateItem(
      context,
      request.actor,
      {
        item: code,
        from: from.key,
        to: to.key,
        startsOn: command.startsOn,
        endsOn: command.endsOn,
      },
      { key: `${key}/${code}`, fingerprint },
    );
    if (delegated.ok) done.push(delegated.value);
    else {
      notDone.push({ item: code, why: refusalText(delegated.refusal, voice.language) });
    }
  }
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

/** Of `ALL` what the person answers for and is not complete. */
async function codesOf(
  { context }: Environment,
  person: Person,
  codes: DelegatedCodes,
): Promise<Result<readonly string[]>> {
  if (codes !== 'ALL') return accepted([...new Set(codes)]);
  const own = await readOwnItems(context, person);
  if (!own.ok) return own;
  const open = own.value.items.filter(
    ({ item, because }) => item.figure.health?.health !== 'COMPLETED' && because !== 'DELEGATED',
  );
  return accepted(open.map(({ item }) => item.code));
}

async function endAll(
  { context, voice }: Environment,
  { actor, person }: CommandRequest,
  codes: DelegatedCodes,
): Promise<MessageContent> {
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
  for (const { id } of ending) {
    const done = await endDelegation(context, actor, id);
    if (!done.ok) return refusalMessage(done.refusal, voice);
    ended.push(done.value);
  }
  return delegationsMessage(voice.t.delegateEnded(ended.length), ended, [], voice);
}
