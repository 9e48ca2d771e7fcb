/** A decimal that the grammar tells by a zero is shown without it. */
import { expect, test } from 'vitest';
import { decimalsAsWritten } from '../../../src/slack/grammar/doubtful-readings.ts';

test.each([
  { why: 'a number', text: '5.1 8,006', reading: '5.1 8,0060', shown: '5.1 <8,006>' },
  { why: 'without its code', text: '8.006 firms', reading: '5.1 8.0060 firms', shown: '5.1 <8.006> firms' },
  { why: 'under 0', text: '5.1 −8,006', reading: '5.1 −8,0060', shown: '5.1 <−8,006>' },
  { why: 'a ratio', text: '3.1 8,006/20,015', reading: '3.1 8,0060/20,0150', shown: '3.1 <8,006/20,015>' },
  { why: 'a part of one', text: '3.1 8006/20,015', reading: '3.1 8006/20,0150', shown: '3.1 <8006/20,015>' },
  { why: 'thousands', text: '5.1 8,006', reading: '5.1 8006', shown: '5.1 8006' },
  { why: 'a zero that was written', text: '5.1 8,0060', reading: '5.1 8,0060', shown: '5.1 8,0060' },
  { why: 'a note', text: '5.1 8,006: 9,006', reading: '5.1 8,0060: 9,006', shown: '5.1 <8,006>: 9,006' },
])('$why', ({ text, reading, shown }) => {
  expect(decimalsAsWritten(reading, text, (figure) => `<${figure}>`)).toBe(shown);
});
