import { assess, reassess } from '../domain/assess.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Standing } from '../domain/facts.ts';
import type { HealthRules } from '../domain/health.ts';
import type { Baseline, Plan } from '../domain/plan.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { standingAfter } from '../domain/standing-after.ts';
import type { Store, StoredPlan } from '../store/port.ts';

/** Figures of a plan on a day and in a baseline, with what they were made of. */
export type KeptFigures = {
  /** In the plan's history: all up to it is in them. */
  readonly lastSequence: number;
  readonly standing: Standing;
  readonly figures: PlanFigures;
};

/** A place for them, and what is being made to stand in it. */
export type FiguresSlot = {
  kept: KeptFigures | undefined;
  coming: {
    readonly plan: Plan;
    /** Of the plan, as it was read before: all up to it will be in them. */
    readonly lastSequence: number;
    readonly made: Promise<KeptFigures>;
  } | null;
};

/** More than these, and loading what stands is cheaper than reading what was said. */
const MOST_TO_CATCH_UP = 100;

/** The same object while there is nothing new. */
export async function bringUpToDate(
  store: Store,
  kept: KeptFigures | undefined,
  stored: StoredPlan,
  { day, baseline, rules }: { day: IsoDate; baseline: Baseline; rules: HealthRules },
): Promise<KeptFigures> {
  const isOfThisPlan = kept?.figures.plan === stored.plan && kept.figures.baseline === baseline;
  const later = kept && isOfThisPlan ? await catchUp(store, kept, stored, rules) : undefined;
  if (later) return later;
  // Read after the head: what was said in between is in it, and is caught up with once more without harm.
  const standing = await store.loadStanding(stored.id, day);
  const figures = assess(stored.plan, baseline, standing, rules);
  return { lastSequence: stored.lastSequence, standing, figures };
}

/** Only what was said since is read, and only what it touches computed. */
async function catchUp(
  store: Store,
  kept: KeptFigures,
  stored: StoredPlan,
  rules: HealthRules,
): Promise<KeptFigures | undefined> {
  const missed = stored.lastSequence - kept.lastSequence;
  if (missed <= 0) return kept;
  if (missed > MOST_TO_CATCH_UP) return undefined;
  const said = await store.listSaidSince(stored.id, kept.lastSequence);
  const later = standingAfter(kept.standing, stored.plan, said);
  if (!later) return undefined;
  const { standing, items } = later;
  const lastSequence = [...said.reports, ...said.measurements].reduce(
    (last, { sequence }) => Math.max(last, sequence),
    stored.lastSequence,
  );
  return { lastSequence, standing, figures: reassess(kept.figures, standing, items, rules) };
}
