import type { Language } from './language.ts';

/** What whoever subscribes is told when a stream does not start, or ends before its time. */
export type StreamTexts = {
  readonly notAsEvents: string;
  readonly tooManyOfKey: (limit: number) => string;
  readonly tooManyInAll: (limit: number) => string;
  readonly stopping: string;
  readonly readTooSlowly: (seconds: number) => string;
  readonly cursorExpected: (given: string) => string;
  /** Of another plan, or of a history that has since been taken back. */
  readonly cursorOfNothing: (given: string) => string;
};

export const STREAM_TEXTS: Readonly<Record<Language, StreamTexts>> = {
  it: {
    notAsEvents:
      'Una sottoscrizione risponde con un flusso di eventi: serve l’intestazione "Accept: text/event-stream".',
    tooManyOfKey: (limit) =>
      `Questa chiave ha già ${limit} flussi aperti, il massimo: se ne chiuda uno, poi si riprovi.`,
    tooManyInAll: (limit) => `Sono già aperti ${limit} flussi, il massimo in tutto: si riprovi più tardi.`,
    stopping: 'Il servizio si sta fermando: si riprovi fra qualche secondo.',
    readTooSlowly: (seconds) =>
      `Gli eventi non sono stati letti per ${seconds} secondi e il flusso è chiuso: si riprende dall’ultimo «cursor» ricevuto, con «after».`,
    cursorExpected: (given) =>
      `«${given}» non indica un punto da cui riprendere: si riporta il «cursor» dell’ultimo evento ricevuto.`,
    cursorOfNothing: (given) =>
      `«${given}» non è di questo piano, o la sua storia è stata ripristinata a prima: si rileggano i dati, poi si riprenda da «recordedCursor».`,
  },
  en: {
    notAsEvents:
      'A subscription is answered by a stream of events: the header "Accept: text/event-stream" is needed.',
    tooManyOfKey: (limit) =>
      `This key has ${limit} streams open already, as many as may be: close one, then try again.`,
    tooManyInAll: (limit) => `${limit} streams are open, as many as may be in all: try again later.`,
    stopping: 'The service is stopping: try again in a few seconds.',
    readTooSlowly: (seconds) =>
      `No event was read for ${seconds} seconds and the stream is closed: resume after the last “cursor” received, with “after”.`,
    cursorExpected: (given) =>
      `“${given}” is no place to resume from: give the “cursor” of the last event received.`,
    cursorOfNothing: (given) =>
      `“${given}” is not of this plan, or its history was restored to an earlier state: read the data anew, then resume from “recordedCursor”.`,
  },
};
