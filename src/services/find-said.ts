import { type Actor, mayReadRowsOf } from '../domain/actor.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { Measurement, StatusReport } from '../domain/facts.ts';
import { knownItems } from '../domain/item-structures.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

/** The report of that sequence. Refused: NO_PLAN, UNKNOWN_REPORT, also of one whose rows may not be read. */
export const findReport = (
  context: Context,
  actor: Actor,
  year: number | null,
  sequence: number,
): Promise<Result<StatusReport>> =>
  find(context, actor, year, sequence, {
    read: ({ id }) => context.store.findReport(id, sequence),
    itemOf: ({ phase }) => phase,
  });

/** The measurement of that sequence. Refused: the same. */
export const findMeasurement = (
  context: Context,
  actor: Actor,
  year: number | null,
  sequence: number,
): Promise<Result<Measurement>> =>
  find(context, actor, year, sequence, {
    read: ({ id }) => context.store.findMeasurement(id, sequence),
    itemOf: ({ goal }) => goal,
  });

async function find<Fact>(
  context: Context,
  actor: Actor,
  year: number | null,
  sequence: number,
  {
    read,
    itemOf,
  }: {
    readonly read: (stored: StoredPlan) => Promise<Fact | undefined>;
    readonly itemOf: (fact: Fact) => ItemCode;
  },
): Promise<Result<Fact>> {
  const found = await findPlan(context, year);
  if (!found.ok) return found;
  const fact = await read(found.value);
  const structures = fact && (knownItems(found.value.plan).get(itemOf(fact))?.structures ?? []);
  return fact && structures && mayReadRowsOf(actor, structures)
    ? accepted(fact)
    : refused({ code: 'UNKNOWN_REPORT', given: String(sequence) });
}
