/** One line of a submitted form as a statement, or why it can't be one. */
import { type IsoDate, parseIsoDate } from '../../domain/dates.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { canRepeat, lastSaidOf, lastSequenceOf } from '../../domain/last-said.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { SaidFigure, Statement } from '../../domain/statement.ts';
import { isDoubtfulNumber, parseNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import type { CheckInLine } from '../../services/read-check-in.ts';
import { emptyStatement, unchangedStatement } from '../actions/unchanged-statement.ts';
import { figureFields, figureText, type ReportField, type Typed } from '../blocks/report-fields.ts';
import { type FormLine, fingerprint } from '../blocks/report-form.ts';

/** A field that can't be taken, and why: a refusal, or a sentence of the form's own. */
export type FieldFault = {
  readonly field: ReportField;
  readonly because: Refusal | 'ONE_DOCUMENT';
};

export type ReadLine =
  | { readonly kind: 'UNTOUCHED' }
  /** `adds`: it leaves what was said last as it stands, whoever said that. */
  | { readonly kind: 'STATEMENT'; readonly statement: Statement; readonly adds: boolean }
  | { readonly kind: 'FAULT'; readonly fault: FieldFault };

export type LineReading = {
  readonly formed: FormLine;
  readonly line: CheckInLine;
  readonly typed: Typed;
  /** Of the whole form; null where none was chosen. */
  readonly day: IsoDate | null;
  readonly language: Language;
  /** Whether the form was opened for this line alone: then even what was left as filled in is an answer. */
  readonly alone: boolean;
};

const UNTOUCHED: ReadLine = { kind: 'UNTOUCHED' };
const fault = (field: ReportField, because: FieldFault['because']): ReadLine => ({
  kind: 'FAULT',
  fault: { field, because },
});

export function readLine(reading: LineReading): ReadLine {
  const { line, alone } = reading;
  const touched = touchedIn(reading);
  if (!touched.any && !alone) return UNTOUCHED;
  const text = (field: ReportField) => reading.typed(field, line.item) ?? '';
  if (text('link') !== '' && text('file') !== '') return fault('file', 'ONE_DOCUMENT');
  const ownDay = text('ownDay');
  const day = ownDay === '' ? reading.day : parseIsoDate(ownDay);
  if (day === undefined) return fault('ownDay', { code: 'DATE_INVALID', given: ownDay });
  const figure = repeats(reading, touched, day)
    ? unchangedStatement(line.item).figure
    : toFigure(line, text, reading.language);
  if (figure !== null && 'because' in figure) return { kind: 'FAULT', fault: figure };
  const statement: Statement = {
    ...emptyStatement(line.item, day),
    figure,
    blockedBecause: text('blocked') || null,
    note: text('note') || null,
    evidence: text('link') || text('file') || null,
  };
  const adds = touched.any && figure?.kind === 'UNCHANGED' && statement.blockedBecause === null;
  return { kind: 'STATEMENT', statement, adds };
}

/** Whether something was said of the item since it was filled in. */
export const isStale = (formed: FormLine, line: CheckInLine): boolean =>
  lastSequenceOf(line) !== formed.sequence;

type Touched = {
  readonly any: boolean;
  readonly figure: boolean;
  readonly blocked: boolean;
};

function touchedIn({ formed, line, typed }: LineReading): Touched {
  const text = (field: ReportField) => typed(field, line.item) ?? '';
  const asked = figureFields(line).some((field) => typed(field, line.item) !== undefined);
  const figure = asked && fingerprint(figureText(line, text)) !== formed.figure;
  const blockedNow = typed('blocked', line.item);
  const blocked = blockedNow !== undefined && fingerprint(blockedNow) !== formed.blocked;
  const others = (['note', 'link', 'file', 'ownDay'] as const).some((field) => text(field) !== '');
  return { any: figure || blocked || others, figure, blocked };
}

/** The first input of the line's figure. */
export const figureFieldOf = (line: CheckInLine): ReportField => figureFields(line)[0] ?? 'note';

/**
 * A figure that was left as filled in is said again as it stands by now, exactly. Not of a day before it was said,
 * nor where the reason of a block was taken away: “unchanged” would keep it.
 */
function repeats({ line, typed }: LineReading, touched: Touched, day: IsoDate | null): boolean {
  const last = lastSaidOf(line);
  if (touched.figure || last === null || !canRepeat(line)) return false;
  if (touched.blocked && typed('blocked', line.item) === '') return false;
  return day === null || day >= last.reportedOn;
}

type Text = (field: ReportField) => string;

function toFigure(line: CheckInLine, text: Text, language: Language): SaidFigure | FieldFault | null {
  const fields = figureFields(line);
  if (fields.every((field) => text(field) === '')) return null;
  const [first = 'note'] = fields;
  switch (first) {
    case 'stage':
      return toPercent('stage', text('stage'), language);
    case 'percent':
      return toPercent('percent', text('percent').replace(/\s*%$/, ''), language);
    case 'numerator': {
      const numerator = toCount('numerator', text('numerator'), language);
      if (typeof numerator !== 'string') return numerator;
      const denominator = toCount('denominator', text('denominator'), language);
      return typeof denominator === 'string' ? { kind: 'RATIO', numerator, denominator } : denominator;
    }
    default: {
      const number = toCount(first, text(first), language);
      return typeof number === 'string' ? { kind: 'NUMBER', number, unit: null } : number;
    }
  }
}

function toPercent(field: ReportField, text: string, language: Language): SaidFigure | FieldFault {
  const percent = parseNumber(text, language);
  return percent ? { kind: 'PERCENT', percent } : { field, because: { code: 'NUMBER_INVALID', given: text } };
}

function toCount(field: ReportField, text: string, language: Language): Decimal | FieldFault {
  if (isDoubtfulNumber(text, language)) return { field, because: { code: 'NUMBER_DOUBTFUL', given: text } };
  return parseNumber(text, language) ?? { field, because: { code: 'NUMBER_INVALID', given: text } };
}

/** The field that a refusal of the whole statement is about. */
export function fieldOf({ code }: Refusal, line: CheckInLine, typed: Typed): ReportField | 'day' {
  const own = typed('ownDay', line.item);
  switch (code) {
    case 'DATE_INVALID':
    case 'DATE_IN_FUTURE':
    case 'DATE_BEFORE_PLAN':
      return own ? 'ownDay' : 'day';
    case 'DENOMINATOR_NOT_POSITIVE':
      return 'denominator';
    case 'LINK_INVALID':
      return typed('link', line.item) ? 'link' : 'file';
    default:
      return figureFieldOf(line);
  }
}
