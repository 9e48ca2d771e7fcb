/** Who asks, and what is theirs. */
import { type Actor, PERMISSIONS, type Permission } from '../domain/actor.ts';
import type { Answerer } from '../domain/answerers.ts';
import { actorKeyOf, type KeyView, keyView } from '../domain/api-key.ts';
import { type PersonSettings, timeZoneOf } from '../domain/arrangement.ts';
import { closedSince, waitsToAsk } from '../domain/check-in.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Person } from '../domain/directory.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { byUrgency } from '../domain/plan-items.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { findPersonByKey } from './find-person.ts';
import { type DelegationView, delegationView } from './list-arrangements.ts';
import { type CheckInView, findCheckInView } from './lists/list-check-ins.ts';
import { findPlan } from './load-figures.ts';
import { readOwnItems } from './read-items.ts';
import { listDelegationsOf, readArrangementsOf } from './read-own-arrangements.ts';
import { type PlanItemView, planItemView } from './views/plan-item-view.ts';
import { type StructureReference, structureReferences } from './views/reference-view.ts';

export type ViewerView = {
  readonly actor: Actor;
  readonly permissions: readonly Permission[];
  readonly structures: readonly StructureReference[];
  /** Null where everybody's rows may be read. */
  readonly rowsOf: readonly StructureReference[] | null;
};

/** Of the current plan, by whose names structures are known; without a plan, by their codes. */
export async function readViewer(context: Context, actor: Actor): Promise<ViewerView> {
  const found = await findPlan(context, null);
  const references = (codes: Actor['structures']): readonly StructureReference[] =>
    found.ok ? structureReferences(found.value.plan, codes) : codes.map((code) => ({ code, name: code }));
  return {
    actor,
    permissions: PERMISSIONS[actor.role],
    structures: references(actor.structures),
    rowsOf: actor.rowsOf === undefined ? null : references(actor.rowsOf),
  };
}

/** The key with which the actor came; null of people, and of a key that is not kept. */
export async function findOwnKey(context: Context, actor: Actor): Promise<KeyView | null> {
  const prefix = actorKeyOf('');
  if (!actor.key.startsWith(prefix)) return null;
  const found = await context.store.findApiKey(actor.key.slice(prefix.length));
  return found ? keyView(found, context.realNow()) : null;
}

export type OwnItemView = {
  readonly item: PlanItemView;
  readonly because: Answerer['because'];
  /** Name of whoever delegated it; null for everything else. */
  readonly delegatedBy: string | null;
};

/** What a person is shown of themselves. */
export type OwnView = {
  readonly person: Person;
  /** Of today. */
  readonly figures: PlanFigures;
  readonly settings: PersonSettings;
  readonly timeZone: string;
  /** Whoever else set the absence; null when the person did. */
  readonly awaySetBy: string | null;
  /** The most urgent first. */
  readonly items: readonly OwnItemView[];
  readonly checkIns: readonly CheckInView[];
  readonly delegationsGiven: readonly DelegationView[];
  readonly delegationsTaken: readonly DelegationView[];
};

/** Null for a program. Refused: NO_PLAN. */
export async function readOwn(context: Context, actor: Actor): Promise<Result<OwnView | null>> {
  const person = await findPersonByKey(context, actor.key);
  if (!person) return accepted(null);
  const plan = await findPlan(context, null);
  if (!plan.ok) return plan;
  const own = await readOwnItems(context, person);
  if (!own.ok) return own;
  const arranged = await readArrangementsOf(context, actor, person);
  if (!arranged.ok) return arranged;
  const delegations = await listDelegationsOf(context, person);
  if (!delegations.ok) return delegations;
  const today = context.clock.today();
  const { settings, awaySetBy } = arranged.value;
  const { figures, items } = own.value;
  const byItem = new Map(items.map((each) => [each.item, each]));
  const views = byUrgency([...byItem.keys()], figures.day).map(
    (item): OwnItemView => ({
      item: planItemView(figures, item),
      because: byItem.get(item)?.because ?? 'STRUCTURE',
      delegatedBy: byItem.get(item)?.delegatedBy?.name ?? null,
    }),
  );
  const given = delegations.value.filter(({ from }) => from.key === person.key);
  const taken = delegations.value.filter(({ to }) => to.key === person.key);
  return accepted({
    person,
    figures,
    // What has passed is set no more, though it is kept until the next change.
    settings: settings.away !== null && settings.away.until < today ? { ...settings, away: null } : settings,
    timeZone: timeZoneOf(settings),
    awaySetBy: awaySetBy?.name ?? null,
    items: views,
    checkIns: await openCheckInsOf(context, actor, plan.value, person, today),
    delegationsGiven: given.map((each) => delegationView(each, today)),
    delegationsTaken: taken.map((each) => delegationView(each, today)),
  });
}

/** At most so many check-ins of a day are read at once. */
const PAGE = 100;

/** Those that take answers now, the earliest first; each is found again among those of its day, by whose handle it is known. */
async function openCheckInsOf(
  context: Context,
  actor: Actor,
  stored: StoredPlan,
  { key }: Person,
  today: IsoDate,
): Promise<readonly CheckInView[]> {
  const open = (await context.store.listUnclosedCheckIns(stored.id)).filter(
    (each) => each.person === key && !waitsToAsk(each) && closedSince(each, today) === null,
  );
  const views: CheckInView[] = [];
  for (const { id, openedOn } of open) {
    const kept = await findKept(context, stored.id, openedOn, id);
    const view = kept && (await findCheckInView(context, actor, stored, kept));
    if (view) views.push(view);
  }
  return views.sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
}

async function findKept({ store }: Context, planId: number, day: IsoDate, id: string) {
  const query = { openedOn: { from: day, to: day }, order: 'ASC', limit: PAGE } as const;
  let page = await store.pageCheckIns(planId, { ...query, after: null });
  for (;;) {
    const found = page?.find((each) => each.id === id);
    const last = page?.at(-1);
    if (found || !page || !last || page.length < PAGE) return found;
    page = await store.pageCheckIns(planId, { ...query, after: last });
  }
}
