import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { figuresId, parseNodeId, rowId } from '../../src/graphql/node-id.ts';

const NOW = { year: 2020, asOf: null, baseline: null };

test('an id is read back as what it was made of', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Plan', 'Area', 'Goal', 'Phase', 'Structure', 'Indicator'),
      fc.integer({ min: 1900, max: 2999 }),
      fc.option(fc.constantFrom('2020-01-01', '2020-12-31').map(isoDate), { nil: null }),
      fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }),
      fc.string({ maxLength: 40, unit: 'grapheme' }),
      (type, year, asOf, baseline, key) => {
        const asked = { year, asOf, baseline };
        expect(parseNodeId(figuresId(type as 'Goal', asked, key))).toEqual({ type, key, ...asked });
      },
    ),
  );
  expect(parseNodeId(rowId('Summary', 2020, '2020-OSRU-2020-09-14T08:00:00.000Z'))).toEqual({
    ...NOW,
    type: 'Summary',
    key: '2020-OSRU-2020-09-14T08:00:00.000Z',
  });
});

describe('two questions have two ids', () => {
  const day = isoDate('2020-09-14');
  const ids = [
    figuresId('Goal', NOW, '1.1'),
    figuresId('Goal', { ...NOW, asOf: day }, '1.1'),
    figuresId('Goal', { ...NOW, baseline: 1 }, '1.1'),
    figuresId('Goal', { ...NOW, asOf: day, baseline: 1 }, '1.1'),
    figuresId('Indicator', NOW, '1.1'),
  ];
  test('and the same one the same', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(figuresId('Goal', { year: 2020, asOf: null, baseline: null }, '1.1')).toBe(ids[0]);
  });
});

const encoded = (text: string): string => Buffer.from(text).toString('base64url');

test.each([
  { why: 'nothing', text: '' },
  { why: 'no base64', text: '%%%' },
  { why: 'another product’s', text: encoded('gid://shopify/Order/1') },
  { why: 'of a type that is none', text: encoded('Person:2020:mario') },
  { why: 'of a type of everything', text: encoded('__proto__:2020:x') },
  { why: 'of a day that does not exist', text: encoded('Goal:2020@2020-02-30:1.1') },
  { why: 'a baseline of a day, which it has not', text: encoded('Baseline:2020@2020-02-01:1') },
  { why: 'padded', text: `${encoded('Plan:2020:')}==` },
  { why: 'a baseline in another spelling', text: encoded('Goal:2020~01:1.1') },
  { why: 'bytes that are no text', text: Buffer.from([0xff, 0xfe, 0x00]).toString('base64url') },
  { why: 'endless', text: 'A'.repeat(10_000) },
])('$why is no id', ({ text }) => {
  expect(parseNodeId(text)).toBeUndefined();
});

test('whatever is written, nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), (text) => {
      const parsed = parseNodeId(text);
      if (parsed) expect(parsed.year).toBeGreaterThanOrEqual(0);
    }),
  );
});
