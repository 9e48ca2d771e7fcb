import type { StructureCode } from '../../domain/codes.ts';
import type { Plan, Structure } from '../../domain/plan.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { PlanRhythm } from '../../domain/schedule/plan-slots.ts';
import {
  type Cadence,
  cadenceFor,
  placeFor,
  type Rule,
  ruleEntryFor,
  type ScheduleEntry,
  SLOT_KINDS,
  type SlotKind,
  STRUCTURE_SLOTS,
} from '../../domain/schedule/schedule.ts';
import type { StoredPlan, StoredSlotRun } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { resolveStructure } from '../read-structure.ts';
import { readSchedule } from '../slots/ensure-schedule.ts';
import { type NextSlotView, nextSlotView, rhythmOf, waitingSlot } from './next-slot-view.ts';
import { type OrderWarning, orderWarnings } from './order-warnings.ts';

export type RuleView = {
  readonly kind: SlotKind;
  /** Whose rule is shown: null is the plan's own. */
  readonly structure: StructureCode | null;
  /** Null while it is switched off. */
  readonly rule: Rule | null;
  /** Instant from which it holds. */
  readonly since: string;
  /** The plan's rule, where the structure has one of its own in its place. */
  readonly insteadOf: { readonly rule: Rule | null } | null;
  readonly next: NextSlotView | null;
  readonly last: StoredSlotRun | null;
  /** Its moment has passed, and it is still to be run. */
  readonly waiting: { readonly at: string } | null;
};

/** Something that a structure may set, as it holds for it. */
export type SettingView<T> = { readonly value: T; readonly own: boolean };

/** The rhythm of a plan, as it holds for all of it or for one structure. */
export type ScheduleView = {
  readonly plan: Plan;
  /** Null for the plan's own. */
  readonly structure: Structure | null;
  readonly rules: readonly RuleView[];
  readonly cadence: SettingView<Cadence>;
  readonly place: SettingView<string | null>;
  /** What structures have set for themselves; of one structure, its own. */
  readonly own: readonly ScheduleEntry[];
  readonly warnings: readonly OrderWarning[];
  /** Whether this process acts on it. */
  readonly runs: boolean;
};

/**
 * Of a structure only what may differ from structure to structure. Refused: NO_PLAN, UNKNOWN_STRUCTURE.
 * @param query.structure code, name or alias
 */
export async function readScheduleView(
  context: Context,
  query: { readonly year: number | null; readonly structure: string | null },
): Promise<Result<ScheduleView>> {
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const { plan } = found.value;
  if (query.structure === null) return accepted(await viewOf(context, found.value, null));
  const structure = resolveStructure(plan, query.structure);
  return structure.ok ? accepted(await viewOf(context, found.value, structure.value)) : structure;
}

async function viewOf(
  context: Context,
  stored: StoredPlan,
  structure: Structure | null,
): Promise<ScheduleView> {
  const { plan } = stored;
  const schedule = await readSchedule(context, stored);
  const settled = await context.store.listSettledSlots(stored.id);
  const rhythm = rhythmOf(context, plan, schedule, settled);
  const code = structure?.code ?? null;
  const kinds: readonly SlotKind[] = structure === null ? SLOT_KINDS : STRUCTURE_SLOTS;
  const rules = await Promise.all(kinds.map((kind) => ruleView(context, stored.id, rhythm, kind, code)));
  const isOwn = (name: ScheduleEntry['name']) =>
    schedule.some((each) => each.name === name && each.structure === code && code !== null);
  const warnings = orderWarnings(
    schedule,
    plan.structures.map((each) => each.code),
  );
  return {
    plan,
    structure,
    rules,
    cadence: { value: cadenceFor(schedule, code), own: isOwn('CADENCE') },
    place: { value: placeFor(schedule, code), own: isOwn('PLACE') },
    own: schedule.filter((each) => each.structure !== null && (code === null || each.structure === code)),
    warnings: code === null ? warnings : warnings.filter((each) => each.structure === code),
    runs: context.schedules,
  };
}

async function ruleView(
  { store, clock }: Context,
  planId: number,
  rhythm: PlanRhythm,
  kind: SlotKind,
  code: StructureCode | null,
): Promise<RuleView> {
  const entry = ruleEntryFor(rhythm.schedule, kind, code);
  if (!entry) throw new Error(`the plan has no rule of ${kind}`);
  const plans = code === null || entry.structure === null ? null : ruleEntryFor(rhythm.schedule, kind, null);
  // Of the plan's own rule, whichever structure was the last.
  const { rows } = await store.listSlotRuns(planId, { kind, structure: code, before: null, limit: 1 });
  return {
    kind,
    structure: entry.structure,
    rule: entry.value,
    since: entry.since,
    insteadOf: plans ? { rule: plans.value } : null,
    next: nextSlotView(rhythm, kind, code, clock.now()),
    last: rows[0] ?? null,
    waiting: waitingSlot(rhythm, kind, code, clock.now()),
  };
}
