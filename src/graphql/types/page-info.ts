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
        'Whether more may follow. A page that looked at thousands of rows without finding enough ends early and says so.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'Whether the page was asked for `after` a cursor. Lists are read forwards alone.',
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'Cursor of the first entry; null of an empty page.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description:
        '`after` of the next page: the cursor of the last entry, or of the last row looked at; null where there is none.',
    }),
  }),
});
