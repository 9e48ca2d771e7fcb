import type { IsoDate } from '../../domain/dates.ts';
import type { Statement } from '../../domain/statement.ts';

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

/** That the item stands as it was last said to. */
export const unchangedStatement = (item: string, reportedOn: IsoDate | null = null): Statement => ({
  ...emptyStatement(item, reportedOn),
  figure: { kind: 'UNCHANGED' },
});

/** That it is done. */
export const doneStatement = (item: string): Statement => ({
  ...emptyStatement(item),
  figure: { kind: 'DONE' },
});
