import { setImmediate as anotherTurn } from 'node:timers/promises';
import type { IsoDate } from '../../domain/dates.ts';
import { baselineInForce, type Plan } from '../../domain/plan.ts';
import { outlinePlan, type PlanOutline } from '../../domain/sums/plan-outline.ts';
import { type PlanSums, sumPlan } from '../../domain/sums/sum-plan.ts';
import type { PlanHead, SaidOfPlan, Store } from '../../store/port.ts';
import type { Context } from '../context.ts';

/** A plan with its sums on a day, by the baseline in force then. */
export type SummedPlan = {
  readonly plan: Pick<Plan, 'year' | 'title' | 'agency'>;
  readonly baseline: number;
  readonly sums: PlanSums;
};

/** What was made of a plan's definition for one day: the next question is of the same day, most often. */
type Outlined = Omit<SummedPlan, 'sums'> & {
  readonly revision: number;
  readonly outline: PlanOutline;
};

/** By day and plan, of the days that were asked for last. They belong to a database, and go with it. */
const outlines = new WeakMap<Store, ReadonlyMap<IsoDate, ReadonlyMap<number, Outlined>>>();
const KEPT_DAYS = 3;

/** Definitions read from the disk take some 5 ms each. */
const PLANS_A_TURN = 4;

/**
 * Progress, coverage and what was planned, of every plan in the database and of each of its structures, as of a day;
 * oldest plan first. What was said is read in one statement for all of them.
 */
export async function readAllPlans(context: Context, asOf: IsoDate | null): Promise<readonly SummedPlan[]> {
  const { store, clock } = context;
  const day = asOf ?? clock.today();
  const known = new Map(outlines.get(store)?.get(day));
  for (;;) {
    const said = await store.loadLastSaid(day);
    const missing = said
      .map(({ head }) => head)
      .filter((head) => known.get(head.id)?.revision !== head.revision);
    if (missing.length === 0) {
      keep(store, day, known);
      return said.flatMap((each) => summed(known, each));
    }
    // Then what was said is read again: a plan may have been imported anew meanwhile.
    for (const [index, head] of missing.entries()) {
      known.set(head.id, await outlineOf(store, head, day));
      if (index % PLANS_A_TURN === PLANS_A_TURN - 1) await anotherTurn();
    }
  }
}

function keep(store: Store, day: IsoDate, known: ReadonlyMap<number, Outlined>): void {
  const others = [...(outlines.get(store) ?? [])].filter(([kept]) => kept !== day);
  outlines.set(store, new Map([...others.slice(1 - KEPT_DAYS), [day, known]]));
}

async function outlineOf(store: Store, { year }: PlanHead, day: IsoDate): Promise<Outlined> {
  const stored = await store.findPlan(year);
  if (!stored) throw new Error(`no plan of ${year}`);
  const { plan, revision } = stored;
  const baseline = baselineInForce(plan, day);
  return { plan, baseline: baseline.number, revision, outline: outlinePlan(plan, baseline, day) };
}

function summed(known: ReadonlyMap<number, Outlined>, said: SaidOfPlan): readonly SummedPlan[] {
  const outlined = known.get(said.head.id);
  if (!outlined) return [];
  const { plan, baseline, outline } = outlined;
  return [{ plan, baseline, sums: sumPlan(outline, said) }];
}
