import type { Actor } from '../../domain/actor.ts';
import { listDeadMessages, requeueDeadMessages } from '../../services/outbox.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import {
  clip,
  context as contextBlock,
  escapeText,
  fitted,
  type MessageContent,
  section,
} from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';

/** `/arti outbox`: the messages that could not be delivered, and why; `resend` puts them back to be sent. */
export async function answerOutbox(
  { context, voice }: Environment,
  actor: Actor,
  { resend }: { readonly resend: boolean },
): Promise<MessageContent> {
  const { t } = voice;
  if (resend) {
    const requeued = await requeueDeadMessages(context, actor);
    return requeued.ok
      ? plainMessage(t.outboxResent(requeued.value))
      : refusalMessage(requeued.refusal, voice);
  }
  const dead = await listDeadMessages(context, actor);
  if (!dead.ok) return refusalMessage(dead.refusal, voice);
  if (dead.value.length === 0) return plainMessage(t.outboxEmpty);
  const rows = dead.value.map(({ key, error, recordedAt }) =>
    section(
      `*${escapeText(clip(key, 100))}* (${recordedAt.slice(0, 16)}): \`${escapeText(clip(error, 200))}\``,
    ),
  );
  const text = t.outboxDead(dead.value.length);
  return { text, blocks: fitted([section(text)], rows, [contextBlock(t.outboxResendHint)], t.more) };
}
