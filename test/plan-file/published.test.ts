/** What others rely upon: the JSON Schemas beside the files, the content hash, the sentences. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noticeSentence, placed, problemSentence } from '../../src/messages/plan-file-catalogue.ts';
import { planFileEn } from '../../src/messages/plan-file-en.ts';
import { planFileIt } from '../../src/messages/plan-file-it.ts';
import { planHash } from '../../src/plan-file/canonical.ts';
import { directoryJsonSchema, planJsonSchema } from '../../src/plan-file/json-schema.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import { bytesOf, edited, SMALL_PLAN } from './small-plan.ts';

const read = (name: string) => readFileSync(new URL(`../../plans/${name}`, import.meta.url), 'utf8');

test('the published JSON Schemas are those of the parser', () => {
  expect(read('plan.schema.json')).toBe(planJsonSchema());
  expect(read('directory.schema.json')).toBe(directoryJsonSchema());
  expect(planJsonSchema()).not.toContain('"@"');
});

describe('content hash', () => {
  const hashOf = (text: string) => {
    const result = parsePlanFile(bytesOf(text), 'p');
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return planHash(result.plan);
  };
  const hash = hashOf(SMALL_PLAN);

  test.each([
    { why: 'a comment', text: `# ciao\n${SMALL_PLAN}` },
    {
      why: 'the order of keys',
      text: edited(['year: 2020\n', ''], ['title: Piano\n', 'title: Piano\nyear: 2020\n']),
    },
    {
      why: 'how a weight is written',
      text: edited(['title: Secondo\n        weight: 40.00', 'title: Secondo\n        weight: 40']),
    },
    {
      why: 'how an operator is written',
      text: edited(["2021-2022, operator: '>='", "2021-2022, operator: '≥'"]),
    },
    { why: 'a default written out', text: edited(['title: Primo', 'title: Primo\n        sharing: OWN']) },
  ])('is blind to $why', ({ text }) => {
    expect(hashOf(text)).toBe(hash);
  });

  test.each([
    { why: 'a word', text: edited(['title: Primo', 'title: Primi']) },
    { why: 'a date', text: edited(['{ number: 1, end: 2020-09-30 }', '{ number: 1, end: 2020-09-29 }']) },
    { why: 'a note', text: edited(['title: Primo', 'title: Primo\n        notes: [Così]']) },
  ])('sees $why', ({ text }) => {
    expect(hashOf(text)).not.toBe(hash);
  });
});

describe('sentences', () => {
  test('each rule has one, in both languages, and none is empty', () => {
    const facts = new Proxy({}, { get: (_, name) => factFor(String(name)) });
    for (const { problems, notices } of [planFileIt, planFileEn]) {
      for (const [code, tell] of [...Object.entries(problems), ...Object.entries(notices)]) {
        const sentence = (tell as (given: object) => string)(facts);
        expect(sentence, code).toMatch(/^\S.{12,}\.$/);
        expect(sentence, code).not.toMatch(/undefined|NaN|\[object/);
      }
    }
    expect(Object.keys(planFileIt.problems).sort()).toEqual(Object.keys(planFileEn.problems).sort());
  });

  function factFor(name: string): unknown {
    if (['accepted', 'known', 'people', 'channels'].includes(name)) return ['A', 'B'];
    if (name === 'kind') return 'OTHER';
    if (name === 'owner') return 'GOAL';
    if (name === 'expected' || name === 'found') return 'TEXT';
    if (['date', 'start', 'end', 'from', 'to', 'deadline', 'previous'].includes(name)) return '2020-09-30';
    return 86;
  }

  test('say by how much, where, and what is accepted', () => {
    const text = edited(['title: Terzo\n          weight: 50.00', 'title: Terzo\n          weight: 47.5']);
    const result = parsePlanFile(bytesOf(text), 'piano.yaml');
    const [problem] = result.ok ? [] : result.problems;
    expect(problem && placed(problem)).toBe('piano.yaml:57:5');
    expect(problem && problemSentence(planFileIt, problem)).toBe(
      'La rimodulazione (baseline 1) porta il totale dei pesi da 100,00\u00a0% a 97,50\u00a0%, cioè 2,50 punti in meno: il totale deve restare uguale.',
    );
    expect(problem && problemSentence(planFileEn, problem)).toBe(
      'The re-baselining (baseline 1) takes the total weight from 100.00% to 97.50%, 2.50 points less: the total must stay the same.',
    );
  });

  test('86 su 100 punti in questo documento', () => {
    const result = parsePlanFile(bytesOf(read('arti-2020.yaml')), 'p');
    const notice = result.ok ? result.notices.find(({ code }) => code === 'GOALS_BELOW_100') : undefined;
    expect(notice && noticeSentence(planFileIt, notice)).toBe(
      'Baseline 0: 86 su 100 punti in questo documento.',
    );
  });
});

test('whatever is done to the text, it is a plan or at least one problem, with a place and a sentence', () => {
  const source = read('arti-2020.yaml');
  const lines = source.split('\n');
  const piece = fc.constantFrom(
    ...[
      '',
      ' ',
      '  ',
      '\t',
      '\n',
      '- ',
      ': ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!x ',
      '|',
      '>',
      '#',
      '---\n',
    ],
    ...[
      'null',
      '~',
      '@',
      '__proto__',
      '1.4',
      '-1',
      '1e999',
      '.nan',
      '2020-02-30',
      'unknown',
      '\u0000',
      '%YAML 1.1',
      '<<: ',
    ],
  );
  const cut = fc.record({ at: fc.nat(source.length), drop: fc.nat(40), put: piece });
  const line = fc.record({ from: fc.nat(lines.length - 1), to: fc.nat(lines.length - 1) });
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 4 }), fc.array(line, { maxLength: 2 }), (cuts, moves) => {
      const shuffled = [...lines];
      for (const { from, to } of moves) shuffled.splice(to, 0, ...shuffled.splice(from, 1));
      const text = cuts.reduce(
        (all, { at, drop, put }) => all.slice(0, at) + put + all.slice(at + drop),
        shuffled.join('\n'),
      );
      const result = parsePlanFile(bytesOf(text), 'f');
      if (result.ok) return;
      expect(result.problems.length).toBeGreaterThan(0);
      for (const problem of result.problems) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.line).toBeLessThanOrEqual(text.split('\n').length);
        expect(problemSentence(planFileIt, problem)).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 150 },
  );
});
