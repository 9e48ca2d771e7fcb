import { recordedBefore } from '../domain/recorded-items.ts';
import type { StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { loadFigures } from './load-figures.ts';
import type { RecordOutcome } from './record-statements.ts';

/**
 * The answer to a request that was recorded before, whatever has changed since: judged anew, it could be refused
 * although its report stands. Undefined for a key that is new.
 */
export async function findRepeat(
  context: Context,
  { id, plan }: StoredPlan,
  inbox: { readonly key: string; readonly fingerprint: string },
): Promise<RecordOutcome | undefined> {
  const earlier = await context.store.findCommitted(inbox.key);
  if (!earlier) return undefined;
  if (earlier.fingerprint !== inbox.fingerprint) {
    return { ok: false, lines: [{ line: '', refusal: { code: 'IDEMPOTENCY_KEY_REUSED', key: inbox.key } }] };
  }
  const first = Math.min(...earlier.sequences);
  const said = await context.store.listSaidSince(id, first - 1);
  const mine = <T extends { readonly sequence: number }>(facts: readonly T[]) =>
    facts.filter((fact) => earlier.sequences.includes(fact.sequence));
  const loaded = await loadFigures(context, { year: plan.year, asOf: null, baseline: null });
  if (!loaded.ok) return undefined;
  const items = recordedBefore(mine(said.reports), mine(said.measurements), loaded.value.figures);
  return { ok: true, value: { items, duplicate: true } };
}
