import type { Actor } from '../../domain/actor.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { formatLongDay } from '../../messages/format.ts';
import { moveDay } from '../../services/move-day.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';

/** `/arti today`: the day the product believes it is; with a day, in the local workspace, moves it there. */
export async function answerToday(
  { context, voice }: Environment,
  actor: Actor,
  day: IsoDate | null,
): Promise<MessageContent> {
  const { t, language } = voice;
  const { clock } = context;
  if (day === null) return plainMessage(t.todayIs(formatLongDay(clock.today(), language), clock.movable));
  const result = await moveDay(context, actor, day);
  if (!result.ok) return refusedMessage([{ line: '', refusal: result.refusal }], voice);
  return plainMessage(t.dayMoved(formatLongDay(result.value, language)));
}
