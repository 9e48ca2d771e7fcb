/** The modal that takes one answer, with what was said last filled in. */
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { IsoDate } from '../../domain/dates.ts';
import { type Decimal, decimalOf } from '../../domain/decimal.ts';
import type { GoalFigures, PhaseFigures } from '../../domain/plan-figures.ts';
import { NOTE_LIMIT } from '../../domain/statement.ts';
import { formatNumber, writeNumber } from '../../messages/format.ts';
import { titleOf } from './check-in-blocks.ts';
import { clip, context, escapeText, section } from './parts.ts';
import { healthLine, type Voice } from './voice.ts';

export const REPORT_VIEW = 'report_view';

/** `block_id` of each input, which is also what an error points at. Each has one element, `action_id` "value". */
export const REPORT_FIELDS = {
  percent: 'percent',
  units: 'units',
  numerator: 'numerator',
  denominator: 'denominator',
  value: 'value',
  blocked: 'blocked',
  note: 'note',
  day: 'day',
} as const;
export const FIELD_ACTION = 'value';

/** Travels in `private_metadata`. */
export type ReportModalContext = { readonly item: string; readonly checkInId: string };

export type ReportModalInput = {
  readonly phase: PhaseFigures | null;
  readonly goal: GoalFigures | null;
  readonly item: string;
  readonly checkInId: string;
  readonly today: IsoDate;
};

export function reportModal(input: ReportModalInput, voice: Voice): ModalView {
  const { t } = voice;
  const modalContext: ReportModalContext = { item: input.item, checkInId: input.checkInId };
  const health = (input.phase ?? input.goal)?.figure.health ?? null;
  const blocks: KnownBlock[] = [
    section(t.modalFor(input.item, escapeText(clip(titleOf(input), 500)))),
    context(healthLine(health, input.item, voice)),
    ...figureInputs(input, voice),
    ...(input.phase ? [blockedInput(input.phase, voice)] : []),
    textInput(REPORT_FIELDS.note, t.modalNote, {
      optional: true,
      multiline: true,
      placeholder: t.modalNotePlaceholder,
    }),
    {
      type: 'input',
      block_id: REPORT_FIELDS.day,
      label: { type: 'plain_text', text: t.modalDay },
      element: { type: 'datepicker', action_id: FIELD_ACTION, initial_date: input.today },
    },
  ];
  return {
    type: 'modal',
    callback_id: REPORT_VIEW,
    private_metadata: JSON.stringify(modalContext),
    title: { type: 'plain_text', text: t.modalTitle },
    submit: { type: 'plain_text', text: t.modalSubmit },
    close: { type: 'plain_text', text: t.modalClose },
    blocks,
  };
}

function figureInputs({ phase, goal }: ReportModalInput, voice: Voice): KnownBlock[] {
  const { t, language } = voice;
  const written = (value: Decimal | null | undefined) => (value ? writeNumber(value, language) : undefined);
  if (phase?.phase.units) {
    const { name, target } = phase.phase.units;
    const last = phase.lastReport?.units;
    return [
      textInput(REPORT_FIELDS.units, t.modalUnits(name), {
        hint: t.modalUnitsHint(formatNumber(target, language), name),
        initial: last === null || last === undefined ? undefined : String(last),
        optional: true,
      }),
    ];
  }
  if (phase) {
    const bps = phase.lastReport?.percentBps;
    const last = bps === null || bps === undefined ? undefined : decimalOf(bps / 100);
    return [
      textInput(REPORT_FIELDS.percent, t.modalPercent, {
        hint: t.modalPercentHint,
        initial: written(last),
        optional: true,
      }),
    ];
  }
  if (goal?.goal.indicator.measure === 'VALUE') {
    return [
      textInput(REPORT_FIELDS.value, t.modalValue(goal.goal.indicator.unit), {
        initial: written(goal.lastMeasurement?.value),
      }),
    ];
  }
  return [
    textInput(REPORT_FIELDS.numerator, t.modalNumerator, {
      hint: goal?.goal.indicator.description,
      initial: written(goal?.lastMeasurement?.numerator),
    }),
    textInput(REPORT_FIELDS.denominator, t.modalDenominator, {
      hint: t.modalDenominatorHint,
      initial: written(goal?.lastMeasurement?.denominator),
    }),
  ];
}

const blockedInput = ({ lastReport }: PhaseFigures, { t }: Voice): InputBlock =>
  textInput(REPORT_FIELDS.blocked, t.modalBlocked, {
    optional: true,
    initial: lastReport?.blockedBecause ?? undefined,
  });

type TextOptions = {
  readonly hint?: string | undefined;
  readonly initial?: string | undefined;
  readonly placeholder?: string;
  readonly optional?: boolean;
  readonly multiline?: boolean;
};

function textInput(blockId: string, label: string, options: TextOptions): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    optional: options.optional ?? false,
    label: { type: 'plain_text', text: clip(label, 2000) },
    ...(options.hint ? { hint: { type: 'plain_text', text: clip(options.hint, 2000) } } : {}),
    element: {
      type: 'plain_text_input',
      action_id: FIELD_ACTION,
      multiline: options.multiline ?? false,
      max_length: NOTE_LIMIT,
      ...(options.initial !== undefined ? { initial_value: options.initial } : {}),
      ...(options.placeholder ? { placeholder: { type: 'plain_text', text: options.placeholder } } : {}),
    },
  };
}
