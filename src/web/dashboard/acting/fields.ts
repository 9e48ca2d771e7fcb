/** What was typed into a form as the API takes it. Whether it is right the API decides, and says at which field it is not. */
import type { Decimal } from '../../../domain/decimal.ts';
import { isDoubtfulNumber, parseNumber, writeNumber } from '../../../messages/format.ts';
import type { Language } from '../../../messages/language.ts';

export type Texts = Readonly<Record<string, string>>;

/** The fields of an input, or which of them holds no number that can be taken. */
export type Parsed<Fields> =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly field: string; readonly because: NumberProblem };

/** DOUBTFUL: thousands in one language and thousandths in the other, so that nobody knows what was meant. */
export type NumberProblem = 'NOT_A_NUMBER' | 'DOUBTFUL';

export type ReportFields = {
  readonly percent?: number;
  readonly units?: number;
  readonly done?: true;
  readonly blockedBecause?: string;
  readonly note?: string;
  readonly evidence?: string;
  readonly reportedOn?: string;
};

export type MeasurementFields = {
  readonly numerator?: number;
  readonly denominator?: number;
  readonly value?: number;
  readonly note?: string;
  readonly evidence?: string;
  readonly reportedOn?: string;
};

/** A ticked box. */
export const TICKED = 'yes';

/** Of a phase that is complete no figure is sent: the two together are refused. */
export function reportFields(texts: Texts, language: Language): Parsed<ReportFields> {
  const isDone = texts.done === TICKED;
  const figures = isDone
    ? ({ ok: true, fields: {} } as const)
    : numbersIn(texts, ['percent', 'units'], language);
  if (!figures.ok) return figures;
  const words = wordsIn(texts, ['blockedBecause', 'note', 'evidence', 'reportedOn']);
  return { ok: true, fields: { ...figures.fields, ...(isDone && { done: true }), ...words } };
}

export function measurementFields(texts: Texts, language: Language): Parsed<MeasurementFields> {
  const figures = numbersIn(texts, ['numerator', 'denominator', 'value'], language);
  if (!figures.ok) return figures;
  return { ok: true, fields: { ...figures.fields, ...wordsIn(texts, ['note', 'evidence', 'reportedOn']) } };
}

/** A number of the API as it is typed; empty for none. */
export const numberText = (value: number | null | undefined, language: Language): string =>
  value === null || value === undefined ? '' : writeNumber(String(value) as Decimal, language);

function numbersIn<Name extends string>(
  texts: Texts,
  names: readonly Name[],
  language: Language,
): Parsed<{ readonly [Field in Name]?: number }> {
  const fields: { [Field in Name]?: number } = {};
  for (const name of names) {
    const text = texts[name]?.trim() ?? '';
    if (text === '') continue;
    const typed = text.replace(/\s*%$/, '');
    const number = parseNumber(typed, language);
    if (number === undefined) return { ok: false, field: name, because: 'NOT_A_NUMBER' };
    if (isDoubtfulNumber(typed, language)) return { ok: false, field: name, because: 'DOUBTFUL' };
    fields[name] = Number(number);
  }
  return { ok: true, fields };
}

/** What is left empty is not said. */
function wordsIn<Name extends string>(
  texts: Texts,
  names: readonly Name[],
): { readonly [Field in Name]?: string } {
  const fields: { [Field in Name]?: string } = {};
  for (const name of names) {
    const text = texts[name]?.trim() ?? '';
    if (text !== '') fields[name] = text;
  }
  return fields;
}
