import { type IsoDate, yearOf } from '../domain/dates.ts';
import type { Standing } from '../domain/facts.ts';
import { type Baseline, baselineInForce, findBaseline } from '../domain/plan.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { bringUpToDate, type FiguresSlot, type KeptFigures } from './kept-figures.ts';

export type FiguresQuery = {
  /** Null is the plan of today: see {@link findPlan}. */
  readonly year: number | null;
  /** Null is today. */
  readonly asOf: IsoDate | null;
  /** Null is the baseline in force on that day. */
  readonly baseline: number | null;
};

export const CURRENT: FiguresQuery = { year: null, asOf: null, baseline: null };

export type LoadedFigures = { readonly stored: StoredPlan; readonly figures: PlanFigures };

const KEPT_FIGURES = 64;

/** The figures of a plan on a day: what every edge shows. Refused: NO_PLAN, NO_BASELINE. */
export async function loadFigures(context: Context, query: FiguresQuery): Promise<Result<LoadedFigures>> {
  const plan = await findPlan(context, query.year);
  if (!plan.ok) return plan;
  const stored = plan.value;
  const day = query.asOf ?? context.clock.today();
  const baseline = chooseBaseline(stored, day, query.baseline);
  if (!baseline.ok) return baseline;
  const { figures } = await loadKept(context, stored, day, baseline.value);
  return accepted({ stored, figures });
}

/** What is known of the plan on a day. Today's is at hand: figures are made of it. */
export async function loadStanding(context: Context, stored: StoredPlan, day: IsoDate): Promise<Standing> {
  if (day !== context.clock.today()) return context.store.loadStanding(stored.id, day);
  return (await loadKept(context, stored, day, baselineInForce(stored.plan, day))).standing;
}

async function loadKept(
  { figures, store, rules }: Context,
  stored: StoredPlan,
  day: IsoDate,
  baseline: Baseline,
): Promise<KeptFigures> {
  const key = `${stored.id}/${day}/${baseline.number}`;
  const slot = figures.get(key) ?? { kept: undefined, coming: null };
  const { kept, coming } = slot;
  // Whoever asks in the same moment waits for the same figures.
  if (coming?.plan === stored.plan && coming.lastSequence >= stored.lastSequence) return coming.made;
  const made = bringUpToDate(store, kept, stored, { day, baseline, rules });
  const mine = { plan: stored.plan, lastSequence: stored.lastSequence, made };
  slot.coming = mine;
  keep(figures, key, slot);
  try {
    const found = await made;
    // Not where somebody has begun on newer ones meanwhile.
    if (slot.coming === mine) slot.kept = found;
    return found;
  } finally {
    if (slot.coming === mine) slot.coming = null;
  }
}

/**
 * The plan of `year`; of null, the latest whose year has begun, or the first of all: next year's plan is imported
 * before its year, and takes over on its first day. Refused: NO_PLAN.
 */
export async function findPlan({ store, clock }: Context, year: number | null): Promise<Result<StoredPlan>> {
  const stored = await (year === null ? store.findLatestPlan(yearOf(clock.today())) : store.findPlan(year));
  if (stored) return accepted(stored);
  const years = await store.listYears();
  const first = year === null ? years[0] : undefined;
  const next = first === undefined ? undefined : await store.findPlan(first);
  return next ? accepted(next) : refused({ code: 'NO_PLAN', year, years });
}

function chooseBaseline({ plan }: StoredPlan, day: IsoDate, number: number | null): Result<Baseline> {
  if (number === null) return accepted(baselineInForce(plan, day));
  const found = findBaseline(plan, number);
  if (found) return accepted(found);
  return refused({ code: 'NO_BASELINE', given: number, known: plan.baselines.map((each) => each.number) });
}

function keep(figures: Context['figures'], key: string, slot: FiguresSlot): void {
  // Asked for again they come last again: what is read often outlives what was asked once.
  figures.delete(key);
  if (figures.size >= KEPT_FIGURES) {
    const oldest = figures.keys().next().value;
    if (oldest !== undefined) figures.delete(oldest);
  }
  figures.set(key, slot);
}
