/** Check-ins as they went: who was asked about what, by structure and item, and what was answered. */
import { type Actor, mayReadRowsOf } from '../../domain/actor.ts';
import { closedSince, isSnoozed, waitsToAsk } from '../../domain/check-in.ts';
import type { ItemCode } from '../../domain/codes.ts';
import { dayInRome, type IsoDate } from '../../domain/dates.ts';
import type { Person } from '../../domain/directory.ts';
import { knownItems } from '../../domain/item-structures.ts';
import { mayName } from '../../domain/may-name.ts';
import type { Plan } from '../../domain/plan.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { KeptCheckIn, ListOrder, StoredPlan } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { type StructureReference, structureReferences } from '../views/reference-view.ts';
import { collectPage } from './collect-page.ts';
import { EVERY_ITEM, findItems } from './item-filter.ts';
import type { ListPage } from './list-page.ts';

/** How a check-in stands today. */
export type CheckInState = 'WAITING' | 'OPEN' | 'SNOOZED' | 'ANSWERED' | 'SKIPPED' | 'CLOSED';

export type CheckInItemView = {
  readonly code: string;
  /** Instant at which something was first said of it while the check-in took answers; null while nothing was. */
  readonly answeredAt: string | null;
};

export type CheckInView = {
  readonly year: number;
  /** Names it with the day it was opened on. */
  readonly handle: string;
  readonly openedOn: IsoDate;
  readonly closesOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly state: CheckInState;
  readonly structures: readonly StructureReference[];
  readonly items: readonly CheckInItemView[];
  readonly remindedAt: string | null;
  readonly skippedBecause: string | null;
  /** Name of who was asked, for whoever may read who has not answered; null for everybody else. */
  readonly recipient: string | null;
};

export type CheckInPlace = { readonly openedOn: IsoDate; readonly handle: string };

export type CheckInsQuery = {
  readonly year: number | null;
  /** Code, name or alias of each structure that must answer for an item it asks about. */
  readonly structures: readonly string[];
  readonly openedOn: { readonly from: IsoDate | null; readonly to: IsoDate | null };
  readonly order: ListOrder;
  readonly after: CheckInPlace | null;
  readonly limit: number;
};

/** Null when there is no such check-in to go on after. Refused: NO_PLAN, UNKNOWN_STRUCTURE. */
export async function listCheckIns(
  context: Context,
  actor: Actor,
  query: CheckInsQuery,
): Promise<Result<ListPage<CheckInView, CheckInPlace> | null>> {
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const stored = found.value;
  const fitting = await findItems(context, actor, {
    plan: stored.plan,
    of: { year: stored.plan.year, asOf: null, baseline: null },
    filter: { ...EVERY_ITEM, structures: query.structures },
    frozen: null,
    kind: null,
  });
  if (!fitting.ok) return fitting;
  const { items } = fitting.value;
  const asked = items && new Set(items);
  const { openedOn, after, order } = query;
  if (after !== null && !(await context.store.findCheckInByHandle(stored.id, after.openedOn, after.handle))) {
    return accepted(null);
  }
  const page = await collectPage<KeptCheckIn, CheckInPlace>(query.limit, after, {
    next: async (place, limit) =>
      (await context.store.pageCheckIns(stored.id, { openedOn, order, after: place, limit })) ?? [],
    placeOf: ({ openedOn: day, handle }) => ({ openedOn: day, handle }),
    fits: (checkIn) => asked === null || checkIn.items.some((item) => asked.has(item)),
  });
  const views = await checkInViews(
    context,
    actor,
    stored,
    page.rows.map(({ row }) => row),
  );
  return accepted({
    ...page,
    rows: page.rows.flatMap(({ place }, index) => {
      const row = views[index];
      return row ? [{ row, place }] : [];
    }),
  });
}

/** By the day it was opened on and its handle; null when there is none, or its rows may not be read. */
export async function findCheckInView(
  context: Context,
  actor: Actor,
  stored: StoredPlan,
  { openedOn, handle }: CheckInPlace,
): Promise<CheckInView | null> {
  const checkIn = await context.store.findCheckInByHandle(stored.id, openedOn, handle);
  if (!checkIn || readableItems(stored.plan, actor, checkIn).length === 0) return null;
  const [view] = await checkInViews(context, actor, stored, [checkIn]);
  return view ?? null;
}

/** Of what it asks about, what may be shown. */
function readableItems(plan: Plan, actor: Actor, { items }: KeptCheckIn): readonly ItemCode[] {
  if (actor.rowsOf === undefined) return items;
  const known = knownItems(plan);
  return items.filter((item) => mayReadRowsOf(actor, known.get(item)?.structures ?? []));
}

async function checkInViews(
  context: Context,
  actor: Actor,
  { id: planId, plan }: StoredPlan,
  checkIns: readonly KeptCheckIn[],
): Promise<readonly CheckInView[]> {
  const people = checkIns.length === 0 ? [] : await context.store.listPeople();
  const asked = checkIns.map((checkIn) => ({ checkIn, items: readableItems(plan, actor, checkIn) }));
  const pairs = asked.flatMap(({ checkIn, items }) =>
    items.map((item) => ({ item, sequence: checkIn.openedAtSequence })),
  );
  const said = await context.store.listFirstSaidAfter(planId, pairs);
  const today = context.clock.today();
  let next = 0;
  return asked.map(({ checkIn, items }) => {
    const closedOn = closedSince(checkIn, today);
    const answered = items.map((code) => ({ code, answeredAt: inTime(said[next++] ?? null, closedOn) }));
    const person = people.find(({ key }) => key === checkIn.person);
    return {
      year: plan.year,
      handle: checkIn.handle,
      openedOn: checkIn.openedOn,
      closesOn: checkIn.closesOn,
      closedOn,
      state: stateOf(checkIn, answered, closedOn, today),
      structures: structureReferences(plan, structuresShown(actor, person)),
      items: answered,
      remindedAt: checkIn.remindedAt,
      skippedBecause:
        checkIn.skipped && mayReadRowsOf(actor, person?.structures ?? []) ? checkIn.skipped.because : null,
      recipient: person && mayName(actor, person.structures) ? person.name : null,
    };
  });
}

/** What was said after it had closed answers something else. */
const inTime = (at: string | null, closedOn: IsoDate | null): string | null =>
  at === null || (closedOn !== null && dayInRome(new Date(at)) > closedOn) ? null : at;

function stateOf(
  checkIn: KeptCheckIn,
  items: readonly CheckInItemView[],
  closedOn: IsoDate | null,
  today: IsoDate,
): CheckInState {
  if (checkIn.skipped !== null) return 'SKIPPED';
  if (items.every(({ answeredAt }) => answeredAt !== null)) return 'ANSWERED';
  if (closedOn !== null) return 'CLOSED';
  if (waitsToAsk(checkIn)) return 'WAITING';
  return isSnoozed(checkIn, today) ? 'SNOOZED' : 'OPEN';
}

const structuresShown = ({ rowsOf }: Actor, person: Person | undefined) =>
  (person?.structures ?? []).filter((code) => rowsOf === undefined || rowsOf.includes(code));
