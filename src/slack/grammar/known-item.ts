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

/**
 * Whether what was said is of the kind that `item` is told by: `60%` is a phase's, `8006/20015` an indicator's. So it is
 * found when no item is named; for one that is named see {@link canTake}.
 */
export function takes(item: KnownItem, { figure, blockedBecause }: SaidOfAnItem): boolean {
  if (blockedBecause !== null && item.kind !== 'PHASE') return false;
  switch (figure?.kind) {
    case undefined:
      return blockedBecause !== null;
    case 'PERCENT':
    case 'RATIO':
      return item.measure === figure.kind;
    case 'NUMBER':
      return (
        (item.measure === 'VALUE' || (item.measure === 'UNITS' && Number.isInteger(Number(figure.number)))) &&
        countsIn(item, figure.unit)
      );
    case 'DONE':
      return item.kind === 'PHASE';
    case 'UNCHANGED':
      return item.kind === 'PHASE' && item.reported;
  }
}

/** Whether the rules of the plan take such a figure of `item`, if only for some values: what they never do is not offered. */
export function canTake(item: KnownItem, said: SaidOfAnItem): boolean {
  const kind = said.figure?.kind;
  if (item.measure === 'UNITS' && kind === 'PERCENT') return true;
  if (item.measure === 'VALUE' && kind === 'NUMBER') return said.blockedBecause === null;
  return takes(item, said);
}

const countsIn = ({ unit }: KnownItem, word: string | null): boolean =>
  word === null || word.toLowerCase() === unit?.toLowerCase();
