import { StoreBusy, StoreFailed } from '../services/context.ts';
import { plainMessage } from './blocks/help-blocks.ts';
import type { MessageContent } from './blocks/parts.ts';
import { answerCommand, isKeptCall } from './commands/answer-command.ts';
import type { Environment } from './environment.ts';
import { reportInternalError } from './internal-error.ts';
import type { Replay, TakeEnvelope } from './take-envelope.ts';

/** A slash command as it came in, by whichever way. */
export type IncomingCommand = {
  /** As Slack sent it. */
  readonly body: {
    readonly text?: string;
    readonly user_id: string;
    readonly channel_id: string;
    readonly trigger_id: string;
  };
  readonly environment: Environment;
  readonly replay: Replay | null;
  /** Answers Slack, without words or with what only the person who typed it sees. */
  readonly ack: (content?: MessageContent) => Promise<void>;
  /** The same once Slack was answered. */
  readonly respond: (content: MessageContent) => Promise<unknown>;
};

/** As Slack takes it. */
export type EphemeralContent = MessageContent & { readonly response_type: 'ephemeral' };

export const ephemeral = (content: MessageContent): EphemeralContent => ({
  response_type: 'ephemeral',
  ...content,
});

export type TakeCommandOptions = {
  readonly take: TakeEnvelope;
  /** Told of work that goes on after Slack was answered. It never rejects. */
  readonly goesOn: (work: Promise<void>) => void;
};

export type TakeCommand = (command: IncomingCommand) => Promise<void>;

/** Where what came in cannot be kept: Slack gives an answer 3 seconds, and some of them go on the way. */
export const PROMPT_MS = 1500;

export const COMMAND = '/arti';

/** A write that the database or the disk did not take may succeed later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof StoreBusy || error instanceof StoreFailed;

/** A failure is logged: there is nobody left to tell. */
export const quietly = (environment: Environment, work: Promise<unknown>, where: string): Promise<void> =>
  work.then(
    () => undefined,
    (error: unknown) => {
      reportInternalError(environment, error, where);
    },
  );

export function createTakeCommand({ take, goesOn }: TakeCommandOptions): TakeCommand {
  return async ({ body, environment, replay, ack, respond }) => {
    const where = `command ${COMMAND}`;
    const call = {
      text: body.text ?? '',
      user: body.user_id,
      channel: body.channel_id,
      triggerId: body.trigger_id,
    };
    const taken = await take({
      body,
      replay,
      work: answerCommand(environment, call),
      isKept: isKeptCall(call),
      isPassing,
      failed: (error) => plainMessage(reportInternalError(environment, error, where)),
      patienceMs: PROMPT_MS,
    });
    if (taken.kind === 'GOES_ON') {
      await ack();
      return goesOn(quietly(environment, taken.finish(respond), where));
    }
    if (replay === null) return ack(taken.value);
    // Half an hour after the command its address takes no more answers.
    const told = respond(taken.value).catch(() =>
      environment.client.chat.postMessage({ channel: call.user, ...taken.value }),
    );
    await quietly(environment, told, where);
  };
}
