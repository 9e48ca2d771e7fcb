import { type Actor, may, mayArrangeFor } from '../../domain/actor.ts';
import type { StructureCode } from '../../domain/codes.ts';
import type { Structure } from '../../domain/plan.ts';
import { accepted, type Refusal, type Result, refused } from '../../domain/refusal.ts';
import { nextSlot, type PlanRhythm } from '../../domain/schedule/plan-slots.ts';
import {
  cadenceFor,
  isStructureSlot,
  type PlanSlotKind,
  placeFor,
  RECURRENCE_OF,
  type Recurrence,
  ruleEntryFor,
  type Schedule,
  type ScheduleEntry,
  type ScheduleEntryName,
  type SlotKind,
} from '../../domain/schedule/schedule.ts';
import type { SlotRun } from '../../domain/schedule/slot-run.ts';
import type { Commit, StoredPlan } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findCommitted, type InboxKey } from '../find-repeat.ts';
import { findPlan } from '../load-figures.ts';
import { resolveStructure } from '../read-structure.ts';
import { ensureSchedule } from '../slots/ensure-schedule.ts';
import { untilCommitted } from '../until-committed.ts';
import { followersOf, type NextSlotView, nextSlotView, rhythmOf } from './next-slot-view.ts';
import { type OrderWarning, orderWarnings } from './order-warnings.ts';
import { rescheduledSlots } from './rescheduled-slots.ts';
import { type DecidedWish, decideWish, type EntryValue, type ScheduleWish } from './schedule-wish.ts';

/** What an entry says for whoever it was changed for; `ofPlan` where a structure follows the plan. */
export type HeldValue = { readonly entry: EntryValue; readonly ofPlan: boolean };

export type ChangedSchedule = {
  readonly year: number;
  readonly structure: Structure | null;
  /** REPEATED: the same request had been committed before. */
  readonly outcome: 'CHANGED' | 'UNCHANGED' | 'REPEATED';
  readonly before: HeldValue;
  readonly after: HeldValue;
  /** What holds again, where no rule was given. */
  readonly restored: 'PLAN' | 'DEFAULT' | null;
  /** Null of what has no slots, and where none is left. */
  readonly next: NextSlotView | null;
  /** This week's, month's… was settled already, and the new rule would have had one more; null where not. */
  readonly alreadyRun: Recurrence['every'] | null;
  /** Structures that a change of the plan's leaves as they are. */
  readonly keep: readonly StructureCode[];
  readonly warnings: readonly OrderWarning[];
};

export type ScheduleChange = {
  /** Null or absent is the current plan's: another is last year's, whose digests still come, or next year's. */
  readonly year?: number | null;
  /** Code, name or alias; null is the plan's own. */
  readonly structure: string | null;
  readonly wanted: ScheduleWish;
};

/**
 * Sets one thing of the schedule of a plan, or of one structure. The planning office sets everything, a head
 * what is of the structures they head. It holds from now on: what lies before is not owed. Refused: NO_PLAN,
 * UNKNOWN_STRUCTURE, NOT_OF_STRUCTURE, NOT_YOUR_SCHEDULE, IDEMPOTENCY_KEY_REUSED.
 */
export const changeSchedule = (
  context: Context,
  actor: Actor,
  input: ScheduleChange,
  inbox: InboxKey | null,
): Promise<Result<ChangedSchedule>> => untilCommitted(() => attempt(context, actor, input, inbox));

async function attempt(
  context: Context,
  actor: Actor,
  { year = null, structure: given, wanted }: ScheduleChange,
  inbox: InboxKey | null,
): Promise<Result<ChangedSchedule> | 'CONFLICT'> {
  const earlier = inbox && (await findCommitted(context, inbox));
  if (earlier && 'code' in earlier) return refused(earlier);
  const plan = await findPlan(context, year);
  if (!plan.ok) return plan;
  const resolved = given === null ? accepted(null) : resolveStructure(plan.value.plan, given);
  if (!resolved.ok) return resolved;
  const structure = resolved.value;
  const refusal = whyNot(actor, structure, wanted.name);
  if (refusal) return refused(refusal);
  await ensureSchedule(context, plan.value);
  // Its version is read before the schedule: whoever commits in between is noticed.
  const found = await findPlan(context, plan.value.plan.year);
  if (!found.ok) return found;
  const stored = found.value;
  const schedule = await context.store.loadSchedule(stored.id);
  const code = structure?.code ?? null;
  const decided: DecidedWish = earlier
    ? { kind: 'UNCHANGED' }
    : decideWish(schedule, code, wanted, context.homePlace);
  const now = context.clock.now();
  const after = applied(schedule, code, wanted.name, decided, { since: now.toISOString(), setBy: actor.key });
  if (decided.kind !== 'UNCHANGED') {
    const { outcome } = await context.store.commit({
      planId: stored.id,
      revision: stored.revision,
      lastSequence: null,
      version: stored.version,
      recordedAt: now.toISOString(),
      inbox,
      ...written(after, code, wanted.name),
      slotRuns: await leftBehind(context, stored, { before: schedule, after }, code, wanted.name, now),
      audit: [
        {
          kind: 'SCHEDULE_CHANGED',
          actor: actor.key,
          body: {
            structure: code,
            entry: wanted.name,
            value: decided.kind === 'SET' ? decided.entry.value : 'PLAN',
          },
        },
      ],
    });
    if (outcome !== 'COMMITTED') return 'CONFLICT';
  }
  return accepted({
    year: stored.plan.year,
    structure,
    outcome: earlier ? 'REPEATED' : decided.kind === 'UNCHANGED' ? 'UNCHANGED' : 'CHANGED',
    before: heldIn(schedule, code, wanted.name),
    after: heldIn(after, code, wanted.name),
    restored: decided.kind === 'UNCHANGED' ? null : decided.restored,
    ...(await whatFollows(context, stored, after, code, wanted.name, now)),
  });
}

function whyNot(actor: Actor, structure: Structure | null, name: ScheduleEntryName): Refusal | null {
  const ofPlan = planSlot(name);
  if (structure !== null && ofPlan !== null) {
    return { code: 'NOT_OF_STRUCTURE', kind: ofPlan, structure: structure.code };
  }
  const allowed = structure === null ? may(actor, 'ADMINISTER') : mayArrangeFor(actor, [structure.code]);
  if (allowed) return null;
  const own = may(actor, 'ARRANGE_OWN_STRUCTURES') ? actor.structures : [];
  return { code: 'NOT_YOUR_SCHEDULE', structure: structure?.code ?? null, own };
}

const isSlot = (name: ScheduleEntryName): name is SlotKind => name !== 'CADENCE' && name !== 'PLACE';

const planSlot = (name: ScheduleEntryName): PlanSlotKind | null =>
  isSlot(name) && !isStructureSlot(name) ? name : null;

/** Slots that a change leaves behind. */
async function leftBehind(
  context: Context,
  { id, plan }: StoredPlan,
  schedules: { readonly before: Schedule; readonly after: Schedule },
  structure: StructureCode | null,
  name: ScheduleEntryName,
  now: Date,
): Promise<readonly SlotRun[]> {
  if (!isSlot(name)) return [];
  const settled = await context.store.listSettledSlots(id);
  const before = rhythmOf(context, plan, schedules.before, settled);
  const after = rhythmOf(context, plan, schedules.after, settled);
  return rescheduledSlots(before, after, name, structure, now);
}

/** The schedule as it is after the decision. */
function applied(
  schedule: Schedule,
  structure: StructureCode | null,
  name: ScheduleEntryName,
  decided: DecidedWish,
  by: Pick<ScheduleEntry, 'since' | 'setBy'>,
): Schedule {
  if (decided.kind === 'UNCHANGED') return schedule;
  const others = schedule.filter((each) => each.name !== name || each.structure !== structure);
  return decided.kind === 'DROP' ? others : [...others, { ...decided.entry, structure, ...by }];
}

function written(
  schedule: Schedule,
  structure: StructureCode | null,
  name: ScheduleEntryName,
): Pick<Commit, 'schedule' | 'unscheduled'> {
  const entry = schedule.find((each) => each.name === name && each.structure === structure);
  if (entry) return { schedule: [entry] };
  if (structure === null) throw new Error('the plan’s own entries are never taken away');
  return { unscheduled: [{ structure, name }] };
}

function heldIn(schedule: Schedule, structure: StructureCode | null, name: ScheduleEntryName): HeldValue {
  const own = schedule.some((each) => each.name === name && each.structure === structure);
  const ofPlan = structure !== null && !own;
  if (name === 'CADENCE') return { entry: { name, value: cadenceFor(schedule, structure) }, ofPlan };
  if (name === 'PLACE') return { entry: { name, value: placeFor(schedule, structure) }, ofPlan };
  return { entry: { name, value: ruleEntryFor(schedule, name, structure)?.value ?? null }, ofPlan };
}

async function whatFollows(
  context: Context,
  { id, plan }: StoredPlan,
  schedule: Schedule,
  structure: StructureCode | null,
  name: ScheduleEntryName,
  now: Date,
): Promise<Pick<ChangedSchedule, 'next' | 'alreadyRun' | 'keep' | 'warnings'>> {
  // Read once it was committed: a structure that gave up its own rule follows the plan's from then on.
  const rhythm = rhythmOf(context, plan, schedule, await context.store.listSettledSlots(id));
  const keep =
    structure === null
      ? rhythm.structures.filter((code) =>
          schedule.some((each) => each.name === name && each.structure === code),
        )
      : [];
  if (!isSlot(name)) return { next: null, alreadyRun: null, keep, warnings: [] };
  const ordered = name === 'CHECK_IN' || name === 'REMINDER' || name === 'ESCALATION';
  const warnings = ordered ? orderWarnings(schedule, rhythm.structures) : [];
  return {
    next: nextSlotView(rhythm, name, structure, now),
    alreadyRun: isSettledAlready(rhythm, name, structure, now) ? RECURRENCE_OF[name] : null,
    keep,
    warnings: structure === null ? warnings : warnings.filter((each) => each.structure === structure),
  };
}

/** Whether the rule would have a slot before its next one, had its period not been settled. */
function isSettledAlready(
  rhythm: PlanRhythm,
  kind: SlotKind,
  structure: StructureCode | null,
  now: Date,
): boolean {
  const { settled = [] } = rhythm;
  return followersOf(rhythm, kind, structure).some((each) => {
    const slot = nextSlot({ ...rhythm, settled: [] }, kind, each, now);
    const last = settled.find((one) => one.kind === kind && one.structure === each);
    return slot !== null && last !== undefined && slot.period <= last.period;
  });
}
