import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { stateValues } from '../../src/slack-local/page/blocks/values.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const input = (block_id: string, element: Extract<KnownBlock, { type: 'input' }>['element']): KnownBlock => ({
  type: 'input',
  block_id,
  label: plain('Label'),
  element,
});
const note = (action_id = 'text', initial_value = 'as before') =>
  input('note', { type: 'plain_text_input', action_id, initial_value });
const typed = { note: { text: { type: 'plain_text_input', value: 'typed' } } };

test.each([
  { why: 'the same block and action', block: note(), value: { text: { value: 'typed' } } },
  { why: 'another action', block: note('other'), value: { other: { value: 'as before' } } },
  {
    why: 'another type of field',
    block: input('note', { type: 'datepicker', action_id: 'text' }),
    value: { text: { selected_date: null } },
  },
])('after an update of its view, what was typed: $why', ({ block, value }) => {
  expect(stateValues([block], typed)).toMatchObject({ note: value });
});

test('a field starts with what the app gave it', () => {
  const blocks = [
    input('files', { type: 'file_input', action_id: 'a' }),
    input('people', { type: 'multi_users_select', action_id: 'a', initial_users: ['U1'] }),
    input('moment', { type: 'datetimepicker', action_id: 'a', initial_date_time: 1_600_000_000 }),
    input('person', { type: 'users_select', action_id: 'a' }),
  ];
  expect(stateValues(blocks, {})).toEqual({
    files: { a: { type: 'file_input', files: [] } },
    people: { a: { type: 'multi_users_select', selected_users: ['U1'] } },
    moment: { a: { type: 'datetimepicker', selected_date_time: 1_600_000_000 } },
    person: { a: { type: 'users_select', selected_user: null } },
  });
});
