/** Questions about what somebody wrote, and what becomes of them once answered. */
import type { ActionsBlock, Button, StaticSelect } from '@slack/types';
import type { AskedBack, Notice } from '../../domain/notice.ts';
import { decimalsAsWritten } from '../grammar/doubtful-readings.ts';
import { readReference } from '../grammar/read-reference.ts';
import { clip, context, escapeText, fitted, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** `action_id`s: of a button for each choice in their order, of the menu of more than those, of none of them. */
const CHOICE_ACTIONS = [0, 1, 2, 3, 4].map((index) => `choose_reading_${index}`);
const MENU_ACTION = 'choose_reading_menu';
const NONE_ACTION = 'choose_reading_none';
export const CHOOSE_READING_ACTIONS: readonly string[] = [...CHOICE_ACTIONS, MENU_ACTION, NONE_ACTION];

/** Value of the button that chooses nothing; that of the others, and of the options, is the index of their choice. */
export const NO_READING = 'none';

/** Slack's limit for the label of a button, an option, and for what an option says below. */
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
  const isMenu = asked.choices.length > CHOICE_ACTIONS.length;
  // A menu says by itself what it offers: that many lines would hide it.
  const rows = (isMenu ? [] : asked.choices).map((choice, index) => {
    const title = choice.includes('\n') ? undefined : titleOf(index);
    return section(
      `${index + 1}. ${quoted(shownReading(asked, choice, voice))}${title === undefined ? '' : ` ${escapeText(clip(title, 200))}`}`,
    );
  });
  const labels = asked.choices.map((choice, index) => {
    const title = titleOf(index);
    const count = choice.split('\n').length;
    if (count > 1) return asked.reason === 'WHICH_FIGURE' ? t.askBackLines(count) : t.askBackTogether(count);
    const isToldByCode =
      codes.filter((code, other) => code === codes[index] && !asked.choices[other]?.includes('\n')).length ===
      1;
    return isToldByCode && title !== undefined
      ? `${codes[index]} · ${title}`
      : shownReading(asked, choice, voice);
  });
  return message(
    escapeText(question),
    fitted(
      [section(`❓ ${escapeText(question)}`)],
      rows,
      [
        controls([
          ...(isMenu
            ? [menu(labels, asked.choices, t.askBackMenu)]
            : labels.map((label, index) => button(CHOICE_ACTIONS[index], label, String(index), 'primary'))),
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
        controls([
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
  notice: AskedBack | Of<'CORRECTION_OFFERED'>,
  outcome: ReadingOutcome,
  choice: string,
  voice: Voice,
): string {
  const { t } = voice;
  const isQuestion = notice.kind === 'ASK_BACK';
  const shown = quoted(isQuestion ? shownReading(notice, choice, voice) : choice);
  switch (outcome) {
    case 'CHOSEN':
      return `✅ ${t.readingChosen(shown)}`;
    case 'REFUSED':
      return `⚠️ ${t.readingRefused(shown)}`;
    case 'NONE':
      return isQuestion ? t.readingNone : t.correctionLeft;
    case 'BEFORE':
      return t.readingBefore;
    case 'SUPERSEDED':
      return t.readingSuperseded;
  }
}

/** A choice as it is shown: a decimal as it was written, and said to be one, for the zero that tells it to the grammar. */
const shownReading = ({ lines, index }: AskedBack, choice: string, { t }: Voice): string =>
  decimalsAsWritten(choice, lines[index] ?? '', t.askBackDecimal);

/** As code; several lines one after the other. */
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

const controls = (elements: (Button | StaticSelect)[]): ActionsBlock => ({
  type: 'actions',
  block_id: 'readings',
  elements,
});

/** More choices than a row of buttons holds. Of several lines in one, an option says below which items they are about. */
const menu = (labels: readonly string[], choices: readonly string[], placeholder: string): StaticSelect => ({
  type: 'static_select',
  action_id: MENU_ACTION,
  placeholder: plain(placeholder),
  options: labels.map((label, index) => {
    const codes = (choices[index] ?? '').split('\n').map(codeOf);
    return {
      text: plain(label),
      value: String(index),
      ...(codes.length > 1 ? { description: plain(codes.join(', ')) } : {}),
    };
  }),
});

const plain = (text: string) => ({ type: 'plain_text', text: clip(text, LABEL_LIMIT) }) as const;

const button = (action = NONE_ACTION, label: string, value: string, style?: 'primary'): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label),
  value,
  ...(style ? { style } : {}),
});
