import { readMissing } from '../../services/read-missing.ts';
import { missingMessage } from '../blocks/missing-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti missing`: who has not answered, in one structure or in all; a head sees their own structures. */
export const missingCommand: SlackCommand = {
  names: ['mancanti', 'missing'],
  permission: 'READ_MISSING',
  help: 'missing',
  async answer({ context, voice }, { actor, rest }) {
    const missing = await readMissing(context, actor, rest === '' ? null : rest);
    return missing.ok ? missingMessage(missing.value, voice) : refusalMessage(missing.refusal, voice);
  },
};
