import { builder } from '../builder.ts';

/** Description of the id of what has figures. */
export const FIGURES_ID =
  'Opaque and stable; with the day and the baseline in it, where they were asked for.';
/** Of what is as it is, whatever day is asked for. */
export const ROW_ID = 'Opaque and stable.';

export const NodeType = builder.interfaceRef<object>('Node').implement({
  description:
    'Something with an id of its own, which `node(id)` finds again. Ids are opaque and stay the same. Figures that were asked for with `asOf` or `baseline` have these in their id, and in those of all below: a cache that keeps objects by their id never mixes two days.',
  // `node(id)` names the type of what it has found.
  resolveType: (found) => ('__typename' in found ? String(found.__typename) : undefined),
  fields: (t) => ({
    id: t.id({
      description: 'Opaque and stable.',
      resolve: () => {
        throw new Error('a node has an id of its own');
      },
    }),
  }),
});
