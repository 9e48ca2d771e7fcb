/** Messages to be told in Slack as lists. */
import type { Notice } from '../../domain/notice.ts';
import { type DeliveryState, listDeliveries } from '../../services/lists/list-deliveries.ts';
import { builder } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { accept } from '../refusal-error.ts';
import { DeliveryStateType, DeliveryType } from '../types/delivery.ts';
import { MessageKindType } from '../types/outbox.ts';
import { PlanType } from '../types/plan.ts';
import { createConnection } from './connection.ts';
import { readPosition } from './cursor.ts';
import { DateTimeRangeType, parseRange } from './filters.ts';
import { type ArrivalArgs, ArrivalOrderType, yearArgs } from './list-args.ts';
import { CONTRARY, parseWindow, readingOrder, windowArgs, windowConnection } from './page-window.ts';

type Given<T> = T | null | undefined;

const DeliveryFilterType = builder.inputType('DeliveryFilter', {
  description: 'Which deliveries: those to which all of it applies.',
  fields: (t) => ({
    structure: t.string({
      description: 'Code, name or alias of a structure to which they go. Errors: UNKNOWN_STRUCTURE.',
    }),
    state: t.field({ type: [DeliveryStateType], description: 'How they stand: any of these.' }),
    kind: t.field({ type: [MessageKindType], description: 'What they tell: any of these.' }),
    recordedAt: t.field({
      type: DateTimeRangeType,
      description: 'The instant they were given out to be sent.',
    }),
  }),
});

const DeliveryConnectionType = createConnection(DeliveryType, 'Delivery', 'deliveries');

const deliveryArgs = builder.args((t) => ({
  filter: t.field({ type: DeliveryFilterType, required: false, description: 'Which ones; without it, all.' }),
  orderBy: t.field({ type: ArrivalOrderType, required: false, description: 'Without it, RECORDED_DESC.' }),
  ...windowArgs,
}));

type DeliveryArgs = ArrivalArgs<{
  readonly structure?: Given<string>;
  readonly state?: Given<readonly DeliveryState[]>;
  readonly kind?: Given<readonly Notice['kind'][]>;
}>;

async function deliveryConnection(
  args: DeliveryArgs,
  { services, actor, language }: GraphqlContext,
  year: number | null,
) {
  const order = args.orderBy ?? 'DESC';
  const list = `deliveries/${order}`;
  const window = parseWindow(list, args, readPosition);
  const { structure, state, kind, recordedAt } = args.filter ?? {};
  const page = await listDeliveries(services, actor, {
    year,
    structure: structure ?? null,
    states: state ?? null,
    kinds: kind ?? null,
    recordedAt: parseRange(recordedAt),
    order: readingOrder(order, window, CONTRARY),
    after: window.from,
    limit: window.limit,
  });
  return windowConnection(accept(page, language), list, window, (place) => [place]);
}

const DELIVERIES =
  'and how their delivery went, whatever day is asked for. Errors: UNKNOWN_STRUCTURE, RANGE_INVALID, PAGE_SIZE_INVALID, PAGE_ARGUMENTS_INVALID, CURSOR_INVALID';

builder.queryField('deliveries', (t) =>
  t.field({
    type: DeliveryConnectionType,
    nullable: true,
    description: `Messages of a plan ${DELIVERIES}, NO_PLAN.`,
    args: { ...yearArgs, ...deliveryArgs },
    resolve: (_root, { year, ...args }, context) => deliveryConnection(args, context, year ?? null),
  }),
);

builder.objectField(PlanType, 'deliveries', (t) =>
  t.field({
    type: DeliveryConnectionType,
    nullable: true,
    description: `Its messages ${DELIVERIES}.`,
    args: deliveryArgs,
    resolve: ({ year }, args, context) => deliveryConnection(args, context, year),
  }),
);
