import type { CheckIn } from '../domain/check-in.ts';
import type { NewOutboxMessage } from '../store/port.ts';

/**
 * What draws the messages of a check-in again: its own, and the one that brought it to mind once more.
 * @param because what happened to it, unlike anything that happened before
 */
export function redrawCheckIn(
  { id, person, remindedAt }: Pick<CheckIn, 'id' | 'person' | 'remindedAt'>,
  because: string,
): readonly NewOutboxMessage[] {
  const destination = { kind: 'PERSON', person } as const;
  const key = `check-in-refresh-${id}-${because}`;
  const own = { key, destination, notice: { kind: 'CHECK_IN_REFRESH', checkInId: id } } as const;
  if (remindedAt === null) return [own];
  const again = { ...own.notice, again: remindedAt };
  return [own, { key: `${key}-again`, destination, notice: again }];
}
