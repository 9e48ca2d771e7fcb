import { createHash } from 'node:crypto';
import type { Plan } from '../domain/plan.ts';
import { PLACE_KEY } from './tree.ts';

/** JSON with sorted keys and without places, so that the same content has the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (key, found: unknown) => {
    if (key === PLACE_KEY) return undefined;
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return found;
    return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/**
 * SHA-256 of a plan's content, in hex: the same for files that differ in comments, layout, order of keys or of
 * goals, and different when anything that is said differs.
 */
export const planHash = (plan: Plan): string =>
  createHash('sha256').update(canonicalJson(plan)).digest('hex');
