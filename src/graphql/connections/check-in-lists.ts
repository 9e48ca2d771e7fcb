/** Check-ins as lists. */
import { type IsoDate, parseIsoDate } from '../../domain/dates.ts';
import {
  type CheckInPlace,
  type CheckInsQuery,
  type CheckInView,
  listCheckIns,
} from '../../services/lists/list-check-ins.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { accept } from '../refusal-error.ts';
import { CheckInType } from '../types/check-in.ts';
import { PlanType } from '../types/plan.ts';
import { StructureType } from '../types/structure.ts';
import { type Connection, createConnection } from './connection.ts';
import { invalidCursor } from './cursor.ts';
import { DateRangeType, parseRange } from './filters.ts';
import { yearArgs } from './list-args.ts';
import {
  CONTRARY,
  parseWindow,
  readingOrder,
  type WindowArgs,
  windowArgs,
  windowConnection,
} from './page-window.ts';

type Given<T> = T | null | undefined;

const CheckInOrderType = builder.enumType('CheckInOrder', {
  description: 'Order of check-ins. Those of one day come in an order that stays the same.',
  values: {
    OPENED_DESC: { description: 'By the day they ask on, the latest first.', value: 'DESC' },
    OPENED_ASC: { description: 'By the day they ask on, the earliest first.', value: 'ASC' },
  } as const,
});

const CheckInFilterType = builder.inputType('CheckInFilter', {
  description: 'Which check-ins: those to which all of it applies.',
  fields: (t) => ({
    structure: t.string({
      description:
        'Code, name or alias of a structure that answers for an item it asks about. Errors: UNKNOWN_STRUCTURE.',
    }),
    openedOn: t.field({ type: DateRangeType, description: 'The day it asks on.' }),
  }),
});

const checkInArgs = builder.args((t) => ({
  filter: t.field({ type: CheckInFilterType, required: false, description: 'Which ones; without it, all.' }),
  orderBy: t.field({ type: CheckInOrderType, required: false, description: 'Without it, OPENED_DESC.' }),
  ...windowArgs,
}));

const CheckInConnectionType = createConnection(CheckInType, 'CheckIn', 'check-ins');

type CheckInArgs = WindowArgs & {
  readonly filter?: Given<{
    readonly structure?: Given<string>;
    readonly openedOn?: Given<{ readonly from?: Given<IsoDate>; readonly to?: Given<IsoDate> }>;
  }>;
  readonly orderBy?: Given<'DESC' | 'ASC'>;
};

function readCheckInPlace([day, handle, ...others]: readonly unknown[]): CheckInPlace | undefined {
  const openedOn = typeof day === 'string' ? parseIsoDate(day) : undefined;
  return openedOn && typeof handle === 'string' && others.length === 0 ? { openedOn, handle } : undefined;
}

async function checkInConnection(
  args: CheckInArgs,
  { services, actor, language }: GraphqlContext,
  own: Pick<CheckInsQuery, 'year' | 'structures'>,
): Promise<Connection<CheckInView>> {
  const order = args.orderBy ?? 'DESC';
  const list = `checkIns/${order}`;
  const window = parseWindow(list, args, readCheckInPlace);
  const structure = args.filter?.structure;
  const page = accept(
    await listCheckIns(services, actor, {
      year: own.year,
      structures: [...own.structures, ...(structure ? [structure] : [])],
      openedOn: parseRange(args.filter?.openedOn),
      order: readingOrder(order, window, CONTRARY),
      after: window.from,
      limit: window.limit,
    }),
    language,
  );
  if (page === null) throw invalidCursor(args.after ?? args.before ?? '');
  return windowConnection(page, list, window, ({ openedOn, handle }) => [openedOn, handle]);
}

const CHECK_INS =
  'whatever day is asked for. Errors: UNKNOWN_STRUCTURE, RANGE_INVALID, PAGE_SIZE_INVALID, PAGE_ARGUMENTS_INVALID, CURSOR_INVALID';

builder.queryField('checkIns', (t) =>
  t.field({
    type: CheckInConnectionType,
    nullable: true,
    description: `Check-ins of a plan, ${CHECK_INS}, NO_PLAN.`,
    args: { ...yearArgs, ...checkInArgs },
    resolve: (_root, { year, ...args }, context) =>
      checkInConnection(args, context, { year: year ?? null, structures: [] }),
  }),
);

builder.objectField(PlanType, 'checkIns', (t) =>
  t.field({
    type: CheckInConnectionType,
    nullable: true,
    description: `Its check-ins, ${CHECK_INS}.`,
    args: checkInArgs,
    resolve: ({ year }, args, context) => checkInConnection(args, context, { year, structures: [] }),
  }),
);

builder.objectField(StructureType, 'checkIns', (t) =>
  t.field({
    type: CheckInConnectionType,
    nullable: true,
    description: `Check-ins that ask about something it answers for, ${CHECK_INS}.`,
    args: checkInArgs,
    resolve: ({ year, code }, args, context) =>
      checkInConnection(args, context, { year, structures: [code] }),
  }),
);
