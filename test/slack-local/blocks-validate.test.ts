import { afterEach, beforeEach, expect, test } from 'vitest';
import { modal, type Running, refusal, section, startWorkspace } from './workspace-fixture.ts';

let running: Running;
beforeEach(async () => {
  running = await startWorkspace();
});
afterEach(() => running.close());

const validate = (args: Record<string, unknown>) => running.api().apiCall('blocks.validate', args);
const wrong = { type: 'section', text: { type: 'invalid', text: 'x' } };

test.each([
  { why: 'blocks', args: { blocks: [section('x')] } },
  { why: 'a message', args: { message: { text: 'x', blocks: [section('x')] } } },
  { why: 'a modal', args: { view: modal() } },
  { why: 'a home', args: { view: { type: 'home', blocks: [section('x')] } } },
])('accepts $why', async ({ args }) => {
  expect((await validate(args)).ok).toBe(true);
});

test('answers as Slack documents it', async () => {
  expect(await refusal(validate({ blocks: [wrong] }))).toMatchObject({
    error: 'invalid_blocks',
    errors: [
      {
        code: 'failed_constraint',
        message: 'unsupported type: invalid',
        pointer: '/0/text/type',
        constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'] },
      },
    ],
  });
});

test.each([
  { args: { message: { blocks: [wrong] } }, error: 'invalid_message', pointer: '/blocks/0/text/type' },
  { args: { view: modal({ blocks: [wrong] }) }, error: 'invalid_view', pointer: '/blocks/0/text/type' },
  {
    args: { view: { type: 'home', title: { type: 'plain_text', text: 'x' }, blocks: [] } },
    error: 'invalid_view',
    pointer: '',
  },
])('$error at $pointer', async ({ args, error, pointer }) => {
  expect(await refusal(validate(args))).toMatchObject({ error, errors: [{ pointer }] });
});

test.each([
  { why: 'nothing', args: {} },
  { why: 'two at once', args: { blocks: [section('x')], message: { blocks: [] } } },
])('$why is refused', async ({ args }) => {
  expect(await refusal(validate(args))).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['must provide exactly one of `blocks`, `view`, or `message`'] },
  });
});
