import type { Language } from './language.ts';

/** What the API says beyond refusals, whose sentences are in `refusals.ts`. */
export type ApiTexts = {
  readonly unexpected: (errorId: string) => string;
  readonly dayExpected: (given: string) => string;
  readonly instantExpected: (given: string) => string;
  readonly pageSizeExpected: (given: number, most: number) => string;
  readonly pageArgumentsExpected: string;
  readonly cursorExpected: (given: string) => string;
  readonly rangeExpected: (from: string, to: string) => string;
  readonly idExpected: (given: string) => string;
  readonly linkExpected: (given: string) => string;
  readonly basisPointsExpected: (given: string) => string;
  /** Of an enum that was given a value it has not. */
  readonly valuesAccepted: (values: readonly string[]) => string;
  /** In the text of the request. */
  readonly at: (line: number, column: number) => string;
  readonly onlyJson: string;
  readonly busy: string;
  readonly notStored: string;
};

export const API_TEXTS: Readonly<Record<Language, ApiTexts>> = {
  it: {
    unexpected: (errorId) =>
      `Si è verificato un errore imprevisto. Chi gestisce il servizio lo ritrova con questo identificativo: ${errorId}.`,
    dayExpected: (given) =>
      `«${given}» non è un giorno: si scrive AAAA-MM-GG, un giorno che esiste, ad esempio "2020-09-30".`,
    instantExpected: (given) =>
      `«${given}» non è un istante: si scrive secondo ISO 8601 in UTC, ad esempio "2020-09-30T10:15:00.000Z".`,
    pageSizeExpected: (given, most) =>
      `Una pagina contiene da 1 a ${most} elementi: ne sono stati chiesti ${given}.`,
    pageArgumentsExpected:
      'Una pagina si chiede dall’inizio («first», «after») oppure dalla fine («last», «before»), non in entrambi i modi.',
    cursorExpected: (given) =>
      `«${given}» non indica una pagina: si riporta l’«endCursor» della pagina precedente, o lo «startCursor» della successiva.`,
    rangeExpected: (from, to) =>
      `Il periodo comincia (${from}) dopo la sua fine (${to}): si scrive prima la data meno recente.`,
    idExpected: (given) =>
      `«${given}» non è un identificativo: si riporta l’«id» di un oggetto letto da qui.`,
    linkExpected: (given) =>
      `«${given}» non è un indirizzo http o https, ad esempio "https://arti.toscana.it/atto.pdf".`,
    basisPointsExpected: (given) =>
      `«${given}» non è un peso in centesimi di punto percentuale: si scrive un intero da 0 a 10000.`,
    valuesAccepted: (values) => `Si accetta: ${values.join(', ')}.`,
    at: (line, column) => `(riga ${line}, colonna ${column})`,
    onlyJson: 'Il corpo di una richiesta POST deve essere JSON: "Content-Type: application/json".',
    busy: 'La base dati è occupata e non è stato registrato nulla: si riprovi fra qualche secondo.',
    notStored:
      'Non è stato registrato nulla: il disco del sistema è pieno o guasto. Chi gestisce il servizio deve intervenire; si riprovi più tardi.',
  },
  en: {
    unexpected: (errorId) =>
      `Something unexpected went wrong. Whoever runs the service finds it by this identifier: ${errorId}.`,
    dayExpected: (given) =>
      `“${given}” is not a day: it is written YYYY-MM-DD, a day that exists, as in "2020-09-30".`,
    instantExpected: (given) =>
      `“${given}” is not an instant: it is written as ISO 8601 in UTC, as in "2020-09-30T10:15:00.000Z".`,
    pageSizeExpected: (given, most) => `A page holds 1 to ${most} entries: ${given} were asked for.`,
    pageArgumentsExpected:
      'A page is asked for from the beginning (“first”, “after”) or from the end (“last”, “before”), not both ways at once.',
    cursorExpected: (given) =>
      `“${given}” names no page: give the “endCursor” of the page before, or the “startCursor” of the page that follows.`,
    rangeExpected: (from, to) =>
      `The range begins (${from}) after its end (${to}): the earlier one comes first.`,
    idExpected: (given) => `“${given}” is no id: give the “id” of an object as it was read from here.`,
    linkExpected: (given) =>
      `“${given}” is no http or https address, as in "https://arti.toscana.it/atto.pdf".`,
    basisPointsExpected: (given) =>
      `“${given}” is no weight in hundredths of a percent: it is written as an integer from 0 to 10000.`,
    valuesAccepted: (values) => `Accepted: ${values.join(', ')}.`,
    at: (line, column) => `(line ${line}, column ${column})`,
    onlyJson: 'The body of a POST request must be JSON: "Content-Type: application/json".',
    busy: 'The database is busy and nothing was recorded: try again in a few seconds.',
    notStored:
      'Nothing was recorded: the system’s disk is full or failing. Whoever runs the service has to step in; try again later.',
  },
};
