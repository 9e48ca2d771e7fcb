import { may } from '../../domain/actor.ts';
import { helpMessage } from '../blocks/help-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { unescapeSlack } from '../grammar/parse-reply.ts';
import { identify } from '../identify.ts';
import type { CommandCall } from './command-call.ts';
import { topicsFor } from './help.ts';
import { COMMANDS, findCommand } from './index.ts';

/** The answer to `/arti …`, which only the person who typed it sees. */
export async function answerCommand(environment: Environment, call: CommandCall): Promise<MessageContent> {
  const { voice } = environment;
  const caller = await identify(environment, call.user);
  if (!caller.ok) return refusalMessage(caller.refusal, voice);
  const { person, actor } = caller.value;
  const { text, word } = readCall(call);
  const command = findCommand(word);
  if (!command) return helpMessage(topicsFor(actor, COMMANDS), voice, voice.t.unknownCommand(word));
  if (!may(actor, command.permission)) {
    const { permission } = command;
    return refusalMessage({ code: 'ROLE_MAY_NOT', role: actor.role, permission }, voice);
  }
  const rest = text.slice(word.length).trim();
  return command.answer(environment, { call, person, actor, word: word.toLowerCase(), rest });
}

/** Whether it is worked on once more where the process ended before it was done. */
export const isKeptCall = (call: Pick<CommandCall, 'text'>): boolean =>
  findCommand(readCall(call).word)?.isKept !== false;

function readCall(call: Pick<CommandCall, 'text'>): { readonly text: string; readonly word: string } {
  const text = unescapeSlack(call.text).trim();
  return { text, word: /^\S*/.exec(text)?.[0] ?? '' };
}
