import type { KnownBlock } from '@slack/types';
import { wordingText } from '../../domain/plan.ts';
import { lastSaidOfGoal, lastSaidOfPhase, saidOfMeasurement, saidOfReport } from '../../domain/said.ts';
import { formatDay } from '../../messages/format.ts';
import type { CheckInLine, CheckInState } from '../../services/read-check-in.ts';
import { clip, context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import { healthLine, saidText, type Voice } from './voice.ts';

/** `action_id` of the button on each line; its value is the check-in and the item. */
export const ANSWER_ACTION = 'check_in_answer';

export type AnswerValue = { readonly checkInId: string; readonly item: string };

const TITLE_LIMIT = 200;

export function checkInMessage(state: CheckInState, voice: Voice): MessageContent {
  const { t } = voice;
  const { checkIn, lines } = state;
  const answered = lines.filter((line) => line.answer !== null).length;
  const closed = state.closedSince;
  const intro =
    closed === null
      ? t.checkInIntro(formatDay(checkIn.closesOn), exampleOf(lines))
      : t.checkInClosed(formatDay(closed));
  return message(
    t.checkInText(lines.length - answered, formatDay(checkIn.openedOn)),
    fitted(
      [header(`${t.checkInTitle} · ${formatDay(checkIn.openedOn)}`), section(intro)],
      lines.map((line) => lineBlock(state, line, voice)),
      [
        context(
          answered === lines.length && lines.length > 0
            ? t.checkInAllDone
            : t.checkInAnswered(answered, lines.length),
        ),
      ],
      t.more,
    ),
  );
}

/** A reply that the person could send as it stands, about an item of theirs. */
function exampleOf(lines: readonly CheckInLine[]): string {
  const line = lines.find((each) => each.answer === null) ?? lines[0];
  if (line?.phase?.phase.units)
    return `${line.item} 6200 ${escapeText(clip(line.phase.phase.units.name, 40))}`;
  return line?.goal ? `${line.item} 8006/20015` : `${line?.item ?? '1.1.3'} 60%`;
}

function lineBlock({ checkIn, closedSince }: CheckInState, line: CheckInLine, voice: Voice): KnownBlock {
  const { t } = voice;
  const text = section(
    [`*${line.item}* ${escapeText(clip(titleOf(line), TITLE_LIMIT))}`, standing(line, voice)].join('\n'),
  );
  if (closedSince !== null) return text;
  const value: AnswerValue = { checkInId: checkIn.id, item: line.item };
  const label = line.answer === null ? t.answerButton : t.answerAgainButton;
  return {
    ...text,
    block_id: `item-${line.item}`,
    accessory: {
      type: 'button',
      action_id: ANSWER_ACTION,
      text: { type: 'plain_text', text: label },
      value: JSON.stringify(value),
      accessibility_label: `${label} ${line.item}`,
      ...(line.answer === null ? { style: 'primary' as const } : {}),
    },
  };
}

function standing(line: CheckInLine, voice: Voice): string {
  const { t } = voice;
  if (line.answer !== null) return t.answered(answerText(line, voice), formatDay(line.answer.reportedOn));
  const last = line.phase ? lastSaidOfPhase(line.phase) : line.goal ? lastSaidOfGoal(line.goal) : null;
  const on = line.phase?.lastReport?.reportedOn ?? line.goal?.lastMeasurement?.reportedOn;
  const parts = [
    // Of what was never reported, its health says so.
    ...(last === null || on === undefined ? [] : [t.lastSaid(saidText(last, voice), formatDay(on))]),
    ...(line.phase ? [t.dueOn(formatDay(line.phase.phase.end))] : []),
    healthLine((line.phase ?? line.goal)?.figure.health ?? null, line.item, voice),
  ];
  return parts.join(' · ');
}

function answerText({ answer, phase, goal }: CheckInLine, voice: Voice): string {
  if (answer !== null && 'phase' in answer && phase)
    return saidText(saidOfReport(answer, phase.phase), voice);
  if (answer !== null && 'goal' in answer && goal)
    return saidText(saidOfMeasurement(answer, goal.goal.indicator), voice);
  return voice.t.noFigure;
}

/** What people call the item: a phase by its description, an indicator by its goal's title. */
export function titleOf({ phase, goal }: Pick<CheckInLine, 'phase' | 'goal'>): string {
  if (phase)
    return wordingText(phase.phase.description) ?? wordingText(phase.phase.output) ?? phase.goal.title;
  return goal ? `${goal.goal.title} — ${goal.goal.indicator.description}` : '';
}
