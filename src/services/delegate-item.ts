import type { Actor } from '../domain/actor.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import { mayEnd } from '../domain/decide-delegation.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { commitArrangements } from './commit-arrangements.ts';
import type { Context } from './context.ts';
import { type DelegateItems, delegateItems, findColleague } from './delegate-items.ts';
import type { InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { untilCommitted } from './until-committed.ts';

export type DelegateItem = Omit<DelegateItems, 'items'> & {
  /** As somebody wrote it. */
  readonly item: string;
};

export type Delegated = {
  readonly item: ItemCode;
  readonly from: Person;
  readonly to: Person;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

/**
 * Leaves one item: {@link delegateItems}. Refused: NO_PLAN, UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_PHASE,
 * UNKNOWN_COLLEAGUE, NOT_YOUR_PEOPLE, CANNOT_TAKE_OVER, DATE_IN_PAST, DATE_TOO_FAR, PERIOD_INVALID, NOT_YOURS,
 * NOT_IN_STRUCTURE, NOT_ASSIGNED, IDEMPOTENCY_KEY_REUSED.
 * @param inbox null where repeating it is harmless
 */
export async function delegateItem(
  context: Context,
  actor: Actor,
  { item, ...request }: DelegateItem,
  inbox: InboxKey | null,
): Promise<Result<Delegated>> {
  const done = await delegateItems(context, actor, { ...request, items: [item] }, inbox);
  if (!done.ok) return done;
  const { items, notDelegated, ...period } = done.value;
  const [code] = items;
  const [barred] = notDelegated;
  if (code !== undefined) return accepted({ ...period, item: code });
  return refused(barred?.refusal ?? { code: 'UNKNOWN_CODE', given: item, near: [] });
}

/**
 * Ends a delegation before its time: by who left it or took it, the head of either, or the planning office. Refused:
 * NO_PLAN, NOT_DELEGATED (also when it is over), NOT_YOUR_PEOPLE.
 * @param inbox of the request that ends it, where that names it by something else than its number
 */
export const endDelegation = (
  context: Context,
  actor: Actor,
  id: number,
  inbox: InboxKey | null = null,
): Promise<Result<Delegated>> => untilCommitted(() => attemptEnd(context, actor, id, inbox));

async function attemptEnd(
  context: Context,
  actor: Actor,
  id: number,
  inbox: InboxKey | null,
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
    inbox,
    audit: { kind: 'DELEGATION_ENDED', actor: actor.key, body: { item, startsOn, endsOn } },
  });
  return outcome === 'COMMITTED'
    ? accepted({ item, from: from.value, to: to.value, startsOn, endsOn })
    : 'CONFLICT';
}
