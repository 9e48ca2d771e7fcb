/** Writes a decision, whole or not at all. */
import { eq, sql } from 'drizzle-orm';
import { createArrangementWriter } from './arrangements.ts';
import type { AuditAppender } from './audit.ts';
import { type CheckInWriter, createCheckInWriter } from './check-ins.ts';
import { createCommitGroups } from './commit-groups.ts';
import type { Database, Query } from './database.ts';
import { measurementRow, reportRow } from './fact-rows.ts';
import { createOutboxWriter } from './outbox-rows.ts';
import type { Commit, CommitResult, Store } from './port.ts';
import { prepareInsert } from './prepare-insert.ts';
import { createScheduleWriter, type ScheduleWriter, writeSchedule } from './schedules.ts';
import { checkIns } from './schema/check-ins.ts';
import { measurements, reports } from './schema/facts.ts';
import { inbox } from './schema/inbox.ts';
import { plans } from './schema/plans.ts';
import { summaries } from './schema/summaries.ts';
import { writeSetting } from './settings.ts';
import { createSummaryWriter } from './summaries.ts';

function prepareHead(query: Query) {
  const { placeholder } = sql;
  return {
    find: query
      .select({ version: plans.version, revision: plans.revision, lastSequence: plans.lastSequence })
      .from(plans)
      .where(eq(plans.id, placeholder('planId')))
      .prepare(),
    advance: query
      .update(plans)
      .set({ version: sql`${placeholder('version')}`, lastSequence: sql`${placeholder('lastSequence')}` })
      .where(eq(plans.id, placeholder('planId')))
      .prepare(),
  };
}

function prepareInbox(query: Query) {
  return {
    find: query
      .select()
      .from(inbox)
      .where(eq(inbox.key, sql.placeholder('key')))
      .prepare(),
    insert: prepareInsert(query, inbox),
  };
}

/** Whether a check-in, a summary or a slot that `commit` would write is there by now, made by somebody else. */
function prepareTaken(query: Query, schedule: ScheduleWriter): (commit: Commit) => boolean {
  const { placeholder } = sql;
  const checkIn = query
    .select({ id: checkIns.id })
    .from(checkIns)
    .where(eq(checkIns.id, placeholder('id')))
    .prepare();
  const summary = query
    .select({ id: summaries.id })
    .from(summaries)
    .where(eq(summaries.id, placeholder('id')))
    .prepare();
  return (commit) =>
    (commit.openedCheckIns ?? []).some(({ id }) => checkIn.get({ id })) ||
    (commit.summaries ?? []).some(({ id }) => summary.get({ id })) ||
    (commit.slotRuns ?? []).some((run) => schedule.isSettled(commit.planId, run));
}

/** Of a plan. */
type Head = { readonly version: number; readonly revision: number; readonly lastSequence: number };

/** Whether `found` is still what the decision was made upon. */
const moved = (found: Head, commit: Commit): boolean =>
  (commit.version !== undefined && commit.version !== found.version) ||
  (commit.revision !== null && commit.revision !== found.revision) ||
  (commit.lastSequence !== null && commit.lastSequence !== found.lastSequence);

/** Places `commit`'s facts after `lastSequence`; answers their sequences, reports first. */
function createFactWriter(query: Query) {
  const insertReport = prepareInsert(query, reports);
  const insertMeasurement = prepareInsert(query, measurements);
  return (commit: Commit, lastSequence: number): readonly number[] => {
    const { planId, recordedAt } = commit;
    const sequences: number[] = [];
    const place = () => {
      const sequence = lastSequence + sequences.length + 1;
      sequences.push(sequence);
      return { planId, recordedAt, sequence };
    };
    for (const report of commit.reports ?? []) insertReport(reportRow(report, place()));
    for (const measurement of commit.measurements ?? [])
      insertMeasurement(measurementRow(measurement, place()));
    return sequences;
  };
}

function writeCheckIns(writer: CheckInWriter, commit: Commit): void {
  for (const checkIn of commit.openedCheckIns ?? []) writer.open(commit.planId, checkIn);
  for (const { id, closedOn } of commit.closedCheckIns ?? []) writer.close(id, closedOn);
  for (const { id, ...progress } of commit.checkInProgress ?? []) writer.progress(id, progress);
}

export function createCommit(
  database: Database,
  appendAudit: AuditAppender,
): Pick<Store, 'commit' | 'findCommitted' | 'foresee'> {
  const { query } = database;
  const head = prepareHead(query);
  const received = prepareInbox(query);
  const schedule = createScheduleWriter(query);
  const taken = prepareTaken(query, schedule);
  const appendFacts = createFactWriter(query);
  const checkInWriter = createCheckInWriter(query);
  const arrange = createArrangementWriter(query);
  const insertSummary = createSummaryWriter(query);
  const insertMessage = createOutboxWriter(query);

  /** What an earlier commit under the same key makes of this one. */
  function repeated({ inbox: arrival }: Commit): CommitResult | undefined {
    const earlier = arrival && received.find.get({ key: arrival.key });
    if (!earlier) return undefined;
    if (earlier.fingerprint !== arrival.fingerprint) return { outcome: 'KEY_REUSED' };
    return { outcome: 'DUPLICATE', sequences: earlier.sequences };
  }

  function append(commit: Commit, { version: before, lastSequence }: Head): CommitResult {
    const { planId, recordedAt } = commit;
    const version = before + 1;
    const sequences = appendFacts(commit, lastSequence);
    writeCheckIns(checkInWriter, commit);
    for (const change of commit.arrangements ?? []) arrange(planId, recordedAt, change);
    for (const summary of commit.summaries ?? []) insertSummary(planId, recordedAt, summary);
    writeSchedule(schedule, commit);
    for (const { name, value } of commit.settings ?? []) writeSetting(query, name, value);
    for (const message of commit.outbox?.(sequences) ?? []) insertMessage(planId, recordedAt, message);
    appendAudit(planId, recordedAt, commit.audit ?? []);
    if (commit.inbox) received.insert({ ...commit.inbox, planId, recordedAt, sequences });
    head.advance.run({ planId, version, lastSequence: lastSequence + sequences.length });
    return { outcome: 'COMMITTED', version, sequences };
  }

  /** @throws Error for a plan that does not exist */
  function headOf(planId: number) {
    const found = head.find.get({ planId });
    if (!found) throw new Error(`no plan ${planId}`);
    return found;
  }

  const groups = createCommitGroups(database, (commit) => {
    const earlier = repeated(commit);
    if (earlier) return earlier;
    const found = headOf(commit.planId);
    if (moved(found, commit) || taken(commit)) return { outcome: 'CONFLICT' };
    return append(commit, found);
  });

  return {
    async findCommitted(key) {
      const earlier = received.find.get({ key });
      if (!earlier) return undefined;
      const { planId, recordedAt, fingerprint, sequences } = earlier;
      return { planId, recordedAt, fingerprint, sequences };
    },
    async commit(commit) {
      return groups.add(commit);
    },
    async foresee(planId, lastSequence) {
      return groups.foresee(planId, lastSequence);
    },
  };
}
