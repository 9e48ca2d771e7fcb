import type { RefusedLine } from '../../domain/notice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Statement } from '../../domain/statement.ts';
import { contradictionOf } from './contradiction-of.ts';
import type { GrammarSetting, LineReading } from './grammar-setting.ts';
import { impliedItem, parseLine } from './parse-line.ts';
import { readReference } from './read-reference.ts';
import type { ReadReply, RefusedReply, Reply } from './reply.ts';

/** Lines of one reply; more is not something that a person types. */
const LINE_LIMIT = 50;
/** Characters of one message in Slack; of more not one is looked at. */
const MESSAGE_LIMIT = 40_000;

/**
 * Reads a whole message, a statement a line: all of them; or the reason for each line that is not one; or, when all
 * can be read, the first that can be read in several ways.
 */
export function parseReply(text: string, setting: GrammarSetting): Reply {
  const read = readLines(text, setting);
  if ('ok' in read) return read;
  if (read.some(({ reading }) => reading.ok === false)) return { ok: false, lines: refusedOf(settle(read)) };
  const withCode = (each: Line) => codedLine(each, setting);
  const index = read.findIndex(({ reading }) => reading.ok === 'AMBIGUOUS');
  const doubtful = read[index]?.reading;
  if (doubtful?.ok === 'AMBIGUOUS') {
    const { reason, choices } = doubtful;
    return { ok: 'AMBIGUOUS', lines: read.map(withCode), index, reason, choices };
  }
  return contradictionOf(read.map(withCode), statementsOf(read), setting) ?? readReply(read, setting);
}

/** The same for whom nothing can be asked back: what is ambiguous is refused, by the grammar or by the plan's rules. */
export function parseWithoutAsking(text: string, setting: GrammarSetting): ReadReply | RefusedReply {
  const read = readLines(text, setting);
  if ('ok' in read) return read;
  const settled = settle(read);
  const refused = refusedOf(settled);
  return refused.length > 0 ? { ok: false, lines: refused } : readReply(settled, setting);
}

/** Each ambiguous line as what it is when nothing can be asked. */
const settle = (read: readonly Line[]): readonly Line[] =>
  read.map(({ line, reading }) => ({
    line,
    reading: reading.ok === 'AMBIGUOUS' ? reading.otherwise : reading,
  }));

/** The line with the code that it was read with. */
function codedLine({ line, reading }: Line, setting: GrammarSetting): string {
  const reference = readReference(line);
  const item = reading.ok === true ? reading.value.item : impliedItem(setting);
  if (item === null || (reference.kind === 'ITEM' && (reading.ok !== true || reference.item === item)))
    return line;
  return `${item} ${reference.kind === 'PHASE_NUMBER' ? reference.rest : line}`;
}

type Line = { readonly line: string; readonly reading: LineReading };

function readLines(text: string, setting: GrammarSetting): readonly Line[] | RefusedReply {
  if (text.length > MESSAGE_LIMIT) return refusedWhole(tooLong(text));
  const lines = unescapeSlack(text)
    .split(/\r?\n/)
    .map(bared)
    .filter((line) => line !== '');
  const said = lines.filter((line) => !COURTESY.test(line));
  if (lines.length > LINE_LIMIT) return refusedWhole(tooLong(text));
  if (said.length === 0) return refusedWhole({ code: 'NOTHING_SAID', item: null });
  return said.map((line) => ({ line, reading: parseLine(line, setting) }));
}

const refusedWhole = (refusal: Refusal): RefusedReply => ({ ok: false, lines: [{ line: '', refusal }] });

const tooLong = ({ length }: string): Refusal => ({ code: 'TEXT_TOO_LONG', length, limit: LINE_LIMIT * 100 });

const refusedOf = (read: readonly Line[]): readonly RefusedLine[] =>
  read.flatMap(({ line, reading }) => (reading.ok === false ? [{ line, refusal: reading.refusal }] : []));

const statementsOf = (read: readonly Line[]): readonly Statement[] =>
  read.flatMap(({ reading }) => (reading.ok === true ? [reading.value] : []));

const readReply = (read: readonly Line[], setting: GrammarSetting): ReadReply => ({
  ok: true,
  statements: statementsOf(read),
  lines: read.map(({ line }) => line),
  codedLines: read.map((each) => codedLine(each, setting)),
});

const COURTESIES = [
  String.raw`buon\s?giorno|buona\s?sera|buon pomeriggio|buona giornata|buon lavoro|ciao|salve|arrivederci`,
  '(?:molte |tante )?grazie(?: mille| tante)?|prego|(?:cordiali |distinti )?saluti',
  'ok(?:ay)?|va bene|perfetto|ottimo|ricevuto',
  'hello|hi|good (?:morning|afternoon|evening)|bye|(?:kind |best )?regards',
  '(?:many )?thanks(?: a lot)?|thank you(?: very much)?|great|perfect|got it',
  String.raw`:(?:\+1|thumbsup|pray|wave|ok_hand):|(?:👍|🙏|👋|👌)\p{Emoji_Modifier}?`,
];

/** A greeting, thanks or assent on a line of its own is no statement, and no reason to take none. */
const COURTESY = new RegExp(
  String.raw`^(?:(?:${COURTESIES.join('|')})(?: a tutti| all)?(?:[\s,.!]{1,5}|$)){1,4}$`,
  'iu',
);

/**
 * A line without what it is dressed in: bullets, bold and code marks (the bot shows its examples in them), a mention
 * of the bot. A dash is a bullet only before a code: before a number it is a sign, and `-5%` is not 5 %. What is
 * struck through stays as it is, and is not understood.
 */
const bared = (line: string): string =>
  line
    .replace(/^[\s>•]+/, '')
    .replace(/^<@[A-Z0-9]{1,20}>[\s:,]*/, '')
    .replace(/^([*_`]{1,3})([^*_`]+)\1/, '$2')
    .replace(/^[\s*]+/, '')
    .replace(/^[–-]\s*(?=(?:fase|phase)\s|\d{1,9}(?:\.\d{1,9}){1,9}\.?[\s:,;])/i, '')
    .trim();

/** Slack sends `&`, `<` and `>` of what people type as entities. */
export const unescapeSlack = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
