/** Numbers of the API as each language writes them. They come unrounded, and are rounded here, once. */
import type { Language } from '../../../messages/language.ts';

const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(
  language: Language,
  digits: number,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `${language} ${digits} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
    ...options,
  });
  formats.set(key, made);
  return made;
}

/** `45%`, as the Italian administration writes it too; with two decimals where it is compared. */
export const percentText = (percent: number, language: Language, digits: 0 | 2 = 0): string =>
  `${formatOf(language, digits).format(percent)}%`;

/** `57,80`: points of the plan's weight. */
export const pointsText = (points: number, language: Language, digits: 0 | 1 | 2 = 1): string =>
  formatOf(language, digits).format(points);

/** `+3,5`, `−12,0`: with its sign. */
export const signedText = (points: number, language: Language, digits: 0 | 1 | 2 = 1): string =>
  formatOf(language, digits, { signDisplay: 'exceptZero' }).format(points).replace('-', '−');

/** `12%` of a weight in basis points. */
export const weightText = (bps: number, language: Language): string =>
  `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(bps / 100)}%`;
