import type { Actor } from '../domain/actor.ts';
import { type Answerer, answerersOf, type Item } from '../domain/answerers.ts';
import type { GoalCode } from '../domain/codes.ts';
import { type AssignmentWish, decideAssignments } from '../domain/decide-assignments.ts';
import type { Person } from '../domain/directory.ts';
import { baselineInForce, phasesOf, wordingText } from '../domain/plan.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { resolveItem } from '../domain/resolve.ts';
import type { StoredPlan } from '../store/port.ts';
import { commitArrangements } from './commit-arrangements.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { untilCommitted } from './until-committed.ts';

export type AssignItem = {
  /** As somebody wrote them. */
  readonly codes: readonly string[];
  /** Keys of people of the directory. */
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/** An item, and who answers for it today. */
export type AnsweredItem = Item & { readonly title: string; readonly answerers: readonly Answerer[] };

export type AssignedItems = {
  readonly items: readonly AnsweredItem[];
  /** Goals that were given in the place of their phases. */
  readonly goals: readonly GoalCode[];
  /** How many assignments were made or taken back; 0 where all stood so before. */
  readonly changed: number;
  /** Whether the same request had been committed before. */
  readonly repeated: boolean;
};

/**
 * Assigns items to people of their structures, or takes them back: all of it or nothing. Refused: ROLE_MAY_NOT,
 * NO_PLAN, UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_PHASE for a goal without known phases, UNKNOWN_COLLEAGUE,
 * CANNOT_TAKE_OVER, NOT_IN_STRUCTURE, NOT_YOUR_PEOPLE, NOT_ASSIGNED, IDEMPOTENCY_KEY_REUSED.
 */
export async function assignItem(
  context: Context,
  actor: Actor,
  input: AssignItem,
  inbox: InboxKey | null,
): Promise<Result<AssignedItems>> {
  return untilCommitted(() => attempt(context, actor, input, inbox));
}

async function attempt(
  context: Context,
  actor: Actor,
  input: AssignItem,
  inbox: InboxKey | null,
): Promise<Result<AssignedItems> | 'CONFLICT'> {
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier && 'code' in earlier) return refused(earlier);
  const found = await findGiven(context, input.codes);
  if (!found.ok) return found;
  const { stored, given } = found.value;
  if (earlier) return accepted(await described(context, stored, given, { changed: 0, repeated: true }));
  const people = await context.store.listPeople();
  const add = peopleOf(input.add, people);
  if (!add.ok) return add;
  const remove = peopleOf(input.remove, people);
  if (!remove.ok) return remove;
  const { assignments } = await context.store.loadArrangements(stored.id);
  const wishes = given.map(({ items }): AssignmentWish => ({ items, add: add.value, remove: remove.value }));
  const decided = decideAssignments(actor, wishes, assignments);
  if (!decided.ok) return decided;
  const changes = decided.value;
  const outcome = await commitArrangements(context, {
    stored,
    changes,
    inbox,
    audit: {
      kind: 'ASSIGNMENTS_CHANGED',
      actor: actor.key,
      body: {
        items: [...new Set(changes.map(({ assignment }) => assignment.item))],
        assigned: changes.filter(({ kind }) => kind === 'ASSIGNED').length,
        takenBack: changes.filter(({ kind }) => kind === 'UNASSIGNED').length,
      },
    },
  });
  if (outcome === 'CONFLICT') return outcome;
  return accepted(await described(context, stored, given, { changed: changes.length, repeated: false }));
}

/** Who answers for the items today. Refused: NO_PLAN, UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_PHASE. */
export async function readAnswerers(
  context: Context,
  codes: readonly string[],
): Promise<Result<AssignedItems>> {
  const found = await findGiven(context, codes);
  if (!found.ok) return found;
  const { stored, given } = found.value;
  return accepted(await described(context, stored, given, { changed: 0, repeated: false }));
}

type NamedItem = Item & { readonly title: string };

/** What one code stands for. */
type Given = { readonly items: readonly NamedItem[]; readonly goal: GoalCode | null };

async function findGiven(
  context: Context,
  codes: readonly string[],
): Promise<Result<{ readonly stored: StoredPlan; readonly given: readonly Given[] }>> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const given: Given[] = [];
  for (const code of codes) {
    const items = itemsOf(found.value, context, code);
    if (!items.ok) return items;
    given.push(items.value);
  }
  return accepted({ stored: found.value, given });
}

/** A phase or an indicator itself; of a goal by schedule its phases, for people report on those. */
function itemsOf({ plan }: StoredPlan, { clock }: Context, code: string): Result<Given> {
  const found = resolveItem(plan, baselineInForce(plan, clock.today()), code);
  if (!found.ok) return found;
  const { goal } = found.value;
  const titled = (phase: ReturnType<typeof phasesOf>[number]): NamedItem => ({
    code: phase.code,
    structures: phase.structures,
    title: wordingText(phase.description) ?? wordingText(phase.output) ?? goal.title,
  });
  if (found.value.kind === 'PHASE') return accepted({ items: [titled(found.value.phase)], goal: null });
  if (goal.measuredBy === 'FIGURES') return accepted({ items: [goal], goal: null });
  const phases = phasesOf(goal);
  if (phases.length === 0) return refused({ code: 'NOT_A_PHASE', goal: goal.code, phases: [] });
  return accepted({ items: phases.map(titled), goal: goal.code });
}

function peopleOf(keys: readonly string[], people: readonly Person[]): Result<readonly Person[]> {
  const found = [...new Set(keys)].map((key) => people.find((person) => person.key === key) ?? key);
  const unknown = found.find((each) => typeof each === 'string');
  if (unknown !== undefined) return refused({ code: 'UNKNOWN_COLLEAGUE', given: unknown });
  return accepted(found.filter((each) => typeof each !== 'string'));
}

async function described(
  { store, clock }: Context,
  { id }: StoredPlan,
  given: readonly Given[],
  done: Pick<AssignedItems, 'changed' | 'repeated'>,
): Promise<AssignedItems> {
  const people = await store.listPeople();
  const arrangements = await store.loadArrangements(id);
  const items = new Map(given.flatMap((each) => each.items).map((item) => [item.code, item]));
  return {
    items: [...items.values()].map(({ code, structures, title }) => ({
      code,
      structures,
      title,
      answerers: answerersOf({ code, structures }, people, arrangements, clock.today()),
    })),
    goals: [...new Set(given.flatMap(({ goal }) => goal ?? []))],
    ...done,
  };
}
