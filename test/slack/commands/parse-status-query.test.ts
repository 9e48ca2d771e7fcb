import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { parseStatusQuery } from '../../../src/slack/commands/parse-status-query.ts';

const TODAY = isoDate('2020-09-14');

/** A query in a line: `1.4 2020-06-30 b0`. */
function read(text: string) {
  const query = parseStatusQuery(text, TODAY);
  if (!query.ok) return query.refusal;
  const { subject, asOf, baseline } = query.value;
  return [
    ...(subject === null ? [] : [subject]),
    ...(asOf === null ? [] : [asOf]),
    ...(baseline === null ? [] : [`b${baseline}`]),
  ].join(' ');
}

test.each([
  { why: 'the whole plan', text: '', is: '' },
  { why: 'a goal', text: '1.4', is: '1.4' },
  { why: 'a phase', text: '1.1.3', is: '1.1.3' },
  { why: 'a structure by its code', text: 'OSRU', is: 'OSRU' },
  { why: 'a structure by its name', text: 'Direzione regionale Lavoro', is: 'Direzione regionale Lavoro' },
  { why: 'a day of this year', text: '1.4 as of 30/06', is: '1.4 2020-06-30' },
  { why: 'a day in Italian', text: '1.4 al 30/06', is: '1.4 2020-06-30' },
  { why: 'a day in long Italian', text: '1.4 alla data del 30/06', is: '1.4 2020-06-30' },
  { why: 'a day with its year', text: '1.4 on 30/06/2020', is: '1.4 2020-06-30' },
  { why: 'an ISO day', text: '1.4 as of 2020-06-30', is: '1.4 2020-06-30' },
  { why: 'a day to come', text: 'al 30/11', is: '2020-11-30' },
  { why: 'a day alone', text: 'al 30/06', is: '2020-06-30' },
  { why: 'a baseline', text: '1.4 baseline 1', is: '1.4 b1' },
  { why: 'a baseline of an indicator', text: '3.3 baseline 0', is: '3.3 b0' },
  { why: 'a day and a baseline', text: 'al 30/06 baseline 0', is: '2020-06-30 b0' },
  { why: 'a baseline and a day', text: 'baseline 0 al 30/06', is: '2020-06-30 b0' },
  { why: 'everything', text: '1.4 al 30/06 baseline 0', is: '1.4 2020-06-30 b0' },
  { why: 'capitals', text: '1.4 AS OF 30/06 BASELINE 0', is: '1.4 2020-06-30 b0' },
  { why: 'blanks around', text: '  1.4  ', is: '1.4' },
  {
    why: 'a preposition without a day stays in what was asked for, which is then unknown',
    text: '1.4 al',
    is: '1.4 al',
  },
  { why: 'so does “baseline” without a number', text: '1.4 baseline', is: '1.4 baseline' },
])('$why: “$text” is “$is”', ({ text, is }) => {
  expect(read(text)).toBe(is);
});

describe('refused', () => {
  test.each([
    { why: 'a day that does not exist', text: '1.4 al 31/02', given: '31/02' },
    { why: 'no day at all', text: '1.4 al Lavoro', given: 'Lavoro' },
    { why: 'month before day', text: 'as of 04/28', given: '04/28' },
  ])('$why', ({ text, given }) => {
    expect(read(text)).toEqual({ code: 'DATE_INVALID', given });
  });

  test.each([
    { why: 'a baseline that is no number', text: 'baseline zero' },
    { why: 'a negative one', text: 'baseline -1' },
    { why: 'one of too many digits', text: 'baseline 1000' },
    { why: 'a decimal one', text: 'baseline 0.5' },
  ])('$why', ({ text }) => {
    expect(read(text)).toEqual({ code: 'NOT_UNDERSTOOD', given: text });
  });
});
