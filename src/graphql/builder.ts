import SchemaBuilder from '@pothos/core';
import type { IsoDate } from '../domain/dates.ts';
import type { Bps } from '../domain/plan.ts';
import type { GraphqlContext } from './context.ts';

/** Types are written over the view objects of `services/views/`; resolvers only read their properties. */
export const builder = new SchemaBuilder<{
  Context: GraphqlContext;
  DefaultFieldNullability: false;
  Scalars: {
    Date: { Input: IsoDate; Output: IsoDate };
    DateTime: { Input: string; Output: string };
    BasisPoints: { Input: Bps; Output: Bps };
  };
}>({ defaultFieldNullability: false });

builder.queryType({
  description:
    'Figures of the plan as of a day. Percentages are unrounded numbers from 0 to 100; null is “no figure”, never 0.',
});
builder.mutationType({
  description:
    'What a structure says of a phase or of an indicator. The same decision as from Slack: an expected refusal is a result, not an error.',
});
