/** The inputs of a line in a form, by what its phase or indicator is answered with, and what is filled in. */
import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import { type Decimal, decimalOf } from '../../domain/decimal.ts';
import { type Phase, WHOLE_BPS } from '../../domain/plan.ts';
import { NOTE_LIMIT } from '../../domain/statement.ts';
import { formatNumber, writeNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import type { CheckInLine } from '../../services/read-check-in.ts';
import { clip } from './parts.ts';
import type { Voice } from './voice.ts';

/** Also the `action_id` of the input's element. */
export const REPORT_FIELDS = [
  'percent',
  'stage',
  'units',
  'value',
  'numerator',
  'denominator',
  'note',
  'blocked',
  'link',
  'file',
  'ownDay',
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

/** The `block_id` of an input: with the item in it, what was typed stays when the view is updated. */
export const fieldId = (field: ReportField, item: string): string => `${field}:${item}`;

/** What stands in a field now; undefined where the view has no such field yet. */
export type Typed = (field: ReportField, item: string) => string | undefined;

export const NOTHING_TYPED: Typed = () => undefined;

/** The inputs that together hold the figure of the line. */
export function figureFields({ phase, goal }: CheckInLine): readonly ReportField[] {
  if (phase?.phase.units) return ['units'];
  if (phase) return phase.phase.creditRule === 'PERCENT_COMPLETE' ? ['percent'] : ['stage'];
  return goal?.goal.indicator.measure === 'VALUE' ? ['value'] : ['numerator', 'denominator'];
}

/** What is filled in beforehand: the last value. Empty where there is none, or where it would count twice. */
export function filledIn(line: CheckInLine, field: ReportField, { language }: Voice): string {
  const { phase, goal } = line;
  const report = phase?.lastReport;
  const measurement = goal?.goal.indicator.accumulation === 'SUM' ? null : goal?.lastMeasurement;
  switch (field) {
    case 'percent':
      return isNumber(report?.percentBps) ? written(decimalOf(report.percentBps / 100), language) : '';
    case 'stage':
      return phase && isNumber(report?.percentBps) ? String(stageOf(phase.phase, report.percentBps)) : '';
    case 'units':
      return isNumber(report?.units) ? String(report.units) : '';
    case 'value':
    case 'numerator':
    case 'denominator':
      return written(measurement?.[field], language);
    case 'blocked':
      return (report?.blockedBecause ?? '').trim();
    default:
      return '';
  }
}

const written = (figure: Decimal | null | undefined, language: Language): string =>
  figure ? writeNumber(figure, language) : '';

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

/** The figure as filled in, or as typed, as one text. */
export const figureText = (line: CheckInLine, textOf: (field: ReportField) => string): string =>
  figureFields(line).map(textOf).join('/');

/** Percent points that the credit rule knows: of what lies between them it counts no more (rule 1). */
function stageOf({ creditRule }: Phase, percentBps: number): number {
  if (percentBps >= WHOLE_BPS) return 100;
  return creditRule === 'FIFTY_FIFTY' && percentBps > 0 ? 50 : 0;
}

/** How a form names its fields: with the item where there are several lines. */
export type FieldSetting = { readonly voice: Voice; readonly several: boolean; readonly typed: Typed };

export function figureInputs(line: CheckInLine, setting: FieldSetting): readonly KnownBlock[] {
  const { phase, goal } = line;
  const { voice } = setting;
  const { t, language } = voice;
  const sums = goal?.goal.indicator.accumulation === 'SUM' ? t.modalSumHint : undefined;
  return figureFields(line).map((field): KnownBlock => {
    switch (field) {
      case 'stage':
        return stageInput(line, setting);
      case 'units': {
        const { name = '', target = 0 } = phase?.phase.units ?? {};
        const hint = t.modalUnitsHint(formatNumber(target, language), name);
        return textInput(field, line, t.modalUnits(name), { hint }, setting);
      }
      case 'value':
        return textInput(field, line, t.modalValue(goal?.goal.indicator.unit ?? ''), { hint: sums }, setting);
      case 'numerator':
        return textInput(field, line, t.modalNumerator, { hint: goal?.goal.indicator.description }, setting);
      case 'denominator':
        return textInput(field, line, t.modalDenominator, { hint: sums ?? t.modalDenominatorHint }, setting);
      default:
        return textInput('percent', line, t.modalPercent, { hint: t.modalPercentHint }, setting);
    }
  });
}

export const noteInput = (line: CheckInLine, setting: FieldSetting): InputBlock => {
  const { t } = setting.voice;
  // One line each keeps a page of many lines short.
  const options = { multiline: !setting.several, placeholder: t.modalNotePlaceholder };
  return textInput('note', line, t.modalNote, options, setting);
};

/** What few lines need: the reason of a block, a document, and a day of its own where there are several lines. */
export function furtherInputs(line: CheckInLine, setting: FieldSetting): readonly KnownBlock[] {
  const { t } = setting.voice;
  const labelled = { several: setting.several, item: line.item, voice: setting.voice };
  return [
    ...(line.phase
      ? [textInput('blocked', line, t.modalBlocked, { hint: t.modalBlockedHint }, setting)]
      : []),
    {
      ...inputAround('link', t.modalLink, labelled),
      element: {
        type: 'url_text_input',
        action_id: 'link',
        placeholder: { type: 'plain_text', text: t.modalLinkPlaceholder },
        ...initialValue(setting.typed('link', line.item)),
      },
    },
    {
      ...inputAround('file', t.modalFile, labelled),
      element: { type: 'file_input', action_id: 'file', max_files: 1 },
    },
    ...(setting.several ? [ownDayInput(line, setting)] : []),
  ];
}

function ownDayInput(line: CheckInLine, { typed, several, voice }: FieldSetting): InputBlock {
  const day = typed('ownDay', line.item);
  return {
    ...inputAround('ownDay', voice.t.modalOwnDay, { several, item: line.item, voice }),
    element: { type: 'datepicker', action_id: 'ownDay', ...(day ? { initial_date: day } : {}) },
  };
}

function stageInput(line: CheckInLine, { typed, several, voice }: FieldSetting): InputBlock {
  const { t } = voice;
  const { modalStages: texts } = t;
  const stages: readonly (readonly [string, string])[] =
    line.phase?.phase.creditRule === 'FIFTY_FIFTY'
      ? [
          ['0', texts.NOT_STARTED],
          ['50', texts.STARTED],
          ['100', texts.COMPLETED],
        ]
      : [
          ['0', texts.NOT_COMPLETED],
          ['100', texts.COMPLETED],
        ];
  const options = stages.map(
    ([value, text]): PlainTextOption => ({ text: { type: 'plain_text', text }, value }),
  );
  const now = typed('stage', line.item) ?? filledIn(line, 'stage', voice);
  const initial = options.find(({ value }) => value === now);
  return {
    ...inputAround('stage', t.modalStage, { several, item: line.item, voice }),
    hint: {
      type: 'plain_text',
      text: clip(t.creditRules[line.phase?.phase.creditRule ?? 'ZERO_HUNDRED'], 2000),
    },
    element: {
      type: 'static_select',
      action_id: 'stage',
      placeholder: { type: 'plain_text', text: t.modalStagePlaceholder },
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}

type TextOptions = {
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly multiline?: boolean;
};

function textInput(
  field: ReportField,
  line: CheckInLine,
  label: string,
  { hint, placeholder, multiline = false }: TextOptions,
  { typed, several, voice }: FieldSetting,
): InputBlock {
  return {
    ...inputAround(field, label, { several, item: line.item, voice }),
    ...(hint ? { hint: { type: 'plain_text', text: clip(hint, INPUT_TEXT_LIMIT) } } : {}),
    element: {
      type: 'plain_text_input',
      action_id: field,
      multiline,
      max_length: NOTE_LIMIT,
      ...initialValue(typed(field, line.item) ?? filledIn(line, field, voice)),
      ...(placeholder ? { placeholder: { type: 'plain_text', text: placeholder } } : {}),
    },
  };
}

/** Slack's limit of a label and of a hint; shorter, so that a form stays readable. */
const INPUT_TEXT_LIMIT = 300;

/** Every input may stay empty: Slack would hold back the whole form for a line that was not touched. */
const inputAround = (
  field: ReportField,
  label: string,
  { several, item, voice }: { several: boolean; item: string; voice: Voice },
) => ({
  type: 'input' as const,
  block_id: fieldId(field, item),
  optional: true,
  label: {
    type: 'plain_text' as const,
    text: clip(several ? voice.t.modalFieldOf(item, label) : label, INPUT_TEXT_LIMIT),
  },
});

const initialValue = (text: string | undefined): { initial_value?: string } =>
  text ? { initial_value: text } : {};
