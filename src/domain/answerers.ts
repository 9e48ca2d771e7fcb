/** Who answers for what: by assignment, by structure, as its head, or in somebody's place for a period. */
import { type Arrangements, type Delegation, holdsOn } from './arrangement.ts';
import type { ItemCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import type { PlanFigures } from './plan-figures.ts';
import { type PlanItem, planItems } from './plan-items.ts';

/** What somebody answers for, with the structures that answer for it in the plan. */
export type Item = { readonly code: ItemCode; readonly structures: readonly StructureCode[] };

export type Answerer = {
  readonly person: Person;
  readonly because: 'ASSIGNED' | 'STRUCTURE' | 'HEAD' | 'DELEGATED';
  /** Key of the person in whose place, and by which delegation; both null for everything of one's own. */
  readonly delegatedBy: string | null;
  readonly delegation: Delegation | null;
};

type Responsibilities = Pick<Arrangements, 'assignments' | 'delegations'>;

/**
 * Who answers for `item` on `day`, nobody twice: in each of its structures those it is assigned to, or else all its
 * staff, or else its heads. In the place of whoever delegated it stands the delegate.
 */
export function answerersOf(
  item: Item,
  people: readonly Person[],
  arrangements: Responsibilities,
  day: IsoDate,
): readonly Answerer[] {
  const held = arrangements.delegations.filter((each) => each.item === item.code && holdsOn(each, day));
  const standing = item.structures
    .flatMap((structure) => ownAnswerers(item, structure, people, arrangements))
    .map((own) => inPlaceOf(own, held, people));
  // Who answers by themselves and in somebody's place too answers by themselves.
  const own = standing.filter(({ delegation }) => delegation === null);
  return onceEach(standing.filter((each) => each.delegation === null || !includes(own, each.person)));
}

/** Whether the person of that key is asked about `item` on `day`; managers answer for nothing. */
export const isAskedAbout = (
  person: string,
  item: Item,
  people: readonly Person[],
  arrangements: Responsibilities,
  day: IsoDate,
): boolean =>
  answerersOf(item, people, arrangements, day).some(
    ({ person: { key, role } }) => key === person && role !== 'MANAGER',
  );

/** Of one structure, as if nobody had delegated anything. */
function ownAnswerers(
  { code }: Item,
  structure: StructureCode,
  people: readonly Person[],
  { assignments }: Pick<Arrangements, 'assignments'>,
): readonly Answerer[] {
  const here = people.filter((person) => person.structures.includes(structure));
  const assigned = here.filter(({ key }) =>
    assignments.some((each) => each.item === code && each.person === key),
  );
  if (assigned.length > 0) return assigned.map((person) => ownAnswerer(person, 'ASSIGNED'));
  const staff = here.filter(({ role }) => role === 'STAFF');
  if (staff.length > 0) return staff.map((person) => ownAnswerer(person, 'STRUCTURE'));
  return headsOf(structure, people).map((person) => ownAnswerer(person, 'HEAD'));
}

const ownAnswerer = (person: Person, because: Answerer['because']): Answerer => ({
  person,
  because,
  delegatedBy: null,
  delegation: null,
});

const headsOf = (structure: StructureCode, people: readonly Person[]): readonly Person[] =>
  people.filter(({ role, structures }) => role === 'HEAD' && structures.includes(structure));

/**
 * Follows delegations to whoever has the item in the end. Where they go in a circle, it stays with the last one
 * before it closes.
 */
function inPlaceOf(own: Answerer, held: readonly Delegation[], people: readonly Person[]): Answerer {
  const passed = new Set<string>();
  let found = own;
  for (;;) {
    passed.add(found.person.key);
    const delegation = held.findLast(({ from }) => from === found.person.key);
    const to = people.find(({ key }) => key === delegation?.to);
    if (!delegation || !to || passed.has(to.key)) return found;
    found = { person: to, because: 'DELEGATED', delegatedBy: delegation.from, delegation };
  }
}

const includes = (answerers: readonly Answerer[], { key }: Person): boolean =>
  answerers.some(({ person }) => person.key === key);

const onceEach = (answerers: readonly Answerer[]): readonly Answerer[] =>
  answerers.filter(({ person }, index) => !includes(answerers.slice(0, index), person));

/** An item that in one of its structures falls to the head, or to nobody where there is no head. */
export type Orphan = {
  readonly item: ItemCode;
  readonly structure: StructureCode;
  readonly heads: readonly Person[];
};

export const orphansOf = (
  items: readonly Item[],
  people: readonly Person[],
  arrangements: Pick<Arrangements, 'assignments'>,
): readonly Orphan[] =>
  items.flatMap((item) =>
    item.structures
      .filter((structure) =>
        ownAnswerers(item, structure, people, arrangements).every(({ because }) => because === 'HEAD'),
      )
      .map((structure) => ({ item: item.code, structure, heads: headsOf(structure, people) })),
  );

/** Everything of the baseline in force that `person` answers for, begun or not, complete or not, in its order. */
export const itemsAnsweredBy = (
  person: Person,
  figures: PlanFigures,
  people: readonly Person[],
  arrangements: Responsibilities,
): readonly { readonly item: PlanItem; readonly answerer: Answerer }[] =>
  planItems(figures).flatMap((item) => {
    const answerer = answerersOf(item, people, arrangements, figures.day).find(
      (each) => each.person.key === person.key,
    );
    return answerer ? [{ item, answerer }] : [];
  });
