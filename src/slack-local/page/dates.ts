import type { PageBootstrap } from '../page-api.ts';

type Language = PageBootstrap['language'];

const locale = (language: Language) => (language === 'it' ? 'it-IT' : 'en-GB');

/** A message's `ts` is seconds since 1970 with six decimals, which are only there to make it unique. */
const dateOf = (ts: string) => new Date(Number.parseFloat(ts) * 1000);

export function timeOf(ts: string, language: Language): string {
  return dateOf(ts).toLocaleTimeString(locale(language), { hour: '2-digit', minute: '2-digit' });
}

export function momentOf(ts: string, language: Language): string {
  return dateOf(ts).toLocaleString(locale(language), { dateStyle: 'full', timeStyle: 'short' });
}

/** The day of a message as the reader's clock has it; equal for messages of one day. */
export function dayOf(ts: string, language: Language): string {
  return dateOf(ts).toLocaleDateString(locale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/**
 * `2020-09-14` as `lunedì 14/09/2020`. The date is read and written in UTC: an ISO date is midnight UTC, and in
 * a zone west of it the local day would be the one before.
 */
export function isoDayText(iso: string, language: Language): string {
  const date = new Date(`${iso}T00:00:00Z`);
  const weekday = date.toLocaleDateString(locale(language), { weekday: 'long', timeZone: 'UTC' });
  const numbers = date.toLocaleDateString(locale(language), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `${weekday} ${numbers}`;
}
