import { actorKeyOf } from '../../domain/api-key.ts';
import type { StructureCode } from '../../domain/codes.ts';
import type { Context } from '../context.ts';

/** Whoever says something, by key of the actor: people with where they work now, and programs with whom their keys are for. */
export type Speakers = ReadonlyMap<string, readonly StructureCode[]>;

/** Who has left the directory, and the key of the configuration, which is of no structure, are not among them. */
export async function loadSpeakers({ store }: Pick<Context, 'store'>): Promise<Speakers> {
  const people = await store.listPeople();
  const keys = await store.listApiKeys();
  return new Map([
    ...people.map(({ key, structures }) => [key, structures] as const),
    ...keys.map(({ id, structures }) => [actorKeyOf(id), structures] as const),
  ]);
}
