/** Questions about what somebody wrote, and what becomes of them once answered. */
import type { ActionsBlock, Button } from '@slack/types';
import type { AskedBack, Notice } from '../../domain/notice.ts';
import { readReference } from '../grammar/read-reference.ts';
import { clip, context, escapeText, fitted, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** `action_id`s of the buttons: of the choices in their order, and of none of them. */
const CHOICE_ACTIONS = [0, 1, 2, 3, 4].map((index) => `choose_reading_${index}`);
const NONE_ACTION = 'choose_reading_none';
export const CHOOSE_READING_ACTIONS: readonly string[] = [...CHOICE_ACTIONS, NONE_ACTION];

/** Value of the button that chooses nothing; that of the others is the index of their choice. */
export const NO_READING = 'none';

/** Slack's limit for the label of a button. */
const LABEL_LIMIT = 75;
/** Of what somebody wrote, so that the question and all the choices are seen. */
const LINE_LIMIT = 300;

/** @param titles what people call the items, by code */
export function askBackMessage(
  asked: AskedBack,
  voice: Voice,
  titles: ReadonlyMap<string, string> = new Map(),
): MessageContent {
  const { t } = voice;
  const question = t.askBack[asked.reason](clip(asked.lines[asked.index] ?? '', LINE_LIMIT));
  const codes = asked.choices.map(codeOf);
  const titleOf = (index: number) => titles.get(codes[index] ?? '');
  const rows = asked.choices.map((choice, index) => {
    const title = choice.includes('\n') ? undefined : titleOf(index);
    return section(
      `${index + 1}. ${quoted(choice)}${title === undefined ? '' : ` ${escapeText(clip(title, 200))}`}`,
    );
  });
  const labels = asked.choices.map((choice, index) => {
    const title = titleOf(index);
    const count = choice.split('\n').length;
    if (count > 1) return asked.reason === 'WHICH_FIGURE' ? t.askBackLines(count) : t.askBackTogether(count);
    const isToldByCode = codes.filter((code) => code === codes[index]).length === 1;
    return isToldByCode && title !== undefined ? `${codes[index]} · ${title}` : choice;
  });
  return message(
    escapeText(question),
    fitted(
      [section(`❓ ${escapeText(question)}`)],
      rows,
      [
        buttons([
          ...labels.map((label, index) => button(CHOICE_ACTIONS[index], label, String(index), 'primary')),
          button(NONE_ACTION, t.askBackNone, NO_READING),
        ]),
        context(`${t.askBackPending(asked.lines.length)} ${t.askBackRewrite}`),
      ],
      t.more,
    ),
  );
}

export function correctionMessage(offered: Of<'CORRECTION_OFFERED'>, { t }: Voice): MessageContent {
  const question = t.correctionOffered(offered.lines.length);
  return message(
    question,
    fitted(
      [section(`✏️ ${question}`)],
      offered.lines.map((line) => section(`• ${quoted(line)}`)),
      [
        buttons([
          button(CHOICE_ACTIONS[0], t.correctionRecord, '0', 'primary'),
          button(NONE_ACTION, t.correctionLeave, NO_READING),
        ]),
        context(t.correctionPending),
      ],
      t.more,
    ),
  );
}

export function keptMessage(kept: Of<'KEPT_AFTER_DELETION'>, { t }: Voice): MessageContent {
  const text = t.keptAfterDeletion(kept.items.join(', '));
  return message(text, [section(text)]);
}

/** How a question ended. */
export type ReadingOutcome = 'CHOSEN' | 'REFUSED' | 'NONE' | 'BEFORE' | 'SUPERSEDED';

/** The question without its buttons. @param choice the lines that were chosen; empty when none were */
export function settledMessage(
  notice: AskedBack | Of<'CORRECTION_OFFERED'>,
  outcome: ReadingOutcome,
  choice: string,
  voice: Voice,
): MessageContent {
  const { t } = voice;
  const question =
    notice.kind === 'ASK_BACK'
      ? escapeText(t.askBack[notice.reason](clip(notice.lines[notice.index] ?? '', LINE_LIMIT)))
      : t.correctionOffered(notice.lines.length);
  const end = endOf(notice, outcome, choice, voice);
  return message(`${question} ${end}`, [section(question), section(end)]);
}

function endOf(
  { kind }: AskedBack | Of<'CORRECTION_OFFERED'>,
  outcome: ReadingOutcome,
  choice: string,
  { t }: Voice,
): string {
  switch (outcome) {
    case 'CHOSEN':
      return `✅ ${t.readingChosen(quoted(choice))}`;
    case 'REFUSED':
      return `⚠️ ${t.readingRefused(quoted(choice))}`;
    case 'NONE':
      return kind === 'ASK_BACK' ? t.readingNone : t.correctionLeft;
    case 'BEFORE':
      return t.readingBefore;
    case 'SUPERSEDED':
      return t.readingSuperseded;
  }
}

/** What can be sent as it stands; several lines one after the other. */
const quoted = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => `\`${escapeText(clip(line.replaceAll('`', '’'), LINE_LIMIT))}\``)
    .join(' ');

/** The code that a choice begins with. */
function codeOf(choice: string): string | undefined {
  const reference = readReference(choice);
  return reference.kind === 'ITEM' ? reference.item : undefined;
}

const buttons = (elements: Button[]): ActionsBlock => ({ type: 'actions', block_id: 'readings', elements });

const button = (action = NONE_ACTION, label: string, value: string, style?: 'primary'): Button => ({
  type: 'button',
  action_id: action,
  text: { type: 'plain_text', text: clip(label, LABEL_LIMIT) },
  value,
  ...(style ? { style } : {}),
});
