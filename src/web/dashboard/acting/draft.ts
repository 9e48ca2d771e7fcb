/**
 * What somebody is writing in a form, kept by the browser's tab until it is recorded. With it goes the key under which
 * it is recorded once: a form that is sent again, since nobody knows whether the answer was lost or the question, is
 * the same request.
 */
export type Draft = {
  /** Idempotency key of the request that these texts make. */
  readonly key: string;
  /** By the name of the field, as typed. */
  readonly texts: Readonly<Record<string, string>>;
  /** Whether the form stood open: it opens again by itself when the page comes back. */
  readonly isOpen: boolean;
  /** What the key was sent with; null while it never was. */
  readonly sentAs: string | null;
};

/** Of the browser's storage what a draft needs. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (form: string): string => `draft:${form}`;

/** Null also for what is no draft of ours, or where the browser keeps nothing. */
export function readDraft(storage: DraftStorage, form: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(form)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Where the browser has no room, or keeps nothing, the form goes on without. */
export function keepDraft(storage: DraftStorage, form: string, draft: Draft): void {
  try {
    storage.setItem(nameOf(form), JSON.stringify(draft));
  } catch {
    // The text stands in the form still.
  }
}

export function dropDraft(storage: DraftStorage, form: string): void {
  try {
    storage.removeItem(nameOf(form));
  } catch {
    // Nothing was kept.
  }
}

/**
 * The draft as it is sent now. What went out before and may have arrived keeps its key only as long as it says the
 * same: the API refuses a key that comes again with something else.
 */
export function sending(draft: Draft, request: string, newKey: () => string): Draft {
  const key = draft.sentAs === null || draft.sentAs === request ? draft.key : newKey();
  return { ...draft, key, sentAs: request };
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  const { key, texts, isOpen, sentAs } = kept as Partial<Record<keyof Draft, unknown>>;
  return (
    typeof key === 'string' &&
    typeof isOpen === 'boolean' &&
    (sentAs === null || typeof sentAs === 'string') &&
    typeof texts === 'object' &&
    texts !== null &&
    Object.values(texts).every((text) => typeof text === 'string')
  );
}
