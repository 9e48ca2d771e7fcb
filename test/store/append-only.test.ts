import { expect, test } from 'vitest';
import { decision, openRaw, ratioMeasurement, report, storeWithPlan } from './support.ts';

/** A file with a report (sequence 1), a measurement (2) and an entry of the history, opened past the store. */
async function rawWithFacts() {
  const { store, planId, file } = await storeWithPlan();
  await store.commit(
    decision(planId, {
      reports: [report('1.1.1', '2020-09-14')],
      measurements: [ratioMeasurement('3.1', '2020-09-14', '8006')],
    }),
  );
  return openRaw(file);
}

const COPY = 'SELECT plan_id, %, reported_on, recorded_at, actor, source, note, evidence';
const reportAt = (sequence: string) =>
  `${COPY.replace('%', sequence)}, phase, percent_bps, units, completes, blocked_because FROM reports`;
const measurementAt = (sequence: string) =>
  `${COPY.replace('%', sequence)}, goal, numerator, denominator, value FROM measurements`;

test.each([
  { statement: 'UPDATE reports SET percent_bps = 10000', says: 'reports are append-only' },
  { statement: 'DELETE FROM reports', says: 'reports are append-only' },
  { statement: 'UPDATE measurements SET numerator = 1', says: 'measurements are append-only' },
  { statement: 'DELETE FROM measurements', says: 'measurements are append-only' },
  { statement: "UPDATE audit_entries SET kind = 'X'", says: 'audit_entries are append-only' },
  { statement: 'DELETE FROM audit_entries', says: 'audit_entries are append-only' },
  { statement: `INSERT OR REPLACE INTO reports ${reportAt('1')}`, says: 'used once' },
  { statement: `INSERT INTO reports ${reportAt('2')}`, says: 'used once' },
  { statement: `INSERT OR REPLACE INTO measurements ${measurementAt('2')}`, says: 'used once' },
  { statement: `INSERT INTO measurements ${measurementAt('1')}`, says: 'used once' },
  { statement: 'INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries', says: 'used once' },
  { statement: 'DELETE FROM plans', says: 'FOREIGN KEY' },
])('$statement → $says', async ({ statement, says }) => {
  const raw = await rawWithFacts();
  expect(() => raw.exec(statement)).toThrow(says);
});

test('a fact with a sequence of its own is let in', async () => {
  const raw = await rawWithFacts();
  raw.exec(`INSERT INTO reports ${reportAt('3')}; INSERT INTO measurements ${measurementAt('4')}`);
  expect(raw.prepare('SELECT count(*) FROM reports').pluck().get()).toBe(2);
});
