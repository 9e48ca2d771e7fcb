import { parseDateInYear, yearOf } from '../../domain/dates.ts';
import { formatLongDay } from '../../messages/format.ts';
import { moveDay } from '../../services/move-day.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

/** `/arti today`: the day the product believes it is; with a day, in the local workspace, moves it there. */
export const todayCommand: SlackCommand = {
  names: ['oggi', 'today'],
  permission: 'READ',
  help: 'today',
  async answer({ context, voice }, { actor, rest }) {
    const { t, language } = voice;
    const { clock } = context;
    const today = clock.today();
    if (rest === '') return plainMessage(t.todayIs(formatLongDay(today, language), clock.movable));
    const day = parseDateInYear(rest, yearOf(today));
    if (day === undefined) return refusalMessage({ code: 'DATE_INVALID', given: rest }, voice);
    const moved = await moveDay(context, actor, day);
    if (!moved.ok) return refusalMessage(moved.refusal, voice);
    return plainMessage(t.dayMoved(formatLongDay(moved.value, language)));
  },
};
