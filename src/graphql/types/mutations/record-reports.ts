import type { RefusedLine } from '../../../domain/notice.ts';
import type { Refusal, Result } from '../../../domain/refusal.ts';
import type { Statement } from '../../../domain/statement.ts';
import { recordStatements } from '../../../services/record-statements.ts';
import { builder } from '../../builder.ts';
import { isOfKey, requestKey, withClientKey } from '../../client-key.ts';
import type { GraphqlContext } from '../../context.ts';
import { fieldAtFault } from '../../field-at-fault.ts';
import {
  type MeasurementInput,
  parseMeasurementInput,
  parseStatusInput,
  type StatusInput,
} from '../../parse-input.ts';
import { contentOf } from '../../record-once.ts';
import { RefusedResultType, type RefusedView, refusedView } from '../refused-result.ts';
import { keyField } from './input-fields.ts';
import { placeRecorded, type RecordedReport, RecordedReportType } from './recorded-reports.ts';
import { lineAt, type RefusedReports, RefusedReportsType, refusedReports } from './refused-reports.ts';
import { DUPLICATE } from './result-type.ts';
import {
  besideFigureFields,
  measuredFigureFields,
  reportedOnField,
  statusFigureFields,
  yearField,
} from './said-fields.ts';

/** Of one request: what a year of a plan with some forty items may bring in at once. */
export const BULK_LIMIT = 500;

const StatusSaidInputType = builder.inputType('StatusSaidInput', {
  description:
    'What a structure says of a phase: exactly one of `percent`, `units` and `done`, or `blockedBecause`, alone or beside it.',
  fields: (t) => ({
    phase: t.string({ required: true, description: 'Code of the phase, as `1.1.3`.' }),
    ...statusFigureFields(t),
    ...besideFigureFields(t),
    reportedOn: reportedOnField(t),
  }),
});

const MeasurementSaidInputType = builder.inputType('MeasurementSaidInput', {
  description:
    'What a structure says of a goal’s indicator: `numerator` and `denominator`, or `value`, by the indicator’s measure.',
  fields: (t) => ({
    goal: t.string({ required: true, description: 'Code of the goal, as `3.1`.' }),
    ...measuredFigureFields(t),
    ...besideFigureFields(t),
    reportedOn: reportedOnField(t),
  }),
});

const ReportInputType = builder.inputType('ReportInput', {
  description: 'A status report or a measurement: exactly one of the two.',
  isOneOf: true,
  fields: (t) => ({
    status: t.field({ type: StatusSaidInputType, description: 'What is said of a phase.' }),
    measurement: t.field({ type: MeasurementSaidInputType, description: 'What is said of an indicator.' }),
  }),
});

const RecordReportsInputType = builder.inputType('RecordReportsInput', {
  description: 'Many statements at once: all of them are recorded, or none.',
  fields: (t) => ({
    reports: t.field({
      type: [ReportInputType],
      required: true,
      description: `1–${BULK_LIMIT} of them, reports and measurements mixed. Of two about the same item and day the later one counts.`,
    }),
    year: yearField(t),
    idempotencyKey: keyField(t),
  }),
});

type RecordReportsSuccess = {
  readonly recorded: readonly RecordedReport[];
  readonly duplicate: boolean;
};

const RecordReportsSuccessType = builder.objectRef<RecordReportsSuccess>('RecordReportsSuccess').implement({
  description: 'All of it is recorded and durable.',
  fields: (t) => ({
    recorded: t.expose('recorded', {
      type: [RecordedReportType],
      description: 'What was recorded, in the order of the input.',
    }),
    count: t.int({ description: 'How many were recorded.', resolve: ({ recorded }) => recorded.length }),
    duplicate: t.exposeBoolean('duplicate', { description: DUPLICATE }),
  }),
});

type Answer = RecordReportsSuccess | RefusedReports | RefusedView;

const RecordReportsResultType = builder.unionType('RecordReportsResult', {
  description:
    'What was recorded; or what is wrong with which of the statements; or why all of it was refused.',
  types: [RecordReportsSuccessType, RefusedReportsType, RefusedResultType],
  resolveType: (result: Answer) =>
    'recorded' in result
      ? RecordReportsSuccessType
      : 'problems' in result
        ? RefusedReportsType
        : RefusedResultType,
});

type Said =
  | {
      readonly kind: 'STATUS';
      readonly path: 'status';
      readonly input: StatusInput;
      readonly read: Result<Statement>;
    }
  | {
      readonly kind: 'MEASUREMENT';
      readonly path: 'measurement';
      readonly input: MeasurementInput;
      readonly read: Result<Statement>;
    };

type Input = typeof RecordReportsInputType.$inferInput;

function readReport({ status, measurement }: Input['reports'][number]): Said {
  if (status) return { kind: 'STATUS', path: 'status', input: status, read: parseStatusInput(status) };
  if (!measurement) throw new Error('one of the two is given: GraphQL sees to it');
  const read = parseMeasurementInput(measurement);
  return { kind: 'MEASUREMENT', path: 'measurement', input: measurement, read };
}

async function recordReports(
  { services, actor, language }: GraphqlContext,
  { reports, idempotencyKey, year: given }: Input,
): Promise<Answer> {
  const refuse = (refusal: Refusal, field: string | null) => {
    const at = isOfKey(refusal) ? 'idempotencyKey' : refusal.code === 'NO_PLAN' ? 'year' : field;
    return refusedView(withClientKey(refusal, idempotencyKey), at, language);
  };
  if (reports.length < 1 || reports.length > BULK_LIMIT) {
    return refuse({ code: 'BULK_SIZE_INVALID', given: reports.length, limit: BULK_LIMIT }, 'reports');
  }
  const year = given ?? null;
  const said = reports.map(readReport);
  const content = said.map(({ read, input }) => (read.ok ? contentOf(read.value) : input));
  const inbox = requestKey(actor, idempotencyKey, ['recordReports', content, year]);
  if (!inbox.ok) return refuse(inbox.refusal, null);
  const outcome = await recordStatements(services, {
    statements: said.flatMap(({ read }) => (read.ok ? [read.value] : [])),
    lines: said.flatMap(({ read }, index) => (read.ok ? [lineAt(index)] : [])),
    unread: said.flatMap(({ read }, index): RefusedLine[] =>
      read.ok ? [] : [{ line: lineAt(index), refusal: read.refusal }],
    ),
    actor,
    source: 'GRAPHQL',
    year,
    inbox: inbox.value,
    replyTo: null,
  });
  if (outcome.ok) {
    const { items, duplicate, year: recordedIn } = outcome.value;
    const kinds = said.map(({ kind }) => kind);
    return { recorded: placeRecorded(items, kinds, recordedIn), duplicate };
  }
  const whole = outcome.lines.find(({ refusal }) => isOfKey(refusal) || refusal.code === 'NO_PLAN');
  if (whole) return refuse(whole.refusal, null);
  return refusedReports(
    outcome.lines,
    (refusal, index) => {
      const at = said[index];
      const field = at ? fieldAtFault(refusal, at.input) : null;
      return ['reports', index, ...(at ? [at.path] : []), ...(field === null ? [] : [field])].join('.');
    },
    language,
  );
}

builder.mutationField('recordReports', (t) =>
  t.field({
    type: RecordReportsResultType,
    description: `Records up to ${BULK_LIMIT} status reports and measurements at once: all of them or none, in one write.`,
    args: {
      input: t.arg({ type: RecordReportsInputType, required: true, description: 'What is said.' }),
    },
    resolve: (_root, { input }, context) => recordReports(context, input),
  }),
);
