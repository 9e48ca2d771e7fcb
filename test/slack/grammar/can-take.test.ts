/** What is never offered of an item is what the rules of the plan never take of it: else a meaning would be lost. */
import { describe, expect, test } from 'vitest';
import { dayOf, decideStatement } from '../../../src/domain/decide-statement.ts';
import type { SaidFigure } from '../../../src/domain/statement.ts';
import { canTake } from '../../../src/slack/grammar/known-item.ts';
import { ARTI, PLANNING_OFFICE, statement, TODAY } from '../../helpers/context.ts';
import { decimal, standingOf } from '../../helpers/figures.ts';
import { MINE } from './support.ts';

const number = (text: string, unit: string | null = null): SaidFigure => ({
  kind: 'NUMBER',
  number: decimal(text),
  unit,
});
const figures: readonly SaidFigure[] = [
  { kind: 'PERCENT', percent: decimal('60') },
  { kind: 'RATIO', numerator: decimal('8006'), denominator: decimal('20015') },
  number('8006'),
  number('8.006'),
  number('8006', 'colloqui'),
  number('8006', 'pratiche'),
  { kind: 'DONE' },
  { kind: 'UNCHANGED' },
];

describe.each(['1.1.3', '1.4.4', '3.1'])('of %s', (code) => {
  test.each(figures)('$kind $number $unit', (figure) => {
    const known = MINE.find((item) => item.code === code);
    if (!known) throw new Error(`no item ${code}`);
    const said = statement(code, { figure });
    const decided = decideStatement(said, {
      plan: ARTI,
      actor: PLANNING_OFFICE,
      source: 'SLACK',
      today: TODAY,
      standing: standingOf(dayOf(said, TODAY), {}),
    });
    // Nothing was said before, so nothing can be repeated; the known item says that something was.
    const offered = canTake({ ...known, reported: false }, { figure, blockedBecause: null });
    expect(offered, JSON.stringify(decided)).toBe(decided.ok);
  });
});
