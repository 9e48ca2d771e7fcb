import { expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { decideStatement } from '../../src/domain/decide-statement.ts';
import type { DecidedFact } from '../../src/domain/decided-fact.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { baselineInForce } from '../../src/domain/plan.ts';
import { recordedItems } from '../../src/domain/recorded-items.ts';
import { withFacts } from '../../src/domain/standing.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { ARTI, PLANNING_OFFICE, statement, TODAY } from '../helpers/context.ts';
import { decimal, standingOf } from '../helpers/figures.ts';

const before = standingOf(TODAY, { reports: { '1.4.1': 50 } });
const figures = (standing: typeof before) =>
  assess(ARTI, baselineInForce(ARTI, TODAY), standing, DEFAULT_HEALTH_RULES);

function decided(said: Statement): DecidedFact {
  const result = decideStatement(said, {
    plan: ARTI,
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    today: TODAY,
    standing: before,
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const itemsOf = (statements: readonly Statement[], sequences: readonly number[]) => {
  const facts = statements.map(decided);
  return recordedItems(facts, sequences, {
    before: figures(before),
    after: figures(withFacts(before, facts)),
  });
};

test('the item, the goal before and after, what was said and when', () => {
  const items = itemsOf(
    [
      statement('1.4.4', {
        figure: { kind: 'NUMBER', number: decimal('6200'), unit: null },
        note: 'da remoto',
        reportedOn: isoDate('2020-09-10'),
      }),
      statement('3.1', {
        figure: { kind: 'RATIO', numerator: decimal('4003'), denominator: decimal('20015') },
      }),
    ],
    [11, 12],
  );
  expect(items).toEqual([
    {
      goal: '1.4',
      item: '1.4.4',
      sequence: 11,
      kind: 'STATUS',
      reportedOn: '2020-09-10',
      note: 'da remoto',
      evidence: null,
      standing: null,
      said: { kind: 'UNITS', units: 6_200, target: 10_000, unit: 'colloqui' },
      itemShare: '31/50',
      // 30 % of 50 and 50 % of 62.
      goalShare: '23/50',
      goalShareBefore: '3/20',
    },
    {
      goal: '3.1',
      item: '3.1',
      sequence: 12,
      kind: 'MEASUREMENT',
      reportedOn: TODAY,
      note: null,
      evidence: null,
      standing: null,
      said: { kind: 'RATIO', numerator: '4003', denominator: '20015' },
      // 20 % of a target of 40 %.
      itemShare: '1/2',
      goalShare: '1/2',
      goalShareBefore: '0/1',
    },
  ]);
});

test('what is superseded by a later day leaves the goal as it was', () => {
  const [item] = itemsOf(
    [
      statement('1.4.1', {
        figure: { kind: 'PERCENT', percent: decimal('90') },
        reportedOn: isoDate('2020-09-01'),
      }),
    ],
    [3],
  );
  expect(item).toMatchObject({ itemShare: '1/2', goalShare: '3/20', goalShareBefore: '3/20' });
});

test('what stands in another baseline has no share today', () => {
  const [item] = itemsOf(
    [
      statement('3.3', {
        figure: { kind: 'RATIO', numerator: decimal('1'), denominator: decimal('2') },
        reportedOn: isoDate('2020-06-30'),
      }),
    ],
    [4],
  );
  expect(item).toMatchObject({ item: '3.3', itemShare: null, goalShare: null, goalShareBefore: null });
});

test('several phases of one goal tell the same goal', () => {
  const done = { kind: 'DONE' } as const;
  const items = itemsOf([statement('1.4.1', { figure: done }), statement('1.4.2', { figure: done })], [1, 2]);
  expect(items.map(({ itemShare, goalShare }) => [itemShare, goalShare])).toEqual([
    ['1/1', '2/5'],
    ['1/1', '2/5'],
  ]);
});

test('a report of an earlier day than the one that counts says what counts', () => {
  const [first, second] = itemsOf(
    [
      statement('1.4.2', {
        figure: { kind: 'PERCENT', percent: decimal('60') },
        reportedOn: isoDate('2020-09-12'),
      }),
      statement('1.4.2', {
        figure: { kind: 'PERCENT', percent: decimal('25') },
        reportedOn: isoDate('2020-09-10'),
      }),
    ],
    [11, 12],
  );
  expect(first?.standing).toBeNull();
  expect(second?.standing).toEqual({ said: { kind: 'PERCENT', percentBps: 6000 }, reportedOn: '2020-09-12' });
});
