/** The dashboards' operations, each as it stands in its file, over the real plan; typed by what is generated of them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse, print, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  AcknowledgeReportDocument,
  AnswerCheckInDocument,
  ApiKeysDocument,
  AreaSeriesDocument,
  ArrangementsDocument,
  AskCheckInsDocument,
  AssignItemsDocument,
  AttentionDocument,
  AuditDocument,
  BaselineDiffDocument,
  ChangeMembersDocument,
  ChangeScheduleDocument,
  CheckInsDocument,
  CorrectMeasurementDocument,
  CorrectReportDocument,
  CreateApiKeyDocument,
  DelegateItemsDocument,
  DeliveriesDocument,
  DismissDeliveryDocument,
  DueDocument,
  EndAbsenceDocument,
  EndDelegationsDocument,
  GoalBaselinesDocument,
  GoalCurvesDocument,
  GoalDetailDocument,
  GoalSeriesDocument,
  ImportFileDocument,
  ItemAnswerersDocument,
  MeasurementsDocument,
  MeDocument,
  MissingDocument,
  MoveDayDocument,
  OrphansDocument,
  OutboxDocument,
  PlanChangesDocument,
  PlanDashboardDocument,
  PlanFrameDocument,
  PlanOverviewDocument,
  PlanScheduleDocument,
  PlanSeriesDocument,
  PlansDocument,
  ProgressChangedDocument,
  RecordedCursorDocument,
  RecordMeasurementDocument,
  RecordReportsDocument,
  RemoveStructureChannelDocument,
  ReportRecordedDocument,
  ReportStatusDocument,
  ReportsDocument,
  ResendDeliveryDocument,
  ResendRefusedDeliveriesDocument,
  RevokeApiKeyDocument,
  SendSummariesDocument,
  SetAbsenceDocument,
  SetHoursDocument,
  SetStructureChannelDocument,
  SkipCheckInDocument,
  SlotRunsDocument,
  SnoozeCheckInDocument,
  StructureDetailDocument,
  StructureSeriesDocument,
  SummariesDocument,
  SummaryDetailDocument,
} from '../../graphql/generated/operations.ts';
import { rowId } from '../../src/graphql/node-id.ts';
import { schema } from '../../src/graphql/schema.ts';
import { printStreamCursor } from '../../src/graphql/types/subscriptions/stream-cursor.ts';
import { keepSummary, structureSummary } from '../helpers/summaries.ts';
import { firstEvent } from './event-stream.ts';
import { CASES } from './mutations/mutation-cases.ts';
import { type Api, openApi } from './support.ts';

const OPERATIONS = new URL('../../graphql/operations/', import.meta.url);

const FILES = readdirSync(OPERATIONS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.graphql'),
);

const textOf = (file: string): string => readFileSync(new URL(file, OPERATIONS), 'utf8');

type Line = {
  readonly document: TypedDocumentNode<unknown, never>;
  readonly variables: object;
  readonly check: (data: unknown) => void;
};

/** One operation: the types of its variables and of its answer are those that a dashboard gets. */
const line = <Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  check: (data: Data) => void,
): Line => ({ document: document as Line['document'], variables, check: (data) => check(data as Data) });

const DAY = '2020-09-30';
const WEEK_1 = rowId('Summary', 2020, 'week-1');
const WEEKS = { from: '2020-09-01', to: '2020-09-14' };
const WEEK_ENDS = ['2020-09-06', '2020-09-13', '2020-09-14'];

/** Every file has a line: one without is not run by anything. */
const LINES: Readonly<Record<string, Line>> = {
  'acknowledge-report.graphql': line(
    AcknowledgeReportDocument,
    { input: { phase: '1.1.3', percent: 60, idempotencyKey: 'a-1' } },
    ({ reportStatus }) => expect(reportStatus.__typename).toBe('ReportStatusSuccess'),
  ),
  'goal-baselines.graphql': line(GoalBaselinesDocument, { from: 0, to: 1, year: 2020 }, ({ plan }) => {
    const changed = plan?.baselineDiff?.goals.find(({ goal }) => goal.code === '1.1');
    expect(changed?.changes[0]?.change.motivation).toContain('emergenza sanitaria');
    expect(changed?.phases[0]).toMatchObject({
      code: '1.1.1',
      fields: [{ field: 'END', new: { day: '2020-09-30' } }],
    });
  }),
  'goal-curves.graphql': line(GoalCurvesDocument, { ...WEEKS, structure: 'OSRU' }, ({ plan }) => {
    expect(plan?.progressSeries?.points.map(({ day }) => day)).toEqual(WEEK_ENDS);
    expect(plan?.goals.map(({ code }) => code)).toEqual(['1.1']);
    expect(plan?.goals[0]?.progressSeries?.points.map(({ day }) => day)).toEqual(WEEK_ENDS);
  }),
  'goal-detail.graphql': line(GoalDetailDocument, { code: '1.1', asOf: DAY }, ({ goal }) => {
    expect(goal?.phases[0]?.code).toBe('1.1.1');
    expect(goal?.progress.percent).toBeTypeOf('number');
  }),
  'outbox.graphql': line(OutboxDocument, { first: 5 }, ({ outbox }) => {
    expect(outbox?.pending).toBeTypeOf('number');
  }),
  'plan-changes.graphql': line(PlanChangesDocument, { from: 0, to: 1 }, ({ plan, before, after }) => {
    expect(plan?.baselineDiff?.goals.map(({ goal }) => goal.code)).toContain('4.2');
    const codes = [before, after].map((each) => each?.goals.map(({ code }) => code));
    expect(codes.map((each) => each?.includes('3.3'))).toEqual([true, false]);
  }),
  'plan-dashboard.graphql': line(PlanDashboardDocument, { year: 2020, asOf: DAY }, ({ plan }) => {
    expect(plan?.areas.map(({ code }) => code)).toEqual(['1', '3', '4']);
    expect(plan?.areas[0]?.goals[0]?.phases[0]?.lastReport?.percent).toBe(50);
  }),
  'plan-frame.graphql': line(PlanFrameDocument, { year: 2020, asOf: '2020-06-30' }, ({ plan }) => {
    expect(plan?.baseline.number).toBe(0);
    expect(plan?.baselines.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2020-01-01', '2020-08-03']);
  }),
  'plan-overview.graphql': line(PlanOverviewDocument, { year: 2020, asOf: DAY, baseline: 1 }, ({ plan }) => {
    expect(plan?.goals).toHaveLength(10);
    expect(plan?.progress.points).toBeGreaterThan(0);
  }),
  'plan-schedule.graphql': line(PlanScheduleDocument, { year: 2020, language: 'EN' }, ({ plan }) => {
    expect(plan?.schedule.rules[0]?.inWords).toBe('every Monday at 09:30');
  }),
  'progress-changed.graphql': line(ProgressChangedDocument, { goal: '1.1' }, ({ progressChanged }) => {
    expect(progressChanged.goal?.progress.percent).toBeGreaterThan(0);
    expect(progressChanged.structure).toBeNull();
  }),
  'record-measurement.graphql': line(
    RecordMeasurementDocument,
    { input: { goal: '3.1', numerator: 8006, denominator: 20_015, idempotencyKey: 'm-1' } },
    ({ recordMeasurement }) => expect(recordMeasurement.__typename).toBe('RecordMeasurementSuccess'),
  ),
  'recorded-cursor.graphql': line(RecordedCursorDocument, {}, ({ recordedCursor }) => {
    expect(recordedCursor).toBe(printStreamCursor('recorded', { year: 2020, place: '1' }));
  }),
  'report-recorded.graphql': line(
    ReportRecordedDocument,
    { after: printStreamCursor('recorded', { year: 2020, place: '0' }) },
    ({ reportRecorded }) => {
      expect(reportRecorded.fact).toMatchObject({
        __typename: 'StatusReport',
        phaseCode: '1.1.1',
        percent: 50,
      });
      expect(reportRecorded.goal?.code).toBe('1.1');
    },
  ),
  'report-status.graphql': line(
    ReportStatusDocument,
    { input: { phase: '1.1.3', percent: 60, idempotencyKey: 'r-1' } },
    ({ reportStatus }) => expect(reportStatus.__typename).toBe('ReportStatusSuccess'),
  ),
  'summaries.graphql': line(SummariesDocument, { year: 2020 }, ({ plan }) => {
    expect(plan?.summaries?.nodes.map(({ id }) => id)).toEqual([WEEK_1]);
  }),
  'summary-detail.graphql': line(SummaryDetailDocument, { id: WEEK_1 }, ({ summary }) => {
    expect(summary?.id).toBe(WEEK_1);
  }),
  'api-keys.graphql': line(ApiKeysDocument, {}, ({ apiKeys }) => {
    expect(apiKeys).toEqual([]);
  }),
  'area-series.graphql': line(AreaSeriesDocument, { ...WEEKS, code: '1' }, ({ area }) => {
    expect(area?.progressSeries?.points.map(({ day }) => day)).toEqual(WEEK_ENDS);
  }),
  'arrangements.graphql': line(ArrangementsDocument, {}, ({ arrangements }) => {
    expect(arrangements).toEqual({ assignments: [], delegations: [], absences: [] });
  }),
  'attention.graphql': line(AttentionDocument, { structure: 'OSRU', risk: ['UNREPORTED'] }, (data) => {
    const [worst] = data.attention ?? [];
    expect(worst?.risk).toBe('UNREPORTED');
    expect(worst?.structures.map(({ code }) => code)).toContain('OSRU');
  }),
  'audit.graphql': line(AuditDocument, { filter: { kind: ['STATUS_REPORTED'] } }, ({ audit }) => {
    expect(audit?.nodes[0]?.content).toContain('1.1.1');
  }),
  'baseline-diff.graphql': line(BaselineDiffDocument, { from: 0, to: 1 }, ({ plan }) => {
    expect(plan?.baselineDiff?.goals.map(({ goal }) => goal.code)).toContain('3.3');
  }),
  'check-ins.graphql': line(CheckInsDocument, { filter: { structure: 'OSRU' } }, ({ checkIns }) => {
    const recipients = checkIns?.nodes.map(({ state, recipient }) => `${state} ${recipient}`);
    expect(recipients).toContain('OPEN Referente OSRU');
  }),
  'create-api-key.graphql': line(
    CreateApiKeyDocument,
    { input: { name: 'Cruscotto', scopes: ['READ'], idempotencyKey: 'key-1' } },
    ({ createApiKey }) => expect(createApiKey.__typename).toBe('CreateApiKeySuccess'),
  ),
  'deliveries.graphql': line(DeliveriesDocument, { filter: { kind: ['CHECK_IN'] } }, ({ deliveries }) => {
    expect(deliveries?.nodes.length).toBeGreaterThan(0);
  }),
  'due.graphql': line(DueDocument, { within: 30, goal: '1.1' }, ({ due }) => {
    expect(due?.map(({ code, end }) => [code, end])).toContainEqual(['1.1.1', '2020-09-30']);
  }),
  'goal-series.graphql': line(GoalSeriesDocument, { ...WEEKS, code: '1.1' }, ({ goal }) => {
    expect(goal?.progressSeries?.points.map(({ day }) => day)).toEqual(WEEK_ENDS);
  }),
  'item-answerers.graphql': line(ItemAnswerersDocument, { goal: '1.1', within: 30 }, ({ due }) => {
    const [first] = due ?? [];
    expect(first?.answerers[0]).toMatchObject({ because: 'STRUCTURE', delegatedUntil: null });
    expect(first?.answerers[0]?.name).toMatch(/^Referente /);
  }),
  'me.graphql': line(MeDocument, {}, ({ me }) => {
    expect(me.role).toBe('PLANNING');
    expect(me.permissions).toContain('MANAGE_KEYS');
    expect(me.member).toBeNull();
  }),
  'measurements.graphql': line(MeasurementsDocument, {}, ({ measurements }) => {
    expect(measurements?.nodes).toEqual([]);
  }),
  'missing.graphql': line(MissingDocument, { structure: 'OSRU' }, ({ missing }) => {
    expect(missing?.everAsked).toBe(true);
    expect(missing?.structures[0]?.answers?.[0]).toMatchObject({
      recipient: 'Referente OSRU',
      silence: 'ASKED',
    });
  }),
  'orphans.graphql': line(OrphansDocument, {}, ({ orphans }) => {
    expect(orphans).toEqual([]);
  }),
  'plan-series.graphql': line(PlanSeriesDocument, WEEKS, ({ plan }) => {
    expect(plan?.progressSeries?.points.map(({ day }) => day)).toEqual(WEEK_ENDS);
  }),
  'plans.graphql': line(PlansDocument, {}, ({ plans }) => {
    expect(plans.map(({ year }) => year)).toEqual([2020]);
  }),
  'reports.graphql': line(ReportsDocument, { filter: { phase: '1.1.1' } }, ({ reports }) => {
    expect(reports?.nodes.map(({ percent }) => percent)).toEqual([50]);
  }),
  'revoke-api-key.graphql': line(
    RevokeApiKeyDocument,
    { input: { id: 'k7m3x9qd', idempotencyKey: 'key-2' } },
    ({ revokeApiKey }) => expect(revokeApiKey).toMatchObject({ code: 'UNKNOWN_KEY', field: 'id' }),
  ),
  'slot-runs.graphql': line(SlotRunsDocument, { first: 5 }, ({ slotRuns }) => {
    expect(slotRuns?.nodes).toEqual([]);
  }),
  'structure-detail.graphql': line(StructureDetailDocument, { code: 'OSRU' }, ({ structure }) => {
    expect(structure?.channel).toBe('osru');
    expect(structure?.members?.map(({ name }) => name)).toEqual(['Referente OSRU', 'Responsabile OSRU']);
  }),
  'structure-series.graphql': line(StructureSeriesDocument, { ...WEEKS, code: 'OSRU' }, ({ structure }) => {
    expect(structure?.progressSeries?.points.map(({ day }) => day)).toEqual(WEEK_ENDS);
  }),
};

/** Mutations that are run, with what has to be there before, by `mutations/every-mutation.test.ts`. */
const RUN_AS_MUTATIONS: Readonly<Record<string, Line['document']>> = {
  'answer-check-in.graphql': AnswerCheckInDocument as Line['document'],
  'ask-check-ins.graphql': AskCheckInsDocument as Line['document'],
  'assign-items.graphql': AssignItemsDocument as Line['document'],
  'change-members.graphql': ChangeMembersDocument as Line['document'],
  'change-schedule.graphql': ChangeScheduleDocument as Line['document'],
  'correct-measurement.graphql': CorrectMeasurementDocument as Line['document'],
  'correct-report.graphql': CorrectReportDocument as Line['document'],
  'delegate-items.graphql': DelegateItemsDocument as Line['document'],
  'dismiss-delivery.graphql': DismissDeliveryDocument as Line['document'],
  'end-absence.graphql': EndAbsenceDocument as Line['document'],
  'end-delegations.graphql': EndDelegationsDocument as Line['document'],
  'import-file.graphql': ImportFileDocument as Line['document'],
  'move-day.graphql': MoveDayDocument as Line['document'],
  'record-reports.graphql': RecordReportsDocument as Line['document'],
  'remove-structure-channel.graphql': RemoveStructureChannelDocument as Line['document'],
  'resend-delivery.graphql': ResendDeliveryDocument as Line['document'],
  'resend-refused-deliveries.graphql': ResendRefusedDeliveriesDocument as Line['document'],
  'send-summaries.graphql': SendSummariesDocument as Line['document'],
  'set-absence.graphql': SetAbsenceDocument as Line['document'],
  'set-hours.graphql': SetHoursDocument as Line['document'],
  'set-structure-channel.graphql': SetStructureChannelDocument as Line['document'],
  'skip-check-in.graphql': SkipCheckInDocument as Line['document'],
  'snooze-check-in.graphql': SnoozeCheckInDocument as Line['document'],
};

/** A report on 1.1.1, a summary and check-ins, so that what an operation shows is there. */
async function openFilled(): Promise<Api> {
  const api = await openApi();
  await keepSummary(api.context, 'week-1', structureSummary());
  const { data } = await api.ask(
    'mutation { reportStatus(input: { phase: "1.1.1", percent: 50, idempotencyKey: "k" }) { __typename } }',
  );
  expect(data.reportStatus.__typename).toBe('ReportStatusSuccess');
  const asked = await api.ask('mutation { askCheckIns(input: { idempotencyKey: "a" }) { __typename } }');
  expect(asked.data.askCheckIns.__typename).toBe('AskCheckInsSuccess');
  return api;
}

test('every file has its line, and every line its file', () => {
  expect([...Object.keys(LINES), ...Object.keys(RUN_AS_MUTATIONS)].sort()).toEqual([...FILES].sort());
  const run = CASES.map(({ file }) => `${file}.graphql`);
  expect(Object.keys(RUN_AS_MUTATIONS).filter((file) => !run.includes(file))).toEqual([]);
});

describe.each(FILES)('%s', (file) => {
  test('is valid, and what is generated of it is what it says', () => {
    const document = parse(textOf(file));
    expect(validate(schema, document)).toEqual([]);
    const generated = LINES[file]?.document ?? RUN_AS_MUTATIONS[file];
    const printed = (generated?.definitions ?? []).map((each) => print(each));
    expect([...printed].sort()).toEqual(document.definitions.map((each) => print(each)).sort());
  });
});

describe.each(Object.keys(LINES))('%s', (file) => {
  test('runs over the real plan', async () => {
    const { variables, check } = LINES[file] ?? line(PlanOverviewDocument, {}, () => expect.unreachable());
    const api = await openFilled();
    const isSubscription = /^subscription /m.test(textOf(file));
    const { data, errors } = isSubscription
      ? await firstEvent(api, textOf(file), variables)
      : await api.ask(textOf(file), variables);
    expect(errors).toEqual([]);
    check(data);
  });
});
