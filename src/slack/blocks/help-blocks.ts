import type { OwnExamples } from '../../domain/own-examples.ts';
import type { HelpTopic } from '../../messages/help-it.ts';
import { context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import type { Voice } from './voice.ts';

/**
 * The commands that somebody may use, a line each.
 * @param before what was wrong with what they typed, if that is why they read this
 */
export function helpMessage(
  topics: readonly HelpTopic[],
  voice: Voice,
  before: string | null = null,
): MessageContent {
  const { t } = voice;
  const lines = topics.map((topic) => `\`${t.help[topic].usage}\` — ${t.help[topic].what}`);
  const half = Math.ceil(lines.length / 2);
  return message(before === null ? t.helpTitle : `${before} ${t.helpTitle}`, [
    ...(before === null ? [] : [section(`⚠️ ${escapeText(before)}`)]),
    header(t.helpTitle),
    section(lines.slice(0, half).join('\n')),
    section(lines.slice(half).join('\n')),
    context(`${t.helpIntro} ${t.helpReply} ${t.helpMore}`),
  ]);
}

/** One command: how it is written, what it does, and examples that can be sent as they stand. */
export function helpTopicMessage(topic: HelpTopic, own: OwnExamples, voice: Voice): MessageContent {
  const { t } = voice;
  const { usage, what, examples } = t.help[topic];
  return message(
    `${usage} — ${what}`,
    fitted(
      [section(`\`${usage}\``), section(what)],
      [section(`*${t.helpExamples}*\n${examples(own).map(exampleLine).join('\n')}`)],
      [],
      t.more,
    ),
  );
}

const exampleLine = (example: string): string => `• \`${escapeText(example)}\``;

/** One sentence. */
export const plainMessage = (text: string): MessageContent => message(text, [section(text)]);
