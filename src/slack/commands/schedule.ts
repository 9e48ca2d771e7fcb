import { changeSchedule } from '../../services/schedule/change-schedule.ts';
import { readSlotHistory } from '../../services/schedule/list-slot-runs.ts';
import { readScheduleView } from '../../services/schedule/read-schedule-view.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import { scheduleChangedMessage, scheduleMessage, slotHistoryMessage } from '../blocks/schedule-blocks.ts';
import type { Environment } from '../environment.ts';
import { inboxKeyOf } from './command-call.ts';
import { parseSchedule, type ScheduleCommand, takeYear } from './parse-schedule.ts';
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
    const current = await readScheduleView(context, { year: null, structure: null });
    if (!current.ok) return refusalMessage(current.refusal, voice);
    const { year, rest } = takeYear(request.rest);
    const view = year === null ? current : await readScheduleView(context, { year, structure: null });
    if (!view.ok) return refusalMessage(view.refusal, voice);
    const { plan } = view.value;
    const parsed = parseSchedule(rest, plan, voice.t.help.schedule.usage);
    if (!parsed.ok) return refusalMessage(parsed.refusal, voice);
    const years = { year: plan.year, otherYear: plan.year === current.value.plan.year ? null : plan.year };
    return answerTo(parsed.value, years, environment, request);
  },
};

/** @param years `otherYear` is said where the plan is not the current one */
async function answerTo(
  command: ScheduleCommand,
  { year, otherYear }: { readonly year: number; readonly otherYear: number | null },
  { context, voice }: Environment,
  { actor, call }: CommandRequest,
): Promise<MessageContent> {
  const structure = command.structure?.code ?? null;
  switch (command.kind) {
    case 'SHOW': {
      const view = await readScheduleView(context, { year, structure });
      return view.ok
        ? scheduleMessage(view.value, otherYear, actor, voice)
        : refusalMessage(view.refusal, voice);
    }
    case 'HISTORY': {
      const { slot: kind, limit } = command;
      const query = { year, structure, kind, limit: limit ?? USUAL_HISTORY };
      const history = await readSlotHistory(context, query);
      return history.ok
        ? slotHistoryMessage(history.value, kind, otherYear, voice)
        : refusalMessage(history.refusal, voice);
    }
    case 'CHANGE': {
      const { wanted } = command;
      const changed = await changeSchedule(context, actor, { year, structure, wanted }, inboxKeyOf(call));
      return changed.ok
        ? scheduleChangedMessage(changed.value, otherYear, voice)
        : refusalMessage(changed.refusal, voice);
    }
  }
}
