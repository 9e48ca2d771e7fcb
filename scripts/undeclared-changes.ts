/** What the schema would do to clients of the released one, and what of it nobody has declared. */
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';
import { z } from 'zod';

/** A change that breaks clients, or may: reviewed with the code that makes it. */
const declaration = z.strictObject({
  /** As the check says it. */
  change: z.string().min(1),
  why: z.string().min(20),
  /** Version of the product that brings it. */
  since: z.string().regex(/^\d+\.\d+\.\d+$/),
});

export type Declaration = z.infer<typeof declaration>;

/** @throws Error for anything but a list of declarations */
export const parseDeclarations = (json: string): readonly Declaration[] =>
  z.array(declaration).parse(JSON.parse(json));

export type Compared = {
  /** Sentences, as a declaration has to repeat them. */
  readonly undeclared: readonly string[];
  /** Declarations of what the schema does not do: they would let it happen unseen later. */
  readonly unfounded: readonly string[];
};

/** @param released the SDL that clients rely on */
export function compareSchemas(
  released: string,
  current: string,
  declarations: readonly Declaration[],
): Compared {
  const [before, after] = [buildSchema(released), buildSchema(current)];
  const changes = [...findBreakingChanges(before, after), ...findDangerousChanges(before, after)];
  const found = new Set(changes.map(({ description }) => description));
  const declared = new Set(declarations.map(({ change }) => change));
  return {
    undeclared: [...found].filter((change) => !declared.has(change)),
    unfounded: [...declared].filter((change) => !found.has(change)),
  };
}
