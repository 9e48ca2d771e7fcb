import type { Result } from '../domain/refusal.ts';
import { refusalText } from '../messages/refusals.ts';
import { type TerminalMessages, terminalMessages } from '../messages/terminal.ts';
import type { Context } from '../services/context.ts';
import { listHeldWorkspaces } from '../services/installations.ts';
import { type DeadMessage, listDeadMessages, requeueDeadMessages } from '../services/outbox.ts';
import { type CliDeps, EXIT, type ExitCode } from './deps.ts';
import { wrap } from './text/layout.ts';

/** `arti outbox`: the messages that could not be delivered, or with `--resend`, back into the queue with them. */
export async function runOutbox(
  context: Context,
  deps: CliDeps,
  { resend = false }: { readonly resend?: boolean },
): Promise<ExitCode> {
  const t = terminalMessages(deps.language);
  if (resend) {
    return tell(deps, await requeueDeadMessages(context, deps.actor), (count) => t.resent(count));
  }
  const { pending, dead } = await context.store.countOutbox();
  const held = await listHeldWorkspaces(context);
  return tell(deps, await listDeadMessages(context, deps.actor), (messages) =>
    [
      t.outboxCounts(pending, dead),
      ...held.map(({ name, team, because, at }) =>
        wrap(t.workspaceHeld(name ?? team ?? 'Slack', because, at.slice(0, 10)), '', '  '),
      ),
      ...messages.map((message) => wrap(messageText(message, t), '', '  ')),
    ].join('\n'),
  );
}

function tell<T>(
  { language, stdout, stderr }: CliDeps,
  result: Result<T>,
  text: (value: T) => string,
): ExitCode {
  if (!result.ok) {
    stderr.write(`${refusalText(result.refusal, language)}\n`);
    return EXIT.REFUSED;
  }
  stdout.write(`${text(result.value)}\n`);
  return EXIT.OK;
}

const messageText = (
  { recordedAt, notice, destination, error }: DeadMessage,
  t: TerminalMessages,
): string => {
  const to =
    destination.kind === 'PERSON'
      ? destination.person
      : destination.kind === 'CHANNEL'
        ? `#${destination.name}`
        : destination.channel;
  return `${recordedAt.slice(0, 10)} · ${t.notices[notice.kind]} → ${to}: ${error}`;
};
