/**
 * Takes `/arti …` where it comes in by HTTP, ahead of Bolt, which looks each request over a dozen times before it finds
 * its listener: that takes longer than most answers. What comes by Socket Mode, and all but commands, goes through Bolt;
 * both ways end in the same {@link TakeCommand}.
 */
import type { ServerResponse } from 'node:http';
import type { MessageContent } from '../blocks/parts.ts';
import type { EnvironmentOf } from '../register.ts';
import { COMMAND, ephemeral, type TakeCommand } from '../take-command.ts';
import type { ResponseUrls } from './response-urls.ts';

type Parts = {
  readonly environmentOf: EnvironmentOf;
  readonly takeCommand: TakeCommand;
  readonly responseUrls: ResponseUrls;
};

/** Answers a command, and tells whether it did. The form has come through the guard. */
export type CommandRoute = (form: URLSearchParams | null, response: ServerResponse) => Promise<boolean>;

export function createCommandRoute({ environmentOf, takeCommand, responseUrls }: Parts): CommandRoute {
  return async (form, response) => {
    const command = form && commandOf(form);
    if (!command) return false;
    const { response_url: responseUrl, team_id: team } = command;
    if (responseUrl !== undefined) responseUrls.received(responseUrl);
    const environment = await environmentOf(team);
    const ack = async (content?: MessageContent) => answer(response, content);
    if (environment) {
      const respond = (content: MessageContent) => post(responseUrls, responseUrl, content);
      await takeCommand({ body: command, environment, replay: null, ack, respond });
    } else await ack();
    return true;
  };
}

type CommandForm = {
  readonly text?: string;
  readonly team_id?: string;
  readonly response_url?: string;
  readonly user_id: string;
  readonly channel_id: string;
  readonly trigger_id: string;
};

/** All that Slack sent, for it may be kept and worked on once more; null for anything but our command. */
function commandOf(form: URLSearchParams): CommandForm | null {
  if (form.get('command') !== COMMAND || form.has('ssl_check') || form.has('payload')) return null;
  const fields: Record<string, string> = Object.fromEntries(form);
  return { user_id: '', channel_id: '', trigger_id: '', ...fields };
}

/** Of drawings that are kept and given again: to print one takes longer than to find out what it must show. */
const printed = new WeakMap<MessageContent, Buffer>();

function print(content: MessageContent): Buffer {
  const known = printed.get(content);
  if (known) return known;
  const body = Buffer.from(JSON.stringify(ephemeral(content)));
  printed.set(content, body);
  return body;
}

const NOTHING = Buffer.alloc(0);

function answer(response: ServerResponse, content: MessageContent | undefined): void {
  const body = content === undefined ? NOTHING : print(content);
  response
    .writeHead(200, {
      // With its length it leaves in one piece.
      'content-length': body.length,
      ...(content !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
    })
    .end(body);
}

async function post(
  { fetch }: ResponseUrls,
  address: string | undefined,
  content: MessageContent,
): Promise<void> {
  if (address === undefined) throw new Error('a command without an address to answer at');
  const { ok, status } = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ephemeral(content)),
  });
  if (!ok) throw new Error(`the address of an answer answered ${status}`);
}
