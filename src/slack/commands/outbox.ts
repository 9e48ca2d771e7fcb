import type { KnownBlock } from '@slack/types';
import type { Result } from '../../domain/refusal.ts';
import { listedReason, listedText, type OutboxMessages, outboxMessages } from '../../messages/outbox.ts';
import {
  type Decided,
  dismissMessage,
  type ListedMessage,
  listUnsettledMessages,
  resendMessage,
  resendRefusedMessages,
} from '../../services/outbox.ts';
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
import type { Voice } from '../blocks/voice.ts';
import { inboxKeyOf } from './command-call.ts';
import type { SlackCommand } from './slack-command.ts';

const RESEND = /^(?:resend|rinvia)(?:\s+(\S+))?$/i;
const DISMISS = /^(?:dismiss|archivia)\s+(\S+)$/i;

/**
 * `/arti outbox`: the messages that were refused, and those of which it is not known whether they arrived, each with
 * why; `resend` puts all refused ones back to be sent, `resend 12` one of either, `dismiss 12` takes it off the list.
 */
export const outboxCommand: SlackCommand = {
  names: ['consegne', 'outbox'],
  permission: 'SEND_SUMMARIES',
  help: 'outbox',
  async answer({ context, voice }, { actor, rest, call }) {
    const t = outboxMessages(voice.language);
    const inbox = inboxKeyOf(call);
    const resend = RESEND.exec(rest);
    if (resend && resend[1] === undefined) {
      const resent = await resendRefusedMessages(context, actor, inbox);
      return decidedMessage(resent, '', ({ length }) => t.resent(length), voice);
    }
    const number = resend?.[1] ?? DISMISS.exec(rest)?.[1];
    if (number === undefined) {
      const usage = voice.t.help.outbox.usage;
      return rest === ''
        ? listMessage(await listUnsettledMessages(context, actor), voice)
        : refusalMessage({ code: 'USAGE', given: rest, usage }, voice);
    }
    // What is no number is none of the list.
    const id = /^\d{1,9}$/.test(number) ? Number(number) : 0;
    if (!resend) {
      return decidedMessage(
        await dismissMessage(context, actor, id, inbox),
        number,
        () => t.dismissed(id),
        voice,
      );
    }
    return decidedMessage(
      await resendMessage(context, actor, id, inbox),
      number,
      ([message]) => (message?.state === 'DOUBTFUL' ? t.resentDoubtful(id) : t.resent(1)),
      voice,
    );
  },
};

function decidedMessage(
  decided: Result<Decided>,
  number: string,
  done: (messages: Extract<Decided, { outcome: 'DONE' }>['messages']) => string,
  voice: Voice,
): MessageContent {
  if (!decided.ok) return refusalMessage(decided.refusal, voice);
  const t = outboxMessages(voice.language);
  switch (decided.value.outcome) {
    case 'DONE':
      return plainMessage(done(decided.value.messages));
    case 'REPEATED':
      return plainMessage(t.repeated);
    case 'UNKNOWN':
      return plainMessage(escapeText(unknownText(clip(number, 20), decided.value.listed.slice(0, 50), t)));
  }
}

const unknownText = (given: string, listed: readonly number[], t: OutboxMessages): string =>
  /^\d+$/.test(given) ? t.unknown(given, listed) : t.noNumber(given, listed);

function listMessage(listed: Result<readonly ListedMessage[]>, voice: Voice): MessageContent {
  if (!listed.ok) return refusalMessage(listed.refusal, voice);
  const t = outboxMessages(voice.language);
  const refused = listed.value.filter(({ state }) => state === 'DEAD');
  const doubtful = listed.value.filter(({ state }) => state === 'DOUBTFUL');
  // An example had better be one that may be sent again without a doubt.
  const [example] = [...refused, ...doubtful];
  if (example === undefined) return plainMessage(t.empty);
  // Those first that nobody but a person decides about.
  const groups = [
    ...group(t.doubtful(doubtful.length), doubtful, t),
    ...group(t.refused(refused.length), refused, t),
  ];
  const hints = [t.slackHint(example.id), ...(doubtful.length > 0 ? [t.slackDoubtfulHint] : [])];
  const text = [
    ...(doubtful.length > 0 ? [t.doubtful(doubtful.length)] : []),
    ...(refused.length > 0 ? [t.refused(refused.length)] : []),
  ].join(' ');
  return { text, blocks: fitted([], groups, [contextBlock(hints.join('\n'))], t.more) };
}

const group = (
  title: string,
  messages: readonly ListedMessage[],
  t: OutboxMessages,
): readonly KnownBlock[] =>
  messages.length === 0
    ? []
    : [
        section(`*${title}*`),
        ...messages.map((message) =>
          section(escapeText(`${clip(listedText(message, t), 300)}\n${clip(listedReason(message, t), 300)}`)),
        ),
      ];
