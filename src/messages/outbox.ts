import type { Destination, Notice } from '../domain/notice.ts';
import { formatDay } from './format.ts';
import { dayAndTime } from './format-time.ts';
import type { Language } from './language.ts';
import { outboxEn } from './outbox-en.ts';
import { type OutboxMessages, outboxIt } from './outbox-it.ts';

export type { OutboxMessages } from './outbox-it.ts';

export const outboxMessages = (language: Language): OutboxMessages =>
  language === 'it' ? outboxIt : outboxEn;

/** A message that was not delivered, as it is listed; `receiver` is the name of the person to whom it was to go. */
type Listed = {
  readonly id: number;
  readonly recordedAt: string;
  readonly notice: Notice;
  readonly destination: Destination;
  readonly receiver: string | null;
  readonly error: string;
};

/** Its number, when it was written, by the clocks of Italy, what it is and to whom; plain text. */
export function listedText(
  { id, recordedAt, notice, destination, receiver }: Listed,
  t: OutboxMessages,
): string {
  const { day, time } = dayAndTime(recordedAt, 'Europe/Rome');
  return t.row(id, t.notices[notice.kind], receiver ?? placeOf(destination, t), `${formatDay(day)} ${time}`);
}

/** Why it was not delivered, in words, with the code that tells an administrator more; plain text. */
export const listedReason = ({ error }: Pick<Listed, 'error'>, t: OutboxMessages): string =>
  t.why(t.reasons[error] ?? t.reasonUnknown, error);

function placeOf(destination: Destination, t: OutboxMessages): string {
  switch (destination.kind) {
    case 'PERSON':
      return destination.person;
    case 'CHANNEL':
      return `#${destination.name}`;
    case 'CONVERSATION':
      return t.conversation(destination.channel);
  }
}
