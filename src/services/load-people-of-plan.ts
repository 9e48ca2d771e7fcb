import type { Actor } from '../domain/actor.ts';
import { type Answerer, answerersOf, type Item } from '../domain/answerers.ts';
import type { Arrangements } from '../domain/arrangement.ts';
import type { StructureCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Channel, Person, Role } from '../domain/directory.ts';
import { mayName } from '../domain/may-name.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

/** Who is there today, and what is arranged among them for one plan. */
export type PeopleOfPlan = {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly arrangements: Arrangements;
  readonly today: IsoDate;
};

/** Refused: NO_PLAN. */
export async function loadPeopleOfPlan(context: Context, year: number): Promise<Result<PeopleOfPlan>> {
  const found = await findPlan(context, year);
  if (!found.ok) return found;
  const [people, channels] = [await context.store.listPeople(), await context.store.listChannels()];
  const arrangements = await context.store.loadArrangements(found.value.id);
  return accepted({ people, channels, arrangements, today: context.clock.today() });
}

/** Somebody who answers for an item; without a name where `actor` may not be told it. */
export type AnswererView = {
  readonly name: string | null;
  readonly structures: readonly StructureCode[];
  readonly because: Answerer['because'];
  /** The last day of the delegation by which they do; null for everything of their own. */
  readonly delegatedUntil: IsoDate | null;
};

export const answererViews = (
  actor: Actor,
  item: Item,
  { people, arrangements, today }: PeopleOfPlan,
): readonly AnswererView[] =>
  answerersOf(item, people, arrangements, today).map(({ person, because, delegation }) => ({
    name: mayName(actor, person.structures) ? person.name : null,
    structures: person.structures,
    because,
    delegatedUntil: delegation?.endsOn ?? null,
  }));

/** Somebody who works in a structure. */
export type MemberView = { readonly name: string; readonly title: string; readonly role: Role };

/** Null where `actor` may not be told who works there. */
export const memberViews = (
  actor: Actor,
  structure: StructureCode,
  { people }: PeopleOfPlan,
): readonly MemberView[] | null =>
  mayName(actor, [structure]) ? people.filter(({ structures }) => structures.includes(structure)) : null;

/** Where the summaries of a structure go; null while it has no channel. */
export const channelNameOf = (structure: string, { channels }: PeopleOfPlan): string | null =>
  channels.find((each) => each.structure === structure)?.name ?? null;
