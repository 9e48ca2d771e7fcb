import { SlackApiError } from './api-error.ts';
import type { Args } from './arguments.ts';

/**
 * One page of a list by Slack's `limit` and `cursor`. The cursor is opaque and names the place by count, so it
 * fits lists that don't change meanwhile; history pages by `ts` instead. Throws `invalid_cursor`.
 */
export function page<T>(
  args: Args,
  items: readonly T[],
  defaultLimit: number,
  maxLimit: number,
): { items: readonly T[]; next_cursor: string } {
  const limit = args.integer('limit', 1, maxLimit, defaultLimit);
  const cursor = args.text('cursor');
  const from = cursor ? Number(decodeCursor(cursor, 'offset')) : 0;
  if (!Number.isInteger(from) || from < 0) throw new SlackApiError('invalid_cursor');
  const next = from + limit;
  return {
    items: items.slice(from, next),
    next_cursor: next < items.length ? encodeCursor('offset', String(next)) : '',
  };
}

export function encodeCursor(kind: string, place: string): string {
  return Buffer.from(`${kind}:${place}`).toString('base64');
}

export function decodeCursor(cursor: string, kind: string): string {
  const text = Buffer.from(cursor, 'base64').toString('utf8');
  if (!text.startsWith(`${kind}:`)) throw new SlackApiError('invalid_cursor');
  return text.slice(kind.length + 1);
}
