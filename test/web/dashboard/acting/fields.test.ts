import { describe, expect, test } from 'vitest';
import {
  measurementFields,
  numberText,
  reportFields,
  TICKED,
} from '../../../../src/web/dashboard/acting/fields.ts';

describe('the fields of a report', () => {
  test.each([
    { why: 'a figure as Italians write it', texts: { percent: '62,5' }, fields: { percent: 62.5 } },
    { why: 'with its sign', texts: { percent: ' 62 % ' }, fields: { percent: 62 } },
    { why: 'units by thousands', texts: { units: '10.000' }, fields: { units: 10_000 } },
    { why: 'done stands alone', texts: { percent: '80', done: TICKED }, fields: { done: true } },
    { why: 'an empty form says nothing', texts: { percent: ' ', note: ' ' }, fields: {} },
    {
      why: 'words without their margins',
      texts: { blockedBecause: ' manca il parere ', evidence: 'https://x.it', reportedOn: '2020-09-14' },
      fields: { blockedBecause: 'manca il parere', evidence: 'https://x.it', reportedOn: '2020-09-14' },
    },
  ])('$why', ({ texts, fields }) => {
    expect(reportFields(texts, 'it')).toEqual({ ok: true, fields });
  });

  test('what is out of range is left to the API to refuse', () => {
    expect(reportFields({ percent: '120' }, 'it')).toEqual({ ok: true, fields: { percent: 120 } });
  });

  test('words in the place of a number are refused at their field', () => {
    const refused = { ok: false, field: 'percent', because: 'NOT_A_NUMBER' };
    expect(reportFields({ percent: 'metà' }, 'it')).toEqual(refused);
  });
});

describe('the fields of a measurement', () => {
  test('the point groups thousands in Italian, the comma in English', () => {
    const fields = { numerator: 8006, denominator: 20_015 };
    expect(measurementFields({ numerator: '8.006', denominator: '20.015' }, 'it')).toEqual({
      ok: true,
      fields,
    });
    expect(measurementFields({ numerator: '8,006', denominator: '20,015' }, 'en')).toEqual({
      ok: true,
      fields,
    });
  });

  test('the other way round nobody knows what was meant', () => {
    const refused = { ok: false, field: 'numerator', because: 'DOUBTFUL' };
    expect(measurementFields({ numerator: '8,006' }, 'it')).toEqual(refused);
    expect(measurementFields({ numerator: '8.006' }, 'en')).toEqual(refused);
  });

  test.each([0, 8006, 62.5, 1.125, 8.006])('%d is read back as it was filled in', (value) => {
    for (const language of ['it', 'en'] as const) {
      const read = measurementFields({ value: numberText(value, language) }, language);
      expect(read).toEqual({ ok: true, fields: { value } });
    }
  });
});
