/** What another GraphQL server needs to answer over the tree that the product loads: its schema, and its services. */
import { openContext } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { GraphqlContext } from '../../src/graphql/context.ts';

export { schema } from '../../src/graphql/schema.ts';

const ACTOR: Actor = { key: 'api', role: 'PLANNING', structures: [] };

export async function openLoadedTree(): Promise<GraphqlContext> {
  const services = await openContext(parseConfig(process.env), { seed: false });
  return {
    services,
    actor: ACTOR,
    caller: { actor: ACTOR, counted: 'api', introspects: true },
    language: 'it',
  };
}
