/** The small forms behind a check-in's buttons: why an item is blocked, until when to snooze, why to skip. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { addDays, type IsoDate } from '../../domain/dates.ts';
import { NOTE_LIMIT } from '../../domain/statement.ts';
import { formatDay } from '../../messages/format.ts';
import type { CheckInLine, CheckInState } from '../../services/read-check-in.ts';
import { lineText } from './check-in-blocks.ts';
import { section } from './parts.ts';
import type { Voice } from './voice.ts';

export const BLOCKED_VIEW = 'check_in_blocked_view';
export const SNOOZE_VIEW = 'check_in_snooze_view';
export const SKIP_VIEW = 'check_in_skip_view';

/** `block_id` and `action_id` of the one input that each has. */
export const REASON_FIELD = 'reason';
export const UNTIL_FIELD = 'until';

/** `private_metadata` of the form of a blocked item. */
export type BlockedContext = { readonly checkInId: string; readonly item: string };

export function blockedModal({ checkIn, year }: CheckInState, line: CheckInLine, voice: Voice): ModalView {
  const { t } = voice;
  const about: BlockedContext = { checkInId: checkIn.id, item: line.item };
  return {
    ...modal(BLOCKED_VIEW, t.blockedTitle, t.modalSubmit, voice),
    private_metadata: JSON.stringify(about),
    blocks: [
      section(lineText({ ...line, answer: null }, year, voice)),
      reasonInput(t.blockedReason, t.blockedPlaceholder),
    ],
  };
}

/** `private_metadata` is the id of the check-in, as of the form of a skip. */
export function snoozeModal({ checkIn }: CheckInState, today: IsoDate, voice: Voice): ModalView {
  const { t } = voice;
  const tomorrow = addDays(today, 1);
  return {
    ...modal(SNOOZE_VIEW, t.snoozeTitle, t.snoozeSubmit, voice),
    private_metadata: checkIn.id,
    blocks: [
      {
        type: 'input',
        block_id: UNTIL_FIELD,
        label: { type: 'plain_text', text: t.snoozeOn },
        hint: { type: 'plain_text', text: t.snoozeHint(formatDay(checkIn.closesOn)) },
        element: {
          type: 'datepicker',
          action_id: UNTIL_FIELD,
          initial_date: tomorrow <= checkIn.closesOn ? tomorrow : checkIn.closesOn,
        },
      },
    ],
  };
}

export function skipModal({ checkIn }: CheckInState, voice: Voice): ModalView {
  const { t } = voice;
  const hint = t.skipHint(formatDay(checkIn.closesOn));
  return {
    ...modal(SKIP_VIEW, t.skipTitle, t.skipSubmit, voice),
    private_metadata: checkIn.id,
    blocks: [{ ...reasonInput(t.skipReason, t.skipPlaceholder), hint: { type: 'plain_text', text: hint } }],
  };
}

const modal = (
  callbackId: string,
  title: string,
  submit: string,
  { t }: Voice,
): ModalView & { blocks: KnownBlock[] } => ({
  type: 'modal',
  callback_id: callbackId,
  title: { type: 'plain_text', text: title },
  submit: { type: 'plain_text', text: submit },
  close: { type: 'plain_text', text: t.modalClose },
  blocks: [],
});

const reasonInput = (label: string, placeholder: string): InputBlock => ({
  type: 'input',
  block_id: REASON_FIELD,
  label: { type: 'plain_text', text: label },
  element: {
    type: 'plain_text_input',
    action_id: REASON_FIELD,
    multiline: true,
    max_length: NOTE_LIMIT,
    focus_on_load: true,
    placeholder: { type: 'plain_text', text: placeholder },
  },
});
