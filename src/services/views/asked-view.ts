import type { IsoDate } from '../../domain/dates.ts';
import type { PlanFigures } from '../../domain/plan-figures.ts';

/**
 * What an entry point was asked for; everything below it inherits it. Figures of one day that were asked for with the
 * day and without it are two views: tomorrow they differ, and whoever keeps them must not mix them up.
 */
export type AskedView = {
  /** Of the plan that was found. */
  readonly year: number;
  /** Null where no day was named. */
  readonly asOf: IsoDate | null;
  /** Null where no baseline was named. */
  readonly baseline: number | null;
};

/** Figures with what was asked for; left out, the plan's as they are now. */
export type AskedFigures = PlanFigures & { readonly asked?: AskedView };

export const askedOf = ({ asked, plan }: AskedFigures): AskedView =>
  asked ?? { year: plan.year, asOf: null, baseline: null };

const askedFigures = new WeakMap<PlanFigures, Map<string, AskedFigures>>();

/** The same figures, and the same object for the same question: what is kept of them is found again. */
export function withAsked(
  figures: PlanFigures,
  { asOf, baseline }: Pick<AskedView, 'asOf' | 'baseline'>,
): AskedFigures {
  if (asOf === null && baseline === null) return figures;
  const kept = askedFigures.get(figures) ?? new Map<string, AskedFigures>();
  askedFigures.set(figures, kept);
  const key = `${asOf}/${baseline}`;
  const asked = kept.get(key) ?? { ...figures, asked: { year: figures.plan.year, asOf, baseline } };
  kept.set(key, asked);
  return asked;
}
