/** The rhythm of each plan, and its slots as they were settled. */
import { and, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { StructureCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import {
  type ScheduleEntry,
  type ScheduleEntryName,
  SLOT_KINDS,
  type SlotKind,
} from '../domain/schedule/schedule.ts';
import type { SlotRun } from '../domain/schedule/slot-run.ts';
import type { SettledSlot } from '../domain/schedule/slots.ts';
import type { Database, Query } from './database.ts';
import type { Commit, Store, StoredSlotRun } from './port.ts';
import { prepareInsert } from './prepare-insert.ts';
import { plans } from './schema/plans.ts';
import { scheduleEntries, slotRuns } from './schema/schedule.ts';

/** The plan's own stands under an empty name. */
const toColumn = (structure: StructureCode | null): string => structure ?? '';
const fromColumn = (structure: string): StructureCode | null =>
  structure === '' ? null : (structure as StructureCode);

/**
 * What stands in the column. A structure that gave up a rule of its own leaves `followsPlan` behind: its row no longer
 * says anything of a rule, only since when the plan's holds for it again.
 */
type Kept = { readonly value: ScheduleEntry['value']; readonly followsPlan?: true };

const followsPlan = (kept: Kept): boolean => kept.followsPlan === true;

const isSlotKind = (name: ScheduleEntryName): name is SettledSlot['kind'] =>
  (SLOT_KINDS as readonly ScheduleEntryName[]).includes(name);

/** Only inside a write transaction. */
export type ScheduleWriter = {
  readonly set: (planId: number, entry: ScheduleEntry) => void;
  /** @param since instant from which the plan's own holds for it */
  readonly remove: (planId: number, structure: StructureCode, name: ScheduleEntryName, since: string) => void;
  readonly settle: (planId: number, run: SlotRun) => void;
  readonly isSettled: (planId: number, run: Pick<SlotRun, 'kind' | 'structure' | 'period'>) => boolean;
};

export function createScheduleWriter(query: Query): ScheduleWriter {
  const { placeholder } = sql;
  const insertRun = prepareInsert(query, slotRuns);
  const settled = query
    .select({ id: slotRuns.id })
    .from(slotRuns)
    .where(
      and(
        eq(slotRuns.planId, placeholder('planId')),
        eq(slotRuns.kind, placeholder('kind')),
        eq(slotRuns.structure, placeholder('structure')),
        eq(slotRuns.period, placeholder('period')),
      ),
    )
    .prepare();
  const nextId = query
    .select({ id: sql<number>`coalesce(max(${slotRuns.id}), 0) + 1` })
    .from(slotRuns)
    .prepare();
  return {
    set(planId, { name, structure, value, since, setBy }) {
      const row = { planId, name, structure: toColumn(structure), value: { value }, since, setBy };
      query
        .insert(scheduleEntries)
        .values(row)
        .onConflictDoUpdate({
          target: [scheduleEntries.planId, scheduleEntries.structure, scheduleEntries.name],
          set: { value: row.value, since, setBy },
        })
        .run();
    },
    remove(planId, structure, name, since) {
      const own = and(
        eq(scheduleEntries.planId, planId),
        eq(scheduleEntries.structure, structure),
        eq(scheduleEntries.name, name),
      );
      if (!isSlotKind(name)) {
        query.delete(scheduleEntries).where(own).run();
        return;
      }
      // Without it the plan's rule would owe all that the structure's own, or none, has kept from it.
      const value: Kept = { value: null, followsPlan: true };
      query.update(scheduleEntries).set({ value, since }).where(own).run();
    },
    settle(planId, { structure, ...run }) {
      insertRun({ ...run, id: nextId.get()?.id ?? 1, planId, structure: toColumn(structure) });
    },
    isSettled: (planId, { kind, structure, period }) =>
      settled.get({ planId, kind, structure: toColumn(structure), period }) !== undefined,
  };
}

/** Writes what `commit` says of schedules and slots. */
export function writeSchedule(writer: ScheduleWriter, commit: Commit): void {
  for (const entry of commit.schedule ?? []) writer.set(commit.planId, entry);
  for (const { structure, name } of commit.unscheduled ?? []) {
    writer.remove(commit.planId, structure, name, commit.recordedAt);
  }
  for (const run of commit.slotRuns ?? []) writer.settle(commit.planId, run);
}

const entryFromRow = (row: typeof scheduleEntries.$inferSelect): ScheduleEntry =>
  // Name and value were written together, from an entry.
  ({
    name: row.name,
    value: row.value.value,
    structure: fromColumn(row.structure),
    since: row.since,
    setBy: row.setBy,
  }) as ScheduleEntry;

export const runFromRow = ({
  planId: _,
  structure,
  asOf,
  ...row
}: typeof slotRuns.$inferSelect): StoredSlotRun => ({
  ...row,
  structure: fromColumn(structure),
  asOf: asOf as IsoDate,
});

/** Each with its last slot, where it has one. */
function withFollowers(
  settled: readonly SettledSlot[],
  followers: readonly SettledSlot[],
): readonly SettledSlot[] {
  const same = (one: SettledSlot) => (other: SettledSlot) =>
    one.kind === other.kind && one.structure === other.structure;
  return [
    ...settled.map((each) => ({ ...followers.find(same(each)), ...each })),
    ...followers.filter((each) => !settled.some(same(each))),
  ];
}

type ScheduleReads = Pick<
  Store,
  | 'loadSchedule'
  | 'listSettledSlots'
  | 'listSlotRuns'
  | 'countSlotRunsOf'
  | 'findLastFullCheckIn'
  | 'countSlotRuns'
>;

/** What is looked at every minute. */
function prepareRhythm(query: Query) {
  const planId = sql.placeholder('planId');
  return {
    entries: query
      .select()
      .from(scheduleEntries)
      .where(eq(scheduleEntries.planId, planId))
      .orderBy(scheduleEntries.structure, scheduleEntries.name)
      .prepare(),
    // SQLite gives the other columns of the row that holds the maximum.
    settled: query
      .select({
        kind: slotRuns.kind,
        structure: slotRuns.structure,
        period: sql<string>`max(${slotRuns.period})`,
        at: slotRuns.at,
      })
      .from(slotRuns)
      .where(eq(slotRuns.planId, planId))
      .groupBy(slotRuns.kind, slotRuns.structure)
      .prepare(),
  };
}

function runsOf(planId: number, kind: SlotKind | null, structure: StructureCode | null): SQL[] {
  const wanted: SQL[] = [eq(slotRuns.planId, planId)];
  if (kind !== null) wanted.push(eq(slotRuns.kind, kind));
  if (structure !== null) wanted.push(eq(slotRuns.structure, structure));
  return wanted;
}

export function createScheduleReads({ query, read }: Database): ScheduleReads {
  const rhythm = prepareRhythm(query);
  const listFollowers = (planId: number): readonly SettledSlot[] =>
    rhythm.entries
      .all({ planId })
      .flatMap(({ name, structure, value, since }) =>
        isSlotKind(name) && followsPlan(value)
          ? [{ kind: name, structure: fromColumn(structure), period: '', at: '', followsSince: since }]
          : [],
      );
  return {
    async loadSchedule(planId) {
      return rhythm.entries
        .all({ planId })
        .filter(({ value }) => !followsPlan(value))
        .map(entryFromRow);
    },
    async listSettledSlots(planId) {
      return read(() => {
        const settled = rhythm.settled
          .all({ planId })
          .map((row) => ({ ...row, structure: fromColumn(row.structure) }));
        return withFollowers(settled, listFollowers(planId));
      });
    },
    async listSlotRuns(planId, { kind, structure, before, limit }) {
      const wanted = runsOf(planId, kind, structure);
      if (before !== null) wanted.push(lt(slotRuns.id, before));
      const rows = query
        .select()
        .from(slotRuns)
        .where(and(...wanted))
        .orderBy(desc(slotRuns.id))
        .limit(limit + 1)
        .all()
        .map(runFromRow);
      const page = rows.slice(0, limit);
      return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
    },
    async countSlotRunsOf(planId, { kind, structure }) {
      const counted = query
        .select({ count: count() })
        .from(slotRuns)
        .where(and(...runsOf(planId, kind, structure)))
        .get();
      return counted?.count ?? 0;
    },
    async findLastFullCheckIn(planId, structure) {
      const found = query
        .select()
        .from(slotRuns)
        .where(
          and(
            eq(slotRuns.planId, planId),
            eq(slotRuns.kind, 'CHECK_IN'),
            eq(slotRuns.structure, structure),
            eq(slotRuns.full, true),
          ),
        )
        .orderBy(desc(slotRuns.period))
        .limit(1)
        .get();
      return found && runFromRow(found);
    },
    async countSlotRuns() {
      return query
        .select({ year: plans.year, kind: slotRuns.kind, outcome: slotRuns.outcome, count: count() })
        .from(slotRuns)
        .innerJoin(plans, eq(plans.id, slotRuns.planId))
        .groupBy(plans.year, slotRuns.kind, slotRuns.outcome)
        .all();
    },
  };
}
