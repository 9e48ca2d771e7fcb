import { readOwnItems } from '../../services/read-items.ts';
import { mineMessage } from '../blocks/item-list-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti mine`: what the caller answers for, the most urgent first. */
export const mineCommand: SlackCommand = {
  names: ['mie', 'mine'],
  permission: 'READ',
  offeredTo: ['REPORT_OWN_STRUCTURES', 'REPORT_ALL'],
  help: 'mine',
  async answer({ context, voice }, { person }) {
    const items = await readOwnItems(context, person);
    return items.ok ? mineMessage(items.value, voice) : refusalMessage(items.refusal, voice);
  },
};
