import type { Measurement, StatusReport } from '../domain/facts.ts';
import { recordedBefore } from '../domain/recorded-items.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Said } from '../domain/standing.ts';
import type { Commit, Committed } from '../store/port.ts';
import type { Context } from './context.ts';
import { loadFigures } from './load-figures.ts';
import type { RecordOutcome } from './record-statements.ts';

export type InboxKey = NonNullable<Commit['inbox']>;

/** What was committed under the key before, or the refusal of a key that was used for something else. */
export async function findCommitted(
  { store }: Context,
  inbox: InboxKey,
): Promise<Committed | Extract<Refusal, { code: 'IDEMPOTENCY_KEY_REUSED' }> | undefined> {
  const earlier = await store.findCommitted(inbox.key);
  if (earlier === undefined || earlier.fingerprint === inbox.fingerprint) return earlier;
  return { code: 'IDEMPOTENCY_KEY_REUSED', key: inbox.key };
}

/**
 * The answer to a request that was recorded before, whatever has changed since: judged anew, it could be refused
 * although its report stands, or looked for in a plan that has become the current one since. Undefined for a key
 * that is new.
 */
export async function findRepeat(context: Context, inbox: InboxKey): Promise<RecordOutcome | undefined> {
  const earlier = await findCommitted(context, inbox);
  if (!earlier) return undefined;
  if ('code' in earlier) return { ok: false, lines: [{ line: '', refusal: earlier }] };
  const { planId, sequences } = earlier;
  const said = await readSaid(context, planId, sequences);
  const year = await context.store.planYear(planId);
  const loaded = await loadFigures(context, { year, asOf: null, baseline: null });
  if (!loaded.ok) return undefined;
  const items = recordedBefore(said.reports, said.measurements, loaded.value.figures);
  return { ok: true, value: { year, items, said, duplicate: true } };
}

/** One by one: all that was said since may be years of history. */
async function readSaid({ store }: Context, planId: number, sequences: readonly number[]): Promise<Said> {
  const reports: StatusReport[] = [];
  const measurements: Measurement[] = [];
  for (const sequence of sequences) {
    const report = await store.findReport(planId, sequence);
    if (report) reports.push(report);
    else measurements.push(await store.getMeasurement(planId, sequence));
  }
  return { reports, measurements };
}
