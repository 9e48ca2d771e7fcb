import { changeSchedule } from '../../services/schedule/change-schedule.ts';
import { readSlotHistory } from '../../services/schedule/list-slot-runs.ts';
import { readScheduleView } from '../../services/schedule/read-schedule-view.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { scheduleChangedMessage, scheduleMessage, slotHistoryMessage } from '../blocks/schedule-blocks.ts';
import type { Environment } from '../environment.ts';
import { inboxKeyOf } from './command-call.ts';
import { parseSchedule, type ScheduleCommand } from './parse-schedule.ts';
import type { CommandRequest, SlackCommand } from './slack-command.ts';

/** Entries of the history shown unless a number is given. */
const USUAL_HISTORY = 20;

/** `/arti schedule`: the rhythm of the plan or of a structure, what became of it, and changes of it. */
export const scheduleCommand: SlackCommand = {
  names: ['calendario', 'schedule'],
  permission: 'READ',
  help: 'schedule',
  async answer(environment, request) {
    const { context, voice } = environment;
    const view = await readScheduleView(context, { year: null, structure: null });
    if (!view.ok) return refusalMessage(view.refusal, voice);
    const parsed = parseSchedule(request.rest, view.value.plan, voice.t.help.schedule.usage);
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    return answerTo(parsed.value, environment, request);
  },
};

async function answerTo(
  command: ScheduleCommand,
  { context, voice }: Environment,
  { actor, call }: CommandRequest,
): Promise<MessageContent> {
  const structure = command.structure?.code ?? null;
  switch (command.kind) {
    case 'SHOW': {
      const view = await readScheduleView(context, { year: null, structure });
      return view.ok ? scheduleMessage(view.value, actor, voice) : refusalMessage(view.refusal, voice);
    }
    case 'HISTORY': {
      const { slot: kind, limit } = command;
      const query = { year: null, structure, kind, limit: limit ?? USUAL_HISTORY };
      const history = await readSlotHistory(context, query);
      return history.ok
        ? slotHistoryMessage(history.value, kind, voice)
        : refusalMessage(history.refusal, voice);
    }
    case 'CHANGE': {
      const { wanted } = command;
      const changed = await changeSchedule(context, actor, { structure, wanted }, inboxKeyOf(call));
      return changed.ok
        ? scheduleChangedMessage(changed.value, voice)
        : refusalMessage(changed.refusal, voice);
    }
  }
}
