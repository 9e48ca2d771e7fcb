import type { IsoDate } from '../../domain/dates.ts';
import type { Statement } from '../../domain/statement.ts';
import type { AmbiguousReply } from './reply.ts';

/**
 * Two lines that give one item two figures for the same day: which of them is meant. Null when there are none.
 * @param lines what `statements` were read from
 */
export function contradictionOf(
  lines: readonly string[],
  statements: readonly Statement[],
  today: IsoDate,
): AmbiguousReply | null {
  const figures = new Map<string, { readonly index: number; readonly figure: string }>();
  for (const [index, { item, figure, reportedOn }] of statements.entries()) {
    if (figure === null) continue;
    const subject = `${item} ${reportedOn ?? today}`;
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
