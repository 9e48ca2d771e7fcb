import { type Arrangements, NO_SETTINGS } from '../domain/arrangement.ts';
import type { Person } from '../domain/directory.ts';
import type { Reach } from '../domain/person-hours.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { CURRENT, type LoadedFigures, loadFigures } from './load-figures.ts';

/** Today's figures, and all that says who answers for what. */
export type Responsibilities = LoadedFigures & {
  readonly people: readonly Person[];
  readonly arrangements: Arrangements;
};

/** Refused: NO_PLAN. */
export async function loadResponsibilities(context: Context): Promise<Result<Responsibilities>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const people = await context.store.listPeople();
  const arrangements = await context.store.loadArrangements(loaded.value.stored.id);
  return accepted({ ...loaded.value, people, arrangements });
}

export const reachOf = (
  { calendar }: Pick<Context, 'calendar'>,
  { key, place }: Person,
  { settings }: Pick<Arrangements, 'settings'>,
): Reach => ({ place, settings: settings.get(key) ?? NO_SETTINGS, calendar });

/** When somebody may be written to; null for who is not in the directory any more. */
export async function loadReach(context: Context, planId: number, key: string): Promise<Reach | null> {
  const person = (await context.store.listPeople()).find((each) => each.key === key);
  return person ? reachOf(context, person, await context.store.loadArrangements(planId)) : null;
}
