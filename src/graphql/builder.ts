import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
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
}>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    pageInfoTypeOptions: { description: 'Where a page of a list begins and ends.' },
  },
  // Of one request; what it may be is for `limits/` to say.
  complexity: { defaultComplexity: 1, defaultListMultiplier: 1 },
});

builder.queryType({
  description:
    'Figures of the plan as of a day. Percentages are unrounded numbers from 0 to 100; null is “no figure”, never 0.',
});
builder.mutationType({
  description:
    'What a structure says of a phase or of an indicator. The same decision as from Slack: an expected refusal is a result, not an error.',
});
