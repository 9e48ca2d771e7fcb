import { readHistory } from '../../services/read-history.ts';
import { historyMessage } from '../blocks/history-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** Entries shown: the latest ones. */
const LIMIT = 20;

/** `/arti history 1.1.3`: what was said of a phase or an indicator, corrections included. */
export const historyCommand: SlackCommand = {
  names: ['storico', 'history'],
  permission: 'READ',
  help: 'history',
  async answer({ context, voice }, { rest }) {
    const history = await readHistory(context, rest, LIMIT);
    return history.ok ? historyMessage(history.value, voice) : refusalMessage(history.refusal, voice);
  },
};
