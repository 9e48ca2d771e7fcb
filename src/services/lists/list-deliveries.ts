/** Messages to be told in Slack, and how their delivery went: without a word of what they say, or to whom. */
import { type Actor, mayReadRowsOf } from '../../domain/actor.ts';
import type { StructureCode } from '../../domain/codes.ts';
import type { Channel, Person } from '../../domain/directory.ts';
import { knownItems } from '../../domain/item-structures.ts';
import type { Destination, Notice } from '../../domain/notice.ts';
import type { Plan } from '../../domain/plan.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { KeptDelivery, ListOrder, StoredPlan } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { resolveStructure } from '../read-structure.ts';
import { type StructureReference, structureReferences } from '../views/reference-view.ts';
import { collectPage } from './collect-page.ts';
import { type ListPage, mapPage } from './list-page.ts';

export type DeliveryState = KeptDelivery['state'];

export type DeliveryView = {
  readonly year: number;
  readonly number: number;
  readonly kind: Notice['kind'];
  readonly state: DeliveryState;
  readonly destination: Destination['kind'];
  readonly channel: string | null;
  readonly structures: readonly StructureReference[];
  readonly attempts: number;
  readonly recordedAt: string;
  readonly firstTriedAt: string | null;
  readonly notBefore: string | null;
  readonly postedAt: string | null;
  readonly error: string | null;
};

export type DeliveriesQuery = {
  readonly year: number | null;
  /** Code, name or alias of a structure to which they went; null is all. */
  readonly structure: string | null;
  readonly states: readonly DeliveryState[] | null;
  readonly kinds: readonly Notice['kind'][] | null;
  readonly recordedAt: { readonly from: string | null; readonly to: string | null };
  readonly order: ListOrder;
  /** Number, exclusive; null begins with the first. */
  readonly after: number | null;
  readonly limit: number;
};

/** Refused: NO_PLAN, UNKNOWN_STRUCTURE. */
export async function listDeliveries(
  context: Context,
  actor: Actor,
  query: DeliveriesQuery,
): Promise<Result<ListPage<DeliveryView, number>>> {
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const stored = found.value;
  const wanted = query.structure === null ? accepted(null) : resolveStructure(stored.plan, query.structure);
  if (!wanted.ok) return wanted;
  const code = wanted.value?.code ?? null;
  const structuresOf = await receivers(context, stored.plan);
  const { states, kinds, recordedAt, order } = query;
  const page = await collectPage<KeptDelivery, number>(query.limit, query.after, {
    next: (after, limit) => context.store.pageDeliveries(stored.id, { recordedAt, order, after, limit }),
    placeOf: ({ id }) => id,
    fits: (message) =>
      (states === null || states.includes(message.state)) &&
      (kinds === null || kinds.includes(message.notice.kind)) &&
      (code === null || structuresOf(message).includes(code)) &&
      mayReadRowsOf(actor, structuresOf(message)),
  });
  return accepted(
    mapPage(page, (message) => deliveryView(stored.plan, actor, message, structuresOf(message))),
  );
}

/** By its number; null when there is none, or its rows may not be read. */
export async function findDeliveryView(
  context: Context,
  actor: Actor,
  { id, plan }: StoredPlan,
  number: number,
): Promise<DeliveryView | null> {
  const message = await context.store.findDelivery(id, number);
  if (!message) return null;
  const structures = (await receivers(context, plan))(message);
  return mayReadRowsOf(actor, structures) ? deliveryView(plan, actor, message, structures) : null;
}

/** To which structures a message goes: those of the person, of the channel, or of what it speaks of. */
async function receivers(
  { store }: Context,
  plan: Plan,
): Promise<(message: Pick<KeptDelivery, 'destination' | 'notice'>) => readonly StructureCode[]> {
  const people = await store.listPeople();
  const channels = await store.listChannels();
  const items = knownItems(plan);
  return ({ destination, notice }) => {
    switch (destination.kind) {
      case 'PERSON':
        return ofPerson(people, destination.person);
      case 'CHANNEL':
        return ofChannel(channels, destination.name);
      case 'CONVERSATION':
        return itemsOf(notice).flatMap((item) => items.get(item)?.structures ?? []);
    }
  };
}

const ofPerson = (people: readonly Person[], person: string) =>
  people.find(({ key }) => key === person)?.structures ?? [];

function ofChannel(channels: readonly Channel[], channel: string): readonly StructureCode[] {
  const structure = channels.find(({ name }) => name === channel)?.structure ?? null;
  return structure === null ? [] : [structure];
}

function itemsOf(notice: Notice) {
  switch (notice.kind) {
    case 'RECORDED':
      return notice.items.map(({ item }) => item);
    case 'ITEM_CARD':
      return [notice.item];
    case 'KEPT_AFTER_DELETION':
      return notice.items;
    default:
      return [];
  }
}

function deliveryView(
  plan: Plan,
  { rowsOf }: Actor,
  message: KeptDelivery,
  structures: readonly StructureCode[],
): DeliveryView {
  const { destination, notice, ts } = message;
  const shown = [...new Set(structures)].filter((code) => rowsOf === undefined || rowsOf.includes(code));
  return {
    year: plan.year,
    number: message.id,
    kind: notice.kind,
    state: message.state,
    destination: destination.kind,
    channel: destination.kind === 'CHANNEL' ? destination.name : null,
    structures: structureReferences(plan, shown),
    attempts: message.attempts,
    recordedAt: message.recordedAt,
    firstTriedAt: message.firstTriedAt,
    notBefore: message.state === 'PENDING' ? message.notBefore : null,
    postedAt: ts === null ? null : instantOf(ts),
    error: message.error,
  };
}

/** Slack names a message by the second it was posted in, with decimals; null of anything else. */
function instantOf(ts: string): string | null {
  const seconds = Number(ts);
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e11
    ? new Date(seconds * 1000).toISOString()
    : null;
}
