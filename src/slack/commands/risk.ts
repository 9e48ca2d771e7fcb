import { readRisks } from '../../services/read-items.ts';
import { riskMessage } from '../blocks/item-list-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti risk`: late, blocked, at risk, stale, unreported; worst first. */
export const riskCommand: SlackCommand = {
  names: ['rischi', 'risk'],
  permission: 'READ',
  help: 'risk',
  async answer({ context, voice }, { rest }) {
    const risks = await readRisks(context, rest === '' ? null : rest);
    return risks.ok ? riskMessage(risks.value, voice) : refusalMessage(risks.refusal, voice);
  },
};
