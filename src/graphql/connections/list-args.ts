/** Arguments that several lists have. */
import { builder } from '../builder.ts';
import type { WindowArgs } from './page-window.ts';

export const yearArgs = builder.args((t) => ({
  year: t.int({
    required: false,
    description: 'The plan’s year; without it, the latest plan whose year has begun.',
  }),
}));

export const ArrivalOrderType = builder.enumType('ArrivalOrder', {
  description: 'Order of what is put down one after the other.',
  values: {
    RECORDED_DESC: { description: 'The latest first.', value: 'DESC' },
    RECORDED_ASC: { description: 'The earliest first.', value: 'ASC' },
  } as const,
});

type Given<T> = T | null | undefined;
type GivenInstants = Given<{ readonly from?: Given<string>; readonly to?: Given<string> }>;

/** Of a list of what is put down one after the other. */
export type ArrivalArgs<Filter> = WindowArgs & {
  readonly filter?: Given<Filter & { readonly recordedAt?: GivenInstants }>;
  readonly orderBy?: Given<'DESC' | 'ASC'>;
};
