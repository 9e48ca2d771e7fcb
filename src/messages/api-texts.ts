import type { Language } from './language.ts';

/** What the API says beyond refusals, whose sentences are in `refusals.ts`. */
export type ApiTexts = {
  readonly unexpected: (errorId: string) => string;
  readonly dayExpected: (given: string) => string;
  readonly instantExpected: (given: string) => string;
  readonly onlyJson: string;
};

export const API_TEXTS: Readonly<Record<Language, ApiTexts>> = {
  it: {
    unexpected: (errorId) =>
      `Si è verificato un errore imprevisto. Chi gestisce il servizio lo ritrova con questo identificativo: ${errorId}.`,
    dayExpected: (given) =>
      `«${given}» non è un giorno: si scrive AAAA-MM-GG, un giorno che esiste, ad esempio "2020-09-30".`,
    instantExpected: (given) =>
      `«${given}» non è un istante: si scrive secondo ISO 8601 in UTC, ad esempio "2020-09-30T10:15:00.000Z".`,
    onlyJson: 'Il corpo di una richiesta POST deve essere JSON: "Content-Type: application/json".',
  },
  en: {
    unexpected: (errorId) =>
      `Something unexpected went wrong. Whoever runs the service finds it by this identifier: ${errorId}.`,
    dayExpected: (given) =>
      `“${given}” is not a day: it is written YYYY-MM-DD, a day that exists, as in "2020-09-30".`,
    instantExpected: (given) =>
      `“${given}” is not an instant: it is written as ISO 8601 in UTC, as in "2020-09-30T10:15:00.000Z".`,
    onlyJson: 'The body of a POST request must be JSON: "Content-Type: application/json".',
  },
};
