import { describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/plan-file/decode.ts';
import { formatOf } from '../../src/plan-file/format-of.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import type { Rule } from '../../src/plan-file/problems.ts';
import { bytesOf, edited, SMALL_PLAN } from './small-plan.ts';

const problemsOf = (bytes: Uint8Array) => {
  const result = parsePlanFile(bytes, 'piano.yaml');
  return result.ok ? [] : result.problems;
};

const join = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytesOf(part)] : [...part])));

const bomb = (levels: number) =>
  `format: arti-plan/1\n${Array.from({ length: levels }, (_, i) => {
    const above = i === 0 ? 'lol' : `*a${i - 1}`;
    return `k${i}: &a${i} [${Array(9).fill(above).join(', ')}]\n`;
  }).join('')}`;

type Case = {
  readonly why: string;
  readonly bytes: Uint8Array;
  readonly code: Rule['code'];
  readonly line: number;
};

const cases: readonly Case[] = [
  { why: 'an empty file', bytes: bytesOf(''), code: 'EMPTY_FILE', line: 1 },
  { why: 'only spaces and line ends', bytes: bytesOf(' \n\n'), code: 'EMPTY_FILE', line: 1 },
  { why: 'only a comment', bytes: bytesOf('# niente\n'), code: 'EMPTY_FILE', line: 1 },
  { why: 'a file over 5 MB', bytes: new Uint8Array(MAX_FILE_BYTES + 1), code: 'FILE_TOO_LARGE', line: 1 },
  {
    why: 'Latin-1, from its third line',
    bytes: join('a: b\nc: d\ne: citt', [0xe0], '\n'),
    code: 'NOT_UTF8',
    line: 3,
  },
  { why: 'UTF-16', bytes: join([0xff, 0xfe, 0x61, 0]), code: 'NOT_UTF8', line: 1 },
  { why: 'a NUL', bytes: join('a: b\nc: ', [0], '\n'), code: 'CONTROL_CHARACTER', line: 2 },
  { why: 'a quote that is not closed', bytes: bytesOf('a: "b\n'), code: 'YAML_SYNTAX', line: 2 },
  { why: 'a tab for indentation', bytes: bytesOf('a:\n\tb: c\n'), code: 'YAML_SYNTAX', line: 2 },
  {
    why: 'two documents',
    bytes: bytesOf(`${SMALL_PLAN}---\n${SMALL_PLAN}`),
    code: 'MULTIPLE_DOCUMENTS',
    line: SMALL_PLAN.split('\n').length,
  },
  {
    why: 'a key given twice',
    bytes: bytesOf(edited(['title: Piano', 'title: Piano\ntitle: Altro'])),
    code: 'DUPLICATE_KEY',
    line: 5,
  },
  {
    why: 'a number for a key',
    bytes: bytesOf(edited(['title: Piano', 'title: Piano\n5: Altro'])),
    code: 'KEY_NOT_TEXT',
    line: 5,
  },
  {
    why: 'an alias to nothing',
    bytes: bytesOf(edited(['title: Piano', 'title: *niente'])),
    code: 'UNRESOLVED_ALIAS',
    line: 4,
  },
  {
    why: 'an alias to itself',
    bytes: bytesOf('format: arti-plan/1\na: &a [*a]\n'),
    code: 'TOO_DEEP',
    line: 2,
  },
  {
    why: 'a tag',
    bytes: bytesOf(edited(['title: Piano', 'title: !js Piano'])),
    code: 'YAML_SYNTAX',
    line: 4,
  },
  { why: 'an alias bomb', bytes: bytesOf(bomb(9)), code: 'TOO_MANY_ALIASES', line: 4 },
  { why: 'brackets without end', bytes: bytesOf('['.repeat(1_000_000)), code: 'TOO_DEEP', line: 1 },
  { why: 'a staircase of dashes', bytes: bytesOf('- '.repeat(1_000_000)), code: 'TOO_DEEP', line: 1 },
  { why: 'a staircase of keys', bytes: bytesOf('? '.repeat(1_000_000)), code: 'TOO_DEEP', line: 1 },
  {
    why: 'commas without end',
    bytes: bytesOf(`[${','.repeat(3_000_000)}]`),
    code: 'TOO_MANY_VALUES',
    line: 1,
  },
  { why: 'a list at the root', bytes: bytesOf('- a\n'), code: 'WRONG_TYPE', line: 1 },
  { why: 'a text at the root', bytes: bytesOf('ciao\n'), code: 'WRONG_TYPE', line: 1 },
  { why: 'no format', bytes: bytesOf('a: b\n'), code: 'WRONG_FORMAT', line: 1 },
  { why: 'another format', bytes: bytesOf('# x\nformat: arti-directory/1\n'), code: 'WRONG_FORMAT', line: 2 },
];

describe('refused as a file', () => {
  test.each(cases)('$why → $code', ({ bytes, code, line }) => {
    const started = performance.now();
    const [first] = problemsOf(bytes);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(first).toMatchObject({ code, line, file: 'piano.yaml' });
  });
});

test('every duplicate key is told, with the line of the first', () => {
  const text = edited(['title: Piano', 'title: Piano\ntitle: Due\nyear: 2021']);
  expect(problemsOf(bytesOf(text))).toMatchObject([
    { code: 'DUPLICATE_KEY', key: 'title', firstLine: 4, line: 5 },
    { code: 'DUPLICATE_KEY', key: 'year', firstLine: 2, line: 6 },
  ]);
});

describe('accepted', () => {
  test.each([
    { why: 'a byte order mark', bytes: join([0xef, 0xbb, 0xbf], SMALL_PLAN) },
    { why: 'line ends of Windows', bytes: bytesOf(SMALL_PLAN.replaceAll('\n', '\r\n')) },
    {
      why: 'a few aliases',
      bytes: bytesOf(edited(['title: Primo', 'title: &t Primo'], ['title: Secondo', 'title: *t'])),
    },
    { why: 'a document marker', bytes: bytesOf(`---\n${SMALL_PLAN}...\n`) },
  ])('$why', ({ bytes }) => {
    expect(problemsOf(bytes)).toEqual([]);
  });

  test('an anchor given twice means, each time, the latest', () => {
    const text = edited(
      ['agency: { code: X, name: Agenzia }', 'agency: { code: &n X, name: *n }'],
      ['title: Piano', 'title: &n Piano'],
      ['title: Primo', 'title: *n'],
    );
    const result = parsePlanFile(bytesOf(text), 'piano.yaml');
    expect(result.ok && [result.plan.agency.name, result.plan.baselines[0]?.goals[0]?.title]).toEqual([
      'X',
      'Piano',
    ]);
  });
});

test.each([
  { why: 'a plan', text: SMALL_PLAN, format: 'arti-plan/1' },
  { why: 'a directory, quoted', text: '# x\nformat: "arti-directory/1"\n', format: 'arti-directory/1' },
  { why: 'a plan whose YAML is broken', text: 'a: "\nformat: arti-plan/1\n', format: 'arti-plan/1' },
  { why: 'JSON', text: '{ "format": "arti-plan/1" }', format: 'arti-plan/1' },
  { why: 'a later version', text: 'format: arti-plan/2\n', format: undefined },
  { why: 'a field further in', text: 'a:\n  - format: arti-plan/1\n', format: undefined },
])('formatOf: $why → $format', ({ text, format }) => {
  expect(formatOf(bytesOf(text))).toBe(format);
});
