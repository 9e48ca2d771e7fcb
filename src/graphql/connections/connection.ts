/** The types of a list that is read a page at a time, as Relay's specification of connections has them. */
import type { InterfaceRef, ObjectRef, SchemaTypes } from '@pothos/core';
import type { ListPage } from '../../services/lists/list-page.ts';
import { builder } from '../builder.ts';
import { PageInfoType } from '../types/page-info.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T extends SchemaTypes> ? T : never;

type Edge<Node> = { readonly cursor: string; readonly node: Node };

export type Connection<Node> = {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/** A list of what a filter lets through has no count in any index, and some have millions of rows. */
const UNCOUNTED =
  'There is no count of all of them: the list grows for ever, and to count it would read what no page needs.';

/**
 * @param name of the node's type
 * @param what in the plural, as descriptions begin with it
 */
export function createConnection<Node>(
  node: ObjectRef<Types, Node> | InterfaceRef<Types, Node>,
  name: string,
  what: string,
): ObjectRef<Types, Connection<Node>> {
  const edge = builder.objectRef<Edge<Node>>(`${name}Edge`);
  edge.implement({
    description: `One of a page of ${what}, with its place in the list.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Its place: `after` of the page that follows it, `before` of the one that precedes it.',
      }),
      node: t.field({
        type: node,
        description: 'What stands there.',
        resolve: (parent) => parent.node as never,
      }),
    }),
  });
  const connection = builder.objectRef<Connection<Node>>(`${name}Connection`);
  connection.implement({
    description: `A page of ${what}. It may hold less than was asked for although more follow: \`pageInfo\` tells. ${UNCOUNTED}`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'What the page holds, each with its cursor.',
        resolve: (parent) => parent.edges,
      }),
      nodes: t.field({
        type: [node],
        description: 'The same without cursors.',
        resolve: (parent) => parent.nodes as never,
      }),
      pageInfo: t.expose('pageInfo', {
        type: PageInfoType,
        description: 'Whether more follow, and after which cursor.',
      }),
    }),
  });
  return connection;
}

/** @param hasPrevious whether the page was asked for `after` a cursor */
export function connectionOf<Node, Place>(
  { rows, more, reached }: ListPage<Node, Place>,
  printPlace: (place: Place) => string,
  hasPrevious: boolean,
): Connection<Node> {
  const edges = rows.map(({ row, place }) => ({ cursor: printPlace(place), node: row }));
  const last = edges.at(-1)?.cursor ?? null;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: more && reached !== null ? printPlace(reached) : last,
    },
  };
}
