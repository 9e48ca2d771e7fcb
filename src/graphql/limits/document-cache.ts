/** Parsed documents, so that a query that comes again is neither parsed nor validated again. */
import type { DocumentNode } from 'graphql';

/** Characters of all texts that are kept; a parsed document takes some hundred times as much. */
const MOST_CHARACTERS = 200_000;

export type DocumentCache = {
  get(text: string): DocumentNode | undefined;
  set(text: string, document: DocumentNode): void;
};

/** Whatever was asked for longest ago makes room, so that texts without end leave no more behind than a few. */
export function createDocumentCache(mostCharacters = MOST_CHARACTERS): DocumentCache {
  const documents = new Map<string, DocumentNode>();
  let characters = 0;
  return {
    get(text) {
      const document = documents.get(text);
      if (document === undefined) return undefined;
      documents.delete(text);
      documents.set(text, document);
      return document;
    },
    set(text, document) {
      if (documents.delete(text)) characters -= text.length;
      documents.set(text, document);
      characters += text.length;
      for (const oldest of documents.keys()) {
        if (characters <= mostCharacters) return;
        documents.delete(oldest);
        characters -= oldest.length;
      }
    },
  };
}

/** What does not parse is not kept: its text may be anything. */
export const NO_ERRORS_KEPT = { get: () => undefined, set: () => undefined };
