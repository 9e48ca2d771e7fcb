import { describe, expect, test } from 'vitest';
import type { Surface } from '../../src/slack-local/blocks/block-types.ts';
import { blockTextLength, validateBlocks, validateView } from '../../src/slack-local/blocks/validate.ts';
import { modal } from './workspace-fixture.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const option = (n: number | string, over: object = {}) => ({ text: plain(`o${n}`), value: `v${n}`, ...over });
const options = (count: number) => times(count, (n) => option(n));

const sectionOf = (text: unknown) => ({ type: 'section', text });
const button = (over: object = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...over });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const input = (element: unknown, over: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...over,
});
const textInput = (over: object = {}) => ({ type: 'plain_text_input', action_id: 'a', ...over });
const numberInput = (over: object = {}) => ({ type: 'number_input', is_decimal_allowed: false, ...over });
const select = (over: object = {}) => ({ type: 'static_select', options: options(2), ...over });
const confirm = (over: object = {}) => ({
  title: plain('Sure?'),
  text: mrkdwn('*Really*'),
  confirm: plain('Yes'),
  deny: plain('No'),
  ...over,
});
const richText = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const richSection = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });

type Case = { why: string; block: unknown; problem?: string; surface?: Surface };

/** `problem` is the first one as `message @ pointer`; without it the block is accepted. */
const cases: Record<string, Case[]> = {
  section: [
    { why: 'text of 3,000', block: sectionOf(mrkdwn(x(3000))) },
    {
      why: 'text of 3,001',
      block: sectionOf(mrkdwn(x(3001))),
      problem: 'must be less than 3001 characters @ /0/text/text',
    },
    {
      why: 'empty text',
      block: sectionOf(plain('')),
      problem: 'must be more than 0 characters @ /0/text/text',
    },
    { why: 'text that is a string', block: sectionOf('hello'), problem: 'must provide an object @ /0/text' },
    {
      why: 'text of a wrong type',
      block: sectionOf({ type: 'markdown', text: 'x' }),
      problem: 'unsupported type: markdown @ /0/text/type',
    },
    {
      why: 'neither text nor fields',
      block: { type: 'section' },
      problem: 'missing required field: text or fields @ /0',
    },
    { why: '10 fields of 2,000', block: { type: 'section', fields: times(10, () => mrkdwn(x(2000))) } },
    {
      why: '11 fields',
      block: { type: 'section', fields: times(11, () => mrkdwn('x')) },
      problem: 'no more than 10 items allowed @ /0/fields',
    },
    {
      why: 'a field of 2,001',
      block: { type: 'section', fields: [mrkdwn(x(2001))] },
      problem: 'must be less than 2001 characters @ /0/fields/0/text',
    },
    { why: 'a button beside', block: { ...sectionOf(plain('x')), accessory: button() } },
    {
      why: 'an input beside',
      block: { ...sectionOf(plain('x')), accessory: textInput() },
      problem: 'unsupported type: plain_text_input @ /0/accessory/type',
    },
    {
      why: 'a misspelt property',
      block: { ...sectionOf(plain('x')), accesory: button() },
      problem: 'invalid additional property: accesory @ /0',
    },
    {
      why: 'emoji in mrkdwn',
      block: sectionOf({ ...mrkdwn('x'), emoji: true }),
      problem: 'invalid additional property: emoji @ /0/text',
    },
    { why: 'block_id of 255', block: { ...sectionOf(plain('x')), block_id: x(255) } },
    {
      why: 'block_id of 256',
      block: { ...sectionOf(plain('x')), block_id: x(256) },
      problem: 'must be less than 256 characters @ /0/block_id',
    },
  ],
  header: [
    { why: 'text of 150', block: { type: 'header', text: plain(x(150)) } },
    {
      why: 'text of 151',
      block: { type: 'header', text: plain(x(151)) },
      problem: 'must be less than 151 characters @ /0/text/text',
    },
    {
      why: 'mrkdwn',
      block: { type: 'header', text: mrkdwn('x') },
      problem: 'must be of type plain_text, not: mrkdwn @ /0/text/type',
    },
    { why: 'no text', block: { type: 'header' }, problem: 'missing required field: text @ /0' },
  ],
  context: [
    {
      why: '10 elements, image among them',
      block: {
        type: 'context',
        elements: [
          ...times(9, () => mrkdwn('x')),
          { type: 'image', image_url: 'https://a.it/i.png', alt_text: 'i' },
        ],
      },
    },
    {
      why: '11 elements',
      block: { type: 'context', elements: times(11, () => plain('x')) },
      problem: 'no more than 10 items allowed @ /0/elements',
    },
    {
      why: 'no elements',
      block: { type: 'context', elements: [] },
      problem: 'no fewer than 1 items allowed @ /0/elements',
    },
    {
      why: 'a button',
      block: { type: 'context', elements: [button()] },
      problem: 'unsupported type: button @ /0/elements/0/type',
    },
  ],
  actions: [
    { why: '25 buttons', block: actions(...times(25, (n) => button({ action_id: `a${n}` }))) },
    {
      why: '26 buttons',
      block: actions(...times(26, (n) => button({ action_id: `a${n}` }))),
      problem: 'no more than 25 items allowed @ /0/elements',
    },
    {
      why: 'the same action_id twice',
      block: actions(button(), button()),
      problem: '`action_id` "go" already exists in this block @ /0/elements/1/action_id',
    },
    {
      why: 'a text input',
      block: actions(textInput()),
      problem: 'unsupported type: plain_text_input @ /0/elements/0/type',
    },
    {
      why: 'an unknown element',
      block: actions({ type: 'knob' }),
      problem: 'unsupported type: knob @ /0/elements/0/type',
    },
    {
      why: 'an image',
      block: actions({ type: 'image', image_url: 'https://a.it', alt_text: 'x' }),
      problem: 'unsupported type: image @ /0/elements/0/type',
    },
  ],
  button: [
    { why: 'text of 75', block: actions(button({ text: plain(x(75)) })) },
    {
      why: 'text of 76',
      block: actions(button({ text: plain(x(76)) })),
      problem: 'must be less than 76 characters @ /0/elements/0/text/text',
    },
    {
      why: 'mrkdwn',
      block: actions(button({ text: mrkdwn('x') })),
      problem: 'must be of type plain_text, not: mrkdwn @ /0/elements/0/text/type',
    },
    { why: 'value of 2,000', block: actions(button({ value: x(2000) })) },
    {
      why: 'value of 2,001',
      block: actions(button({ value: x(2001) })),
      problem: 'must be less than 2001 characters @ /0/elements/0/value',
    },
    {
      why: 'value that is a number',
      block: actions(button({ value: 5 })),
      problem: 'must provide a string @ /0/elements/0/value',
    },
    {
      why: 'action_id of 256',
      block: actions(button({ action_id: x(256) })),
      problem: 'must be less than 256 characters @ /0/elements/0/action_id',
    },
    {
      why: 'an unknown style',
      block: actions(button({ style: 'green' })),
      problem: 'must be a valid enum value (primary, danger) @ /0/elements/0/style',
    },
    {
      why: 'a URL of 3,001',
      block: actions(button({ url: `https://${x(2993)}` })),
      problem: 'must be less than 3001 characters @ /0/elements/0/url',
    },
    {
      why: 'a URL that is none',
      block: actions(button({ url: 'javascript:alert(1)' })),
      problem: 'must match format: uri @ /0/elements/0/url',
    },
  ],
  confirm: [
    {
      why: 'at its limits',
      block: actions(
        button({
          confirm: confirm({
            title: plain(x(100)),
            text: plain(x(300)),
            confirm: plain(x(30)),
            deny: plain(x(30)),
            style: 'danger',
          }),
        }),
      ),
    },
    {
      why: 'title of 101',
      block: actions(button({ confirm: confirm({ title: plain(x(101)) }) })),
      problem: 'must be less than 101 characters @ /0/elements/0/confirm/title/text',
    },
    {
      why: 'text of 301',
      block: actions(button({ confirm: confirm({ text: plain(x(301)) }) })),
      problem: 'must be less than 301 characters @ /0/elements/0/confirm/text/text',
    },
    {
      why: 'answer of 31',
      block: actions(button({ confirm: confirm({ deny: plain(x(31)) }) })),
      problem: 'must be less than 31 characters @ /0/elements/0/confirm/deny/text',
    },
    {
      why: 'no answer',
      block: actions(button({ confirm: confirm({ deny: undefined }) })),
      problem: 'missing required field: deny @ /0/elements/0/confirm',
    },
  ],
  menus: [
    { why: '100 options', block: actions(select({ options: options(100) })) },
    {
      why: '101 options',
      block: actions(select({ options: options(101) })),
      problem: 'no more than 100 items allowed @ /0/elements/0/options',
    },
    {
      why: 'no options',
      block: actions(select({ options: [] })),
      problem: 'no fewer than 1 items allowed @ /0/elements/0/options',
    },
    {
      why: 'neither options nor groups',
      block: actions({ type: 'static_select' }),
      problem: 'missing required field: options or option_groups @ /0/elements/0',
    },
    {
      why: 'both',
      block: actions(select({ option_groups: [{ label: plain('g'), options: options(1) }] })),
      problem: 'only one of these fields is allowed: options, option_groups @ /0/elements/0',
    },
    {
      why: '101 groups',
      block: actions({
        type: 'static_select',
        option_groups: times(101, () => ({ label: plain('g'), options: options(1) })),
      }),
      problem: 'no more than 100 items allowed @ /0/elements/0/option_groups',
    },
    {
      why: 'a group label of 76',
      block: actions({
        type: 'static_select',
        option_groups: [{ label: plain(x(76)), options: options(1) }],
      }),
      problem: 'must be less than 76 characters @ /0/elements/0/option_groups/0/label/text',
    },
    {
      why: 'option text of 76',
      block: actions(select({ options: [option(1, { text: plain(x(76)) })] })),
      problem: 'must be less than 76 characters @ /0/elements/0/options/0/text/text',
    },
    {
      why: 'option text in mrkdwn',
      block: actions(select({ options: [option(1, { text: mrkdwn('x') })] })),
      problem: 'must be of type plain_text, not: mrkdwn @ /0/elements/0/options/0/text/type',
    },
    { why: 'option value of 150', block: actions(select({ options: [option(1, { value: x(150) })] })) },
    {
      why: 'option value of 151',
      block: actions(select({ options: [option(1, { value: x(151) })] })),
      problem: 'must be less than 151 characters @ /0/elements/0/options/0/value',
    },
    {
      why: 'option description of 76',
      block: actions(select({ options: [option(1, { description: plain(x(76)) })] })),
      problem: 'must be less than 76 characters @ /0/elements/0/options/0/description/text',
    },
    { why: 'initial option of those there', block: actions(select({ initial_option: option(1) })) },
    {
      why: 'initial option not among them',
      block: actions(select({ initial_option: option(9) })),
      problem: 'initial_option must be one of the provided options @ /0/elements/0/initial_option',
    },
    {
      why: 'initial option with another text',
      block: actions(select({ initial_option: option(1, { text: plain('else') }) })),
      problem: 'initial_option must be one of the provided options @ /0/elements/0/initial_option',
    },
    {
      why: 'initial option in a group',
      block: actions({
        type: 'static_select',
        option_groups: [{ label: plain('g'), options: options(2) }],
        initial_option: option(1),
      }),
    },
    {
      why: 'initial options of a multiple',
      block: actions({
        type: 'multi_static_select',
        options: options(2),
        initial_options: [option(0), option(7)],
      }),
      problem: 'initial_options must be one of the provided options @ /0/elements/0/initial_options/1',
    },
    { why: 'placeholder of 150', block: actions(select({ placeholder: plain(x(150)) })) },
    {
      why: 'placeholder of 151',
      block: actions(select({ placeholder: plain(x(151)) })),
      problem: 'must be less than 151 characters @ /0/elements/0/placeholder/text',
    },
    { why: 'overflow of 2', block: actions({ type: 'overflow', options: options(2) }) },
    {
      why: 'overflow of 1',
      block: actions({ type: 'overflow', options: options(1) }),
      problem: 'no fewer than 2 items allowed @ /0/elements/0/options',
    },
    {
      why: 'overflow of 6',
      block: actions({ type: 'overflow', options: options(6) }),
      problem: 'no more than 5 items allowed @ /0/elements/0/options',
    },
    {
      why: 'overflow option with a URL',
      block: actions({ type: 'overflow', options: [option(1, { url: 'https://a.it' }), option(2)] }),
    },
    {
      why: 'menu option with a URL',
      block: actions(select({ options: [option(1, { url: 'https://a.it' })] })),
      problem: 'invalid additional property: url @ /0/elements/0/options/0',
    },
    {
      why: '10 radio buttons in mrkdwn',
      block: actions({
        type: 'radio_buttons',
        options: times(10, (n) => option(n, { text: mrkdwn('*x*') })),
      }),
    },
    {
      why: '11 checkboxes',
      block: actions({ type: 'checkboxes', options: options(11) }),
      problem: 'no more than 10 items allowed @ /0/elements/0/options',
    },
  ],
  pickers: [
    { why: 'a date', block: actions({ type: 'datepicker', initial_date: '2020-09-30' }) },
    {
      why: 'an Italian date',
      block: actions({ type: 'datepicker', initial_date: '30/09/2020' }),
      problem: 'must match format: YYYY-MM-DD @ /0/elements/0/initial_date',
    },
    {
      why: 'month 13',
      block: actions({ type: 'datepicker', initial_date: '2020-13-01' }),
      problem: 'must match format: YYYY-MM-DD @ /0/elements/0/initial_date',
    },
    { why: 'a time', block: actions({ type: 'timepicker', initial_time: '23:59' }) },
    {
      why: 'hour 24',
      block: actions({ type: 'timepicker', initial_time: '24:00' }),
      problem: 'must match format: HH:mm @ /0/elements/0/initial_time',
    },
  ],
  input: [
    {
      why: 'label of 2,000 and hint of 2,000',
      block: input(textInput(), { label: plain(x(2000)), hint: plain(x(2000)) }),
    },
    {
      why: 'label of 2,001',
      block: input(textInput(), { label: plain(x(2001)) }),
      problem: 'must be less than 2001 characters @ /0/label/text',
    },
    {
      why: 'label in mrkdwn',
      block: input(textInput(), { label: mrkdwn('x') }),
      problem: 'must be of type plain_text, not: mrkdwn @ /0/label/type',
    },
    {
      why: 'no label',
      block: { type: 'input', element: textInput() },
      problem: 'missing required field: label @ /0',
    },
    { why: 'a button', block: input(button()), problem: 'unsupported type: button @ /0/element/type' },
    { why: 'max_length of 3,000', block: input(textInput({ max_length: 3000 })) },
    {
      why: 'max_length of 3,001',
      block: input(textInput({ max_length: 3001 })),
      problem: 'must be at most 3000 @ /0/element/max_length',
    },
    {
      why: 'min above max',
      block: input(textInput({ min_length: 5, max_length: 4 })),
      problem: 'min_length must be less than or equal to max_length @ /0/element/min_length',
    },
    {
      why: 'a number input',
      block: input(numberInput({ min_value: '0', max_value: '100', initial_value: '60' })),
    },
    {
      why: 'without is_decimal_allowed',
      block: input({ type: 'number_input' }),
      problem: 'missing required field: is_decimal_allowed @ /0/element',
    },
    {
      why: 'bounds that are numbers',
      block: input(numberInput({ min_value: 0 })),
      problem: 'must provide a string @ /0/element/min_value',
    },
    {
      why: 'a fraction where none is allowed',
      block: input(numberInput({ initial_value: '0.5' })),
      problem: 'must be an integer when is_decimal_allowed is false @ /0/element/initial_value',
    },
    {
      why: 'an Italian decimal',
      block: input({ type: 'number_input', is_decimal_allowed: true, initial_value: '0,5' }),
      problem: 'must match format: number @ /0/element/initial_value',
    },
    {
      why: 'initial above max',
      block: input(numberInput({ max_value: '100', initial_value: '101' })),
      problem: 'initial_value must lie between min_value and max_value @ /0/element/initial_value',
    },
    { why: 'a file input in a modal', block: input({ type: 'file_input', max_files: 10 }), surface: 'modal' },
    {
      why: 'a file input in a message',
      block: input({ type: 'file_input' }),
      problem: 'unsupported type: file_input @ /0/element/type',
    },
  ],
  image: [
    {
      why: 'a URL and a text',
      block: { type: 'image', image_url: 'https://a.it/i.png', alt_text: 'chart', title: plain(x(2000)) },
    },
    {
      why: 'no alt_text',
      block: { type: 'image', image_url: 'https://a.it/i.png' },
      problem: 'missing required field: alt_text @ /0',
    },
    {
      why: 'no image',
      block: { type: 'image', alt_text: 'chart' },
      problem: 'missing required field: image_url or slack_file @ /0',
    },
    { why: 'a file of Slack', block: { type: 'image', slack_file: { id: 'F1' }, alt_text: 'chart' } },
    {
      why: 'a URL of 3,001',
      block: { type: 'image', image_url: `https://${x(2993)}`, alt_text: 'c' },
      problem: 'must be less than 3001 characters @ /0/image_url',
    },
    {
      why: 'alt_text of 2,001',
      block: { type: 'image', image_url: 'https://a.it', alt_text: x(2001) },
      problem: 'must be less than 2001 characters @ /0/alt_text',
    },
  ],
  'rich text': [
    {
      why: 'styled text, mentions and lists',
      block: richText(
        richSection({ type: 'text', text: 'a', style: { bold: true } }, { type: 'user', user_id: 'U1' }),
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [richSection({ type: 'link', url: 'https://a.it' })],
        },
      ),
    },
    {
      why: 'text outside a section',
      block: richText({ type: 'text', text: 'a' }),
      problem: 'unsupported type: text @ /0/elements/0/type',
    },
    {
      why: 'an unknown style',
      block: richText(richSection({ type: 'text', text: 'a', style: { blink: true } })),
      problem: 'invalid additional property: blink @ /0/elements/0/elements/0/style',
    },
    {
      why: 'a list without style',
      block: richText({ type: 'rich_text_list', elements: [richSection()] }),
      problem: 'missing required field: style @ /0/elements/0',
    },
    {
      why: 'empty text',
      block: richText(richSection({ type: 'text', text: '' })),
      problem: 'must be more than 0 characters @ /0/elements/0/elements/0/text',
    },
  ],
  'tables and markdown': [
    {
      why: '100 rows of 20',
      block: { type: 'table', rows: times(100, () => times(20, () => ({ type: 'raw_text', text: 'x' }))) },
    },
    {
      why: '101 rows',
      block: { type: 'table', rows: times(101, () => [{ type: 'raw_text', text: 'x' }]) },
      problem: 'no more than 100 items allowed @ /0/rows',
    },
    {
      why: '21 columns',
      block: { type: 'table', rows: [times(21, () => ({ type: 'raw_text', text: 'x' }))] },
      problem: 'no more than 20 items allowed @ /0/rows/0',
    },
    {
      why: 'a table in a modal',
      block: { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
      surface: 'modal',
      problem: 'unsupported type: table @ /0/type',
    },
    {
      why: 'markdown of 12,001',
      block: { type: 'markdown', text: x(12_001) },
      problem: 'must be less than 12001 characters @ /0/text',
    },
  ],
  'blocks at all': [
    { why: 'a divider', block: { type: 'divider' } },
    { why: 'an unknown type', block: { type: 'sektion' }, problem: 'unsupported type: sektion @ /0/type' },
    {
      why: 'a name of Object',
      block: { type: 'constructor' },
      problem: 'unsupported type: constructor @ /0/type',
    },
    { why: 'no type', block: {}, problem: 'missing required field: type @ /0' },
    { why: 'null', block: null, problem: 'must provide an object @ /0' },
    { why: 'a list', block: [], problem: 'must provide an object @ /0' },
  ],
};

describe.each(Object.entries(cases))('%s', (_name, ofBlock) => {
  test.each(ofBlock)('$why', ({ block, problem, surface = 'message' }) => {
    const problems = validateBlocks([block], surface, '');
    const told = problems.map(({ pointer, message }) => `${message} @ ${pointer}`);
    expect(told.slice(0, 1)).toEqual(problem === undefined ? [] : [problem]);
  });
});

describe('all the blocks', () => {
  const dividers = (count: number) => times(count, () => ({ type: 'divider' }));
  test.each<{ surface: Surface; limit: number }>([
    { surface: 'message', limit: 50 },
    { surface: 'modal', limit: 100 },
    { surface: 'home', limit: 100 },
  ])('$limit in a $surface', ({ surface, limit }) => {
    expect(validateBlocks(dividers(limit), surface)).toEqual([]);
    expect(validateBlocks(dividers(limit + 1), surface)).toEqual([
      { pointer: '/blocks', message: `no more than ${limit} items allowed`, code: 'failed_constraint' },
    ]);
  });

  test('a block_id once', () => {
    const blocks = [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ];
    expect(validateBlocks(blocks, 'message')).toEqual([
      { pointer: '/blocks/1/block_id', message: '`block_id` "a" already exists', code: 'failed_constraint' },
    ]);
  });

  test('one table', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
    expect(validateBlocks([table, table], 'message')).toHaveLength(1);
  });

  test('every problem is told', () => {
    const blocks = [
      sectionOf(plain('')),
      { type: 'nope' },
      actions(button({ text: plain(x(80)), value: x(2001) })),
    ];
    expect(validateBlocks(blocks, 'message')).toHaveLength(4);
  });

  test('their text is counted wherever it stands', () => {
    const blocks = [
      sectionOf(plain('12345')),
      { type: 'section', fields: [mrkdwn('123')] },
      actions(button()),
    ];
    expect(blockTextLength(blocks)).toBe(5 + 3 + 2);
  });
});

test('one element has the focus', () => {
  const focused = input(textInput({ focus_on_load: true }));
  expect(validateBlocks([focused, input(textInput())], 'modal')).toEqual([]);
  expect(validateBlocks([focused, focused], 'modal')).toMatchObject([
    { pointer: '/blocks/1/element/focus_on_load' },
  ]);
});

describe('views', () => {
  test.each([
    { why: 'a modal', view: modal() },
    {
      why: 'at its limits',
      view: modal({
        title: plain(x(24)),
        submit: plain(x(24)),
        close: plain(x(24)),
        private_metadata: x(3000),
        callback_id: x(255),
      }),
    },
    {
      why: 'title of 25',
      view: modal({ title: plain(x(25)) }),
      problem: 'must be less than 25 characters @ /view/title/text',
    },
    {
      why: 'submit of 25',
      view: modal({ submit: plain(x(25)) }),
      problem: 'must be less than 25 characters @ /view/submit/text',
    },
    {
      why: 'close of 25',
      view: modal({ close: plain(x(25)) }),
      problem: 'must be less than 25 characters @ /view/close/text',
    },
    { why: 'no title', view: modal({ title: undefined }), problem: 'missing required field: title @ /view' },
    {
      why: 'title in mrkdwn',
      view: modal({ title: mrkdwn('x') }),
      problem: 'must be of type plain_text, not: mrkdwn @ /view/title/type',
    },
    {
      why: 'private_metadata of 3,001',
      view: modal({ private_metadata: x(3001) }),
      problem: 'must be less than 3001 characters @ /view/private_metadata',
    },
    {
      why: 'private_metadata that is an object',
      view: modal({ private_metadata: {} }),
      problem: 'must provide a string @ /view/private_metadata',
    },
    {
      why: 'callback_id of 256',
      view: modal({ callback_id: x(256) }),
      problem: 'must be less than 256 characters @ /view/callback_id',
    },
    {
      why: 'inputs without submit',
      view: modal({ submit: undefined }),
      problem: 'missing required field: submit (the view has input blocks) @ /view',
    },
    {
      why: 'no submit needed without inputs',
      view: modal({ submit: undefined, blocks: [{ type: 'divider' }] }),
    },
    {
      why: 'no blocks',
      view: modal({ blocks: undefined }),
      problem: 'missing required field: blocks @ /view',
    },
    {
      why: 'a home',
      view: modal({ type: 'home' }),
      problem: 'must be a valid enum value (modal) @ /view/type',
    },
    { why: 'not an object', view: [], problem: 'must provide an object @ /view' },
  ])('$why', ({ view, problem }) => {
    const told = validateView(view, 'modal').map(({ pointer, message }) => `${message} @ ${pointer}`);
    expect(told).toEqual(problem === undefined ? [] : [problem]);
  });

  test('a home has no title', () => {
    const home = { type: 'home', blocks: [{ type: 'divider' }] };
    expect(validateView(home, 'home')).toEqual([]);
    expect(validateView({ ...home, title: plain('x') }, 'home')).toEqual([
      { pointer: '/view', message: 'invalid additional property: title', code: 'failed_constraint' },
    ]);
  });
});
