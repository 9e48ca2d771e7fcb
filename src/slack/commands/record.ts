import type { Actor } from '../../domain/actor.ts';
import { recordStatements } from '../../services/record-statements.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { recordedMessage, refusedMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { parseReply } from '../grammar/parse-reply.ts';
import { type CommandCall, inboxKeyOf } from './command-call.ts';

export type RecordCommand = {
  readonly actor: Actor;
  readonly line: string;
  /** `/arti update` takes any item; `/arti figure` only what is measured by figures. */
  readonly kind: 'UPDATE' | 'FIGURE';
  readonly call: CommandCall;
};

/** `/arti update 1.1.3 60% …` and `/arti figure 3.1 8006/20015`. */
export async function answerRecord(
  { context, voice }: Environment,
  { actor, line, kind, call }: RecordCommand,
): Promise<MessageContent> {
  const today = context.clock.today();
  const reply = parseReply(line, { language: voice.language, today, impliedItem: null });
  if (!reply.ok) return refusedMessage(reply.lines, voice);
  const statements =
    kind === 'FIGURE'
      ? reply.statements.map((statement) => ({ ...statement, expects: 'GOAL' as const }))
      : reply.statements;
  const outcome = await recordStatements(context, {
    statements,
    lines: reply.lines,
    actor,
    source: 'SLACK',
    year: null,
    inbox: inboxKeyOf(call),
    replyTo: null,
  });
  if (!outcome.ok) return refusedMessage(outcome.lines, voice);
  return recordedMessage(outcome.value.items, outcome.value.duplicate, voice);
}
