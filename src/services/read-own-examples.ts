import type { Person } from '../domain/directory.ts';
import { type OwnExamples, ownExamples, README_EXAMPLES } from '../domain/own-examples.ts';
import type { Context } from './context.ts';
import { readOwnItems } from './read-items.ts';

/** Codes for the examples of help, out of what the person answers for. */
export async function readOwnExamples(context: Context, person: Person): Promise<OwnExamples> {
  const read = await readOwnItems(context, person);
  if (!read.ok) return README_EXAMPLES;
  const { figures, items } = read.value;
  return ownExamples(
    person,
    items.map(({ item }) => item),
    figures,
  );
}
