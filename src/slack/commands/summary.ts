import type { Actor } from '../../domain/actor.ts';
import { sendSummaries } from '../../services/send-summaries.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { escapeText, type MessageContent } from '../blocks/parts.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { type CommandCall, inboxKeyOf } from './command-call.ts';

/** `/arti summary now`: each structure's channel gets its weekly summary. */
export async function answerSummary(
  { context, voice }: Environment,
  actor: Actor,
  command: { readonly now: boolean; readonly word: string },
  call: CommandCall,
): Promise<MessageContent> {
  const { t } = voice;
  if (!command.now) return plainMessage(t.nowExpected(command.word));
  const result = await sendSummaries(context, actor, inboxKeyOf(call));
  if (!result.ok) return refusedMessage([{ line: '', refusal: result.refusal }], voice);
  const { sent, withoutChannel } = result.value;
  return plainMessage(
    [
      ...(sent.length > 0 ? [t.summariesSent(sent.map(({ channel }) => `#${channel}`).join(', '))] : []),
      ...(withoutChannel.length > 0
        ? [t.summariesWithoutChannel(escapeText(withoutChannel.map((each) => each.structureName).join(', ')))]
        : []),
    ].join('\n'),
  );
}
