import type { GoalCode, ItemCode } from '../../domain/codes.ts';
import type { Statement } from '../../domain/statement.ts';

/** An open item that the person who writes answers for: what a line without a code can be about. */
export type KnownItem = {
  readonly code: ItemCode;
  /** Of a phase; of an indicator its own code. */
  readonly goal: GoalCode;
  readonly kind: 'PHASE' | 'INDICATOR';
  /** What its figure is: PERCENT and UNITS of phases, RATIO and VALUE of indicators. */
  readonly measure: 'PERCENT' | 'UNITS' | 'RATIO' | 'VALUE';
  /** What UNITS counts, or what a VALUE is in; null for the others. */
  readonly unit: string | null;
  /** Whether a figure was ever said of it: without one there is nothing that “invariato” repeats. */
  readonly reported: boolean;
};

export type SaidOfAnItem = Pick<Statement, 'figure' | 'blockedBecause'>;

/** Whether what was said is of the kind that `item` takes: `60%` is a phase's, `8006/20015` an indicator's. */
export function takes(item: KnownItem, { figure, blockedBecause }: SaidOfAnItem): boolean {
  if (blockedBecause !== null && item.kind !== 'PHASE') return false;
  switch (figure?.kind) {
    case undefined:
      return blockedBecause !== null;
    case 'PERCENT':
    case 'RATIO':
      return item.measure === figure.kind;
    case 'NUMBER':
      return (item.measure === 'UNITS' || item.measure === 'VALUE') && countsIn(item, figure.unit);
    case 'DONE':
      return item.kind === 'PHASE';
    case 'UNCHANGED':
      return item.kind === 'PHASE' && item.reported;
  }
}

const countsIn = ({ unit }: KnownItem, word: string | null): boolean =>
  word === null || word.toLowerCase() === unit?.toLowerCase();
