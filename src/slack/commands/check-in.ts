import type { Actor } from '../../domain/actor.ts';
import type { Person } from '../../domain/directory.ts';
import { openCheckIns } from '../../services/open-check-ins.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { escapeText, type MessageContent } from '../blocks/parts.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';

/** `/arti checkin now`: asks everybody who answers for something open. */
export async function answerCheckIn(
  { context, voice }: Environment,
  actor: Actor,
  command: { readonly now: boolean; readonly word: string },
): Promise<MessageContent> {
  const { t } = voice;
  if (!command.now) return plainMessage(t.nowExpected(command.word));
  const result = await openCheckIns(context, actor);
  if (!result.ok) return refusedMessage([{ line: '', refusal: result.refusal }], voice);
  const { opened, askedToday, nothingToAsk } = result.value;
  return plainMessage(
    [
      t.checkInsSent(opened.length),
      ...(askedToday.length > 0 ? [t.checkInsAskedToday(names(askedToday))] : []),
      ...(nothingToAsk.length > 0 ? [t.checkInsNothing(names(nothingToAsk))] : []),
    ].join('\n'),
  );
}

const names = (people: readonly Person[]): string =>
  escapeText(people.map((person) => person.name).join(', '));
