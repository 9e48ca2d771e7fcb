import { expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import {
  type AttentionItem,
  daysLeft,
  dueElsewhere,
  groupItems,
} from '../../../src/web/dashboard/parts/attention-groups.ts';

const TODAY = isoDate('2020-09-14');

const item = (code: string, risk: AttentionItem['risk'], end = '2020-12-31'): AttentionItem => ({
  code,
  title: code,
  structures: [],
  start: '2020-01-01',
  end,
  lastReportedOn: null,
  urgency: risk ?? 'ON_TRACK',
  risk,
  progress: {
    percent: 0,
    reason: null,
    planned: { byDeadline: 0, linear: 0 },
    variance: { linear: 0 },
    health: null,
    healthReason: null,
  },
  phase: null,
  goal: null,
});

const AT_RISK = [
  item('1.1', 'OVERDUE', '2020-04-30'),
  item('1.2', 'BLOCKED'),
  item('1.3', 'AT_RISK', '2020-09-30'),
  item('1.4', 'STALE'),
  item('1.5', 'UNREPORTED'),
];
const DUE = [AT_RISK[0], AT_RISK[2], item('1.6', null, '2020-09-20')].filter((each) => each !== undefined);

test('each item stands once: under what is wrong with it, else because it ends soon', () => {
  expect(groupItems(AT_RISK, DUE).map(({ name, items }) => [name, items.map(({ code }) => code)])).toEqual([
    ['OVERDUE', ['1.1']],
    ['BLOCKED', ['1.2']],
    ['AT_RISK', ['1.3']],
    ['UNREPORTED', ['1.5']],
    ['STALE', ['1.4']],
    ['DUE', ['1.6']],
  ]);
});

test('what there is nothing of is said too', () => {
  expect(groupItems([], []).map(({ items }) => items.length)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('of what ends soon and stands elsewhere, what is late already ended', () => {
  expect(dueElsewhere(DUE, TODAY)).toBe(1);
});

test.each([
  { why: 'the end day itself is not late', end: '2020-09-14', days: 0 },
  { why: 'the day after is', end: '2020-09-13', days: -1 },
  { why: 'what lies ahead', end: '2020-09-30', days: 16 },
])('$why → $days', ({ end, days }) => {
  expect(daysLeft(end, TODAY)).toBe(days);
});
