import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('it');

/**
 * The person of the directory whose address, key or full name somebody typed, whatever the case. A name that two
 * people share is nobody's. Refused: UNKNOWN_COLLEAGUE.
 */
export async function findColleague({ store }: Context, given: string): Promise<Result<Person>> {
  const people = await store.listPeople();
  const wanted = folded(given);
  const exact = people.find(({ email, key }) => folded(email) === wanted || folded(key) === wanted);
  const [named, ...namesakes] = people.filter(({ name }) => folded(name) === wanted);
  const found = exact ?? (namesakes.length === 0 ? named : undefined);
  return found ? accepted(found) : refused({ code: 'UNKNOWN_COLLEAGUE', given: given.trim() });
}
