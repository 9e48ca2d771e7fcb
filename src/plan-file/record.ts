import { z } from 'zod';
import { PLACE_KEY } from './tree.ts';

/** The place that every map of the tree carries, so that rules across fields can say where they were broken. */
export type Placed = { readonly '@': string };

/**
 * A map with these fields and no others. What zod calls the message of an unknown key is here the list of the
 * accepted ones, for whoever turns issues into problems.
 */
export function record<S extends z.core.$ZodLooseShape>(shape: S) {
  const accepted = Object.keys(shape).join(' ');
  return z.strictObject({ [PLACE_KEY]: z.string(), ...shape } as { '@': z.ZodString } & S, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? accepted : undefined),
  });
}

/** At least one. */
export const some = <S extends z.core.SomeType>(item: S) => z.array(item).min(1);
