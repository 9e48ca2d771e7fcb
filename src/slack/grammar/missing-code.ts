import { type Refusal, refused } from '../../domain/refusal.ts';
import type { GrammarSetting } from './grammar-setting.ts';
import { type KnownItem, type SaidOfAnItem, takes } from './known-item.ts';
import { readSaying } from './read-saying.ts';

/** Of an example that quotes what somebody wrote. */
const EXAMPLE_LIMIT = 60;

/**
 * The refusal of a line that names no item, and of which none can be offered: its code is missing, if what it says can
 * be read at all.
 * @param rest what it says
 * @param candidates what it could be about
 */
export function missingCode(
  given: string,
  rest: string,
  candidates: readonly KnownItem[],
  setting: GrammarSetting,
): { readonly ok: false; readonly refusal: Refusal } {
  const said = readSaying(rest, '', given, setting);
  if (said.ok)
    return refused({ code: 'MISSING_CODE', given, example: exampleOf(rest, said.value, candidates) });
  const isFigure = said.refusal.code === 'SEVERAL_FIGURES' || said.refusal.code === 'NUMBER_DOUBTFUL';
  return refused(
    isFigure ? { code: 'MISSING_CODE', given, example: PHASE_EXAMPLE } : { code: 'NOT_UNDERSTOOD', given },
  );
}

const PHASE_EXAMPLE = '1.1.3 60%';

/** The line itself with a code that fits, or else another of its kind. */
function exampleOf(rest: string, said: SaidOfAnItem, candidates: readonly KnownItem[]): string {
  const fitting = candidates.find((item) => takes(item, said));
  if (fitting && rest.length <= EXAMPLE_LIMIT && !rest.includes('`')) return `${fitting.code} ${rest}`;
  switch (said.figure?.kind) {
    case 'RATIO':
      return '3.1 8006/20015';
    case 'NUMBER':
      return '1.4.4 6200';
    default:
      return PHASE_EXAMPLE;
  }
}
