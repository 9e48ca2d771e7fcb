/**
 * Reads one line of plain words, Italian or English. The grammar, of which docs/grammar.md shows the examples:
 *
 *   line    = [item] saying
 *   item    = [article | noun] code | noun n "di" code | noun n "of" code | noun n      `1.4.2`, `fase 2 di 1.4`, `fase 2`
 *   noun    = ["la" | "the"] ("fase" | "obiettivo" | "indicatore" | "phase" | "goal" | "indicator")
 *   saying  = [day] [filler] figure [day] [note] [link]                         `60% bando pubblicato`
 *   figure  = percent | a ("/" | "su" | "out of") b | number [unit] | done | unchanged | [figure] blocked ":" reason
 *   day     = ["il" | "al" | "on" …] date | "ieri" | "oggi" | "yesterday" | "today"
 *   note    = what has no second figure and does not take the figure back, or ":" and anything at all
 *
 * The figure comes right after the item: “manca il 10%” is not 10 %. What can be read in several ways is never
 * guessed: it is ambiguous, with the readings among which the person chooses, or refused.
 */
import type { AmbiguityReason } from '../../domain/notice.ts';
import { type Refusal, type Result, refused } from '../../domain/refusal.ts';
import { NOTE_LIMIT, type Statement } from '../../domain/statement.ts';
import { doubtfulReadings } from './doubtful-readings.ts';
import type { GrammarSetting, LineReading } from './grammar-setting.ts';
import { isOneSlipFrom } from './is-one-slip-from.ts';
import { isTakenOf } from './is-taken-of.ts';
import { type KnownItem, takes } from './known-item.ts';
import { missingCode } from './missing-code.ts';
import { readReference } from './read-reference.ts';
import { readSaying } from './read-saying.ts';
import { singleFigureReadings } from './single-figure-readings.ts';

/** Room for a note and a link; what is longer is not read at all, however it is made. */
const LENGTH_LIMIT = 2 * NOTE_LIMIT + 100;
/** More is no question but a search: whoever writes knows the code, or finds it by the commands. */
export const CHOICE_LIMIT = 25;
/** A line may be doubtful in its item, its figure and its number; a choice settles them all. */
const DEPTH_LIMIT = 3;

export function parseLine(line: string, setting: GrammarSetting): LineReading {
  return read({ given: line.trim(), setting, depth: 0 });
}

/** A line being read; `depth` is how many of its doubts were settled on the way here. */
type Reading = { readonly given: string; readonly setting: GrammarSetting; readonly depth: number };

function read(reading: Reading): LineReading {
  const { given, setting } = reading;
  if (given.length > LENGTH_LIMIT)
    return refused({ code: 'TEXT_TOO_LONG', length: given.length, limit: NOTE_LIMIT });
  const reference = readReference(given);
  switch (reference.kind) {
    case 'MALFORMED':
      return notUnderstood(given);
    case 'NONE':
      return withoutItem(reading, given);
    case 'PHASE_NUMBER':
      return phaseOfNumber(reading, reference.number, reference.rest);
    case 'ITEM': {
      const { item, bare, rest } = reference;
      const known = setting.codes === null || setting.codes.has(item);
      return known ? knownItem(reading, item, rest) : unknownItem(reading, item, rest, bare);
    }
  }
}

const notUnderstood = (given: string) => refused({ code: 'NOT_UNDERSTOOD', given });

/** Said of the thread's item, of the only one there is, or of one to be chosen. */
function withoutItem(reading: Reading, rest: string): LineReading {
  const { given, setting } = reading;
  const implied = impliedItem(setting);
  if (implied !== null) return say(reading, implied, rest);
  const otherwise = missingCode(given, rest, setting.items, setting);
  return among(reading, 'WHICH_ITEM', setting.items, rest, otherwise);
}

/** Of a thread, or the only one there is. */
export const impliedItem = ({ impliedItem, items }: GrammarSetting): string | null =>
  impliedItem ?? (items.length === 1 ? (items[0]?.code ?? null) : null);

/** “fase 2”: in a thread about a phase 2, that one. */
function phaseOfNumber(reading: Reading, number: number, rest: string): LineReading {
  const { given, setting } = reading;
  const isIt = (code: string) => /\..*\./.test(code) && code.endsWith(`.${number}`);
  const implied = impliedItem(setting);
  if (implied !== null && isIt(implied)) return say(reading, implied, rest);
  const phases = setting.items.filter(({ kind, code }) => kind === 'PHASE' && isIt(code));
  return among(reading, 'WHICH_PHASE', phases, rest, missingCode(given, rest, phases, setting));
}

/** A goal by its schedule is reported by its phases: `1.4 60%` is said of one of them. */
function knownItem(reading: Reading, item: string, rest: string): LineReading {
  const said = say(reading, item, rest);
  const phases = reading.setting.items.filter(({ kind, goal }) => kind === 'PHASE' && goal === item);
  return phases.length === 0 ? said : among(reading, 'WHICH_PHASE', phases, rest, said);
}

/** A slip of the pen, or no code at all but a number with a point: `6.200 colloqui`. */
function unknownItem(reading: Reading, item: string, rest: string, bare: boolean): LineReading {
  const said = say(reading, item, rest);
  if (bare && isRefusedAs(said, 'NOT_UNDERSTOOD', 'NOTHING_SAID')) {
    const number = withoutItem(reading, reading.given);
    if (number.ok !== false) return number;
  }
  const near = reading.setting.items.filter(({ code }) => isOneSlipFrom(item, code));
  return among(reading, 'WHICH_CODE', near, rest, said);
}

const isRefusedAs = (reading: LineReading, ...codes: readonly Refusal['code'][]): boolean =>
  reading.ok === false && codes.includes(reading.refusal.code);

/** `rest` said of `item`; what can be meant by it, if its figure is doubtful. */
function say(reading: Reading, item: string, rest: string): LineReading {
  const { given, setting } = reading;
  const said = readSaying(rest, item, given, setting);
  if (said.ok) return said;
  const { reason, texts } = waysToSay(reading, rest, said.refusal, item);
  const lines = texts.map((text) => `${item} ${text}`);
  const otherwise = reason === 'WHICH_NUMBER' ? (neverTaken(reading, item, texts) ?? said) : said;
  return ask(reading, reason, lines, otherwise);
}

/**
 * A doubtful number that `item` takes in neither way, as thousands: the rules of the plan refuse it, and say what they
 * take. Null where that is not so.
 */
function neverTaken(
  { given, setting }: Reading,
  item: string,
  texts: readonly string[],
): Result<Statement> | null {
  const [whole, ...others] = texts.map((text) => readSaying(text, item, given, setting));
  const isTaken = (each: Result<Statement> | undefined) => !each?.ok || isTakenOf(each.value, setting);
  return whole === undefined || [whole, ...others].some(isTaken) ? null : whole;
}

/** `rest` said of one of `candidates`: those that take a figure of its kind. */
function among(
  reading: Reading,
  reason: AmbiguityReason,
  candidates: readonly KnownItem[],
  rest: string,
  otherwise: LineReading,
): LineReading {
  const { given, setting } = reading;
  const whole = readSaying(rest, '', given, setting);
  const texts = whole.ok ? [rest] : waysToSay(reading, rest, whole.refusal, null).texts;
  const lines = texts.flatMap((text): readonly string[] => {
    const said = readSaying(text, '', given, setting);
    if (!said.ok || text.includes('\n')) return [];
    const each = candidates.filter((item) => takes(item, said.value)).map(({ code }) => `${code} ${text}`);
    const together = said.value.figure?.kind === 'UNCHANGED' && reason !== 'WHICH_CODE' && each.length > 1;
    if (!together) return each;
    return each.length < CHOICE_LIMIT ? [each.join('\n'), ...each] : [each.join('\n')];
  });
  return ask(reading, reason, lines, otherwise);
}

/** The texts by which a person can have meant a doubtful `rest`; none when it is not doubtful but wrong. */
function waysToSay(
  { setting }: Reading,
  rest: string,
  refusal: Refusal,
  item: string | null,
): { readonly reason: AmbiguityReason; readonly texts: readonly string[] } {
  const known = setting.items.find(({ code }) => code === item);
  switch (refusal.code) {
    case 'NUMBER_DOUBTFUL':
      return {
        reason: 'WHICH_NUMBER',
        texts: doubtfulReadings(rest, setting.language, known?.measure === 'UNITS'),
      };
    case 'SEVERAL_FIGURES':
      return { reason: 'WHICH_FIGURE', texts: singleFigureReadings(rest, refusal.figures, setting, known) };
    default:
      return { reason: 'WHICH_FIGURE', texts: [] };
  }
}

/**
 * Asks for one of `lines`, as far as each can be read, and taken of its item; when none can, or too many, there is
 * nothing to ask.
 */
function ask(
  reading: Reading,
  reason: AmbiguityReason,
  lines: readonly string[],
  otherwise: LineReading,
): LineReading {
  const choices = [...new Set(lines.flatMap((line) => clearReadings(reading, line)))];
  if (choices.length === 0 || choices.length > CHOICE_LIMIT) return otherwise;
  const unasked = otherwise.ok === 'AMBIGUOUS' ? otherwise.otherwise : otherwise;
  return { ok: 'AMBIGUOUS', reason, choices, otherwise: unasked };
}

/** `text` if all its lines are read in one way, each of another item; else the ways in which its only line is. */
function clearReadings({ setting, depth }: Reading, text: string): readonly string[] {
  if (depth === DEPTH_LIMIT) return [];
  const lines = text.split('\n');
  const readings = lines.map((line) => read({ given: line.trim(), setting, depth: depth + 1 }));
  const items = readings.flatMap((each) => (each.ok === true ? [each.value.item] : []));
  if (new Set(items).size === lines.length) {
    return readings.every((each) => each.ok === true && isTakenOf(each.value, setting)) ? [text] : [];
  }
  const [only] = readings;
  return lines.length === 1 && only?.ok === 'AMBIGUOUS' ? only.choices : [];
}
