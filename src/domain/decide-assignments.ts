/** Who answers for an item in its structures' name: decides what is assigned and taken back. */
import { type Actor, may, mayArrangeFor } from './actor.ts';
import type { Item } from './answerers.ts';
import type { ArrangementChange, Assignment } from './arrangement.ts';
import type { StructureCode } from './codes.ts';
import type { Person } from './directory.ts';
import { accepted, type Result, refused } from './refusal.ts';

export type AssignmentChange = Extract<ArrangementChange, { readonly assignment: Assignment }>;

export type AssignmentWish = {
  /** Of one code as it was given: several where a goal stands for its phases. */
  readonly items: readonly Item[];
  readonly add: readonly Person[];
  readonly remove: readonly Person[];
};

/**
 * The changes that fulfil `wishes`, all of them or none; what stands already is not changed again. Where a goal
 * stands for its phases, a person gets those of the structures they work in. Refused: ROLE_MAY_NOT,
 * CANNOT_TAKE_OVER, NOT_IN_STRUCTURE, NOT_YOUR_PEOPLE, NOT_ASSIGNED.
 */
export function decideAssignments(
  actor: Actor,
  wishes: readonly AssignmentWish[],
  standing: readonly Assignment[],
): Result<readonly AssignmentChange[]> {
  if (!may(actor, 'ARRANGE_OWN_STRUCTURES') && !may(actor, 'ADMINISTER')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ARRANGE_OWN_STRUCTURES' });
  }
  const changes: AssignmentChange[] = [];
  for (const { items, add, remove } of wishes) {
    for (const person of add) {
      const assigned = assign(actor, items, person);
      if (!assigned.ok) return assigned;
      const news = assigned.value.filter((each) => !isAmong(each, standing));
      changes.push(...news.map((assignment) => ({ kind: 'ASSIGNED', assignment }) as const));
    }
    for (const person of remove) {
      const taken = takeBack(actor, items, person, standing);
      if (!taken.ok) return taken;
      changes.push(...taken.value.map((assignment) => ({ kind: 'UNASSIGNED', assignment }) as const));
    }
  }
  return accepted(onceEach(changes));
}

/** A goal and one of its phases may be named in one breath. */
const onceEach = (changes: readonly AssignmentChange[]): readonly AssignmentChange[] =>
  changes.filter(
    ({ kind, assignment }, index) =>
      changes.findIndex((each) => each.kind === kind && isAmong(assignment, [each.assignment])) === index,
  );

function assign(actor: Actor, items: readonly Item[], person: Person): Result<readonly Assignment[]> {
  if (person.role === 'MANAGER') {
    return refused({ code: 'CANNOT_TAKE_OVER', person: person.name, self: false });
  }
  const fitting = items.filter((item) => sharedStructures(item, person).length > 0);
  const [first] = items;
  if (first && fitting.length === 0) {
    const structures = [...new Set(items.flatMap((item) => item.structures))];
    return refused({ code: 'NOT_IN_STRUCTURE', person: person.name, item: first.code, structures });
  }
  const others = fitting.find((item) => !mayArrangeFor(actor, sharedStructures(item, person)));
  if (others) return refuseOthers(person, sharedStructures(others, person));
  return accepted(fitting.map(({ code }) => ({ item: code, person: person.key })));
}

/** Also from who has left the structure meanwhile: then whoever heads a structure of the item may. */
function takeBack(
  actor: Actor,
  items: readonly Item[],
  person: Person,
  standing: readonly Assignment[],
): Result<readonly Assignment[]> {
  const held = items.filter((item) => isAmong({ item: item.code, person: person.key }, standing));
  const [first] = items;
  if (first && held.length === 0) {
    return refused({ code: 'NOT_ASSIGNED', item: first.code, person: person.name });
  }
  const inWhoseName = (item: Item) => {
    const shared = sharedStructures(item, person);
    return shared.length > 0 ? shared : item.structures;
  };
  const others = held.find((item) => !mayArrangeFor(actor, inWhoseName(item)));
  if (others) return refuseOthers(person, inWhoseName(others));
  return accepted(held.map(({ code }) => ({ item: code, person: person.key })));
}

const refuseOthers = (person: Person, structures: readonly StructureCode[]) =>
  refused({ code: 'NOT_YOUR_PEOPLE', person: person.name, structures });

const sharedStructures = (item: Item, person: Person): readonly StructureCode[] =>
  item.structures.filter((code) => person.structures.includes(code));

const isAmong = ({ item, person }: Assignment, standing: readonly Assignment[]): boolean =>
  standing.some((each) => each.item === item && each.person === person);
