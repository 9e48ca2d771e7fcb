import { yearOf } from '../../domain/dates.ts';
import { owedSlots } from '../../domain/schedule/owed-slots.ts';
import { SLOT_KINDS, type SlotKind } from '../../domain/schedule/schedule.ts';
import type { SlotRun } from '../../domain/schedule/slot-run.ts';
import type { OwedSlot, Slot } from '../../domain/schedule/slots.ts';
import { structuresJoinedOn } from '../../domain/schedule/structures-joined-on.ts';
import type { StoredPlan } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { untilCommitted } from '../until-committed.ts';
import { ensureSchedule } from './ensure-schedule.ts';
import { SLOT_RUNNERS } from './slot-runners.ts';
import type { DueSlot, SlotResult, SlotRunners } from './slot-work.ts';

/**
 * Settles every slot that is owed by now, of every plan, each once, whichever process comes first: it is run, or put
 * down as skipped. The number that this call has run. It is harmless to call it at any time.
 * @throws AggregateError once all others were seen to, when some could not be
 */
export async function runDueSlots(context: Context, runners: SlotRunners = SLOT_RUNNERS): Promise<number> {
  let ran = 0;
  const failures: unknown[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      // Nobody goes without a reminder for the trouble of a summary.
      failures.push(error);
      return undefined;
    }
  };
  for (const year of await yearsOfToday(context)) {
    for (const kind of (await attempt(() => kindsOwed(context, year))) ?? []) {
      const settled = await attempt(() => settleKind(context, runners, year, kind));
      ran += settled?.ran ?? 0;
      if (settled?.messages) context.wakeDelivery();
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} kinds of slots failed`);
  return ran;
}

/**
 * Next January the last digests are due, and after a long outage somebody still wants to know what was skipped; a plan
 * that was imported before its year gets its schedule then, and misses nothing of the first days.
 */
async function yearsOfToday({ store, clock }: Context): Promise<readonly number[]> {
  const today = yearOf(clock.today());
  return (await store.listYears()).filter((year) => Math.abs(year - today) <= 1);
}

type Owed = { readonly stored: StoredPlan; readonly now: Date; readonly slots: readonly OwedSlot[] };

async function readOwed(context: Context, year: number): Promise<Owed | undefined> {
  const stored = await context.store.findPlan(year);
  if (!stored) return undefined;
  const schedule = await ensureSchedule(context, stored);
  const settled = await context.store.listSettledSlots(stored.id);
  const now = context.clock.now();
  const slots = owedSlots({
    year,
    structures: stored.plan.structures.map(({ code }) => code),
    joinedOn: structuresJoinedOn(stored.plan),
    schedule,
    calendar: context.calendar,
    settled,
    now,
  });
  return { stored, now, slots };
}

async function kindsOwed(context: Context, year: number): Promise<readonly SlotKind[]> {
  const owed = await readOwed(context, year);
  return SLOT_KINDS.filter((kind) => owed?.slots.some(({ slot }) => slot.kind === kind));
}

type Settled = { readonly ran: number; readonly messages: number };

const NOTHING_OWED: Settled = { ran: 0, messages: 0 };

/** Reads again what is owed as often as somebody else has settled some of it meanwhile. */
async function settleKind(
  context: Context,
  runners: SlotRunners,
  year: number,
  kind: SlotKind,
): Promise<Settled> {
  return untilCommitted(async () => {
    const owed = await readOwed(context, year);
    const slots = owed?.slots.filter(({ slot }) => slot.kind === kind) ?? [];
    if (!owed || slots.length === 0) return NOTHING_OWED;
    // First and by themselves: whatever happens to the one that is run, those before it stay known. In one commit
    // with a later one they would wait for its runner; after it, nobody would look for them any more.
    const skipped = slots.flatMap((each) => (each.verdict === 'SKIP' ? [each] : []));
    if ((await skip(context, owed, skipped)) === 'CONFLICT') return 'CONFLICT';
    const due = slots.flatMap((each) => (each.verdict === 'RUN' ? [each] : []));
    return due.length === 0 ? NOTHING_OWED : run(context, runners, owed, year, due);
  });
}

async function skip(
  context: Context,
  { stored, now }: Owed,
  skipped: readonly Extract<OwedSlot, { readonly verdict: 'SKIP' }>[],
): Promise<'COMMITTED' | 'CONFLICT'> {
  if (skipped.length === 0) return 'COMMITTED';
  const { outcome } = await context.store.commit({
    planId: stored.id,
    revision: null,
    lastSequence: null,
    recordedAt: now.toISOString(),
    inbox: null,
    slotRuns: skipped.map(({ slot, because }) => ({
      ...kept(slot, now),
      outcome: 'SKIPPED',
      because,
      messages: 0,
      full: false,
    })),
  });
  return outcome === 'CONFLICT' ? 'CONFLICT' : 'COMMITTED';
}

async function run(
  context: Context,
  runners: SlotRunners,
  { stored, now }: Owed,
  year: number,
  due: readonly DueSlot[],
): Promise<Settled | 'CONFLICT'> {
  const kind = due[0]?.slot.kind;
  if (kind === undefined) return NOTHING_OWED;
  const { commit, results } = await runners[kind](context, year, due);
  const slotRuns = due.map((each) => runOf(each, results, now));
  const { outcome } = await context.store.commit({
    ...commit,
    planId: stored.id,
    recordedAt: now.toISOString(),
    inbox: null,
    slotRuns,
  });
  if (outcome === 'CONFLICT') return 'CONFLICT';
  return {
    ran: due.length,
    messages: slotRuns.reduce((total, { messages }) => total + messages, 0),
  };
}

function runOf({ slot, late }: DueSlot, results: readonly SlotResult[], now: Date): SlotRun {
  const result = results.find((each) => each.slot.structure === slot.structure);
  if (!result) throw new Error(`no result of ${slot.kind} ${slot.period} of ${slot.structure ?? 'the plan'}`);
  return {
    ...kept(slot, now),
    outcome: late ? 'LATE' : 'ON_TIME',
    because: null,
    messages: result.messages,
    full: result.full ?? false,
  };
}

const kept = ({ kind, structure, period, at, asOf }: Slot, now: Date) => ({
  kind,
  structure,
  period,
  at,
  asOf,
  settledAt: now.toISOString(),
});
