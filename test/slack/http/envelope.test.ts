/** What comes over Socket Mode's connection: read only when Slack's client can read it, and once. */
import { expect, test } from 'vitest';
import { createEnvelopeMemory, isWellFormed } from '../../../src/slack/http/envelope.ts';

const envelope = (parts: object) => JSON.stringify({ envelope_id: 'e1', ...parts });

test.each([
  { why: 'hello', message: '{"type":"hello","num_connections":1}', ok: true },
  { why: 'a farewell', message: '{"type":"disconnect","reason":"refresh_requested"}', ok: true },
  {
    why: 'a command',
    message: envelope({ type: 'slash_commands', payload: { command: '/arti' } }),
    ok: true,
  },
  {
    why: 'a press',
    message: envelope({ type: 'interactive', payload: { type: 'block_actions' } }),
    ok: true,
  },
  {
    why: 'an event',
    message: envelope({ type: 'events_api', payload: { event: { type: 'message' } } }),
    ok: true,
  },
  { why: 'null, which ends the client’s process', message: 'null', ok: false },
  { why: 'a number', message: '1', ok: false },
  { why: 'a list', message: '[]', ok: false },
  { why: 'no JSON', message: 'hello', ok: false },
  { why: 'nothing', message: '', ok: false },
  { why: 'no type', message: '{}', ok: false },
  { why: 'a type that is no text', message: '{"type":1}', ok: false },
  { why: 'something without an envelope', message: '{"type":"events_api","payload":{}}', ok: false },
  { why: 'an envelope without a payload', message: envelope({ type: 'interactive' }), ok: false },
  { why: 'an envelope of null', message: envelope({ type: 'slash_commands', payload: null }), ok: false },
  { why: 'an event that is missing', message: envelope({ type: 'events_api', payload: {} }), ok: false },
  {
    why: 'an event of null',
    message: envelope({ type: 'events_api', payload: { event: null } }),
    ok: false,
  },
  {
    why: 'an event without a type',
    message: envelope({ type: 'events_api', payload: { event: {} } }),
    ok: false,
  },
  { why: 'an id that is no text', message: '{"type":"interactive","envelope_id":1,"payload":{}}', ok: false },
  { why: 'too much', message: envelope({ type: 'interactive', payload: { x: 'x'.repeat(1e6) } }), ok: false },
])('$why → $ok', ({ message, ok }) => {
  expect(isWellFormed(message)).toBe(ok);
});

test('an envelope is new once; what was long ago is forgotten, what was lately is not', () => {
  const isNew = createEnvelopeMemory();
  expect(isNew('a')).toBe(true);
  expect(isNew('a')).toBe(false);
  for (let at = 0; at < 9_999; at++) isNew(`later-${at}`);
  expect(isNew('a')).toBe(false);
  isNew('one more');
  expect(isNew('later-0')).toBe(false);
  expect(isNew('a')).toBe(true);
});
