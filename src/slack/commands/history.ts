import { readHistory } from '../../services/read-history.ts';
import { historyMessage } from '../blocks/history-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';

/** Entries shown: the latest ones. */
const LIMIT = 20;

/** `/arti history 1.1.3`: what was said of a phase or an indicator, corrections included. */
export async function answerHistory({ context, voice }: Environment, code: string): Promise<MessageContent> {
  const history = await readHistory(context, code, LIMIT);
  return history.ok ? historyMessage(history.value, voice) : refusalMessage(history.refusal, voice);
}
