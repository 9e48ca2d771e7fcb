import type { WorkspaceContext } from '../context.ts';
import { sendCommand } from '../dispatch/commands.ts';
import { changeMessage, deleteMessage, postMessage } from '../messaging.ts';
import type { PageAnswer } from '../page-api.ts';
import type { Conversation, User } from '../state/model.ts';
import { textsFor } from '../texts.ts';
import { threadHead } from '../web-api/lookups.ts';
import { MAX_TEXT } from '../web-api/message-content.ts';
import type { CallBodies } from './call-bodies.ts';
import { escapeCommand, escapeText } from './escape-text.ts';
import { getOwnConversation, getOwnMessage, getPerson, nameable } from './lookups.ts';
import { changeMembers } from './members.ts';
import { PageError } from './page-error.ts';
import { presentMessage } from './present.ts';

/** A message, or a slash command if it starts with `/`. */
export async function send(
  ctx: WorkspaceContext,
  body: CallBodies['send'],
  origin: string,
): Promise<PageAnswer> {
  const user = getPerson(ctx, body.user);
  const conversation = getOwnConversation(ctx, user, body.channel);
  if (conversation.isArchived) throw new PageError('is_archived');
  const text = checkedText(body.text);
  if (text.startsWith('/')) {
    const builtIn = changeMembers(ctx, user, conversation, text);
    return builtIn ?? runCommand(ctx, user, conversation, text, origin, body.threadTs !== undefined);
  }
  const head = body.threadTs && threadHead(ctx, conversation.id, body.threadTs);
  if (body.threadTs && !head) throw new PageError('thread_not_found');
  const message = postMessage(ctx, {
    channel: conversation.id,
    user: user.id,
    text: escapeText(text, nameable(ctx)),
    ...(head ? { threadTs: head } : {}),
  });
  return { ok: true, message: presentMessage(ctx, message) };
}

export function edit(ctx: WorkspaceContext, body: CallBodies['edit']): PageAnswer {
  const user = getPerson(ctx, body.user);
  const message = getOwnMessage(ctx, user, body.channel, body.ts);
  const text = escapeText(checkedText(body.text), nameable(ctx));
  if (text === message.text) return { ok: true, message: presentMessage(ctx, message) };
  changeMessage(ctx, message, { text, edited: { user: user.id, ts: ctx.state.timestamps.next() } });
  return { ok: true, message: presentMessage(ctx, message) };
}

export function remove(ctx: WorkspaceContext, body: CallBodies['delete']): PageAnswer {
  const user = getPerson(ctx, body.user);
  const message = getOwnMessage(ctx, user, body.channel, body.ts);
  deleteMessage(ctx, message, textsFor(ctx.options.language).deleted);
  return { ok: true };
}

function checkedText(given: string): string {
  const text = given.trim();
  if (text === '') throw new PageError('no_text');
  if (text.length > MAX_TEXT) throw new PageError('msg_too_long');
  return text;
}

/** The text of a command is sent as written, unless the app asked for it escaped. */
async function runCommand(
  ctx: WorkspaceContext,
  user: User,
  conversation: Conversation,
  line: string,
  origin: string,
  inThread: boolean,
): Promise<PageAnswer> {
  const texts = textsFor(ctx.options.language);
  const [command = '/'] = line.split(/\s/, 1);
  const known = ctx.app.commands.find((one) => one.command === command);
  if (!known || ctx.state.installation !== 'installed') {
    throw new PageError('unknown_command', texts.unknownCommand(command));
  }
  if (inThread) throw new PageError('command_in_thread', texts.commandInThread(command));
  const typed = line.slice(command.length).trim();
  const text = known.shouldEscape ? escapeCommand(typed, nameable(ctx)) : typed;
  const outcome = await sendCommand(ctx, origin, user, conversation, command, text);
  if ('failed' in outcome) {
    throw new PageError(outcome.failed, texts.commandFailed(command, outcome.failed));
  }
  return { ok: true };
}
