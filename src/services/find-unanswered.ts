import { isAskedAbout } from '../domain/answerers.ts';
import { type CheckIn, waitsToAsk } from '../domain/check-in.ts';
import type { ItemCode, StructureCode } from '../domain/codes.ts';
import type { Unanswered } from '../domain/missing.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { planItems } from '../domain/plan-items.ts';
import type { Store } from '../store/port.ts';
import type { Context } from './context.ts';
import type { Responsibilities } from './load-responsibilities.ts';

export type FoundUnanswered = {
  readonly unanswered: readonly Unanswered[];
  /** Whether anything was asked that no newer question has replaced. */
  readonly everAsked: boolean;
};

/**
 * Of each check-in that no newer one has replaced, the items of which nothing was said since it was opened, and that
 * are still the person's to answer. What was asked once already stands under that question while the next one waits
 * for the person's hours.
 */
export async function findUnanswered(
  { store }: Pick<Context, 'store'>,
  { stored, figures, people, arrangements }: Responsibilities,
): Promise<FoundUnanswered> {
  const checkIns = await store.listUnclosedCheckIns(stored.id);
  if (checkIns.length === 0) return { unanswered: [], everAsked: false };
  const structuresOf = structuresIn(figures);
  const isAnswered = await answeredSince(store, stored.id, checkIns);
  const unanswered = checkIns.map((checkIn) => ({
    checkIn,
    items: checkIn.items.filter(
      (item) =>
        isAskedAbout(
          checkIn.person,
          { code: item, structures: structuresOf(item) },
          people,
          arrangements,
          figures.day,
        ) && !isAnswered(checkIn, item),
    ),
  }));
  const asked = unanswered.filter(({ checkIn }) => !waitsToAsk(checkIn));
  const isAsked = (person: string, item: ItemCode) =>
    asked.some(({ checkIn, items }) => checkIn.person === person && items.includes(item));
  return {
    unanswered: unanswered.map(({ checkIn, items }) =>
      waitsToAsk(checkIn)
        ? { checkIn, items: items.filter((item) => !isAsked(checkIn.person, item)) }
        : { checkIn, items },
    ),
    everAsked: true,
  };
}

/** Which structures answer for an item of the plan in force; none for any other. */
export function structuresIn(figures: PlanFigures): (item: ItemCode) => readonly StructureCode[] {
  const byCode = new Map(planItems(figures).map(({ code, structures }) => [code, structures]));
  return (item) => byCode.get(item) ?? [];
}

/** Whether anything was said of an item since a check-in, one of `checkIns`, was opened. */
export async function answeredSince(
  store: Pick<Store, 'listSaidSince'>,
  planId: number,
  checkIns: readonly CheckIn[],
): Promise<(checkIn: CheckIn, item: ItemCode) => boolean> {
  if (checkIns.length === 0) return () => false;
  const first = Math.min(...checkIns.map(({ openedAtSequence }) => openedAtSequence));
  const { reports, measurements } = await store.listSaidSince(planId, first);
  const last = new Map<ItemCode, number>();
  const note = (item: ItemCode, sequence: number) => last.set(item, Math.max(sequence, last.get(item) ?? 0));
  for (const { phase, sequence } of reports) note(phase, sequence);
  for (const { goal, sequence } of measurements) note(goal, sequence);
  return ({ openedAtSequence }, item) => (last.get(item) ?? 0) > openedAtSequence;
}
