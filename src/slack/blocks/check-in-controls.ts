/** The buttons of a check-in: what each is called and carries. */
import type { ActionsBlock, ActionsBlockElement, Button } from '@slack/types';
import { canRepeat, lastSequenceOf } from '../../domain/last-said.ts';
import type { CheckInLine, CheckInState } from '../../services/read-check-in.ts';
import { waitingLines } from './check-in-lines.ts';
import { clip } from './parts.ts';
import type { Voice } from './voice.ts';

/** `action_id` of each; those of one line carry a {@link LineValue}, the others the id of the check-in. */
export const ANSWER_ACTION = 'check_in_answer';
export const UNCHANGED_ACTION = 'check_in_unchanged';
export const DONE_ACTION = 'check_in_done';
export const BLOCKED_ACTION = 'check_in_blocked';
export const ANSWER_ALL_ACTION = 'check_in_answer_all';
export const ALL_UNCHANGED_ACTION = 'check_in_all_unchanged';
export const SNOOZE_ACTION = 'check_in_snooze';
export const SKIP_ACTION = 'check_in_skip';

/** `sequence` is of the last report that the line showed; 0 where there was none. */
export type LineValue = { readonly checkInId: string; readonly item: string; readonly sequence: number };

/** `sequence` is the greatest that the lines showed: the same button pressed twice is one answer. */
export type AllUnchangedValue = { readonly checkInId: string; readonly sequence: number };

/** An option of the snooze menu is one of these, a slash, and the id of the check-in. */
export const SNOOZES = ['HOUR', 'TOMORROW', 'DAY'] as const;
export type Snooze = (typeof SNOOZES)[number];

const BUTTON_LABEL_LIMIT = 75;

type ButtonOptions = {
  readonly value: string;
  /** What screen readers say; the text itself unless told. */
  readonly label?: string;
  readonly style?: 'primary';
};

const button = (actionId: string, text: string, { value, label = text, style }: ButtonOptions): Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: clip(text, BUTTON_LABEL_LIMIT) },
  value,
  accessibility_label: clip(label, BUTTON_LABEL_LIMIT),
  ...(style ? { style } : {}),
});

function lineButton(actionId: string, text: string, checkInId: string, line: CheckInLine): Button {
  const value: LineValue = { checkInId, item: line.item, sequence: lastSequenceOf(line) };
  return button(actionId, text, { value: JSON.stringify(value), label: `${text} ${line.item}` });
}

/** Under a line that waits for its answer. */
export const lineControls = (checkInId: string, line: CheckInLine, { t }: Voice): ActionsBlock => ({
  type: 'actions',
  block_id: `answer-${line.item}`,
  elements: [
    ...(canRepeat(line) ? [lineButton(UNCHANGED_ACTION, t.unchangedButton, checkInId, line)] : []),
    lineButton(ANSWER_ACTION, t.answerButton, checkInId, line),
    ...(line.phase
      ? [
          lineButton(DONE_ACTION, t.doneButton, checkInId, line),
          lineButton(BLOCKED_ACTION, t.blockedButton, checkInId, line),
        ]
      : []),
  ],
});

/** Beside a line that has its answer. */
export const editButton = (checkInId: string, line: CheckInLine, { t }: Voice): Button =>
  lineButton(ANSWER_ACTION, t.answerAgainButton, checkInId, line);

/** For the check-in as a whole. */
export function topControls(state: CheckInState, voice: Voice): ActionsBlock {
  const { t } = voice;
  const { checkIn } = state;
  const waiting = waitingLines(state);
  const all = waiting.length > 0 ? t.updateAllButton : t.editAllButton;
  const elements: ActionsBlockElement[] = [
    button(ANSWER_ALL_ACTION, all, { value: checkIn.id, style: 'primary' }),
    ...allUnchangedButton(state, voice),
  ];
  if (waiting.length > 0 && checkIn.skipped === null) {
    elements.push(snoozeMenu(checkIn.id, voice), button(SKIP_ACTION, t.skipButton, { value: checkIn.id }));
  }
  // A menu keeps what was chosen while its block keeps its id: after each answer or snooze it is empty again.
  return { type: 'actions', block_id: `all-${waiting.length}-${state.snoozedUntil ?? ''}`, elements };
}

function allUnchangedButton(state: CheckInState, { t }: Voice): readonly Button[] {
  const repeatable = waitingLines(state).filter(canRepeat);
  if (repeatable.length === 0) return [];
  const value: AllUnchangedValue = {
    checkInId: state.checkIn.id,
    sequence: Math.max(...state.lines.map(lastSequenceOf)),
  };
  const text = t.allUnchangedButton(repeatable.length);
  const label = t.allUnchangedLabel(repeatable.length);
  return [button(ALL_UNCHANGED_ACTION, text, { value: JSON.stringify(value), label })];
}

function snoozeMenu(checkInId: string, { t }: Voice): ActionsBlockElement {
  const texts: Readonly<Record<Snooze, string>> = {
    HOUR: t.snoozeHour,
    TOMORROW: t.snoozeTomorrow,
    DAY: t.snoozeDay,
  };
  return {
    type: 'static_select',
    action_id: SNOOZE_ACTION,
    placeholder: { type: 'plain_text', text: t.snoozePlaceholder },
    options: SNOOZES.map((snooze) => ({
      text: { type: 'plain_text', text: texts[snooze] },
      value: `${snooze}/${checkInId}`,
    })),
  };
}
