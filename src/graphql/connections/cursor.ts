/** Cursors: opaque to clients, of one list in one order, and with the version of their form. */
import { invalidInput } from '../page.ts';

const VERSION = 1;
/** Room for the codes of all phases of a plan of a thousand. */
const LONGEST_CURSOR = 20_000;

type Part = string | number | readonly string[] | null;

/** @param list its name and order: a cursor of another one is refused */
export const printCursor = (list: string, place: readonly Part[]): string =>
  Buffer.from(JSON.stringify([VERSION, list, ...place])).toString('base64url');

/**
 * The place that {@link printCursor} was given; null for no cursor at all.
 * @param read the place of its parts, or undefined where they are none
 * @throws GraphQLError with the code CURSOR_INVALID
 */
export function parseCursor<Place>(
  list: string,
  cursor: string | null | undefined,
  read: (parts: readonly unknown[]) => Place | undefined,
): Place | null {
  if (cursor === null || cursor === undefined) return null;
  const [version, name, ...parts] = partsOf(cursor);
  const place = version === VERSION && name === list ? read(parts) : undefined;
  if (place === undefined) throw invalidCursor(cursor);
  return place;
}

export const invalidCursor = (cursor: string) =>
  invalidInput('CURSOR_INVALID', (texts) => texts.cursorExpected(cursor.slice(0, 100)));

function partsOf(cursor: string): readonly unknown[] {
  if (cursor.length > LONGEST_CURSOR) return [];
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  try {
    const parts: unknown = JSON.parse(text);
    // Other spellings of the same are none of ours.
    const isOurs = Array.isArray(parts) && printed(parts) === cursor;
    return isOurs ? parts : [];
  } catch {
    return [];
  }
}

const printed = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** A place that is one number, such as a sequence. */
export const readPosition = ([position, ...others]: readonly unknown[]): number | undefined =>
  others.length === 0 && typeof position === 'number' && Number.isSafeInteger(position) && position > 0
    ? position
    : undefined;
