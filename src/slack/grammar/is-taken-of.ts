import type { Statement } from '../../domain/statement.ts';
import type { GrammarSetting } from './grammar-setting.ts';
import { canTake } from './known-item.ts';

/**
 * Whether the plan has the item of `statement`, and it can take what that says. Of an item of the plan that is not the
 * person's own it is not known: yes.
 */
export function isTakenOf(statement: Statement, { items, codes }: GrammarSetting): boolean {
  const known = items.find(({ code }) => code === statement.item);
  return known === undefined ? codes === null || codes.has(statement.item) : canTake(known, statement);
}
