import type { Actor } from '../domain/actor.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import { mayEnd } from '../domain/decide-delegation.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { commitArrangements } from './commit-arrangements.ts';
import type { Context } from './context.ts';
import { type DelegateItems, delegateItems, findColleague } from './delegate-items.ts';
import { findCommitted, type InboxKey } from './find-repeat.ts';
import { findPlan } from './load-figures.ts';
import { findDelegations, listDelegationsBy } from './read-own-arrangements.ts';
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
export async function endDelegation(
  context: Context,
  actor: Actor,
  id: number,
  inbox: InboxKey | null = null,
): Promise<Result<Delegated>> {
  const ended = await untilCommitted(() => attemptEnd(context, actor, [id], inbox));
  if (!ended.ok) return ended;
  const [only] = ended.value;
  return only ? accepted(only) : refused({ code: 'NOT_DELEGATED', item: `n. ${id}` });
}

/**
 * Ends several, all of them or none: what `person` left, or of the codes what {@link findDelegations} finds. A request
 * that was committed before ends nothing more. Refused: the same, and IDEMPOTENCY_KEY_REUSED.
 */
export const endDelegations = (
  context: Context,
  actor: Actor,
  { person, items }: { readonly person: Person; readonly items: 'ALL' | readonly string[] },
  inbox: InboxKey,
): Promise<Result<readonly Delegated[]>> =>
  untilCommitted(async () => {
    const earlier = await findCommitted(context, inbox);
    if (earlier) return 'code' in earlier ? refused(earlier) : accepted([]);
    const ids = await idsOf(context, person, items);
    const ended = ids.ok ? await attemptEnd(context, actor, ids.value, inbox) : ids;
    // What a twin of the request ended meanwhile is found no more.
    const twin = ended !== 'CONFLICT' && !ended.ok && (await findCommitted(context, inbox));
    return twin ? 'CONFLICT' : ended;
  });

async function idsOf(
  context: Context,
  person: Person,
  items: 'ALL' | readonly string[],
): Promise<Result<readonly number[]>> {
  const ids = new Set<number>();
  for (const code of items === 'ALL' ? [null] : items) {
    const found = await (code === null
      ? listDelegationsBy(context, person)
      : findDelegations(context, person, code));
    if (!found.ok) return found;
    for (const { id } of found.value) ids.add(id);
  }
  return accepted([...ids]);
}

async function attemptEnd(
  context: Context,
  actor: Actor,
  ids: readonly number[],
  inbox: InboxKey | null,
): Promise<Result<readonly Delegated[]> | 'CONFLICT'> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const stored = found.value;
  const { delegations } = await context.store.loadArrangements(stored.id);
  const people = await context.store.listPeople();
  const ending: Delegated[] = [];
  for (const id of ids) {
    const delegation = delegations.find((each) => each.id === id);
    if (!delegation || delegation.endsOn < context.clock.today()) {
      return refused({ code: 'NOT_DELEGATED', item: delegation?.item ?? `n. ${id}` });
    }
    const { item, startsOn, endsOn } = delegation;
    const from = findColleague(people, delegation.from);
    if (!from.ok) return from;
    const to = findColleague(people, delegation.to);
    if (!to.ok) return to;
    if (!mayEnd(actor, delegation, people)) {
      const { name: person, structures } = from.value;
      return refused({ code: 'NOT_YOUR_PEOPLE', person, structures });
    }
    ending.push({ item, from: from.value, to: to.value, startsOn, endsOn });
  }
  if (ending.length === 0) return accepted(ending);
  const outcome = await commitArrangements(context, {
    stored,
    changes: ids.map((id) => ({ kind: 'DELEGATION_ENDED', id })),
    inbox,
    audit: { kind: 'DELEGATION_ENDED', actor: actor.key, body: bodyOf(ending) },
  });
  return outcome === 'COMMITTED' ? accepted(ending) : 'CONFLICT';
}

function bodyOf(ended: readonly Delegated[]): Readonly<Record<string, unknown>> {
  const bodies = ended.map(({ item, startsOn, endsOn }) => ({ item, startsOn, endsOn }));
  const [only, ...others] = bodies;
  return only && others.length === 0 ? only : { ended: bodies };
}
