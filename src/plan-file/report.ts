import type { LineCounter } from 'yaml';
import type { FilePlace } from './problems.ts';
import type { PlacedRule } from './read-yaml.ts';
import type { Offsets } from './tree.ts';

/** KEY points at the field's name, VALUE at what stands after it. */
export type PointAt = 'KEY' | 'VALUE';

export type Found<R> = FilePlace & R;

/** What was found in a file, each with its place; the same rule at the same place once, however often said. */
export class Report<R extends { readonly code: string }> {
  readonly #file: string;
  readonly #offsets: ReadonlyMap<string, Offsets>;
  readonly #lines: LineCounter;
  readonly #found = new Map<string, Found<R>>();

  constructor(file: string, offsets: ReadonlyMap<string, Offsets>, lines: LineCounter) {
    this.#file = file;
    this.#offsets = offsets;
    this.#lines = lines;
  }

  add(rule: R, pointer: string, at: PointAt = 'VALUE'): void {
    const { line, column } = this.#position(pointer, at);
    const identity = `${rule.code} ${pointer} ${at}`;
    if (!this.#found.has(identity)) {
      this.#found.set(identity, { ...rule, file: this.#file, line, column, path: pointer });
    }
  }

  /** The line of a pointer, for facts that name another place. */
  lineOf(pointer: string): number {
    return this.#position(pointer, 'KEY').line;
  }

  /** Whether one of these rules was broken at or under `pointer`. */
  has(pointer: string, ...codes: readonly R['code'][]): boolean {
    return [...this.#found.values()].some(
      ({ code, path }) => codes.includes(code) && (path === pointer || path.startsWith(`${pointer}/`)),
    );
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  /** In the order of the file. */
  list(): readonly Found<R>[] {
    return [...this.#found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  }

  /** A field that is missing has no place: its map has. */
  #position(pointer: string, at: PointAt): { readonly line: number; readonly column: number } {
    let path = pointer;
    for (;;) {
      const offsets = this.#offsets.get(path);
      if (offsets !== undefined) {
        const { line, col } = this.#lines.linePos(at === 'KEY' ? offsets.key : offsets.value);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
      }
      if (path === '') return { line: 1, column: 1 };
      path = path.slice(0, path.lastIndexOf('/'));
    }
  }
}

/** Problems of a file that could not be read as YAML. */
export const placeRules = <R>(
  file: string,
  found: readonly (PlacedRule & { readonly rule: R })[],
): Found<R>[] => found.map(({ rule, line, column }) => ({ ...rule, file, line, column, path: '' }));
