/**
 * A YAML document as plain values, each map with its own place. Numbers keep the text they were written in:
 * as a double, `1.10` is `1.1`, and `12.0000000000000001` is `12`.
 */
import { isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { Rule, ValueKind } from './problems.ts';

export class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Stands where a value was wrong, so that the rest can still be checked. Every scalar field accepts it. */
export const STAND_IN: unique symbol = Symbol('stand-in');

/** The key under which every map of the tree carries its JSON pointer. */
export const PLACE_KEY = '@';

export type TreeMap = { [key: string]: Tree };
export type Tree = string | boolean | null | WrittenNumber | typeof STAND_IN | Tree[] | TreeMap;

export const isTreeMap = (value: Tree | undefined): value is TreeMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);

export function kindOf(value: Tree): ValueKind {
  if (Array.isArray(value)) return 'LIST';
  if (value instanceof WrittenNumber) return 'NUMBER';
  if (isTreeMap(value)) return 'FIELDS';
  return typeof value === 'boolean' ? 'BOOLEAN' : 'TEXT';
}

/** A key as a step of a JSON pointer (RFC 6901). */
export const pointerStep = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export type Offsets = { readonly key: number; readonly value: number };

/** Levels of lists and maps; the plan itself has nine. Deeper input would exhaust the stack of the composer. */
export const MAX_DEPTH = 40;
/** What the file may expand to with all its aliases: `yaml`'s own `maxAliasCount` guards only its `toJS`. */
export const MAX_VALUES = 200_000;
export const MAX_ALIASES = 100;

type Fault = { readonly rule: Rule; readonly offset: number };

/** Plain values of a composed document, where each stands, and what could not be read. */
export class TreeBuilder {
  readonly offsets = new Map<string, Offsets>();
  readonly faults: Fault[] = [];
  /** As the document defines them, in its order: an anchor given twice means, each time, the latest one. */
  readonly #anchors = new Map<string, Node>();
  readonly #lines: LineCounter;
  #expanding = false;
  #values = 0;
  #aliases = 0;
  #exhausted = false;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  build(node: unknown, pointer = '', keyOffset?: number, depth = 0): Tree {
    const offset = offsetOf(node) ?? keyOffset ?? 0;
    if (!this.offsets.has(pointer)) this.offsets.set(pointer, { key: keyOffset ?? offset, value: offset });
    this.#values += 1;
    if (this.#values > MAX_VALUES) this.#exhaust({ code: 'TOO_MANY_VALUES', limit: MAX_VALUES }, offset);
    if (depth > MAX_DEPTH) this.#exhaust({ code: 'TOO_DEEP', limit: MAX_DEPTH }, offset);
    if (this.#exhausted) return null;
    this.#define(node);
    if (isAlias(node)) return this.#alias(node.source, offset, pointer, keyOffset, depth);
    if (isMap(node)) return this.#map(node.items, pointer, depth);
    if (isSeq(node)) {
      return node.items.map((item, i) => this.build(item, pointer + pointerStep(i), undefined, depth + 1));
    }
    return isScalar(node) ? scalarValue(node.value, node.source) : null;
  }

  #alias(name: string, offset: number, pointer: string, keyOffset: number | undefined, depth: number): Tree {
    this.#aliases += 1;
    if (this.#aliases > MAX_ALIASES) {
      this.#exhaust({ code: 'TOO_MANY_ALIASES', limit: MAX_ALIASES }, offset);
      return null;
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.faults.push({ rule: { code: 'UNRESOLVED_ALIAS', alias: name }, offset });
      return null;
    }
    const outermost = !this.#expanding;
    this.#expanding = true;
    const value = this.build(target, pointer, keyOffset ?? offset, depth + 1);
    if (outermost) this.#expanding = false;
    return value;
  }

  #define(node: unknown): void {
    if (this.#expanding || !isNode(node) || isAlias(node)) return;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
  }

  #map(items: readonly { key: unknown; value: unknown }[], pointer: string, depth: number): TreeMap {
    // Without a prototype a key named `__proto__` is a key like any other.
    const map: TreeMap = Object.create(null);
    const seen = new Map<string, number>();
    for (const { key, value } of items) {
      const offset = offsetOf(key) ?? offsetOf(value) ?? 0;
      this.#define(key);
      if (!isScalar(key) || typeof key.value !== 'string' || key.value === PLACE_KEY) {
        this.faults.push({ rule: { code: 'KEY_NOT_TEXT' }, offset });
        continue;
      }
      const first = seen.get(key.value);
      if (first !== undefined) {
        const firstLine = this.#lines.linePos(first).line;
        this.faults.push({ rule: { code: 'DUPLICATE_KEY', key: key.value, firstLine }, offset });
        continue;
      }
      seen.set(key.value, offset);
      map[key.value] = this.build(value, pointer + pointerStep(key.value), offset, depth + 1);
    }
    map[PLACE_KEY] = pointer;
    return map;
  }

  /** Stops reading: said once, since everything after it would say the same. */
  #exhaust(rule: Rule, offset: number): void {
    if (!this.#exhausted) this.faults.push({ rule, offset });
    this.#exhausted = true;
  }
}

function offsetOf(node: unknown): number | undefined {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
  return range?.[0];
}

function scalarValue(value: unknown, source: string | undefined): Tree {
  if (typeof value === 'number' || typeof value === 'bigint')
    return new WrittenNumber(source ?? String(value));
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
