import type { Actor } from '../domain/actor.ts';
import type { Item } from '../domain/answerers.ts';
import type { Arrangements } from '../domain/arrangement.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import { decideDelegation } from '../domain/decide-delegation.ts';
import type { Person } from '../domain/directory.ts';
import { isReachable } from '../domain/person-hours.ts';
import { baselineInForce, phasesOf } from '../domain/plan.ts';
import { accepted, type Refusal, type Result, refused } from '../domain/refusal.ts';
import { resolveItem } from '../domain/resolve.ts';
import type { NewOutboxMessage, StoredPlan } from '../store/port.ts';
import { commitArrangements } from './commit-arrangements.ts';
import type { Context } from './context.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { reachOf } from './load-responsibilities.ts';
import { readOwnItems } from './read-items.ts';
import { untilCommitted } from './until-committed.ts';

export type DelegateItems = {
  /** As somebody wrote them, or everything that the person who leaves them answers for and is not complete. */
  readonly items: 'ALL' | readonly string[];
  /** Key of the person who leaves them; null is the actor. */
  readonly from: string | null;
  /** Key of the person who takes them. */
  readonly to: string;
  /** Both days included. */
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

export type DelegatedItems = {
  readonly items: readonly ItemCode[];
  readonly from: Person;
  readonly to: Person;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** What cannot be left keeps nobody from leaving the rest; as written. */
  readonly notDelegated: readonly { readonly item: string; readonly refusal: Refusal }[];
};

/**
 * Leaves items to a colleague for a period, in one commit: by who answers for them, by the head of their structure, or
 * by the planning office. A request that was committed before is answered as it was then. Refused as a whole: NO_PLAN,
 * UNKNOWN_COLLEAGUE, IDEMPOTENCY_KEY_REUSED; item by item: UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_PHASE and what
 * `decideDelegation` refuses.
 * @param inbox null where repeating it is harmless
 */
export const delegateItems = (
  context: Context,
  actor: Actor,
  request: DelegateItems,
  inbox: InboxKey | null,
): Promise<Result<DelegatedItems>> => untilCommitted(() => attempt(context, actor, request, inbox));

async function attempt(
  context: Context,
  actor: Actor,
  request: DelegateItems,
  inbox: InboxKey | null,
): Promise<Result<DelegatedItems> | 'CONFLICT'> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const stored = found.value;
  const people = await context.store.listPeople();
  const from = findColleague(people, request.from ?? actor.key);
  if (!from.ok) return from;
  const to = findColleague(people, request.to);
  if (!to.ok) return to;
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier && 'code' in earlier) return refused(earlier);
  const arrangements = await context.store.loadArrangements(stored.id);
  const { startsOn, endsOn } = request;
  const period = { from: from.value, to: to.value, startsOn, endsOn };
  const left = earlier ? leftBefore(period, arrangements) : null;
  const wanted = await findWanted(context, stored, request.items, period, left);
  if (!wanted.ok) return wanted;
  const today = context.clock.today();
  const setting = { actor, people, arrangements, today };
  const decide = (item: Item) =>
    left?.includes(item.code) ? accepted([]) : decideDelegation({ ...period, item }, setting);
  const decided = wanted.value.map(({ item, given }) => ({
    given,
    decision: item.ok ? decide(item.value) : item,
    code: item.ok ? item.value.code : null,
  }));
  const items = decided.flatMap(({ code, decision }) => (code !== null && decision.ok ? [code] : []));
  const notDelegated = decided.flatMap(({ given, decision }) =>
    decision.ok ? [] : [{ item: given, refusal: decision.refusal }],
  );
  const delegated = { ...period, items, notDelegated };
  if (earlier || items.length === 0) return accepted(delegated);
  const outcome = await commitArrangements(context, {
    stored,
    changes: decided.flatMap(({ decision }) => (decision.ok ? decision.value : [])),
    inbox,
    audit: { kind: 'ITEM_DELEGATED', actor: actor.key, body: { items, startsOn, endsOn } },
    outbox: isReachable(context.clock.now(), reachOf(context, to.value, arrangements))
      ? toldTo(delegated, context.realNow())
      : [],
  });
  return outcome === 'COMMITTED' ? accepted(delegated) : 'CONFLICT';
}

/**
 * The delegate learns of it at once, all of it in one message, if they may be written to now. Otherwise nothing is
 * sent, not even later: their Home shows it from the first day on, and the next check-in, which waits for their hours,
 * asks them. The outbox keeps no message for an hour of its own: it would hold back all that comes after it.
 */
function toldTo(
  { items, from, to, startsOn, endsOn }: DelegatedItems,
  now: Date,
): readonly NewOutboxMessage[] {
  return [
    {
      key: `delegated-${items[0]}-${to.key}-${now.toISOString()}`,
      destination: { kind: 'PERSON', person: to.key },
      notice: { kind: 'DELEGATED', items, from: from.key, startsOn, endsOn },
    },
  ];
}

type Period = Pick<DelegatedItems, 'from' | 'to' | 'startsOn' | 'endsOn'>;

/** What the same request left when it was committed, and what stands of it. */
const leftBefore = (
  { from, to, startsOn, endsOn }: Period,
  { delegations }: Arrangements,
): readonly ItemCode[] =>
  delegations
    .filter((each) => each.from === from.key && each.to === to.key)
    .filter((each) => each.startsOn === startsOn && each.endsOn === endsOn)
    .map(({ item }) => item);

type Wanted = { readonly given: string; readonly item: Result<Item> };

/**
 * The items meant, each once.
 * @param left of a request that was committed before: whoever left everything answers for none of it any more
 */
async function findWanted(
  context: Context,
  stored: StoredPlan,
  given: DelegateItems['items'],
  { from }: Period,
  left: readonly ItemCode[] | null,
): Promise<Result<readonly Wanted[]>> {
  const today = context.clock.today();
  const resolved = (codes: readonly string[]): readonly Wanted[] =>
    onceEach(codes.map((code) => ({ given: code, item: findReportable(stored, today, code) })));
  if (given !== 'ALL') return accepted(resolved(given));
  if (left !== null) return accepted(resolved(left));
  const own = await readOwnItems(context, from);
  if (!own.ok) return own;
  const open = own.value.items.filter(
    ({ item, because }) => item.figure.health?.health !== 'COMPLETED' && because !== 'DELEGATED',
  );
  return accepted(resolved(open.map(({ item }) => item.code)));
}

const onceEach = (wanted: readonly Wanted[]): readonly Wanted[] => {
  const codeOf = ({ given, item }: Wanted) => (item.ok ? item.value.code : given);
  return wanted.filter(
    (each, index) => wanted.findIndex((other) => codeOf(other) === codeOf(each)) === index,
  );
};

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

/** Refused: UNKNOWN_COLLEAGUE. */
export function findColleague(people: readonly Person[], key: string): Result<Person> {
  const person = people.find((each) => each.key === key);
  return person ? accepted(person) : refused({ code: 'UNKNOWN_COLLEAGUE', given: key });
}
