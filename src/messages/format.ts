/** Numbers and days as each language writes them: `12,50 %` and `30/09/2020`, `12.50%` and `30/09/2020`. */
import type { IsoDate } from '../domain/dates.ts';
import { type Decimal, parseDecimal } from '../domain/decimal.ts';
import { multiply, type Ratio, ratio, roundHalfUp } from '../domain/ratio.ts';
import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };
const NARROW_GAP = '\u00a0';

// Italian leaves four-digit numbers ungrouped by default; plans write 20.015 and 6.200 alike.
const decimals = Object.fromEntries(
  (['it', 'en'] as const).map((language) => [
    language,
    new Intl.NumberFormat(LOCALES[language], {
      useGrouping: 'always',
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    }),
  ]),
) as Readonly<Record<Language, Intl.NumberFormat>>;

const integers = Object.fromEntries(
  (['it', 'en'] as const).map((language) => [
    language,
    new Intl.NumberFormat(LOCALES[language], { useGrouping: 'always', maximumFractionDigits: 6 }),
  ]),
) as Readonly<Record<Language, Intl.NumberFormat>>;

/** Hundredths, rounded half up from the exact value: the only rounding there is. */
const hundredths = (value: Ratio): number => Number(roundHalfUp(value, 100)) / 100;

/** A share of 1 as a percentage with two decimals. */
export function formatShare(share: Ratio, language: Language): string {
  const text = decimals[language].format(hundredths(multiply(share, ratio(100))));
  return language === 'it' ? `${text}${NARROW_GAP}%` : `${text}%`;
}

/** Basis points as a percentage with two decimals. */
export const formatBps = (bps: number, language: Language): string =>
  formatShare(ratio(bps, 10_000), language);

/** A share of 1 in points with its sign: `+3,50`, `−12,00`. */
export function formatPoints(share: Ratio, language: Language): string {
  const value = hundredths(multiply(share, ratio(100)));
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return `${sign}${decimals[language].format(Math.abs(value))}`;
}

/** Two decimals, no sign for what is not negative. */
export const formatDecimals = (value: Ratio, language: Language): string =>
  decimals[language].format(hundredths(value));

/** A count or a figure as people said it, grouped by thousands. */
export const formatNumber = (value: number | string, language: Language): string =>
  // As text a number keeps all its digits; as a double it would lose some beyond the fifteenth.
  integers[language].format(String(value) as `${number}`);

/** `30/09/2020` in both languages. */
export const formatDay = (day: IsoDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

const weekdays = Object.fromEntries(
  (['it', 'en'] as const).map((language) => [
    language,
    new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }),
  ]),
) as Readonly<Record<Language, Intl.DateTimeFormat>>;

/** `lunedì 14/09/2020` */
export const formatLongDay = (day: IsoDate, language: Language): string =>
  `${weekdays[language].format(new Date(`${day}T12:00:00Z`))} ${formatDay(day)}`;

/**
 * A number as a person of `language` writes it: `1.234,5` in Italian, `1,234.5` in English. A lone separator that
 * cannot group thousands is taken as the decimal one (`12.5` in Italian). Undefined for anything else.
 */
export function parseNumber(text: string, language: Language): Decimal | undefined {
  const [group, point] = language === 'it' ? ['.', ','] : [',', '.'];
  const trimmed = text.trim();
  const grouped = new RegExp(`^-?[1-9]\\d{0,2}(?:\\${group}\\d{3})+(?:\\${point}\\d+)?$`);
  if (grouped.test(trimmed)) return parseDecimal(trimmed.replaceAll(group, '').replace(point, '.'));
  if (/^-?\d+(?:[.,]\d+)?$/.test(trimmed)) return parseDecimal(trimmed.replace(',', '.'));
  return undefined;
}

/** What {@link parseNumber} of the same language reads back as `value`: for a field filled in beforehand. */
export function writeNumber(value: Decimal, language: Language): string {
  const text = language === 'it' ? value.replace('.', ',') : value;
  return isDoubtfulNumber(text, language) ? `${text}0` : text;
}

/**
 * Whether `text` reads as thousands in one language and as decimals in the other: `8,006` is 8 006 in English and
 * 8.006 in Italian, `20.015` the reverse. Only what the reader's own language takes as decimals is doubtful: people
 * group by thousands far more often than they count to the thousandth.
 */
export const isDoubtfulNumber = (text: string, language: Language): boolean =>
  (language === 'it' ? /^-?[1-9]\d{0,2},\d{3}$/ : /^-?[1-9]\d{0,2}\.\d{3}$/).test(text.trim());
