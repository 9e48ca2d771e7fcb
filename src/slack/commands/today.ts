import { parseDateInYear, yearOf } from '../../domain/dates.ts';
import { formatLongDay } from '../../messages/format.ts';
import { scheduleMessages } from '../../messages/schedule-text.ts';
import { moveDay, type ScheduleMoved } from '../../services/move-day.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Voice } from '../blocks/voice.ts';
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
    const { schedule } = moved.value;
    return plainMessage(
      [
        t.dayMoved(formatLongDay(moved.value.day, language)),
        ...(schedule === null ? [] : scheduleLines(schedule, voice)),
      ].join('\n'),
    );
  },
};

/** Moved in the evening, most waits for the morning: nobody is left to wonder where it is. */
function scheduleLines({ ran, skipped, waiting }: ScheduleMoved, { t, language }: Voice): readonly string[] {
  const { names } = scheduleMessages(language);
  return [
    t.dayMovedSchedule(ran, skipped),
    ...(waiting.length === 0 ? [] : [t.dayMovedWaiting(waiting.map((kind) => names[kind]).join(', '))]),
  ];
}
