import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { SaidFigure } from '../../domain/statement.ts';
import type { Language } from '../../messages/language.ts';
import { findBlock } from './find-block.ts';
import { otherFigures, readSaid, saysNotSoNow, saysOnlyInPart } from './read-said.ts';

export type FigureAndNote = {
  readonly figure: SaidFigure | null;
  readonly blockedBecause: string | null;
  readonly note: string | null;
};

export type FigureSetting = { readonly item: string; readonly given: string; readonly language: Language };

/**
 * Reads the figure at the head of `head`; what is left, and `tail` (after a colon), is the note, or the reason
 * of a block. Refused: NOTHING_SAID, NOT_UNDERSTOOD, SEVERAL_FIGURES, NUMBER_INVALID, BLOCK_REASON_MISSING.
 */
export function readFigure(head: string, tail: string | null, setting: FigureSetting): Result<FigureAndNote> {
  const text = head.trim();
  if (text === '' && tail === null) return refused({ code: 'NOTHING_SAID', item: setting.item });
  const block = findBlock(text);
  const read = readSaid(block?.before ?? text, setting.language);
  if (!read.ok) return read;
  const { figure, written, rest } = read.value;
  const unclear =
    (figure === null && block === null) ||
    (block !== null && rest !== '' && !block.setApart) ||
    (figure?.kind === 'DONE' && (block !== null || saysOnlyInPart(rest))) ||
    (figure !== null && saysNotSoNow(rest));
  const others = [...otherFigures(rest, figure), ...otherFigures(block?.after ?? '', null)];
  if (unclear || (figure === null && others.length > 0)) {
    return refused({ code: 'NOT_UNDERSTOOD', given: setting.given });
  }
  if (others.length > 0) {
    const figures = [written, ...others].map((each) => each.replace(/^[\s,;]+/, '').trim());
    return refused({ code: 'SEVERAL_FIGURES', given: setting.given, figures });
  }
  if (block === null) return accepted({ figure, blockedBecause: null, note: joined(rest, tail) });
  const reason = joined(block.after.replace(/^(?:perché|perche'|because)\s+/i, ''), tail);
  if (reason === null) return refused({ code: 'BLOCK_REASON_MISSING', item: setting.item });
  return accepted({ figure, blockedBecause: reason, note: joined(rest, null) });
}

/** Whether `text` is a figure, a block or both, and nothing else: a day may follow it. */
export function isWholeFigure(text: string, language: Language): boolean {
  const block = findBlock(text);
  const read = readSaid(block?.before ?? text, language);
  if (!read.ok || read.value.rest !== '') return false;
  return block === null ? read.value.figure !== null : block.after === '';
}

/** As it was typed, the colon between the two included. */
function joined(rest: string, tail: string | null): string | null {
  const text = rest === '' || tail === null ? `${rest}${tail ?? ''}` : `${rest}:${tail}`;
  return text.trim() === '' ? null : text.trim();
}
