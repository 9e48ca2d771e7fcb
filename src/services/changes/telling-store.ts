import type { Store } from '../../store/port.ts';

/** `store`, which calls `tell` after each of its commits that changed a plan. */
export function tellingStore(store: Store, tell: () => void): Store {
  return {
    ...store,
    async commit(commit) {
      const result = await store.commit(commit);
      if (result.outcome === 'COMMITTED') tell();
      return result;
    },
    async importPlan(input) {
      const result = await store.importPlan(input);
      if (result.outcome !== 'UNCHANGED') tell();
      return result;
    },
  };
}
