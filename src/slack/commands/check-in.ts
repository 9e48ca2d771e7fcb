import { openCheckIns } from '../../services/open-check-ins.ts';
import { askedMessage } from '../blocks/asked-blocks.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { saysNow } from './says-now.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti checkin now`: asks everybody who answers for something open, and says who was left alone and why. */
export const checkInCommand: SlackCommand = {
  names: ['checkin', 'check-in', 'richiesta'],
  permission: 'ASK_CHECK_INS',
  help: 'checkin',
  async answer({ context, voice }, { actor, word, rest }) {
    if (!saysNow(rest)) return plainMessage(voice.t.nowExpected(word));
    const result = await openCheckIns(context, actor);
    if (!result.ok) return refusalMessage(result.refusal, voice);
    return askedMessage(result.value, voice);
  },
};
