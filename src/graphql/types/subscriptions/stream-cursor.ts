/** Places in a stream as clients keep them: opaque, of one kind and one plan, the same in every process. */
import type { Language } from '../../../messages/language.ts';
import { streamError } from '../../streams.ts';

/** `recorded` stands for a place in the plan's history, `progress` for figures that were seen. */
export type CursorKind = 'recorded' | 'progress';

export type StreamCursor = { readonly year: number; readonly place: string };

/** Changes when cursors given out before can't be read any more. */
const VERSION = 1;

const PLACES: Readonly<Record<CursorKind, RegExp>> = {
  recorded: /^(?:0|[1-9]\d{0,14})$/,
  progress: /^[\w-]{16}$/,
};

export const printStreamCursor = (kind: CursorKind, { year, place }: StreamCursor): string =>
  Buffer.from(`${kind}:${VERSION}:${year}:${place}`).toString('base64url');

/** @throws GraphQLError with the code CURSOR_INVALID for what {@link printStreamCursor} did not print */
export function parseStreamCursor(kind: CursorKind, text: string, language: Language): StreamCursor {
  const [given, version, year = '', place = ''] = Buffer.from(text, 'base64url').toString('utf8').split(':');
  const cursor = { year: Number(year), place };
  const isWhole = given === kind && version === String(VERSION) && /^\d{4}$/.test(year);
  if (isWhole && PLACES[kind].test(place) && printStreamCursor(kind, cursor) === text) return cursor;
  throw cursorError(text, 'cursorExpected', language);
}

/**
 * The plan's year, of `after` where none is asked for: a stream goes on with the same plan over New Year.
 * @throws GraphQLError with the code CURSOR_INVALID where the two differ
 */
export function yearOf(
  asked: number | null,
  after: { readonly text: string; readonly cursor: StreamCursor } | null,
  language: Language,
): number | null {
  if (after === null || asked === null || asked === after.cursor.year)
    return asked ?? after?.cursor.year ?? null;
  throw cursorError(after.text, 'cursorOfNothing', language);
}

export const cursorError = (text: string, why: 'cursorExpected' | 'cursorOfNothing', language: Language) =>
  streamError(language, 'CURSOR_INVALID', (texts) => texts[why](text.slice(0, 100)));
