import type { Actor } from '../domain/actor.ts';
import { type Answerer, itemsAnsweredBy } from '../domain/answerers.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { Person } from '../domain/directory.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { type ItemAtRisk, itemsAtRisk, itemsDue, type PlanItem, planItems } from '../domain/plan-items.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';
import { type AnyFigures, findAnyFigures } from './views/find-figures.ts';

/** An item that a person answers for, and as what. */
export type OwnItem = {
  readonly item: PlanItem;
  readonly because: Answerer['because'];
  /** Who delegated it; null for everything else. */
  readonly delegatedBy: Person | null;
};

/** Everything a person answers for in the baseline in force, in the order of the plan. Refused: NO_PLAN. */
export async function readOwnItems(
  context: Context,
  person: Person,
): Promise<Result<{ readonly figures: PlanFigures; readonly items: readonly OwnItem[] }>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const people = await context.store.listPeople();
  const arrangements = await context.store.loadArrangements(stored.id);
  const items = itemsAnsweredBy(person, figures, people, arrangements).map(({ item, answerer }) => ({
    item,
    because: answerer.because,
    delegatedBy: people.find(({ key }) => key === answerer.delegatedBy) ?? null,
  }));
  return accepted({ figures, items });
}

export type DueItems = {
  readonly figures: PlanFigures;
  readonly until: IsoDate;
  readonly items: readonly PlanItem[];
  /** Whether only those were asked for that the person answers for. */
  readonly own: boolean;
};

/**
 * What is not complete and ends within `days`, what is overdue first: of the whole plan, or of the person's own.
 * Refused: NO_PLAN.
 */
export async function readDueItems(
  context: Context,
  person: Person,
  query: { readonly days: number; readonly own: boolean },
): Promise<Result<DueItems>> {
  const read = await readOwnItems(context, person);
  if (!read.ok) return read;
  const { figures, items } = read.value;
  const until = addDays(figures.day, query.days);
  const asked = query.own ? items.map(({ item }) => item) : planItems(figures);
  return accepted({ figures, until, own: query.own, items: itemsDue(asked, until) });
}

/** Whether the deadlines that interest somebody are their own, or everybody's: who reports has own ones. */
export const looksAtOwn = ({ role }: Pick<Actor, 'role'>): boolean => role === 'STAFF' || role === 'HEAD';

/**
 * What is late, blocked, at risk, stale or was never reported, worst first: of the plan, an area, a goal, a phase or
 * a structure.
 * Refused: NO_PLAN, UNKNOWN_CODE, NOT_IN_BASELINE.
 */
export async function readRisks(
  context: Context,
  subject: string | null,
): Promise<Result<{ readonly figures: PlanFigures; readonly items: readonly ItemAtRisk[] }>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { figures } = loaded.value;
  const found = findAnyFigures(figures, subject);
  if (!found.ok) return found;
  const asked = planItems(figures).filter((item) => belongsTo(item, found.value));
  return accepted({ figures, items: itemsAtRisk(asked, figures.day) });
}

function belongsTo(item: PlanItem, subject: AnyFigures): boolean {
  const goal = item.phase?.goal ?? item.goal?.goal;
  switch (subject.kind) {
    case 'PLAN':
      return true;
    case 'AREA':
      return goal?.areaCode === subject.area.area.code;
    case 'STRUCTURE':
      return item.structures.includes(subject.structure.structure.code);
    case 'GOAL':
      return goal?.code === subject.goal.goal.code;
    case 'PHASE':
      return item.code === subject.phase.phase.code;
  }
}
