/** What was asked and not answered, by structure: in a summary it stands without names (design, decision 9). */
import { isAskedAbout } from '../answerers.ts';
import type { Arrangements } from '../arrangement.ts';
import { type CheckIn, closedSince, waitsToAsk } from '../check-in.ts';
import type { ItemCode, StructureCode } from '../codes.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { Person } from '../directory.ts';
import { missingAnswers, type Unanswered } from '../missing.ts';
import type { PlanFigures } from '../plan-figures.ts';
import { planItems } from '../plan-items.ts';
import { DAYS_IN_A_WEEK } from './plan-summary-span.ts';

/** In the order of the plan; structures of which nothing is waited for are left out. */
export type NotAnswered = ReadonlyMap<StructureCode, readonly ItemCode[]>;

export type NotAnsweredInput = {
  /** Of the day as of which it is told. */
  readonly figures: PlanFigures;
  /** Each once: see {@link isAskedInWeek}. */
  readonly checkIns: readonly CheckIn[];
  /** Whether anything was said of the item since the check-in, as of that day. */
  readonly isAnswered: (checkIn: CheckIn, item: ItemCode) => boolean;
  readonly people: readonly Person[];
  readonly arrangements: Arrangements;
};

/**
 * Whether it takes answers on `day`, or ceased to within the week up to it. What was not asked yet, or is asked after
 * `day`, is not waited for.
 */
export function isAskedInWeek(checkIn: CheckIn, day: IsoDate): boolean {
  if (waitsToAsk(checkIn) || checkIn.openedOn > day) return false;
  const closed = closedSince(checkIn, day);
  return closed === null || closed > addDays(day, -DAYS_IN_A_WEEK);
}

/** What those of `checkIns` ask about in vain, as far as it is still the asked person’s to answer. */
export function notAnswered({
  figures,
  checkIns,
  isAnswered,
  people,
  arrangements,
}: NotAnsweredInput): NotAnswered {
  const { day, plan } = figures;
  const items = planItems(figures);
  const byCode = new Map(items.map(({ code, structures }) => [code, structures]));
  const structuresOf = (code: ItemCode) => byCode.get(code) ?? [];
  const unanswered = checkIns.map(
    (checkIn): Unanswered => ({
      checkIn,
      items: checkIn.items.filter(
        (code) =>
          !isAnswered(checkIn, code) &&
          isAskedAbout(checkIn.person, { code, structures: structuresOf(code) }, people, arrangements, day),
      ),
    }),
  );
  const structures = plan.structures.map(({ code }) => code);
  const missing = missingAnswers(structures, { unanswered, people, arrangements, structuresOf, today: day });
  return new Map(
    missing.map(({ structure, answers }) => {
      const waited = new Set(answers.flatMap((each) => each.items));
      return [structure, items.map(({ code }) => code).filter((code) => waited.has(code))];
    }),
  );
}
