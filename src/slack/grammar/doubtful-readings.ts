import { isDoubtfulNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { NUMBER, STROKE } from './number-pattern.ts';
import { signed } from './read-said.ts';
import { LINK } from './read-saying.ts';

/** A number, or the two of a ratio: people write both in one convention. */
const NUMBERS = new RegExp(String.raw`(?<![\d.,])(${NUMBER})(?:(${STROKE})(${NUMBER}))?`, 'gi');

/**
 * `text` with its doubtful figure written so that it is read in one way: first as thousands (`8006`), then, where
 * `wholeOnly` does not exclude it, as a decimal (`8,0060`). Empty when no number of it is doubtful.
 */
export function doubtfulReadings(text: string, language: Language, wholeOnly: boolean): readonly string[] {
  const doubtful = (number: string | undefined) =>
    number !== undefined && isDoubtfulNumber(signed(number), language);
  const link = LINK.exec(text);
  const visible = link ? text.replace(link[0], ' '.repeat(link[0].length)) : text;
  const match = [...visible.matchAll(NUMBERS)].find(([, one, , other]) => doubtful(one) || doubtful(other));
  if (!match) return [];
  const [whole, one = '', stroke = '', other] = match;
  const written = (write: (number: string) => string) => {
    const put = (number: string) => (doubtful(number) ? write(number) : number);
    const figure = other === undefined ? put(one) : `${put(one)}${stroke}${put(other)}`;
    return text.slice(0, match.index) + figure + text.slice(match.index + whole.length);
  };
  const thousands = written((number) => number.replace(/[.,]/, ''));
  return wholeOnly ? [thousands] : [thousands, written((number) => `${number}0`)];
}

const PADDED = /(?<![\d.,])([1-9]\d{0,2}[.,]\d{3})0(?!\d)/g;

/**
 * `reading`, a choice for `text`, as people write it: its decimals as they stand in `text` (`8,006` for `8,0060`), with
 * `mark` to tell them from thousands.
 */
export function decimalsAsWritten(reading: string, text: string, mark: (figure: string) => string): string {
  const written = new Set(
    [...text.matchAll(NUMBERS)].flatMap(([, one = '', , other = '']) => [one, other].map(unsigned)),
  );
  return reading.replace(NUMBERS, (figure) => {
    const shown = figure.replace(PADDED, (padded, number: string) => (written.has(number) ? number : padded));
    return shown === figure ? figure : mark(shown);
  });
}

const unsigned = (number: string): string => number.replace(/^[-−+]/, '');
