/** Where in the dashboard one was before signing in. */
import type { DraftStorage } from './draft.ts';

const NAME = 'return-to';

/** @param place path and query of a view */
export function rememberPlace(storage: DraftStorage, place: string): void {
  try {
    storage.setItem(NAME, place);
  } catch {
    // One comes back to the plan then.
  }
}

/** The plan's view where none is kept. Nothing but a path of this host is taken. */
export function placeToReturn(storage: DraftStorage): string {
  try {
    const place = storage.getItem(NAME) ?? '/';
    return /^\/(?![/\\])/.test(place) && !place.startsWith('/sign-in') ? place : '/';
  } catch {
    return '/';
  }
}
