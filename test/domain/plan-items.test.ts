/** Which items press, on the real plan: 14/09/2020, baseline 1. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { baselineInForce } from '../../src/domain/plan.ts';
import {
  byUrgency,
  itemsAtRisk,
  itemsDue,
  type PlanItem,
  planItems,
  riskOf,
  URGENCIES,
  urgencyOf,
} from '../../src/domain/plan-items.ts';
import { ARTI } from '../helpers/context.ts';
import { type Said, standingOf } from '../helpers/figures.ts';

const DAY = '2020-09-14';

const figuresOn = (day: string, said: Said = {}) =>
  assess(ARTI, baselineInForce(ARTI, isoDate(day)), standingOf(day, said), DEFAULT_HEALTH_RULES);

const itemsOn = (day: string, said: Said = {}): readonly PlanItem[] => planItems(figuresOn(day, said));

const report = (percentBps: number | null, reportedOn: string, blockedBecause: string | null = null) => ({
  percentBps,
  reportedOn,
  blockedBecause,
});

const itemOf = (code: string, said: Said = {}, day = DAY): PlanItem => {
  const found = itemsOn(day, said).find((item) => item.code === code);
  if (!found) throw new Error(`no item ${code}`);
  return found;
};

test('every phase and every indicator is an item; a goal whose schedule is unknown is none', () => {
  const codes = itemsOn(DAY).map(({ code }) => code);
  const baseline = baselineInForce(ARTI, isoDate(DAY));
  const expected = baseline.goals.flatMap((goal): string[] =>
    goal.measuredBy === 'FIGURES'
      ? [goal.code]
      : goal.schedule?.known
        ? goal.schedule.phases.map((phase) => phase.code)
        : [],
  );
  expect(codes).toEqual(expected);
  expect(codes).toContain('3.1');
  expect(codes.some((code) => code.startsWith('4.3'))).toBe(false);
});

describe('urgency and risk', () => {
  test.each([
    { why: 'past its end', code: '1.1.5', said: {}, urgency: 'OVERDUE', risk: 'OVERDUE' },
    {
      why: 'blocked, though its end lies ahead',
      code: '1.1.2',
      said: { reports: { '1.1.2': report(3000, '2020-09-10', 'manca il parere') } },
      urgency: 'BLOCKED',
      risk: 'BLOCKED',
    },
    {
      why: 'complete',
      code: '1.1.5',
      said: { reports: { '1.1.5': report(10_000, '2020-09-10') } },
      urgency: 'COMPLETED',
      risk: null,
    },
    {
      why: 'ends in sixteen days: not soon yet, and never reported',
      code: '1.1.1',
      said: {},
      urgency: 'UNREPORTED',
      risk: 'UNREPORTED',
    },
    {
      why: 'behind the linear plan',
      code: '1.1.1',
      said: { reports: { '1.1.1': report(1000, '2020-09-12') } },
      urgency: 'AT_RISK',
      risk: 'AT_RISK',
    },
    {
      why: 'silent for longer than the configured days',
      code: '1.1.1',
      said: { reports: { '1.1.1': report(9900, '2020-08-01') } },
      urgency: 'STALE',
      risk: 'STALE',
    },
    {
      why: 'on track',
      code: '1.1.1',
      said: { reports: { '1.1.1': report(9900, '2020-09-12') } },
      urgency: 'ON_TRACK',
      risk: null,
    },
  ])('$why', ({ code, said, urgency, risk }) => {
    const item = itemOf(code, said as Said);
    expect(urgencyOf(item, isoDate(DAY))).toBe(urgency);
    expect(riskOf(item, isoDate(DAY))).toBe(risk);
  });

  test('within two weeks of its end an item is due soon, on the last of them and not before', () => {
    const said = { '1.1.1': report(9900, '2020-09-15') };
    expect(urgencyOf(itemOf('1.1.1', { reports: said }, '2020-09-15'), isoDate('2020-09-15'))).toBe(
      'ON_TRACK',
    );
    expect(urgencyOf(itemOf('1.1.1', { reports: said }, '2020-09-16'), isoDate('2020-09-16'))).toBe(
      'DUE_SOON',
    );
  });

  test('what is merely due soon is no risk', () => {
    const item = itemOf('1.1.1', { reports: { '1.1.1': report(9900, '2020-09-15') } }, '2020-09-16');
    expect(riskOf(item, isoDate('2020-09-16'))).toBeNull();
  });
});

test('by urgency nothing is lost, and no later item presses more than an earlier one', () => {
  const items = itemsOn(DAY, { reports: { '1.1.1': report(1000, '2020-09-12') } });
  const sorted = byUrgency(items, isoDate(DAY));
  expect(new Set(sorted)).toEqual(new Set(items));
  const ranks = sorted.map((item) => URGENCIES.indexOf(urgencyOf(item, isoDate(DAY))));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
});

test('due are the items that end by then and are not complete, the longest overdue first', () => {
  const said = { reports: { '1.1.5': report(10_000, '2020-09-01') } };
  const due = itemsDue(itemsOn(DAY, said), isoDate('2020-09-30'));
  expect(due.map(({ code }) => code)).not.toContain('1.1.5');
  expect(due.map(({ code }) => code)).toContain('1.1.1');
  expect(due.every(({ end }) => end <= '2020-09-30')).toBe(true);
  expect(due.map(({ end }) => end)).toEqual(due.map(({ end }) => end).sort());
});

test('the worst stands first: overdue by days, then blocked, then behind by points', () => {
  const said = {
    reports: {
      '1.1.1': report(1000, '2020-09-12'),
      '1.1.2': report(2000, '2020-09-12', 'manca il parere'),
    },
  };
  const risky = itemsAtRisk(itemsOn(DAY, said), isoDate(DAY));
  const kinds = risky.map(({ risk }) => risk);
  expect(kinds.indexOf('BLOCKED')).toBeGreaterThan(kinds.lastIndexOf('OVERDUE'));
  expect(kinds.indexOf('AT_RISK')).toBeGreaterThan(kinds.lastIndexOf('BLOCKED'));
  const overdue = risky.filter(({ risk }) => risk === 'OVERDUE').map(({ item }) => item.end);
  expect(overdue.length).toBeGreaterThan(1);
  expect(overdue).toEqual([...overdue].sort());
});
