import type { IsoDate } from '../../domain/dates.ts';
import type { SaidFigure, Statement } from '../../domain/statement.ts';
import type { CheckInLine } from '../../services/read-check-in.ts';

/** A statement of `item` that says nothing yet. */
export const emptyStatement = (item: string, reportedOn: IsoDate | null = null): Statement => ({
  item,
  expects: 'ITEM',
  figure: null,
  blockedBecause: null,
  note: null,
  evidence: null,
  reportedOn,
});

/** That the line stands as it was last said to. */
export const unchangedStatement = (line: CheckInLine, reportedOn: IsoDate | null = null): Statement => ({
  ...emptyStatement(line.item, reportedOn),
  figure: unchangedFigure(line),
});

/** Of an indicator its last figure: only a phase can be said to be unchanged. */
function unchangedFigure({ goal }: CheckInLine): SaidFigure {
  const last = goal?.lastMeasurement;
  if (!last) return { kind: 'UNCHANGED' };
  return last.value === null
    ? { kind: 'RATIO', numerator: last.numerator, denominator: last.denominator }
    : { kind: 'NUMBER', number: last.value, unit: null };
}
