import { type Actor, may } from '../domain/actor.ts';
import { isAskedAbout, type Orphan, orphansOf } from '../domain/answerers.ts';
import { type CheckIn, waitsToAsk } from '../domain/check-in.ts';
import type { ItemCode, StructureCode } from '../domain/codes.ts';
import { type MissingByStructure, missingAnswers, type Unanswered } from '../domain/missing.ts';
import { openItems } from '../domain/open-items.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { planItems } from '../domain/plan-items.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';

export type MissingView = {
  readonly figures: PlanFigures;
  readonly missing: readonly MissingByStructure[];
  /** Open items, structure by structure, that nobody but the head answers for, or nobody at all. */
  readonly orphans: readonly Orphan[];
  /** Whether anybody was ever asked. */
  readonly everAsked: boolean;
};

/** Who has not answered the latest check-in; a head sees the structures they head. Refused: ROLE_MAY_NOT, NO_PLAN. */
export async function readMissing(context: Context, actor: Actor): Promise<Result<MissingView>> {
  if (!may(actor, 'READ_MISSING')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'READ_MISSING' });
  }
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const items = planItems(figures);
  const people = await context.store.listPeople();
  const arrangements = await context.store.loadArrangements(stored.id);
  const checkIns = await context.store.listUnclosedCheckIns(stored.id);
  const structures = structuresFor(actor, figures);
  const structuresOf = (code: ItemCode) => items.find((item) => item.code === code)?.structures ?? [];
  const isTheirs = ({ person }: CheckIn, code: ItemCode) =>
    isAskedAbout(person, { code, structures: structuresOf(code) }, people, arrangements, figures.day);
  return accepted({
    figures,
    missing: missingAnswers(structures, {
      unanswered: await unansweredOf(context, stored.id, checkIns, isTheirs),
      people,
      arrangements,
      structuresOf,
      today: figures.day,
    }),
    orphans: orphansOf(openItems(figures), people, arrangements).filter(({ structure }) =>
      structures.includes(structure),
    ),
    everAsked: checkIns.length > 0,
  });
}

const structuresFor = (actor: Actor, { plan }: PlanFigures): readonly StructureCode[] =>
  plan.structures
    .map(({ code }) => code)
    .filter((code) => actor.role !== 'HEAD' || actor.structures.includes(code));

/**
 * Of each check-in the items of which nothing was said since it was opened, and that are still the person's to answer.
 * What was asked once already stands under that question while the next one waits for the person's hours.
 */
async function unansweredOf(
  { store }: Context,
  planId: number,
  checkIns: readonly CheckIn[],
  isTheirs: (checkIn: CheckIn, item: ItemCode) => boolean,
): Promise<readonly Unanswered[]> {
  if (checkIns.length === 0) return [];
  const first = Math.min(...checkIns.map(({ openedAtSequence }) => openedAtSequence));
  const { reports, measurements } = await store.listSaidSince(planId, first);
  const said = [
    ...reports.map(({ phase, sequence }) => ({ item: phase, sequence })),
    ...measurements.map(({ goal, sequence }) => ({ item: goal, sequence })),
  ];
  const unanswered = checkIns.map((checkIn) => ({
    checkIn,
    items: checkIn.items.filter(
      (item) =>
        isTheirs(checkIn, item) &&
        !said.some((each) => each.item === item && each.sequence > checkIn.openedAtSequence),
    ),
  }));
  const asked = unanswered.filter(({ checkIn }) => !waitsToAsk(checkIn));
  const isAsked = (person: string, item: ItemCode) =>
    asked.some(({ checkIn, items }) => checkIn.person === person && items.includes(item));
  return unanswered.map(({ checkIn, items }) =>
    waitsToAsk(checkIn)
      ? { checkIn, items: items.filter((item) => !isAsked(checkIn.person, item)) }
      : { checkIn, items },
  );
}
