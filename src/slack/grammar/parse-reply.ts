import type { RefusedLine } from '../../domain/notice.ts';
import type { Statement } from '../../domain/statement.ts';
import { type GrammarSetting, parseLine } from './parse-line.ts';

/** Lines of one reply; more is not something that a person types. */
const LINE_LIMIT = 50;

export type Reply =
  | { readonly ok: true; readonly statements: readonly Statement[]; readonly lines: readonly string[] }
  | { readonly ok: false; readonly lines: readonly RefusedLine[] };

/** Reads a whole message, a statement a line: all of them, or the reason for each line that is not one. */
export function parseReply(text: string, setting: GrammarSetting): Reply {
  const lines = unescapeSlack(text)
    .split(/\r?\n/)
    .map(withoutBullet)
    .filter((line) => line !== '');
  if (lines.length === 0)
    return { ok: false, lines: [{ line: '', refusal: { code: 'NOTHING_SAID', item: null } }] };
  if (lines.length > LINE_LIMIT) {
    const refusal = { code: 'TEXT_TOO_LONG', length: text.length, limit: LINE_LIMIT * 100 } as const;
    return { ok: false, lines: [{ line: '', refusal }] };
  }
  const read = lines.map((line) => ({ line, result: parseLine(line, setting) }));
  const wrong = read.flatMap(({ line, result }) => (result.ok ? [] : [{ line, refusal: result.refusal }]));
  if (wrong.length > 0) return { ok: false, lines: wrong };
  return { ok: true, statements: read.flatMap(({ result }) => (result.ok ? [result.value] : [])), lines };
}

/** A dash is a bullet only before a code: before a number it is a sign, and `-5%` is not 5 %. */
const withoutBullet = (line: string): string =>
  line
    .replace(/^[\s>•*]+/, '')
    .replace(/^[–-]\s*(?=(?:fase|phase)\s|\d+(?:\.\d+)+\.?[\s:,;])/i, '')
    .trim();

/** Slack sends `&`, `<` and `>` of what people type as entities. */
export const unescapeSlack = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
