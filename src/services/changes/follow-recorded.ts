import { type Actor, mayReadRowsOf } from '../../domain/actor.ts';
import type { ItemCode } from '../../domain/codes.ts';
import { knownItems } from '../../domain/item-structures.ts';
import type { Plan } from '../../domain/plan.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { SaidFact } from '../../domain/said-fact.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { followSaid } from './follow-said.ts';
import { parseSubject, type Subject } from './subject.ts';

export type RecordedQuery = {
  readonly year: number | null;
  /** Only what is said of items that it answers for; by code, name or alias. */
  readonly structure: string | null;
  /** Only what is said of this goal and its phases. */
  readonly goal: string | null;
};

/** Something that was said, with the plan as it is now and the code of its goal. */
export type RecordedFact = SaidFact & { readonly plan: Plan; readonly goalCode: ItemCode };

export type RecordedStream = {
  readonly year: number;
  /** Where the history stands now. */
  readonly lastSequence: number;
  /** @param after a place in the history, exclusive */
  readonly follow: (after: number, signal: AbortSignal) => AsyncGenerator<RecordedFact, void>;
};

/**
 * Reports and measurements that `actor` may read, as they are recorded by whichever process. Refused: NO_PLAN,
 * UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_GOAL, UNKNOWN_STRUCTURE.
 */
export async function findRecordedStream(
  context: Context,
  actor: Actor,
  query: RecordedQuery,
): Promise<Result<RecordedStream>> {
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const { id, lastSequence, plan } = found.value;
  const parsed = parseSubject(plan, context.clock.today(), query);
  if (!parsed.ok) return parsed;
  const subject = parsed.value;
  async function* follow(after: number, signal: AbortSignal): AsyncGenerator<RecordedFact, void> {
    let show = showOf(plan, subject, actor);
    for await (const said of followSaid(context, id, after, signal)) {
      // The definition may have been imported anew while the stream stood open.
      const now = await findPlan(context, plan.year);
      if (now.ok && now.value.plan !== show.plan) show = showOf(now.value.plan, subject, actor);
      const shown = show.of(said);
      if (shown !== null) yield shown;
    }
  }
  return accepted({ year: plan.year, lastSequence, follow });
}

/** What of `plan` is shown: null for what was not asked for, or may not be read by the actor. */
function showOf(
  plan: Plan,
  wanted: Subject,
  actor: Actor,
): { readonly plan: Plan; readonly of: (said: SaidFact) => RecordedFact | null } {
  const items = knownItems(plan);
  return {
    plan,
    of(said) {
      const item = items.get(said.kind === 'REPORT' ? said.fact.phase : said.fact.goal);
      if (!item || !mayReadRowsOf(actor, item.structures)) return null;
      if (wanted.goal !== null && wanted.goal !== item.goal) return null;
      if (wanted.structure !== null && !item.structures.includes(wanted.structure)) return null;
      return { ...said, plan, goalCode: item.goal };
    },
  };
}
