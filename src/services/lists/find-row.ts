/** Single rows by what names them, as far as whoever asks may read them; null for all others. */
import { type Actor, mayReadRowsOf } from '../../domain/actor.ts';
import type { ItemCode } from '../../domain/codes.ts';
import { parseIsoDate } from '../../domain/dates.ts';
import { knownItems } from '../../domain/item-structures.ts';
import { findBaseline, type Plan } from '../../domain/plan.ts';
import type { StoredPlan, StoredSlotRun, StoredSummary } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { type BaselineView, baselineView } from '../views/plan-view.ts';
import { type MeasurementView, measurementView, type ReportView, reportView } from '../views/report-view.ts';
import { type AuditEntryView, findAuditEntryView } from './list-audit.ts';
import { type CheckInView, findCheckInView } from './list-check-ins.ts';
import { type DeliveryView, findDeliveryView } from './list-deliveries.ts';

export type FindRow<View> = (
  context: Context,
  actor: Actor,
  year: number,
  key: string,
) => Promise<View | null>;

/** Null where there is no such plan. */
const inPlan =
  <View>(find: (context: Context, actor: Actor, stored: StoredPlan, key: string) => Promise<View | null>) =>
  async (context: Context, actor: Actor, year: number, key: string): Promise<View | null> => {
    const found = await findPlan(context, year);
    return found.ok ? find(context, actor, found.value, key) : null;
  };

/** By a whole number from 1 (of a baseline, from 0), else null. */
const numbered = <View>(
  find: (context: Context, actor: Actor, stored: StoredPlan, number: number) => Promise<View | null>,
): FindRow<View> =>
  inPlan(async (context, actor, stored, key) => {
    const number = /^\d{1,15}$/.test(key) ? Number(key) : Number.NaN;
    return String(number) === key ? find(context, actor, stored, number) : null;
  });

const mayRead = (plan: Plan, actor: Actor, item: ItemCode): boolean =>
  actor.rowsOf === undefined || mayReadRowsOf(actor, knownItems(plan).get(item)?.structures ?? []);

export const findReportRow: FindRow<ReportView> = numbered(async ({ store }, actor, { id, plan }, number) => {
  const report = await store.findReport(id, number);
  return report && mayRead(plan, actor, report.phase) ? reportView(plan, report) : null;
});

export const findMeasurementRow: FindRow<MeasurementView> = numbered(
  async ({ store }, actor, { id, plan }, number) => {
    const measurement = await store.findMeasurement(id, number);
    return measurement && mayRead(plan, actor, measurement.goal) ? measurementView(plan, measurement) : null;
  },
);

export const findBaselineRow: FindRow<BaselineView> = numbered(async (_context, _actor, { plan }, number) => {
  const baseline = findBaseline(plan, number);
  return baseline ? baselineView(plan, baseline) : null;
});

export const findDeliveryRow: FindRow<DeliveryView> = numbered(findDeliveryView);

export const findAuditRow: FindRow<AuditEntryView> = numbered(findAuditEntryView);

export const findSlotRunRow: FindRow<StoredSlotRun & { readonly year: number }> = numbered(
  async ({ store }, _actor, { id, plan }, number) => {
    const run = await store.findSlotRun(id, number);
    return run ? { ...run, year: plan.year } : null;
  },
);

/** The key is the day it was opened on, a point, and its handle. */
export const findCheckInRow: FindRow<CheckInView> = inPlan(async (context, actor, stored, key) => {
  const openedOn = parseIsoDate(key.slice(0, DAY_LENGTH));
  const handle = key.slice(DAY_LENGTH + 1);
  if (openedOn === undefined || key !== `${openedOn}.${handle}`) return null;
  return findCheckInView(context, actor, stored, { openedOn, handle });
});

const DAY_LENGTH = 'YYYY-MM-DD'.length;

export const findSummaryRow: FindRow<StoredSummary> = async ({ store }, _actor, year, key) => {
  const found = await store.findSummary(key);
  return found?.summary.year === year ? found : null;
};
