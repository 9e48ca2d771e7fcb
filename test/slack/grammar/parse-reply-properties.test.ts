/** Whatever is typed: no exception, no figure that was not written, no second figure passed over. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import { parseReply } from '../../../src/slack/grammar/parse-reply.ts';

const TODAY = isoDate('2020-09-14');
const RUNS = 5_000;

const language = fc.constantFrom('it' as const, 'en' as const);
const implied = fc.constantFrom(null, '1.1.3', '3.1');

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

test('nothing throws, and what is taken was written, with its sign', () => {
  fc.assert(
    fc.property(anything, language, implied, (text, lang, item) => {
      const reply = parseReply(text, { language: lang, today: TODAY, impliedItem: item });
      if (!reply.ok) {
        expect(reply.lines.length).toBeGreaterThan(0);
        return;
      }
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

const percent = fc.integer({ min: -200, max: 400 }).map((value) => `${value}%`);
const code = fc.constantFrom('1.1.3', '1.4.4', '1.1', 'fase 2 di 1.4');
const joint = fc.constantFrom(
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
);

test('two percentages on a line, and nothing is recorded', () => {
  fc.assert(
    fc.property(code, percent, joint, percent, language, (item, one, between, other, lang) => {
      const line = `${item} ${one}${between}${other}`;
      const reply = parseReply(line, { language: lang, today: TODAY, impliedItem: null });
      expect(reply.ok, line).toBe(false);
    }),
    { numRuns: RUNS },
  );
});

const ITEM = /^(?:(?:fase|phase)\s+\d+\s+(?:di|of)\s+)?\d+(?:\.\d+)+\.?(?=$|[\s:,;])[:,;]?/i;

test('outside a note after a colon, an accepted line holds one percentage at most', () => {
  fc.assert(
    fc.property(anything, language, implied, (text, lang, item) => {
      const reply = parseReply(text, { language: lang, today: TODAY, impliedItem: item });
      if (!reply.ok) return;
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

test('a percentage, written in either language’s way, is read as it was meant', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      language,
      fc.constantFrom('%', ' %', '\u00a0%'),
      (bps, lang, sign) => {
        const [whole, fraction] = [Math.floor(bps / 100), String(bps % 100).padStart(2, '0')];
        const line = `1.1.3 ${whole}${lang === 'it' ? ',' : '.'}${fraction}${sign}`;
        const reply = parseReply(line, { language: lang, today: TODAY, impliedItem: null });
        expect(reply.ok && reply.statements[0]?.figure).toEqual({
          kind: 'PERCENT',
          percent: String(bps / 100),
        });
      },
    ),
    { numRuns: RUNS },
  );
});
