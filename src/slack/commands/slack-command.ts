import type { Actor, Permission } from '../../domain/actor.ts';
import type { Person } from '../../domain/directory.ts';
import type { HelpTopic } from '../../messages/help-it.ts';
import type { MessageContent } from '../blocks/parts.ts';
import type { Environment } from '../environment.ts';
import type { CommandCall } from './command-call.ts';

/** A command as its subject takes it: who asks, and what they wrote after its name. */
export type CommandRequest = {
  readonly call: CommandCall;
  readonly person: Person;
  readonly actor: Actor;
  /** The name as it was typed, in lower case. */
  readonly word: string;
  /** What follows the name, trimmed; may be empty. */
  readonly rest: string;
};

/** One command of `/arti`, in a file of its own. */
export type SlackCommand = {
  /** The words that start it, Italian first. */
  readonly names: readonly [string, ...string[]];
  /** Without it the command is refused before it is read. What it writes is judged by the service as well. */
  readonly permission: Permission;
  /** Help lists it for whoever has one of these; for everybody that may use it unless given. */
  readonly offeredTo?: readonly Permission[];
  readonly help: HelpTopic;
  /**
   * False where it records nothing and posts what it shows: worked on once more after a crash, it would post that
   * twice. Whoever typed it gets no answer then, and types it again.
   */
  readonly isKept?: false;
  readonly answer: (environment: Environment, request: CommandRequest) => Promise<MessageContent>;
};
