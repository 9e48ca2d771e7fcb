/** Questions about what somebody wrote: what each button says, and that Slack takes them whatever was written. */
import { describe, expect, test } from 'vitest';
import type { ItemCode } from '../../../src/domain/codes.ts';
import type { AskedBack } from '../../../src/domain/notice.ts';
import { LANGUAGES } from '../../../src/messages/language.ts';
import {
  askBackMessage,
  CHOOSE_READING_ACTIONS,
  correctionMessage,
  keptMessage,
  type ReadingOutcome,
  settledMessage,
} from '../../../src/slack/blocks/ask-back-blocks.ts';
import type { MessageContent } from '../../../src/slack/blocks/parts.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { blockTextLength, MAX_BLOCK_TEXT, validateBlocks } from '../../../src/slack-local/blocks/validate.ts';

const asked = (parts: Partial<AskedBack>): AskedBack => ({
  kind: 'ASK_BACK',
  person: 'referente.osru',
  lines: ['60%'],
  index: 0,
  reason: 'WHICH_ITEM',
  choices: ['1.1.3 60%', '1.4.2 60%'],
  checkInId: null,
  ...parts,
});

const TITLES = new Map([
  ['1.1.3', 'Attuazione delle procedure di reclutamento in coerenza con la programmazione 2019-2021'],
  ['1.4.2', 'Comunicazione dei nuovi strumenti'],
]);

const buttonsOf = ({ blocks }: MessageContent) =>
  blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => (element.type === 'button' ? [element] : []));

const labelsOf = (content: MessageContent) => buttonsOf(content).map(({ text }) => text.text);

const it = voiceOf('it');

describe('a button says', () => {
  test('code and title of its item, cut to what Slack takes', () => {
    const labels = labelsOf(askBackMessage(asked({}), it, TITLES));
    expect(labels).toEqual([
      '1.1.3 · Attuazione delle procedure di reclutamento in coerenza con la prog…',
      '1.4.2 · Comunicazione dei nuovi strumenti',
      'Nessuna di queste',
    ]);
    expect(labels[0]).toHaveLength(75);
  });

  test.each([
    {
      why: 'of items without a title, the line',
      parts: {},
      titles: new Map(),
      labels: ['1.1.3 60%', '1.4.2 60%'],
    },
    {
      why: 'of two readings of one item, the line, a decimal as it was written',
      parts: {
        lines: ['3.1 8,006'],
        reason: 'WHICH_NUMBER',
        choices: ['1.1.3 8006', '1.1.3 8,0060'],
      } as const,
      titles: TITLES,
      labels: ['1.1.3 8006', '1.1.3 8,006 (decimale)'],
    },
    {
      why: 'of all the items, how many they are',
      parts: { choices: ['1.1.3 invariato\n1.4.2 invariato', '1.1.3 invariato', '1.4.2 invariato'] },
      titles: TITLES,
      labels: [
        'Tutte e 2',
        '1.1.3 · Attuazione delle procedure di reclutamento in coerenza con la prog…',
        '1.4.2 · Comunicazione dei nuovi strumenti',
      ],
    },
    {
      why: 'of a line taken apart, how many lines it makes',
      parts: { reason: 'WHICH_FIGURE', choices: ['1.1.3 60%\n1.4.2 fatto'] } as const,
      titles: TITLES,
      labels: ['2 righe separate'],
    },
  ])('$why', ({ parts, titles, labels }) => {
    const content = askBackMessage(asked(parts), it, titles);
    expect(labelsOf(content)).toEqual([...labels, 'Nessuna di queste']);
  });

  test('which choice it is, in its value', () => {
    const buttons = buttonsOf(askBackMessage(asked({}), it, TITLES));
    expect(buttons.map(({ value }) => value)).toEqual(['0', '1', 'none']);
    for (const { action_id } of buttons) expect(CHOOSE_READING_ACTIONS).toContain(action_id);
  });
});

describe('more choices than five', () => {
  const codes = Array.from({ length: 24 }, (_, index) => `1.6.${index + 1}`);
  const choices = codes.map((code) => `${code} invariato`);
  const content = askBackMessage(
    asked({ lines: ['invariato'], choices: [choices.join('\n'), ...choices] }),
    it,
    new Map(
      codes.map((code) => [code, `Una fase dal titolo piuttosto lungo, del quale si vede l’inizio: ${code}`]),
    ),
  );
  const [controls] = content.blocks.flatMap((block) => (block.type === 'actions' ? [block] : []));
  const select = controls?.elements[0];
  if (select?.type !== 'static_select') throw new Error('no menu');

  test('are one menu, beside the button for none of them', () => {
    expect(controls?.elements.map(({ type }) => type)).toEqual(['static_select', 'button']);
    expect(buttonsOf(content).map(({ value }) => value)).toEqual(['none']);
    expect(CHOOSE_READING_ACTIONS).toContain(select.action_id);
    expect(validateBlocks(content.blocks, 'message')).toEqual([]);
  });

  test('each says code and title, and its value which it is', () => {
    expect(select.options?.map(({ value }) => value)).toEqual(
      choices.concat('').map((_, index) => `${index}`),
    );
    expect(select.options?.[24]?.text.text).toBe(
      '1.6.24 · Una fase dal titolo piuttosto lungo, del quale si vede l’inizio: …',
    );
    for (const { text } of select.options ?? []) expect(text.text.length).toBeLessThanOrEqual(75);
  });

  test('of all of them says which they are', () => {
    expect(select.options?.[0]).toMatchObject({
      text: { text: 'Tutte e 24' },
      description: { text: expect.stringMatching(/^1\.6\.1, 1\.6\.2, .*…$/) },
    });
  });

  test('the question quotes the line once, and not each choice', () => {
    expect(JSON.stringify(content.blocks).match(/invariato/g)).toHaveLength(1);
  });
});

test('what was chosen is told as it was shown', () => {
  const notice = asked({ lines: ['5.1 8,006'], choices: ['5.1 8006', '5.1 8,0060'], reason: 'WHICH_NUMBER' });
  expect(settledMessage(notice, 'CHOSEN', '5.1 8,0060', it).text).toContain('`5.1 8,006 (decimale)`');
  expect(settledMessage(notice, 'REFUSED', '5.1 8,0060', voiceOf('en')).text).toContain(
    '`5.1 8,006 (decimal)`',
  );
});

test('every choice is shown whole, so that what is pressed is what is recorded', () => {
  const content = askBackMessage(asked({ choices: ['1.1.3 60%\n1.4.2 60%: R&D'] }), it, TITLES);
  expect(JSON.stringify(content.blocks)).toContain('`1.1.3 60%` `1.4.2 60%: R&amp;D`');
});

const HOSTILE = `<!channel> & \`x\` 👩‍👩‍👧 *b* ${'a&'.repeat(2_000)}`;
const five = ['1.1.1', '1.1.2', '1.1.3', '1.4.2', '1.4.3'];
const hostile = asked({
  lines: Array.from({ length: 50 }, () => HOSTILE),
  index: 49,
  choices: five.map((code) => `${code} ${HOSTILE}`),
});
const hostileTitles = new Map(five.map((code) => [code, HOSTILE]));
const outcomes: readonly ReadingOutcome[] = ['CHOSEN', 'REFUSED', 'NONE', 'BEFORE', 'SUPERSEDED'];

describe.each(LANGUAGES)('Slack takes, in %s,', (language) => {
  const voice = voiceOf(language);
  const offered = { kind: 'CORRECTION_OFFERED', person: 'x', lines: hostile.lines, checkInId: null } as const;
  const items = Array.from({ length: 50 }, (_, index) => `1.${index}.1` as ItemCode);
  const together = asked({ choices: [Array.from({ length: 50 }, () => HOSTILE).join('\n')] });
  const menu = asked({
    lines: [HOSTILE],
    choices: Array.from({ length: 25 }, (_, index) => `1.6.${index} ${HOSTILE}\n1.4.2 ${HOSTILE}`),
  });
  test.each<[string, MessageContent]>([
    ['a menu about hostile lines', askBackMessage(menu, voice, hostileTitles)],
    ['a question about hostile lines', askBackMessage(hostile, voice, hostileTitles)],
    ['one of fifty lines', askBackMessage(together, voice, hostileTitles)],
    ['a correction of fifty lines', correctionMessage(offered, voice)],
    ['what stays of fifty items', keptMessage({ kind: 'KEPT_AFTER_DELETION', items }, voice)],
    ...outcomes.flatMap((outcome): [string, MessageContent][] => [
      [
        `a question that ended: ${outcome}`,
        settledMessage(hostile, outcome, hostile.choices.join('\n'), voice),
      ],
      [`a correction that ended: ${outcome}`, settledMessage(offered, outcome, HOSTILE, voice)],
    ]),
  ])('%s', (_, content) => {
    expect(validateBlocks(content.blocks, 'message')).toEqual([]);
    expect(blockTextLength(content.blocks)).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
    expect(content.text.length).toBeGreaterThan(10);
    // The label of a button is plain text, in which it is no markup.
    const marked = content.blocks.filter(({ type }) => type !== 'actions');
    expect(JSON.stringify([content.text, marked])).not.toContain('<!channel>');
  });
});
