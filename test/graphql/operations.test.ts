/** The dashboards' operations, each as it stands in its file, over the real plan; typed by what is generated of them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse, print, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  AcknowledgeReportDocument,
  AnswerCheckInDocument,
  AskCheckInsDocument,
  AssignItemsDocument,
  ChangeMembersDocument,
  ChangeScheduleDocument,
  CorrectMeasurementDocument,
  CorrectReportDocument,
  DelegateItemsDocument,
  DismissDeliveryDocument,
  EndAbsenceDocument,
  EndDelegationsDocument,
  GoalDetailDocument,
  ImportFileDocument,
  MoveDayDocument,
  OutboxDocument,
  PlanDashboardDocument,
  PlanOverviewDocument,
  PlanScheduleDocument,
  ProgressChangedDocument,
  RecordedCursorDocument,
  RecordMeasurementDocument,
  RecordReportsDocument,
  RemoveStructureChannelDocument,
  ReportRecordedDocument,
  ReportStatusDocument,
  ResendDeliveryDocument,
  ResendRefusedDeliveriesDocument,
  SendSummariesDocument,
  SetAbsenceDocument,
  SetHoursDocument,
  SetStructureChannelDocument,
  SkipCheckInDocument,
  SnoozeCheckInDocument,
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

/** Every file has a line: one without is not run by anything. */
const LINES: Readonly<Record<string, Line>> = {
  'acknowledge-report.graphql': line(
    AcknowledgeReportDocument,
    { input: { phase: '1.1.3', percent: 60, idempotencyKey: 'a-1' } },
    ({ reportStatus }) => expect(reportStatus.__typename).toBe('ReportStatusSuccess'),
  ),
  'goal-detail.graphql': line(GoalDetailDocument, { code: '1.1', asOf: DAY }, ({ goal }) => {
    expect(goal?.phases[0]?.code).toBe('1.1.1');
    expect(goal?.progress.percent).toBeTypeOf('number');
  }),
  'outbox.graphql': line(OutboxDocument, { first: 5 }, ({ outbox }) => {
    expect(outbox?.pending).toBeTypeOf('number');
  }),
  'plan-dashboard.graphql': line(PlanDashboardDocument, { year: 2020, asOf: DAY }, ({ plan }) => {
    expect(plan?.areas.map(({ code }) => code)).toEqual(['1', '3', '4']);
    expect(plan?.areas[0]?.goals[0]?.phases[0]?.lastReport?.percent).toBe(50);
  }),
  'plan-overview.graphql': line(PlanOverviewDocument, { year: 2020, asOf: DAY, baseline: 1 }, ({ plan }) => {
    expect(plan?.goals).toHaveLength(10);
    expect(plan?.progress.points).toBeGreaterThan(0);
  }),
  'plan-schedule.graphql': line(PlanScheduleDocument, { year: 2020 }, ({ plan }) => {
    expect(plan?.schedule.rules.length).toBeGreaterThan(0);
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
      expect(reportRecorded.fact).toMatchObject({ __typename: 'StatusReport', phase: '1.1.1', percent: 50 });
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

/** A report on 1.1.1 and a summary, so that what an operation shows is there. */
async function openFilled(): Promise<Api> {
  const api = await openApi();
  await keepSummary(api.context, 'week-1', structureSummary());
  const { data } = await api.ask(
    'mutation { reportStatus(input: { phase: "1.1.1", percent: 50, idempotencyKey: "k" }) { __typename } }',
  );
  expect(data.reportStatus.__typename).toBe('ReportStatusSuccess');
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
