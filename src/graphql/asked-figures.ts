import type { IsoDate } from '../domain/dates.ts';
import { loadFigures } from '../services/load-figures.ts';
import { type AskedFigures, withAsked } from '../services/views/asked-view.ts';
import { builder } from './builder.ts';
import type { GraphqlContext } from './context.ts';
import { accept } from './refusal-error.ts';

/** Which figures an entry point is asked for; inherited by everything below it. */
export const figuresArgs = builder.args((t) => ({
  year: t.int({
    required: false,
    description: 'The plan’s year; without it, the latest plan whose year has begun.',
  }),
  asOf: t.field({
    type: 'Date',
    required: false,
    description: 'The day of the figures, counting what was reported on or before it; without it, today.',
  }),
  baseline: t.int({
    required: false,
    description:
      'Number of the baseline, 0 for the plan as approved; without it, the one in force on `asOf` (domain rule 9).',
  }),
}));

export type FiguresArgs = {
  readonly year?: number | null | undefined;
  readonly asOf?: IsoDate | null | undefined;
  readonly baseline?: number | null | undefined;
};

/** @throws GraphQLError with the code NO_PLAN or NO_BASELINE. */
export async function askedFigures(args: FiguresArgs, context: GraphqlContext): Promise<AskedFigures> {
  const [year, asOf, baseline] = [args.year ?? null, args.asOf ?? null, args.baseline ?? null];
  const loaded = await loadFigures(context.services, { year, asOf, baseline });
  return withAsked(accept(loaded, context.language).figures, { asOf, baseline });
}
