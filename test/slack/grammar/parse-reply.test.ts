/** The grammar, case by case: what is recorded of a line, what is asked back, and what is refused. */
import { describe, expect, test } from 'vitest';
import { parseWithoutAsking } from '../../../src/slack/grammar/parse-reply.ts';
import { accepted } from './accepted-cases.ts';
import { ambiguous } from './ambiguous-cases.ts';
import { refused } from './refused-cases.ts';
import { grammarSetting, MINE, read, told } from './support.ts';

const codesOf = (reply: ReturnType<typeof read>) =>
  reply.ok === false ? reply.lines.map(({ refusal }) => refusal.code) : reply;

test.each(accepted)('takes “$text”: $why', ({ text, says, ...setting }) => {
  const reply = read(text, setting);
  expect(reply.ok === true ? reply.statements.map(told) : reply).toEqual([says]);
});

test.each(refused)('refuses: $why → $code', ({ text, code, ...setting }) => {
  expect(codesOf(read(text, setting))).toEqual([code]);
});

describe('asks', () => {
  test.each(ambiguous)('$reason “$text”: $why', ({ text, reason, choices, ...setting }) => {
    expect(read(text, setting)).toMatchObject({ ok: 'AMBIGUOUS', reason, choices });
  });

  test.each(ambiguous)('no more once one is chosen, in any conversation: “$text”', ({ text, ...setting }) => {
    const reply = read(text, setting);
    if (reply.ok !== 'AMBIGUOUS') throw new Error('not ambiguous');
    for (const choice of reply.choices) {
      const chosen = reply.lines.with(reply.index, choice).join('\n');
      const { items = [], en } = setting;
      expect(read(chosen, { ...(en ? { en } : {}), items }), chosen).toMatchObject({ ok: true });
    }
  });

  test.each(ambiguous)('nobody who cannot be asked: “$text”', ({ text, ...setting }) => {
    const reply = parseWithoutAsking(text, grammarSetting(setting));
    // A goal or a code that there is none of is read, for the rules of the plan to say so.
    const said = reply.ok ? reply.statements.map(({ item }) => item) : [];
    if (text.includes('\n')) expect(said).toEqual(['1.1.3', '1.1.3']);
    else expect(['', '1.4', '1.1.33', '1.42', '3.7', '1.4.9', '1.4.44']).toContain(said.join());
  });
});

test('there are 200 cases in both languages, and a third of them are refusals', () => {
  const all = [...accepted, ...refused, ...ambiguous];
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(refused.length * 3).toBeGreaterThanOrEqual(all.length);
  for (const table of [accepted, refused, ambiguous]) {
    const english = table.filter(({ en }) => en);
    expect(english.length).toBeGreaterThanOrEqual(10);
    expect(table.length - english.length).toBeGreaterThanOrEqual(10);
  }
  const texts = all.map((each) => JSON.stringify([each.text, each.en, each.implied, each.items]));
  expect(new Set(texts).size).toBe(texts.length);
});

describe('several lines', () => {
  test('a statement a line, empty lines aside', () => {
    const reply = read('1.1.3 60%\r\n\n• 1.4.4 6.200 colloqui\n- 3.1 8006/20015\n');
    expect(reply).toMatchObject({
      ok: true,
      lines: ['1.1.3 60%', '1.4.4 6.200 colloqui', '3.1 8006/20015'],
    });
    expect(reply.ok === true && reply.statements.map(told)).toEqual([
      '1.1.3 60%',
      '1.4.4 #6200 colloqui',
      '3.1 8006/20015',
    ]);
  });

  test('one bad line, and nothing is taken: the bad one is named', () => {
    expect(read('1.1.3 60%\n1.1.4 quasi fatto\n1.1.5 fatto')).toEqual({
      ok: false,
      lines: [
        {
          line: '1.1.4 quasi fatto',
          refusal: { code: 'NOT_UNDERSTOOD', given: '1.1.4 quasi fatto' },
        },
      ],
    });
  });

  test('every bad line is named; beside one, what is ambiguous is not asked either', () => {
    const reply = read('1.1.3 60% e poi 80%\n1.1.4 fatto\n1.1.5 il 31/02 fatto\n1.1.1 bloccata');
    expect(reply.ok === false && reply.lines.map(({ line, refusal }) => [line, refusal.code])).toEqual([
      ['1.1.3 60% e poi 80%', 'SEVERAL_FIGURES'],
      ['1.1.5 il 31/02 fatto', 'DATE_INVALID'],
      ['1.1.1 bloccata', 'BLOCK_REASON_MISSING'],
    ]);
  });

  test('fifty lines are taken', () => {
    expect(read('1.1.3 60%\n'.repeat(50)).ok).toBe(true);
  });

  test('several ambiguous lines are asked one after the other', () => {
    const first = read('fase 2 al 60%\n3.1 8006/20015\n1.4 fatto', { items: MINE });
    expect(first).toEqual({
      ok: 'AMBIGUOUS',
      lines: ['fase 2 al 60%', '3.1 8006/20015', '1.4 fatto'],
      index: 0,
      reason: 'WHICH_PHASE',
      choices: ['1.2.2 al 60%', '1.4.2 al 60%'],
    });
    const second = read('1.4.2 al 60%\n3.1 8006/20015\n1.4 fatto', { items: MINE });
    expect(second).toMatchObject({ ok: 'AMBIGUOUS', index: 2, choices: ['1.4.2 fatto', '1.4.4 fatto'] });
    // Which of the two, if the same one is chosen twice.
    const third = read('1.4.2 al 60%\n3.1 8006/20015\n1.4.2 fatto', { items: MINE });
    expect(third).toEqual({
      ok: 'AMBIGUOUS',
      lines: ['1.4.2 al 60%', '3.1 8006/20015'],
      index: 0,
      reason: 'WHICH_FIGURE',
      choices: ['1.4.2 al 60%', '1.4.2 fatto'],
    });
  });

  test('the lines around an ambiguous one mean the same outside of the thread', () => {
    expect(
      read('60% bando\n1.4 fatto\n6.200 pratiche\nfase 3 invariata', { items: MINE, implied: '1.1.3' }),
    ).toMatchObject({
      ok: 'AMBIGUOUS',
      lines: ['1.1.3 60% bando', '1.4 fatto', '1.1.3 6.200 pratiche', '1.1.3 invariata'],
      index: 1,
    });
  });

  test('two lines of one item agree, or speak of different days', () => {
    expect(read('1.1.3 60%\n1.1.3 60% bando').ok).toBe(true);
    expect(read('1.1.3 60% ieri\n1.1.3 80%').ok).toBe(true);
    expect(read('1.1.3 60%\n1.1.3 bloccata: manca il parere').ok).toBe(true);
  });
});

test('the figures of a refusal are those that were written', () => {
  const reply = parseWithoutAsking('1.1.3 60%; 1.1.4 fatto, manca il 10%', grammarSetting());
  expect(reply.ok ? [] : reply.lines.map(({ refusal }) => refusal)).toEqual([
    {
      code: 'SEVERAL_FIGURES',
      given: '1.1.3 60%; 1.1.4 fatto, manca il 10%',
      figures: ['60%', '1.1.4', '10%'],
    },
  ]);
});
