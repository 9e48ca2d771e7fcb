import { parsePeriod } from '../../domain/period.ts';
import { looksAtOwn, readDueItems } from '../../services/read-items.ts';
import { dueMessage } from '../blocks/item-list-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

const DEFAULT_PERIOD = '30';
const ALL = /(?:^|\s)(?:tutt[oe]|all)$/i;

/** `/arti due 30d`: what falls due; for who reports, of their own items unless they ask for all. */
export const dueCommand: SlackCommand = {
  names: ['scadenze', 'due'],
  permission: 'READ',
  help: 'due',
  async answer({ context, voice }, { person, actor, rest }) {
    const days = parsePeriod(rest.replace(ALL, '').trim() || DEFAULT_PERIOD);
    if (!days.ok) return refusalMessage(days.refusal, voice);
    const own = looksAtOwn(actor) && !ALL.test(rest);
    const due = await readDueItems(context, person, { days: days.value, own });
    return due.ok ? dueMessage(due.value, voice) : refusalMessage(due.refusal, voice);
  },
};
