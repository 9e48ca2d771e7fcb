import type { Statement } from '../../domain/statement.ts';
import type { GrammarSetting } from './grammar-setting.ts';
import { isTakenOf } from './is-taken-of.ts';
import type { AmbiguousReply } from './reply.ts';

/**
 * Two lines that give one item two figures for the same day: which of them is meant. Null when there are none; a figure
 * that the item never takes is left to the rules of the plan, which refuse it.
 * @param lines what `statements` were read from
 */
export function contradictionOf(
  lines: readonly string[],
  statements: readonly Statement[],
  setting: GrammarSetting,
): AmbiguousReply | null {
  const figures = new Map<string, { readonly index: number; readonly figure: string }>();
  for (const [index, statement] of statements.entries()) {
    const { item, figure, reportedOn } = statement;
    if (figure === null || !isTakenOf(statement, setting)) continue;
    const subject = `${item} ${reportedOn ?? setting.today}`;
    const said = { index, figure: JSON.stringify(figure) };
    const earlier = figures.get(subject) ?? said;
    figures.set(subject, earlier);
    if (earlier.figure === said.figure) continue;
    const choices = [earlier, said].map((each) => lines[each.index] ?? '');
    const others = lines.filter((_, each) => each !== index);
    return { ok: 'AMBIGUOUS', lines: others, index: earlier.index, reason: 'WHICH_FIGURE', choices };
  }
  return null;
}
