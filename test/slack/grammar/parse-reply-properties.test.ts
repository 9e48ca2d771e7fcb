/** Whatever is typed: no exception, no figure that was not meant, no second figure passed over. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { SaidFigure, Statement } from '../../../src/domain/statement.ts';
import type { GrammarSetting } from '../../../src/slack/grammar/grammar-setting.ts';
import { parseReply } from '../../../src/slack/grammar/parse-reply.ts';
import type { Reply } from '../../../src/slack/grammar/reply.ts';
import { accepted } from './accepted-cases.ts';
import { ambiguous } from './ambiguous-cases.ts';
import { hostile } from './hostile-texts.ts';
import { refused } from './refused-cases.ts';
import { CODES, figureText, MINE, read, TODAY } from './support.ts';

const RUNS = 4_000;

const language = fc.constantFrom('it' as const, 'en' as const);
const setting: fc.Arbitrary<GrammarSetting> = fc.record({
  language,
  today: fc.constant(TODAY),
  impliedItem: fc.constantFrom(null, '1.1.3', '3.1', '1.4.4'),
  items: fc.subarray([...MINE]),
  codes: fc.constantFrom(null, CODES),
});

/** What people put into such lines, in no order that makes sense. */
const word = fc.constantFrom(
  ...'1.1.3 1.04.2 3.1 14 fase di phase of 60% 80% 150% -5% −5 -5 +5% 12,5 12.5 % 6.200 6200 20.015 8006/20015 8006/0'.split(
    ' ',
  ),
  ...'fatto fatta quasi non invariato come prima bloccata: blocked perché because done not unchanged al all’ il on'.split(
    ' ',
  ),
  ...'28/04 31/02 30/09/2020 2020-09-12 ieri today colloqui per cento e poi oppure or - – → : ; , . / % # 🎉 & <'.split(
    ' ',
  ),
  ...[
    '&amp;',
    '&lt;',
    '<https://x.it|y>',
    'https://x.it/10%',
    '\n',
    '\u00a0',
    '\u200b',
    '\u202e',
    '🎉👍🏽',
    '~',
    '`',
    '*',
    '1.',
    'fase 2',
    'e 1.1.4',
    '; 3.1',
    '8,006',
    '8.006',
    '６０％',
    'a'.repeat(300),
  ],
);
const glued = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));
const spaced = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const anything = fc.oneof(
  spaced,
  spaced.map((text) => `1.1.3 ${text}`),
  glued,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => `1.1.3 ${text}`),
);

const numbersOf = ({ figure }: Statement): readonly string[] => {
  if (figure?.kind === 'PERCENT') return [figure.percent];
  if (figure?.kind === 'NUMBER') return [figure.number];
  return figure?.kind === 'RATIO' ? [figure.numerator, figure.denominator] : [];
};

/** Every number of `line` as somebody could mean it, whichever separator groups and whichever is decimal. */
function numbersIn(line: string): ReadonlySet<number> {
  const written = line.replaceAll('−', '-').match(/-?\d+(?:[.,]\d+)*/g) ?? [];
  return new Set(
    written
      .flatMap((text) => [text, text.replace(/^-/, '')])
      .flatMap((text) => [
        Number(text.replace(',', '.')),
        Number(text.replaceAll('.', '').replace(',', '.')),
        Number(text.replaceAll(',', '')),
      ]),
  );
}

const statementsOf = (reply: Reply): readonly Statement[] => (reply.ok === true ? reply.statements : []);

test('nothing throws, and what is taken was written, with its sign', () => {
  fc.assert(
    fc.property(anything, setting, (text, around) => {
      const reply = parseReply(text, around);
      if (reply.ok === false) {
        expect(reply.lines.length).toBeGreaterThan(0);
        return;
      }
      if (reply.ok === 'AMBIGUOUS') return;
      expect(reply.statements).toHaveLength(reply.lines.length);
      for (const [index, statement] of reply.statements.entries()) {
        const line = reply.lines[index] ?? '';
        for (const number of numbersOf(statement)) expect(numbersIn(line)).toContain(Number(number));
        if (statement.figure?.kind === 'PERCENT') expect(line).toMatch(/%|per\s?cento|percent/i);
        if (statement.blockedBecause !== null) expect(line).toMatch(/bloccat|blocked/i);
        if (statement.figure === null) expect(statement.blockedBecause).not.toBeNull();
        expect(statement.note).not.toBe('');
      }
    }),
    { numRuns: RUNS },
  );
});

test('each choice that is offered is read in one way, and holds no number that was not written', () => {
  fc.assert(
    fc.property(anything, setting, (text, around) => {
      const reply = parseReply(text, around);
      if (reply.ok !== 'AMBIGUOUS') return;
      expect(reply.choices.length).toBeGreaterThan(0);
      expect(reply.choices.length).toBeLessThanOrEqual(25);
      expect(new Set(reply.choices).size).toBe(reply.choices.length);
      for (const choice of reply.choices) {
        const chosen = parseReply(choice, { ...around, impliedItem: null });
        expect(chosen, choice).toMatchObject({ ok: true });
        for (const statement of statementsOf(chosen)) {
          const item = around.items.find(({ code }) => code === statement.item);
          if (item?.measure === 'RATIO') expect(statement.figure, choice).toMatchObject({ kind: 'RATIO' });
          if (statement.figure?.kind === 'RATIO' && item) expect(item.measure, choice).toBe('RATIO');
          if (statement.figure?.kind === 'NUMBER') expect(item?.measure, choice).not.toBe('PERCENT');
        }
        const known = numbersIn(`${text} ${reply.lines.join(' ')}`);
        for (const number of statementsOf(chosen).flatMap(numbersOf)) expect(known).toContain(Number(number));
      }
    }),
    { numRuns: RUNS },
  );
});

/** A sentence made from what it means: never read as anything else. */
type Meant = { readonly line: string; readonly item: string; readonly figure: SaidFigure };

const decimals = (value: number, lang: 'it' | 'en') => String(value).replace('.', lang === 'it' ? ',' : '.');
const dec = (value: number) => String(value) as Extract<SaidFigure, { kind: 'PERCENT' }>['percent'];

const said = fc
  .tuple(language, fc.nat({ max: 10_000 }), fc.integer({ min: 1, max: 99_999 }), fc.nat(5))
  .map(([lang, small, large, kind]): { text: string; figure: SaidFigure; lang: 'it' | 'en' } => {
    const grouped = large.toLocaleString(lang === 'it' ? 'de-DE' : 'en-GB');
    switch (kind) {
      case 0:
        return {
          lang,
          text: `${decimals(small / 100, lang)}%`,
          figure: { kind: 'PERCENT', percent: dec(small / 100) },
        };
      case 1:
        return {
          lang,
          text: `${grouped} colloqui`,
          figure: { kind: 'NUMBER', number: dec(large), unit: 'colloqui' },
        };
      case 2:
        return {
          lang,
          text: `${small}/${grouped}`,
          figure: { kind: 'RATIO', numerator: dec(small), denominator: dec(large) },
        };
      case 3:
        return { lang, text: lang === 'it' ? 'fatto' : 'done', figure: { kind: 'DONE' } };
      case 4:
        return { lang, text: lang === 'it' ? 'invariata' : 'unchanged', figure: { kind: 'UNCHANGED' } };
      default:
        return { lang, text: `${small} %`, figure: { kind: 'PERCENT', percent: dec(small) } };
    }
  });
const named = fc.constantFrom(
  ['1.1.3', '1.1.3'],
  ['1.04.2:', '1.4.2'],
  ['fase 4 di 1.4', '1.4.4'],
  ['phase 4 of goal 1.4', '1.4.4'],
  ['*3.1*', '3.1'],
  ['- 1.2.2', '1.2.2'],
  ['indicatore 3.2,', '3.2'],
);
const filler = fc.constantFrom('', 'siamo al ', 'è ', 'al ', 'we are at ', '= ', 'ora ');
const when = fc.constantFrom('', ' il 28/04', ' al 30/06/2020', ' ieri', ' on 2020-06-30', ' today');
/** Notes that hold no figure, and noise around: what people add, and what machines do. */
const noise = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' bando pubblicato',
      ', in attesa del parere del 12/03',
      ' - 3 bandi usciti',
      ' 🎉 👍🏽',
      ' (COVID-19)',
    ],
    ...[
      ' https://example.org/10%25',
      ': manca il 10% di 8006/20015, poi 80',
      ' <https://x.it/1.1.4|atto>',
      '.',
    ],
    ...['\u00a0', ' \u200b', ' ~vecchio~', ' o\u0300', ` ${'a'.repeat(1_500)}`, ` ${'.'.repeat(1_500)}`],
  ),
  fc
    .string({ unit: fc.constantFrom(...'abcèàù  ,.;()!-–_’"'.split('')), maxLength: 40 })
    .map((text) => ` nota ${text}`),
);
const meant: fc.Arbitrary<Meant & { lang: 'it' | 'en' }> = fc
  .tuple(named, filler, said, when, noise)
  .map(([[written = '', item = ''], before, { text, figure, lang }, day, after]) => ({
    line: `${written} ${before}${text}${day}${after}`,
    item,
    figure,
    lang,
  }));

describe('a sentence made from a meaning', () => {
  test('is read as that meaning, or not at all', () => {
    let recorded = 0;
    fc.assert(
      fc.property(meant, fc.boolean(), ({ line, item, figure, lang }, known) => {
        const items = known ? { items: MINE } : {};
        const reply = read(line, { ...(lang === 'en' ? { en: true } : {}), ...items });
        for (const statement of statementsOf(reply)) {
          recorded += 1;
          expect({ item: statement.item, figure: statement.figure }, line).toEqual({ item, figure });
        }
      }),
      { numRuns: RUNS },
    );
    // It would hold of a grammar that takes nothing, too.
    expect(recorded).toBeGreaterThan(RUNS / 2);
  });

  test('offers that meaning among the others when the code is left out', () => {
    fc.assert(
      fc.property(said, noise, ({ text, figure, lang }, after) => {
        const reply = read(text + after, { ...(lang === 'en' ? { en: true } : {}), items: MINE });
        expect(reply.ok).not.toBe(true);
        if (reply.ok !== 'AMBIGUOUS') return;
        const figures = reply.choices.flatMap((choice) =>
          statementsOf(read(choice, { ...(lang === 'en' ? { en: true } : {}), items: MINE })).map(
            (statement) => statement.figure,
          ),
        );
        // “60% - 3 bandi” may be an interval.
        const meant = after.startsWith(' - 3') ? figures.slice(0, 1) : figures;
        expect(meant.length, text + after).toBeGreaterThan(0);
        for (const each of meant) expect(each, text + after).toEqual(figure);
      }),
      { numRuns: RUNS },
    );
  });
});

const percent = fc.integer({ min: -200, max: 400 }).map((value) => `${value}%`);
const code = fc.constantFrom('1.1.3', '1.4.4', '1.1', 'fase 2 di 1.4');
const joint = fc.constantFrom(
  ...[
    ' ',
    ' e ',
    ' e poi ',
    ', ',
    '; ',
    ' / ',
    ' - ',
    ' oppure ',
    ' then ',
    ' (',
    ' note ',
    ' al 30/06 ',
    '\t',
    ' 🎉 ',
  ],
);

describe('a sentence with two figures', () => {
  test('that are percentages is never read as one', () => {
    fc.assert(
      fc.property(code, percent, joint, percent, setting, (item, one, between, other, around) => {
        const line = `${item} ${one}${between}${other}`;
        const reply = parseReply(line, { ...around, impliedItem: null });
        expect(reply.ok, line).not.toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('of any kind is read as one only if the other is plainly counted in the note', () => {
    fc.assert(
      fc.property(code, said, joint, said, (item, one, between, other) => {
        fc.pre(one.lang === other.lang);
        const line = `${item} ${one.text}${between}${other.text}`;
        const reply = read(line, one.lang === 'en' ? { en: true } : {});
        for (const { figure, note } of statementsOf(reply)) {
          expect(figure, line).toEqual(one.figure);
          // What a note may hold: “60% e 3 bandi”, “60% note done”; never a share or a ratio.
          expect(['NUMBER', 'DONE', 'UNCHANGED'], line).toContain(other.figure.kind);
          expect(note, line).toContain(other.text.split(' ').at(-1));
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('offers the one and the other, and the note of both is the same', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.nat(100),
        fc.constantFrom('', ' bando', ', 3 bandi', ': poi 80%'),
        (a, b, note) => {
          fc.pre(a !== b);
          const reply = read(`1.1.3 ${a}% e poi ${b}%${note}`);
          const choices = reply.ok === 'AMBIGUOUS' ? reply.choices : [];
          const statements = choices.flatMap((choice) => statementsOf(read(choice)));
          expect(statements.map(({ figure }) => figure && figureText(figure))).toEqual([`${a}%`, `${b}%`]);
          expect(new Set(statements.map(({ note }) => note)).size).toBe(1);
        },
      ),
      { numRuns: 500 },
    );
  });
});

const ITEM = /^(?:(?:fase|phase)\s+\d+\s+(?:di|of)\s+)?\d+(?:\.\d+)+\.?(?=$|[\s:,;])[:,;]?/i;

test('outside a note after a colon, an accepted line holds one percentage at most', () => {
  fc.assert(
    fc.property(anything, setting, (text, around) => {
      const reply = parseReply(text, around);
      if (reply.ok !== true) return;
      for (const [index, { figure, evidence }] of reply.statements.entries()) {
        const line = (reply.lines[index] ?? '').replace(ITEM, '');
        const head = (evidence === null ? line : line.replace(evidence, '')).replace(/https?:[^\s>|]*/g, '');
        const beforeColon = head.split(':')[0] ?? '';
        const percentages = beforeColon.match(/\d\s*%(?=$|[\s,;.!])/g) ?? [];
        expect(percentages.length, line).toBeLessThanOrEqual(figure?.kind === 'PERCENT' ? 1 : 0);
      }
    }),
    { numRuns: RUNS },
  );
});

describe('no text takes more time than its length allows', () => {
  test.each(hostile)('$why: nothing is recorded of it but what was meant', ({ text, says }) => {
    const figures = statementsOf(read(text)).map(
      ({ item, figure }) => `${item} ${figure && figureText(figure)}`,
    );
    expect(figures).toEqual(says);
  });

  test('no expression that is run repeats what itself repeats without end', () => {
    const run = new Set<string>();
    const exec = RegExp.prototype.exec;
    const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, text) {
      run.add(this.source);
      return exec.call(this, text);
    });
    for (const { text, ...around } of [...accepted, ...refused, ...ambiguous]) read(text, around);
    spy.mockRestore();
    expect(run.size).toBeGreaterThan(20);
    expect([...run].filter(repeatsWithoutEnd)).toEqual([]);
  });

  test.each([
    { source: '(?:a+)+', found: true },
    { source: '(?:a|b(?:c*d)+)x{2,}', found: true },
    { source: '(?:a{1,9}){2,}', found: false },
    { source: '(?:\\+|[+*)]|a)*', found: false },
    { source: '(?:a+){1,9}', found: false },
  ])('as $source does: $found', ({ source, found }) => {
    expect(repeatsWithoutEnd(source)).toBe(found);
  });
});

/** Whether a group that holds `+`, `*` or `{n,}` is itself followed by one: the mark of exponential backtracking. */
function repeatsWithoutEnd(source: string): boolean {
  const tokens =
    source.match(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|<\w+>)|[()]|[+*]|\{\d+,\}|\{[\d,]+\}|./gsu) ?? [];
  const isEndless = (token: string | undefined) => token !== undefined && /^(?:[+*]|\{\d+,\})$/.test(token);
  const open: { endless: boolean }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.startsWith('(')) open.push({ endless: false });
    else if (token === ')') {
      const group = open.pop();
      if (!group?.endless) continue;
      if (isEndless(tokens[index + 1])) return true;
      for (const outer of open) outer.endless = true;
    } else if (isEndless(token)) {
      for (const outer of open) outer.endless = true;
    }
  }
  return false;
}
