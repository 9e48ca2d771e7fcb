/** The modal that takes the answers of one line or of a page of them, with what was said last filled in. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { IsoDate } from '../../domain/dates.ts';
import { canRepeat, lastSequenceOf } from '../../domain/last-said.ts';
import type { CheckInLine, CheckInState } from '../../services/read-check-in.ts';
import { lineText } from './check-in-blocks.ts';
import { inOrder, type PlacedLine, waitingLines } from './check-in-lines.ts';
import { clip, context, divider, section } from './parts.ts';
import {
  type FieldSetting,
  figureInputs,
  figureText,
  filledIn,
  furtherInputs,
  NOTHING_TYPED,
  noteInput,
  type Typed,
} from './report-fields.ts';
import { type FormLine, fingerprint, type ReportForm } from './report-form.ts';
import type { Voice } from './voice.ts';

export const REPORT_VIEW = 'report_view';
/** The button that shows the further fields of a line; its value is the item. */
export const MORE_ACTION = 'report_more';
/** `block_id` and `action_id` of the day that all lines speak of which have none of their own. */
export const DAY_FIELD = 'day';
/** `action_id` of the box that says that the lines left alone are unchanged; `block_id` is {@link othersId}. */
export const OTHERS_ACTION = 'others';
/** Of a page: a box ticked on one page is not ticked on the next. */
export const othersId = (page: number): string => `others:${page}`;

/** With all their fields these lines take no more than the 100 blocks of a modal. */
export const LINES_A_PAGE = 10;

/** What a form is about: a check-in, or an item outside of any. */
export type FormSource = Pick<CheckInState, 'year' | 'lines'> & {
  readonly checkIn: { readonly id: string } | null;
};

/** The form of one line, with all its fields. */
export function formOfLine({ checkIn, year }: FormSource, line: CheckInLine, voice: Voice): ReportForm {
  return {
    checkInId: checkIn?.id ?? null,
    year,
    home: null,
    scope: 'ONE',
    page: 0,
    lines: [withFurtherFields(formLine(line, voice), line, voice)],
    last: 0,
    left: 0,
    recorded: [],
  };
}

/** The first page over the lines that wait for an answer, or over every line when none does. */
export function firstPage(state: CheckInState, voice: Voice): ReportForm {
  const scope = waitingLines(state).length > 0 ? 'WAITING' : 'EVERY';
  return page(state, { scope, home: null, page: 0, after: -1, recorded: [] }, voice);
}

/** The page after `form`; null when there is none. */
export function nextPage(
  form: ReportForm,
  recorded: readonly string[],
  state: CheckInState,
  voice: Voice,
): ReportForm | null {
  const { scope, home, last: after } = form;
  if (scope === 'ONE') return null;
  const next = page(state, { scope, home, page: form.page + 1, after, recorded: [...recorded] }, voice);
  return next.lines.length > 0 ? next : null;
}

type PageQuery = Pick<ReportForm, 'home' | 'page' | 'recorded'> & {
  readonly scope: 'WAITING' | 'EVERY';
  /** Place of the last line of the page before; −1 for the first. */
  readonly after: number;
};

function page(state: CheckInState, { after, ...query }: PageQuery, voice: Voice): ReportForm {
  const following = placed(state, query.scope).filter(({ place }) => place > after);
  const shown = following.slice(0, LINES_A_PAGE);
  return {
    ...query,
    checkInId: state.checkIn.id,
    year: state.year,
    lines: shown.map(({ line }) => {
      const formed = formLine(line, voice);
      // Else recording another figure would lift a block without having shown it.
      return line.phase?.lastReport?.blockedBecause ? withFurtherFields(formed, line, voice) : formed;
    }),
    last: shown.at(-1)?.place ?? after,
    left: following.length - shown.length,
  };
}

/** An answer changes how urgent a line is: where answered lines are shown too, they stand in the plan's order. */
const placed = (state: CheckInState, scope: 'WAITING' | 'EVERY'): readonly PlacedLine[] =>
  scope === 'WAITING'
    ? inOrder(state, waitingLines(state))
    : state.lines.map((line, place) => ({ line, place })).filter(({ line }) => line.answerable);

const formLine = (line: CheckInLine, voice: Voice): FormLine => ({
  item: line.item,
  sequence: lastSequenceOf(line),
  figure: fingerprint(figureText(line, (field) => filledIn(line, field, voice))),
  blocked: null,
});

export const withFurtherFields = (formed: FormLine, line: CheckInLine, voice: Voice): FormLine => ({
  ...formed,
  blocked: fingerprint(filledIn(line, 'blocked', voice)),
});

export type ReportModalInput = {
  readonly form: ReportForm;
  readonly state: FormSource;
  /** Filled in as the common day. */
  readonly day: IsoDate;
  /** What was typed before the view is drawn again. */
  readonly typed?: Typed;
  /** Whether the box {@link OTHERS_ACTION} is ticked. */
  readonly othersUnchanged?: boolean;
};

export function reportModal(input: ReportModalInput, voice: Voice): ModalView {
  const { t } = voice;
  const { form, state, day } = input;
  const several = form.scope !== 'ONE';
  const setting: FieldSetting = { voice, several, typed: input.typed ?? NOTHING_TYPED };
  const lines = form.lines.flatMap((formed) => {
    const line = state.lines.find(({ item }) => item === formed.item);
    return line ? [{ formed, line }] : [];
  });
  return {
    type: 'modal',
    callback_id: REPORT_VIEW,
    private_metadata: JSON.stringify(form),
    title: { type: 'plain_text', text: t.modalTitle },
    submit: { type: 'plain_text', text: form.left > 0 ? t.modalSubmitNext : t.modalSubmit },
    close: { type: 'plain_text', text: t.modalClose },
    blocks: [
      ...(several ? [context(headOf(form, voice))] : []),
      ...lines.flatMap(({ formed, line }) => blocksOf(formed, line, state.year, setting)),
      ...(several
        ? othersInput(
            input,
            lines.map(({ line }) => line),
            voice,
          )
        : []),
      {
        type: 'input',
        block_id: DAY_FIELD,
        label: { type: 'plain_text', text: several ? t.modalDays : t.modalDay },
        element: { type: 'datepicker', action_id: DAY_FIELD, initial_date: day },
      },
    ],
  };
}

function headOf({ left, recorded }: ReportForm, { t }: Voice): string {
  return [
    ...(recorded.length > 0 ? [t.modalRecorded(recorded.join(', '))] : []),
    t.modalOnlyChanged,
    ...(left > 0 ? [t.modalLeft(left)] : []),
  ].join(' ');
}

function blocksOf(
  formed: FormLine,
  line: CheckInLine,
  year: number,
  setting: FieldSetting,
): readonly KnownBlock[] {
  const { t } = setting.voice;
  const title = section(lineText({ ...line, answer: null }, year, setting.voice));
  const hidden = formed.blocked === null;
  const more = {
    type: 'button' as const,
    action_id: MORE_ACTION,
    text: { type: 'plain_text' as const, text: t.modalMore },
    value: line.item,
    accessibility_label: clip(`${t.modalMore} ${line.item}`, 75),
  };
  return [
    ...(setting.several ? [divider()] : []),
    { ...title, block_id: `line:${line.item}`, ...(hidden ? { accessory: more } : {}) },
    ...figureInputs(line, setting),
    noteInput(line, setting),
    ...(hidden ? [] : furtherInputs(line, setting)),
  ];
}

/** Offered where there is a line of which “unchanged” can be said. */
function othersInput(
  { form, othersUnchanged }: ReportModalInput,
  lines: readonly CheckInLine[],
  { t }: Voice,
): readonly InputBlock[] {
  const repeatable = lines.filter(
    (line) => line.answer === null && line.answerable && canRepeat(line),
  ).length;
  if (repeatable === 0) return [];
  const choice = {
    text: { type: 'plain_text' as const, text: clip(t.modalOthersChoice(repeatable), 75) },
    value: 'unchanged',
  };
  return [
    {
      type: 'input',
      block_id: othersId(form.page),
      optional: true,
      label: { type: 'plain_text', text: t.modalOthers },
      hint: { type: 'plain_text', text: t.modalOthersHint },
      element: {
        type: 'checkboxes',
        action_id: OTHERS_ACTION,
        options: [choice],
        ...(othersUnchanged ? { initial_options: [choice] } : {}),
      },
    },
  ];
}
