import { randomBytes } from 'node:crypto';
import type { StoredView, ViewDefinition } from './model.ts';

/** Slack: a modal holds at most three views, the root and two pushed on it. */
export const MAX_STACK = 3;

export type OpenViews = {
  /** Opens a new modal for the person; one that was open is replaced. */
  open(user: string, definition: ViewDefinition): StoredView;
  /** Undefined when the stack is full or when no view is open. */
  push(user: string, definition: ViewDefinition): StoredView | undefined;
  update(view: StoredView, definition: ViewDefinition): StoredView;
  find(viewId: string): StoredView | undefined;
  findExternal(externalId: string): StoredView | undefined;
  /** Root first, the view on show last. */
  stack(user: string): readonly StoredView[];
  /** Takes the view, and those above it, off its stack; answers what was taken, uppermost first. */
  close(view: StoredView): readonly StoredView[];
  clear(user: string): readonly StoredView[];
};

export function newViewId(): string {
  return `V${randomBytes(6).toString('hex').toUpperCase().slice(0, 10)}`;
}

/** Slack's hash names a version of a view: whoever updates with an old one is told `hash_conflict`. */
export function newHash(nowMs: number): string {
  return `${Math.floor(nowMs / 1000)}.${randomBytes(4).toString('hex')}`;
}

/** The modals that are open now, one stack a person. */
export function createOpenViews(now: () => number): OpenViews {
  const stacks = new Map<string, StoredView[]>();

  function create(user: string, definition: ViewDefinition, previous: StoredView | undefined): StoredView {
    const id = newViewId();
    return {
      id,
      user,
      hash: newHash(now()),
      definition,
      rootId: previous?.rootId ?? id,
      previousId: previous?.id ?? null,
    };
  }
  function first(matches: (view: StoredView) => boolean): StoredView | undefined {
    for (const stack of stacks.values()) {
      const found = stack.find(matches);
      if (found) return found;
    }
    return undefined;
  }

  return {
    open(user, definition) {
      const view = create(user, definition, undefined);
      stacks.set(user, [view]);
      return view;
    },
    push(user, definition) {
      const stack = stacks.get(user) ?? [];
      const top = stack.at(-1);
      if (!top || stack.length >= MAX_STACK) return undefined;
      const view = create(user, definition, top);
      stack.push(view);
      return view;
    },
    update(view, definition) {
      view.definition = definition;
      view.hash = newHash(now());
      return view;
    },
    find: (viewId) => first((view) => view.id === viewId),
    findExternal: (externalId) => first((view) => view.definition.external_id === externalId),
    stack: (user) => stacks.get(user) ?? [],
    close(view) {
      const stack = stacks.get(view.user) ?? [];
      const at = stack.indexOf(view);
      return at < 0 ? [] : stack.splice(at).reverse();
    },
    clear(user) {
      const stack = stacks.get(user) ?? [];
      stacks.delete(user);
      return [...stack].reverse();
    },
  };
}
