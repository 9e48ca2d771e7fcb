import { listDeadMessages, requeueDeadMessages } from '../../services/outbox.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { clip, context as contextBlock, escapeText, fitted, section } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { SlackCommand } from './slack-command.ts';

const RESEND = /^(?:resend|rinvia)$/i;

/** `/arti outbox`: the messages that could not be delivered, and why; `resend` puts them back to be sent. */
export const outboxCommand: SlackCommand = {
  names: ['consegne', 'outbox'],
  permission: 'SEND_SUMMARIES',
  help: 'outbox',
  async answer({ context, voice }, { actor, rest }) {
    const { t } = voice;
    if (RESEND.test(rest)) {
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
  },
};
