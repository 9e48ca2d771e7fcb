import { type Actor, may } from '../domain/actor.ts';
import type { ArrangementChange, Assignment } from '../domain/arrangement.ts';
import type { ItemCode, StructureCode } from '../domain/codes.ts';
import { decideMembership, type Membership, newKey } from '../domain/decide-membership.ts';
import type { Channel, Person } from '../domain/directory.ts';
import { type Baseline, baselineInForce, type Structure } from '../domain/plan.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { findItem } from '../domain/resolve.ts';
import type { StoredPlan } from '../store/port.ts';
import { commitArrangements } from './commit-arrangements.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { resolveStructure } from './read-structure.ts';
import { untilCommitted } from './until-committed.ts';

/** Somebody whom Slack knows and the directory does not. */
export type Newcomer = { readonly name: string; readonly title: string; readonly email: string };

export type MembershipChange = {
  readonly wish: Membership;
  /** A key of the directory. */
  readonly who: string | Newcomer;
};

export type StructureChange =
  /** Null takes the channel away. */
  | { readonly kind: 'CHANNEL'; readonly channel: Pick<Channel, 'name' | 'topic'> | null }
  | { readonly kind: 'PEOPLE'; readonly people: readonly MembershipChange[] };

export type ChangedPerson = {
  readonly wish: Membership;
  /** Null for somebody who is new in the directory. */
  readonly before: Person | null;
  readonly after: Person;
};

export type ChangedStructure = {
  readonly structure: Structure;
  readonly people: readonly ChangedPerson[];
  /** What the new channel was before, where it had another purpose. */
  readonly channelWas: Channel | null;
  /** Whether the same request had been committed before: then nothing else is told. */
  readonly repeated: boolean;
};

/**
 * Changes who works in a structure, who heads it, or where its summaries go: all of it or nothing. Refused:
 * ROLE_MAY_NOT, NO_PLAN, UNKNOWN_STRUCTURE, UNKNOWN_COLLEAGUE, CANNOT_TAKE_OVER, IDEMPOTENCY_KEY_REUSED.
 * @param input.structure code, name or alias
 */
export async function changeStructure(
  context: Context,
  actor: Actor,
  input: { readonly structure: string; readonly change: StructureChange },
  inbox: InboxKey | null,
): Promise<Result<ChangedStructure>> {
  if (!may(actor, 'ADMINISTER')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ADMINISTER' });
  }
  return untilCommitted(() => attempt(context, actor, input, inbox));
}

async function attempt(
  context: Context,
  actor: Actor,
  input: { readonly structure: string; readonly change: StructureChange },
  inbox: InboxKey | null,
): Promise<Result<ChangedStructure> | 'CONFLICT'> {
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier && 'code' in earlier) return refused(earlier);
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const structure = resolveStructure(found.value.plan, input.structure);
  if (!structure.ok) return structure;
  const nothing = { structure: structure.value, people: [], channelWas: null };
  if (earlier) return accepted({ ...nothing, repeated: true });
  const { code } = structure.value;
  const decided =
    input.change.kind === 'CHANNEL'
      ? accepted(await decideChannel(context, code, input.change.channel))
      : await decidePeople(context, found.value, code, input.change.people);
  if (!decided.ok) return decided;
  const { changes, people, channelWas } = decided.value;
  const outcome = await commitArrangements(context, {
    stored: found.value,
    changes,
    inbox,
    audit: {
      kind: 'STRUCTURE_CHANGED',
      actor: actor.key,
      body: {
        structure: code,
        channel: changes.some(({ kind }) => kind === 'CHANNEL' || kind === 'CHANNEL_REMOVED'),
        people: changes.filter(({ kind }) => kind === 'PERSON').length,
      },
    },
  });
  return outcome === 'CONFLICT' ? outcome : accepted({ ...nothing, people, channelWas, repeated: false });
}

type Decided = Pick<ChangedStructure, 'people' | 'channelWas'> & {
  readonly changes: readonly ArrangementChange[];
};

/** A structure has one channel, and a channel one structure. */
async function decideChannel(
  { store }: Context,
  structure: StructureCode,
  wanted: Pick<Channel, 'name' | 'topic'> | null,
): Promise<Decided> {
  const channels = await store.listChannels();
  const old = channels.filter((each) => each.structure === structure && each.name !== wanted?.name);
  const taken = channels.find((each) => each.name === wanted?.name && each.structure !== structure);
  return {
    people: [],
    channelWas: taken ?? null,
    changes: [
      ...old.map(({ name }) => ({ kind: 'CHANNEL_REMOVED', name }) as const),
      ...(wanted === null
        ? []
        : [{ kind: 'CHANNEL', channel: { ...wanted, structure, purpose: 'STRUCTURE' } } as const]),
    ],
  };
}

async function decidePeople(
  { store, clock }: Context,
  { id, plan }: StoredPlan,
  structure: StructureCode,
  wanted: readonly MembershipChange[],
): Promise<Result<Decided>> {
  const directory = [...(await store.listPeople())];
  const changed: ChangedPerson[] = [];
  for (const { wish, who } of wanted) {
    const found = findOrAdd(who, directory, wish === 'ADD' || wish === 'HEAD');
    if (!found.ok) return found;
    const { before, person } = found.value;
    const after = decideMembership(person, structure, wish);
    if (!after.ok) return after;
    directory.splice(directory.indexOf(person), 1, after.value);
    changed.push({ wish, before, after: after.value });
  }
  const { assignments } = await store.loadArrangements(id);
  const baseline = baselineInForce(plan, clock.today());
  const structuresOf = (item: ItemCode) => structuresIn(baseline, item);
  return accepted({
    people: changed,
    channelWas: null,
    changes: changed
      .filter(({ before, after }) => before !== after)
      .flatMap(({ after }): readonly ArrangementChange[] => [
        { kind: 'PERSON', person: after },
        ...lost(after, assignments, structuresOf).map(
          (assignment) => ({ kind: 'UNASSIGNED', assignment }) as const,
        ),
      ]),
  });
}

/** Adds a newcomer to `directory`, with a key of their own; but for taking away nobody is added. */
function findOrAdd(
  who: string | Newcomer,
  directory: Person[],
  adds: boolean,
): Result<{ readonly before: Person | null; readonly person: Person }> {
  const email = typeof who === 'string' ? null : who.email.toLowerCase();
  const known = directory.find((each) => each.key === who || each.email.toLowerCase() === email);
  if (known) return accepted({ before: known, person: known });
  if (typeof who === 'string' || !adds) {
    return refused({ code: 'UNKNOWN_COLLEAGUE', given: typeof who === 'string' ? who : who.name });
  }
  const key = newKey(
    who.email,
    directory.map((each) => each.key),
  );
  const person: Person = {
    ...who,
    key,
    email: who.email.toLowerCase(),
    role: 'STAFF',
    structures: [],
    place: null,
  };
  directory.push(person);
  return accepted({ before: null, person });
}

/** What was assigned to somebody who no longer works in a structure of the item: back again it would not be theirs. */
const lost = (
  { key, structures }: Person,
  assignments: readonly Assignment[],
  structuresOf: (item: ItemCode) => readonly StructureCode[],
): readonly Assignment[] =>
  assignments.filter(
    ({ item, person }) => person === key && !structuresOf(item).some((code) => structures.includes(code)),
  );

function structuresIn(baseline: Baseline, code: ItemCode): readonly StructureCode[] {
  const item = findItem(baseline, code);
  return item?.kind === 'PHASE' ? item.phase.structures : (item?.goal.structures ?? []);
}
