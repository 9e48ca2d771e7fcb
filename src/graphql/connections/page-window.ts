/** Which part of a list a page is: so many from its beginning or after a cursor, or so many to its end or before one. */
import { builder } from '../builder.ts';
import { invalidInput, pageArgs, parseFirst } from '../page.ts';
import { type Connection, connectionOf } from './connection.ts';
import { parseCursor, printCursor } from './cursor.ts';

/** As `pageArgs`, for lists that are read from either end. */
export const windowArgs = builder.args((t) => ({
  ...pageArgs,
  last: t.int({
    required: false,
    description:
      'How many, in the same order, counted back from the end of the list or from `before`: 1–100. Not together with `first` or `after`.',
  }),
  before: t.string({
    required: false,
    description:
      'The `startCursor` of the page that follows, in the same order and with the same filter; without `last`, the 20 before it.',
  }),
}));

type Given<T> = T | null | undefined;

export type WindowArgs = {
  readonly first?: Given<number>;
  readonly after?: Given<string>;
  readonly last?: Given<number>;
  readonly before?: Given<string>;
};

export type Window<Place> = {
  readonly limit: number;
  /** Exclusive; null is the end of the list from which it is read. */
  readonly from: Place | null;
  /** Read from its end: a list in the contrary order gives what precedes `from`, the nearest first. */
  readonly isBackwards: boolean;
};

/**
 * @param list its name and order, as in its cursors
 * @throws GraphQLError with the code PAGE_ARGUMENTS_INVALID, PAGE_SIZE_INVALID or CURSOR_INVALID
 */
export function parseWindow<Place>(
  list: string,
  { first, after, last, before }: WindowArgs,
  read: (parts: readonly unknown[]) => Place | undefined,
): Window<Place> {
  const isGiven = (arg: unknown) => arg !== null && arg !== undefined;
  const isBackwards = isGiven(last) || isGiven(before);
  if (isBackwards && (isGiven(first) || isGiven(after))) {
    throw invalidInput('PAGE_ARGUMENTS_INVALID', (texts) => texts.pageArgumentsExpected);
  }
  return {
    limit: parseFirst(isBackwards ? last : first),
    from: parseCursor(list, isBackwards ? before : after, read),
    isBackwards,
  };
}

/** The order in which the window is read. */
export const readingOrder = <Order extends string>(
  order: Order,
  { isBackwards }: Pick<Window<unknown>, 'isBackwards'>,
  contrary: Readonly<Record<Order, Order>>,
): Order => (isBackwards ? contrary[order] : order);

export const CONTRARY = { DESC: 'ASC', ASC: 'DESC' } as const;

/** @param page as it was read, in the order of {@link readingOrder} */
export function windowConnection<Node, Place>(
  page: Parameters<typeof connectionOf<Node, Place>>[0],
  list: string,
  { from, isBackwards }: Window<Place>,
  partsOf: (place: Place) => Parameters<typeof printCursor>[1],
): Connection<Node> {
  const { edges, nodes, pageInfo } = connectionOf(
    page,
    (place) => printCursor(list, partsOf(place)),
    from !== null,
  );
  if (!isBackwards) return { edges, nodes, pageInfo };
  return {
    edges: edges.toReversed(),
    nodes: nodes.toReversed(),
    pageInfo: {
      hasNextPage: pageInfo.hasPreviousPage,
      hasPreviousPage: pageInfo.hasNextPage,
      startCursor: pageInfo.endCursor,
      endCursor: pageInfo.startCursor,
    },
  };
}
