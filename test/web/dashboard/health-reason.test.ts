import { expect, test } from 'vitest';
import { type ReasonFacts, reasonText } from '../../../src/web/dashboard/texts/health-reason.ts';

const NONE: ReasonFacts = {
  kind: 'ON_TRACK',
  part: '1.1.1',
  days: null,
  behind: null,
  because: null,
  start: null,
  end: null,
  lastReportedOn: null,
};

test.each([
  {
    why: 'points behind, rounded once',
    facts: { kind: 'AT_RISK', behind: 11.733060844 },
    text: '11,73 punti',
  },
  {
    why: 'the day and the days past it',
    facts: { kind: 'OVERDUE', end: '2020-04-30', days: 137 },
    text: '30/04/2020, 137 giorni fa',
  },
  {
    why: 'what the structure says',
    facts: { kind: 'BLOCKED', because: 'manca il parere' },
    text: 'manca il parere',
  },
  {
    why: 'a last report',
    facts: { kind: 'STALE', days: 1, lastReportedOn: '2020-09-13' },
    text: '1 giorno fa',
  },
  { why: 'never a report', facts: { kind: 'STALE', days: 20 }, text: 'mai comunicata' },
  { why: 'when it begins', facts: { kind: 'NOT_DUE', start: '2020-10-01' }, text: '01/10/2020' },
  { why: 'in time', facts: { kind: 'COMPLETED', days: 0 }, text: 'nei tempi' },
] as const)('$why', ({ facts, text }) => {
  expect(reasonText({ ...NONE, ...facts }, 'it')).toContain(text);
});

test('the words of a block that may not be read are not made up', () => {
  expect(reasonText({ ...NONE, kind: 'BLOCKED' }, 'it')).toBe('');
});
