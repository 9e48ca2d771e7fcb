import { actorOf } from '../../domain/actor.ts';
import type { Person } from '../../domain/directory.ts';
import { helpMessage } from '../blocks/help-blocks.ts';
import type { MessageContent } from '../blocks/parts.ts';
import { refusalMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { unescapeSlack } from '../grammar/parse-reply.ts';
import { identify } from '../identify.ts';
import { answerCheckIn } from './check-in.ts';
import type { CommandCall } from './command-call.ts';
import { answerHistory } from './history.ts';
import { answerOutbox } from './outbox.ts';
import { type Command, parseCommand } from './parse-command.ts';
import { answerRecord } from './record.ts';
import { answerStatus, EXPLAIN, STATUS } from './status.ts';
import { answerSummary } from './summary.ts';
import { answerToday } from './today.ts';

/** The answer to `/arti …`, which only the person who typed it sees. */
export async function answerCommand(environment: Environment, call: CommandCall): Promise<MessageContent> {
  const { voice, context } = environment;
  const person = await identify(environment, call.user);
  if (!person.ok) return refusalMessage(person.refusal, voice);
  const command = parseCommand(unescapeSlack(call.text), context.clock.today());
  return command.ok
    ? dispatch(environment, call, person.value, command.value)
    : refusalMessage(command.refusal, voice);
}

async function dispatch(
  environment: Environment,
  call: CommandCall,
  person: Person,
  command: Command,
): Promise<MessageContent> {
  const actor = actorOf(person);
  switch (command.kind) {
    case 'STATUS':
    case 'EXPLAIN':
      return answerStatus(environment, command.query, command.kind === 'EXPLAIN' ? EXPLAIN : STATUS);
    case 'UPDATE':
    case 'FIGURE':
      return answerRecord(environment, { actor, line: command.line, kind: command.kind, call });
    case 'CHECK_IN':
      return answerCheckIn(environment, actor, command);
    case 'SUMMARY':
      return answerSummary(environment, actor, command, call);
    case 'HISTORY':
      return answerHistory(environment, command.code);
    case 'OUTBOX':
      return answerOutbox(environment, actor, command);
    case 'TODAY':
      return answerToday(environment, actor, command.day);
    case 'HELP':
      return helpMessage(environment.voice);
    case 'UNKNOWN':
      return helpMessage(environment.voice, environment.voice.t.unknownCommand(command.word));
  }
}
