import type { IsoDate } from '../../domain/dates.ts';
import type { Person } from '../../domain/directory.ts';
import { readOwnItems } from '../../services/read-items.ts';
import type { Environment } from '../environment.ts';
import { codesOf, knownItemsOf } from '../grammar/known-items-of.ts';
import { parseReply } from '../grammar/parse-reply.ts';
import type { Reply } from '../grammar/reply.ts';
import type { Conversation } from './read-conversation.ts';

/**
 * Reads what `person` wrote by the grammar, knowing what they answer for.
 * @param day the day of which it speaks unless it names another
 */
export async function readReply(
  { context, voice }: Environment,
  person: Person,
  text: string,
  { checkIn, impliedItem }: Conversation,
  day: IsoDate,
): Promise<Reply> {
  const own = await readOwnItems(context, person);
  const setting = { language: voice.language, today: day, impliedItem };
  // A check-in of another year is about items that are not known here: nothing is offered for it.
  if (!own.ok || (checkIn !== null && checkIn.year !== own.value.figures.plan.year)) {
    return parseReply(text, { ...setting, items: [], codes: null });
  }
  const { figures, items } = own.value;
  return parseReply(text, {
    ...setting,
    items: knownItemsOf(
      items.map(({ item }) => item),
      figures.day,
    ),
    codes: codesOf(figures.plan),
  });
}
