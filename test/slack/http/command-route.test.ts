/** A command by HTTP goes past Bolt; all else goes through it. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import type { MessageContent } from '../../../src/slack/blocks/parts.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import { createCommandRoute } from '../../../src/slack/http/command-route.ts';
import type { IncomingCommand } from '../../../src/slack/take-command.ts';

const ENVIRONMENT = { team: 'T1' } as Environment;
const COMMAND = {
  command: '/arti',
  text: 'stato 1.4',
  team_id: 'T1',
  user_id: 'U1',
  channel_id: 'D1',
  trigger_id: 't1',
  response_url: 'https://hooks.slack.com/commands/1',
};

function open(handle: (command: IncomingCommand) => Promise<void> = ({ ack }) => ack()) {
  const received = vi.fn();
  const fetch = vi.fn(async () => new Response(null, { status: 200 }));
  const takeCommand = vi.fn(handle);
  const route = createCommandRoute({
    environmentOf: async (team) => (team === 'T1' ? ENVIRONMENT : undefined),
    takeCommand,
    responseUrls: { received, fetch },
  });
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const end = vi.spyOn(response, 'end');
  return {
    route,
    received,
    fetch,
    takeCommand,
    response,
    sent: () => end.mock.calls.map(([body]) => String(body)),
  };
}

describe('is left to Bolt', () => {
  test.each([
    { why: 'what is no form', form: null },
    { why: 'a press', form: { payload: '{"type":"block_actions"}' } },
    { why: 'another command', form: { ...COMMAND, command: '/altro' } },
    { why: 'a check of certificates', form: { ...COMMAND, ssl_check: '1' } },
    { why: 'a command with a payload', form: { ...COMMAND, payload: '{"type":"block_actions"}' } },
  ])('$why', async ({ form }) => {
    const { route, takeCommand, response, sent } = open();
    expect(await route(form && new URLSearchParams(form), response)).toBe(false);
    expect([takeCommand.mock.calls, sent()]).toEqual([[], []]);
  });
});

test('a command is taken with all that Slack sent, and answered in one piece', async () => {
  const content: MessageContent = { text: 'è così', blocks: [] };
  const { route, received, takeCommand, response, sent } = open(({ ack }) => ack(content));
  expect(await route(new URLSearchParams(COMMAND), response)).toBe(true);
  expect(received.mock.calls).toEqual([[COMMAND.response_url]]);
  expect(takeCommand.mock.calls[0]?.[0]).toMatchObject({
    body: COMMAND,
    environment: ENVIRONMENT,
    replay: null,
  });
  expect(sent()).toEqual([JSON.stringify({ response_type: 'ephemeral', ...content })]);
  expect(response.statusCode).toBe(200);
});

test('one of a workspace that we do not know is acknowledged, and no more', async () => {
  const { route, takeCommand, response, sent } = open();
  expect(await route(new URLSearchParams({ ...COMMAND, team_id: 'T2' }), response)).toBe(true);
  expect([takeCommand.mock.calls, sent()]).toEqual([[], ['']]);
});

test('what is told later goes to the address that came with it', async () => {
  const content: MessageContent = { text: 'tardi', blocks: [] };
  const { route, fetch, response } = open(async ({ ack, respond }) => {
    await ack();
    await respond(content);
  });
  await route(new URLSearchParams(COMMAND), response);
  expect(fetch.mock.calls).toEqual([
    [
      COMMAND.response_url,
      expect.objectContaining({
        method: 'POST',
        body: JSON.stringify({ response_type: 'ephemeral', ...content }),
      }),
    ],
  ]);
});

test('an address that takes no more is an error for whoever tells', async () => {
  const told: unknown[] = [];
  const { route, fetch, response } = open(async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'tardi', blocks: [] }).catch((error: Error) => told.push(error.message));
  });
  fetch.mockResolvedValue(new Response(null, { status: 404 }));
  await route(new URLSearchParams(COMMAND), response);
  expect(told).toEqual(['the address of an answer answered 404']);
});
