import { builder } from '../builder.ts';

export type PageInfoView = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};

export const PageInfoType = builder.objectRef<PageInfoView>('PageInfo').implement({
  description: 'Where a page of a list begins and ends.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description:
        'Whether more may follow; of a page asked for `before` a cursor, true. A page that looked at thousands of rows without finding enough ends early and says so.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description:
        'Whether more may precede: looked for with `last`; of a page asked for `after` a cursor, true.',
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description:
        '`before` of the page that precedes it, where the list is read from either end: the cursor of the first entry, or of the last row looked at; null where there is none.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description:
        '`after` of the next page: the cursor of the last entry, or of the last row looked at; null where there is none.',
    }),
  }),
});
