import type { IsoDate } from '../domain/dates.ts';
import type { Standing } from '../domain/facts.ts';
import { withSaid } from '../domain/standing.ts';
import type { Foreseen, StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { loadStanding } from './load-figures.ts';

export type StandingOn = (day: IsoDate) => Promise<Standing>;

/**
 * What is known of a plan on any day, with what is about to be written: many who report at once are each judged upon
 * those before, and share one write. Whoever judges by it commits upon `foreseen`, or waits whether that was written.
 * Only shares are exact, as in `withFacts`.
 */
export async function foreseeStandings(
  context: Context,
  stored: StoredPlan,
): Promise<{ readonly foreseen: Foreseen; readonly standingOn: StandingOn }> {
  const foreseen = await context.store.foresee(stored.id, stored.lastSequence);
  /** Of each day spoken of: a reply may hold hundreds of lines about one. */
  const known = new Map<IsoDate, Standing>();
  return {
    foreseen,
    async standingOn(day) {
      const standing = known.get(day) ?? withSaid(await loadStanding(context, stored, day), foreseen.said());
      known.set(day, standing);
      return standing;
    },
  };
}
