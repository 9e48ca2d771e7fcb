import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import type { IsoDate } from '../domain/dates.ts';
import type { Bps } from '../domain/plan.ts';
import type { GraphqlContext } from './context.ts';
import { fieldCost } from './limits/field-cost.ts';

/** Types are written over the view objects of `services/views/`; resolvers only read their properties. */
export const builder = new SchemaBuilder<{
  Context: GraphqlContext;
  DefaultFieldNullability: false;
  Scalars: {
    Date: { Input: IsoDate; Output: IsoDate };
    DateTime: { Input: string; Output: string };
    BasisPoints: { Input: Bps; Output: Bps };
    URL: { Input: string; Output: string };
  };
}>({
  plugins: [ComplexityPlugin],
  defaultFieldNullability: false,
  // Counted before execution, not in each resolver: see `limits/cost-limit.ts`.
  complexity: { fieldComplexity: fieldCost, disabled: true },
});

builder.queryType({
  description:
    'Figures of the plan as of a day. Percentages are unrounded numbers from 0 to 100; null is “no figure”, never 0.',
});
builder.mutationType({
  description:
    'Everything that Slack can do, decided as there: an expected refusal is a result, not an error. Each takes a key of the client’s, under which it is done once.',
});
builder.subscriptionType({
  description:
    'What happens to the plan, as server-sent events (`Accept: text/event-stream`), by POST or GET. Each event has a cursor: `after` resumes there, with nothing missed and nothing twice. At most 5 streams a key, and 100 in all.',
});
