/**
 * A file with one date mistyped should not need three imports to hear of its three other mistakes. So what has
 * the wrong shape is taken out, or replaced by a stand-in, and the rest is checked; nothing of it is kept.
 */
import type { z } from 'zod';
import { isTreeMap, PLACE_KEY, STAND_IN, type Tree, type TreeMap } from './tree.ts';
import { pointerOf, type ShapeFault, shapeFaults, valueAt } from './zod-issues.ts';

/** What must not be relied upon: a sum over it, or a search in it, would blame the wrong place. */
export class Doubts {
  readonly #replaced = new Set<string>();
  readonly #removed = new Set<string>();

  replaced(pointer: string): void {
    this.#replaced.add(pointer);
  }
  removed(pointer: string): void {
    this.#removed.add(pointer);
  }

  /**
   * Whether under `pointer` a field of one of these names was replaced, or an item taken out of a list of one of
   * these names.
   */
  about(pointer: string, ...names: readonly string[]): boolean {
    const concerns = (path: string, stepsUp: number): boolean =>
      path.startsWith(`${pointer}/`) && names.includes(path.split('/').at(-stepsUp) ?? '');
    return (
      [...this.#replaced].some((path) => concerns(path, 1)) ||
      [...this.#removed].some((path) => concerns(path, 2))
    );
  }

  /** Whether the place of anything taken out or replaced looks like this. */
  like(pattern: RegExp): boolean {
    return [...this.#replaced, ...this.#removed].some((path) => pattern.test(path));
  }

  /** Whether this very value was replaced. */
  at(pointer: string): boolean {
    return this.#replaced.has(pointer);
  }
}

export type Salvaged<T> = { readonly value: T; readonly doubts: Doubts };

/** Each round can uncover faults one level further out: an item that went leaves a list too short. */
const ROUNDS = 6;

/** What is left of `tree`, which is changed, once the faults are out of it; undefined when that is nothing. */
export function salvage<S extends z.ZodType>(
  schema: S,
  tree: Tree,
  faults: readonly ShapeFault[],
): Salvaged<z.output<S>> | undefined {
  const doubts = new Doubts();
  let pending = faults;
  for (let round = 0; round < ROUNDS; round++) {
    if (!takeOut(tree, pending, doubts)) return undefined;
    const parsed = schema.safeParse(tree);
    if (parsed.success) return { value: parsed.data, doubts };
    pending = shapeFaults(parsed.error.issues, tree);
  }
  return undefined;
}

function takeOut(tree: Tree, faults: readonly ShapeFault[], doubts: Doubts): boolean {
  const items = new Map<Tree[], Set<Tree>>();
  for (const { rule, steps } of faults) {
    const field = String(steps.at(-1) ?? '');
    const parent = valueAt(tree, steps.slice(0, -1));
    const pointer = placeOf(tree, steps);
    if (isTreeMap(parent) && rule.code === 'UNKNOWN_FIELD') {
      delete parent[field];
    } else if (isTreeMap(parent) && parent[field] !== STAND_IN) {
      // Where a list or a map is due, the next round refuses the stand-in too: then the item around it goes.
      parent[field] = STAND_IN;
      doubts.replaced(pointer);
    } else if (!markItem(tree, steps, items, doubts)) {
      return false;
    }
  }
  for (const [list, marked] of items) {
    const kept = list.filter((item) => !marked.has(item));
    list.splice(0, list.length, ...kept);
  }
  return true;
}

/** Marks the innermost item of a list on the way to the fault. */
function markItem(
  tree: Tree,
  steps: readonly (string | number)[],
  items: Map<Tree[], Set<Tree>>,
  doubts: Doubts,
): boolean {
  for (let depth = steps.length - 1; depth >= 0; depth--) {
    const list = valueAt(tree, steps.slice(0, depth));
    const item = valueAt(tree, steps.slice(0, depth + 1));
    if (!Array.isArray(list) || item === undefined) continue;
    doubts.removed(isTreeMap(item) ? String(item[PLACE_KEY]) : placeOf(tree, steps.slice(0, depth + 1)));
    items.set(list, (items.get(list) ?? new Set()).add(item));
    return true;
  }
  return false;
}

/** Steps count what is left; the place of the innermost map tells where it stood in the file. */
function placeOf(tree: Tree, steps: readonly (string | number)[]): string {
  for (let depth = steps.length - 1; depth >= 0; depth--) {
    const map = valueAt(tree, steps.slice(0, depth));
    if (isTreeMap(map)) return `${String((map as TreeMap)[PLACE_KEY])}${pointerOf(steps.slice(depth))}`;
  }
  return pointerOf(steps);
}
