/** The hash-chained history as a list. */
import { listAudit } from '../../services/lists/list-audit.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { accept } from '../refusal-error.ts';
import { AuditEntryType } from '../types/audit-entry.ts';
import { PlanType } from '../types/plan.ts';
import { createConnection } from './connection.ts';
import { readPosition } from './cursor.ts';
import { DateTimeRangeType, parseRange } from './filters.ts';
import { type ArrivalArgs, ArrivalOrderType, yearArgs } from './list-args.ts';
import { CONTRARY, parseWindow, readingOrder, windowArgs, windowConnection } from './page-window.ts';

const AuditFilterType = builder.inputType('AuditFilter', {
  description: 'Which entries of the history: those to which all of it applies.',
  fields: (t) => ({
    kind: t.stringList({ description: 'What was done: any of these. One that never was matches nothing.' }),
    recordedAt: t.field({ type: DateTimeRangeType, description: 'The instant they were recorded.' }),
  }),
});

const AuditConnectionType = createConnection(AuditEntryType, 'AuditEntry', 'entries of the history');

const auditArgs = builder.args((t) => ({
  filter: t.field({ type: AuditFilterType, required: false, description: 'Which ones; without it, all.' }),
  orderBy: t.field({ type: ArrivalOrderType, required: false, description: 'Without it, RECORDED_DESC.' }),
  ...windowArgs,
}));

type AuditArgs = ArrivalArgs<{ readonly kind?: readonly string[] | null | undefined }>;

async function auditConnection(
  args: AuditArgs,
  { services, actor, language }: GraphqlContext,
  year: number | null,
) {
  const order = args.orderBy ?? 'DESC';
  const list = `audit/${order}`;
  const window = parseWindow(list, args, readPosition);
  const page = await listAudit(services, actor, {
    year,
    kinds: args.filter?.kind ?? null,
    recordedAt: parseRange(args.filter?.recordedAt),
    order: readingOrder(order, window, CONTRARY),
    after: window.from,
    limit: window.limit,
  });
  return windowConnection(accept(page, language), list, window, (place) => [place]);
}

const AUDIT =
  'for whoever may read it (READ_AUDIT). Errors: ROLE_MAY_NOT, RANGE_INVALID, PAGE_SIZE_INVALID, PAGE_ARGUMENTS_INVALID, CURSOR_INVALID';

builder.queryField('audit', (t) =>
  t.field({
    type: AuditConnectionType,
    nullable: true,
    description: `The hash-chained history of a plan, ${AUDIT}, NO_PLAN.`,
    args: { ...yearArgs, ...auditArgs },
    resolve: (_root, { year, ...args }, context) => auditConnection(args, context, year ?? null),
  }),
);

builder.objectField(PlanType, 'audit', (t) =>
  t.field({
    type: AuditConnectionType,
    nullable: true,
    description: `Its hash-chained history, ${AUDIT}.`,
    args: auditArgs,
    resolve: ({ year }, args, context) => auditConnection(args, context, year),
  }),
);
