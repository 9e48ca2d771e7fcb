import { context, header, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

export function helpMessage(voice: Voice, before: string | null = null): MessageContent {
  const { t } = voice;
  const commands = Object.values(t.help).map(([usage, what]) => `${usage} — ${what}`);
  return message(before ?? t.helpTitle, [
    ...(before === null ? [] : [section(`⚠️ ${before}`)]),
    header(t.helpTitle),
    section(commands.join('\n')),
    context(`${t.helpIntro} ${t.helpReply}`),
  ]);
}

/** One sentence. */
export const plainMessage = (text: string): MessageContent => message(text, [section(text)]);
