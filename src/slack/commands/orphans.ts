import { readOrphans } from '../../services/read-orphans.ts';
import { orphansMessage } from '../blocks/arranging-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti orphans`: open items for which nobody but the head answers; a head sees their own. */
export const orphansCommand: SlackCommand = {
  names: ['orfane', 'orphans'],
  permission: 'READ',
  help: 'orphans',
  async answer({ context, voice }, { actor, rest }) {
    if (rest !== '') {
      return refusalMessage({ code: 'USAGE', given: rest, usage: voice.t.help.orphans.usage }, voice);
    }
    const orphans = await readOrphans(context, actor);
    return orphans.ok ? orphansMessage(orphans.value, voice) : refusalMessage(orphans.refusal, voice);
  },
};
