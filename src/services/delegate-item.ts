import type { Actor } from '../domain/actor.ts';
import type { Item } from '../domain/answerers.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import { decideDelegation, mayEnd } from '../domain/decide-delegation.ts';
import type { Person } from '../domain/directory.ts';
import { baselineInForce, phasesOf } from '../domain/plan.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { resolveItem } from '../domain/resolve.ts';
import type { NewOutboxMessage, StoredPlan } from '../store/port.ts';
import { commitArrangements } from './commit-arrangements.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { untilCommitted } from './until-committed.ts';

export type DelegateItem = {
  /** As somebody wrote it. */
  readonly item: string;
  /** Key of the person who leaves it; null is the actor. */
  readonly from: string | null;
  /** Key of the person who takes it. */
  readonly to: string;
  /** Both days included. */
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

export type Delegated = {
  readonly item: ItemCode;
  readonly from: Person;
  readonly to: Person;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

/**
 * Leaves an item to a colleague for a period: by who answers for it, by the head of their structure, or by the
 * planning office. Refused: NO_PLAN, UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_PHASE, UNKNOWN_COLLEAGUE, NOT_YOUR_PEOPLE,
 * CANNOT_TAKE_OVER, DATE_IN_PAST, DATE_TOO_FAR, PERIOD_INVALID, NOT_YOURS, NOT_IN_STRUCTURE, NOT_ASSIGNED,
 * IDEMPOTENCY_KEY_REUSED.
 * @param inbox null where repeating it is harmless
 */
export const delegateItem = (
  context: Context,
  actor: Actor,
  request: DelegateItem,
  inbox: InboxKey | null,
): Promise<Result<Delegated>> => untilCommitted(() => attempt(context, actor, request, inbox));

async function attempt(
  context: Context,
  actor: Actor,
  request: DelegateItem,
  inbox: InboxKey | null,
): Promise<Result<Delegated> | 'CONFLICT'> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const stored = found.value;
  const today = context.clock.today();
  const item = findReportable(stored, today, request.item);
  if (!item.ok) return item;
  const people = await context.store.listPeople();
  const from = findColleague(people, request.from ?? actor.key);
  if (!from.ok) return from;
  const to = findColleague(people, request.to);
  if (!to.ok) return to;
  const { startsOn, endsOn } = request;
  const delegated = { item: item.value.code, from: from.value, to: to.value, startsOn, endsOn };
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier) return 'code' in earlier ? refused(earlier) : accepted(delegated);
  const arrangements = await context.store.loadArrangements(stored.id);
  const decided = decideDelegation(
    { ...delegated, item: item.value },
    { actor, people, arrangements, today },
  );
  if (!decided.ok) return decided;
  const body = { item: item.value.code, startsOn, endsOn };
  const outcome = await commitArrangements(context, {
    stored,
    changes: decided.value,
    inbox,
    audit: { kind: 'ITEM_DELEGATED', actor: actor.key, body },
    outbox: toldTo(delegated, context.realNow()),
  });
  return outcome === 'COMMITTED' ? accepted(delegated) : 'CONFLICT';
}

/** The delegate learns of it at once: the next check-in may be days away. */
function toldTo({ item, from, to, startsOn, endsOn }: Delegated, now: Date): readonly NewOutboxMessage[] {
  return [
    {
      key: `delegated-${item}-${to.key}-${now.toISOString()}`,
      destination: { kind: 'PERSON', person: to.key },
      notice: { kind: 'DELEGATED', item, from: from.key, startsOn, endsOn },
    },
  ];
}

/** A phase, or a goal measured by figures. Refused: UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_PHASE. */
function findReportable({ plan }: StoredPlan, today: IsoDate, text: string): Result<Item> {
  const found = resolveItem(plan, baselineInForce(plan, today), text);
  if (!found.ok) return found;
  const item = found.value;
  if (item.kind === 'PHASE') return accepted({ code: item.code, structures: item.phase.structures });
  const { goal } = item;
  if (goal.measuredBy === 'FIGURES') return accepted({ code: goal.code, structures: goal.structures });
  return refused({ code: 'NOT_A_PHASE', goal: goal.code, phases: phasesOf(goal).map(({ code }) => code) });
}

function findColleague(people: readonly Person[], key: string): Result<Person> {
  const person = people.find((each) => each.key === key);
  return person ? accepted(person) : refused({ code: 'UNKNOWN_COLLEAGUE', given: key });
}

/**
 * Ends a delegation before its time: by who left it or took it, the head of either, or the planning office. Refused:
 * NO_PLAN, NOT_DELEGATED (also when it is over), NOT_YOUR_PEOPLE.
 */
export const endDelegation = (context: Context, actor: Actor, id: number): Promise<Result<Delegated>> =>
  untilCommitted(() => attemptEnd(context, actor, id));

async function attemptEnd(
  context: Context,
  actor: Actor,
  id: number,
): Promise<Result<Delegated> | 'CONFLICT'> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const stored = found.value;
  const { delegations } = await context.store.loadArrangements(stored.id);
  const delegation = delegations.find((each) => each.id === id);
  if (!delegation || delegation.endsOn < context.clock.today()) {
    return refused({ code: 'NOT_DELEGATED', item: delegation?.item ?? `n. ${id}` });
  }
  const people = await context.store.listPeople();
  const { item, startsOn, endsOn } = delegation;
  const from = findColleague(people, delegation.from);
  if (!from.ok) return from;
  const to = findColleague(people, delegation.to);
  if (!to.ok) return to;
  if (!mayEnd(actor, delegation, people)) {
    const { name: person, structures } = from.value;
    return refused({ code: 'NOT_YOUR_PEOPLE', person, structures });
  }
  const outcome = await commitArrangements(context, {
    stored,
    changes: [{ kind: 'DELEGATION_ENDED', id }],
    inbox: null,
    audit: { kind: 'DELEGATION_ENDED', actor: actor.key, body: { item, startsOn, endsOn } },
  });
  return outcome === 'COMMITTED'
    ? accepted({ item, from: from.value, to: to.value, startsOn, endsOn })
    : 'CONFLICT';
}
