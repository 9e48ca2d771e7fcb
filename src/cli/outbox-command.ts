import type { Result } from '../domain/refusal.ts';
import { listedReason, listedText, type OutboxMessages, outboxMessages } from '../messages/outbox.ts';
import { refusalText } from '../messages/refusals.ts';
import { terminalMessages } from '../messages/terminal.ts';
import type { Context } from '../services/context.ts';
import { listHeldWorkspaces } from '../services/installations.ts';
import {
  type Decided,
  dismissMessage,
  type ListedMessage,
  listUnsettledMessages,
  resendMessage,
  resendRefusedMessages,
} from '../services/outbox.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { wrap } from './text/layout.ts';

export type OutboxOptions = {
  /** True for all that were refused, or the number of one. */
  readonly resend?: true | number;
  readonly dismiss?: number;
};

/**
 * `arti outbox`: the messages that were refused, and those of which it is not known whether they arrived; with
 * `--resend`, back into the queue with them, with `--dismiss`, off the list with one.
 */
export async function runOutbox(
  context: Context,
  deps: CliDeps,
  { resend, dismiss }: OutboxOptions,
): Promise<ExitCode> {
  const t = outboxMessages(deps.language);
  const { actor } = deps;
  if (dismiss !== undefined) {
    const dismissed = await dismissMessage(context, actor, dismiss, null);
    return tellDecided(deps, dismissed, dismiss, () => t.dismissed(dismiss));
  }
  if (resend === true) {
    const resent = await resendRefusedMessages(context, actor, null);
    return tellDecided(deps, resent, 0, ({ length }) => t.resent(length));
  }
  if (resend !== undefined) {
    const resent = await resendMessage(context, actor, resend, null);
    return tellDecided(deps, resent, resend, ([message]) =>
      message?.state === 'DOUBTFUL' ? t.resentDoubtful(resend) : t.resent(1),
    );
  }
  const listed = await listUnsettledMessages(context, actor);
  if (!listed.ok) return refuse(deps, refusalText(listed.refusal, deps.language));
  return tell(deps, [...(await standingLines(context, deps)), ...listedLines(listed.value, t)]);
}

/** What waits, and what it may be waiting for. */
async function standingLines(context: Context, { language }: CliDeps): Promise<readonly string[]> {
  const { pending, dead, doubtful } = await context.store.countOutbox();
  const held = await listHeldWorkspaces(context);
  const t = terminalMessages(language);
  return [
    outboxMessages(language).counts(pending, dead, doubtful),
    ...held.map(({ name, team, because, at }) =>
      wrap(t.workspaceHeld(name ?? team ?? 'Slack', because, at.slice(0, 10)), '', '  '),
    ),
  ];
}

function listedLines(messages: readonly ListedMessage[], t: OutboxMessages): readonly string[] {
  // An example had better be one that may be sent again without a doubt.
  const example = messages.find(({ state }) => state === 'DEAD') ?? messages[0];
  if (example === undefined) return [];
  const linesOf = (state: ListedMessage['state'], title: (count: number) => string) => {
    const found = messages.filter((message) => message.state === state);
    return found.length === 0
      ? []
      : [
          '',
          title(found.length),
          ...found.map((message) =>
            wrap(`${listedText(message, t)}: ${listedReason(message, t)}`, '  ', '    '),
          ),
        ];
  };
  return [
    ...linesOf('DEAD', t.refused),
    ...linesOf('DOUBTFUL', t.doubtful),
    '',
    wrap(t.terminalHint(example.id), '', ''),
  ];
}

function tellDecided(
  deps: CliDeps,
  decided: Result<Decided>,
  number: number,
  done: (messages: Extract<Decided, { outcome: 'DONE' }>['messages']) => string,
): ExitCode {
  if (!decided.ok) return refuse(deps, refusalText(decided.refusal, deps.language));
  const t = outboxMessages(deps.language);
  switch (decided.value.outcome) {
    case 'DONE':
      return tell(deps, [done(decided.value.messages)]);
    case 'REPEATED':
      return tell(deps, [t.repeated]);
    case 'UNKNOWN':
      return refuse(deps, t.unknown(String(number), decided.value.listed));
  }
}

function tell({ stdout }: CliDeps, lines: readonly string[]): ExitCode {
  stdout.write(`${lines.join('\n')}\n`);
  return EXIT.OK;
}

function refuse({ stderr }: CliDeps, text: string): ExitCode {
  stderr.write(`${text}\n`);
  return EXIT.REFUSED;
}
