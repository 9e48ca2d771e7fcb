import type { Language } from './language.ts';

/** What the API says of a query that is named in the place of its text. */
export type DocumentTexts = { readonly unknown: (given: string) => string };

export const DOCUMENT_TEXTS: Readonly<Record<Language, DocumentTexts>> = {
  it: {
    unknown: (given) =>
      `«${given}» non è tra le interrogazioni registrate: si indica "sha256:" seguito dall’impronta del testo esatto di un file di «graphql/operations», come in «graphql/trusted-documents.json», oppure si invia il testo in "query".`,
  },
  en: {
    unknown: (given) =>
      `“${given}” is none of the trusted documents: give "sha256:" and the hash of the exact text of a file of “graphql/operations”, as in “graphql/trusted-documents.json”, or send the text as "query".`,
  },
};
