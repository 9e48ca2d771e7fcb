import { assignItem, readAnswerers } from '../../services/assign-item.ts';
import { assignedMessage } from '../blocks/arranging-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { findPeople } from '../find-colleagues.ts';
import { inboxKeyOf } from './command-call.ts';
import { parseAssign } from './parse-assign.ts';
import type { SlackCommand } from './slack-command.ts';

/**
 * `/arti assign 1.1.2 @ada -@bruno`: who answers for an item in its structure's name; without people, who does now.
 * Who may assign depends on whom: the service judges.
 */
export const assignCommand: SlackCommand = {
  names: ['assegna', 'assign'],
  permission: 'READ',
  offeredTo: ['ARRANGE_OWN_STRUCTURES', 'ADMINISTER'],
  help: 'assign',
  async answer(environment, { actor, rest, call }) {
    const { context, voice } = environment;
    const parsed = parseAssign(rest, voice.t.help.assign.usage);
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    const { codes, ...named } = parsed.value;
    if (named.add.length + named.remove.length === 0) {
      const answerers = await readAnswerers(context, codes);
      return answerers.ok
        ? assignedMessage(answerers.value, 'QUESTION', voice)
        : refusalMessage(answerers.refusal, voice);
    }
    const add = await findPeople(environment, named.add);
    if (!add.ok) return refusalMessage(add.refusal, voice);
    const remove = await findPeople(environment, named.remove);
    if (!remove.ok) return refusalMessage(remove.refusal, voice);
    const assigned = await assignItem(
      context,
      actor,
      { codes, add: add.value.map(({ key }) => key), remove: remove.value.map(({ key }) => key) },
      inboxKeyOf(call),
    );
    return assigned.ok
      ? assignedMessage(assigned.value, 'CHANGE', voice)
      : refusalMessage(assigned.refusal, voice);
  },
};
