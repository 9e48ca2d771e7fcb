/** Lists that grow for ever, a page at a time, newest first. */
import { GraphQLError } from 'graphql';
import { API_TEXTS, type ApiTexts } from '../messages/api-texts.ts';
import { builder } from './builder.ts';

/** What a page holds unless asked otherwise, and at most. */
const PAGE = { usual: 20, most: 50 } as const;

export const pageArgs = builder.args((t) => ({
  first: t.int({ required: false, description: `How many: 1–${PAGE.most}; without it, ${PAGE.usual}.` }),
  after: t.string({
    required: false,
    description: 'The `endCursor` of the page before; without it, the newest.',
  }),
}));

type PageArgs = { readonly first?: number | null | undefined; readonly after?: string | null | undefined };

/** @throws GraphQLError with the code PAGE_SIZE_INVALID or CURSOR_INVALID */
export function parsePage({ first, after }: PageArgs): {
  readonly limit: number;
  readonly before: number | null;
} {
  const limit = first ?? PAGE.usual;
  if (limit < 1 || limit > PAGE.most)
    throw invalid('PAGE_SIZE_INVALID', (t) => t.pageSizeExpected(limit, PAGE.most));
  return { limit, before: after === null || after === undefined ? null : parseCursor(after) };
}

function parseCursor(text: string): number {
  const position = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(position))
    throw invalid('CURSOR_INVALID', (t) => t.cursorExpected(text.slice(0, 100)));
  return position;
}

function invalid(code: string, say: (texts: ApiTexts) => string): GraphQLError {
  const messageEn = say(API_TEXTS.en);
  return new GraphQLError(messageEn, { extensions: { code, messageIt: say(API_TEXTS.it), messageEn } });
}

export type PageInfo = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};

/** @param next position after which the next page goes on; null of the last page */
export const pageInfoOf = (next: number | null): PageInfo => ({
  hasNextPage: next !== null,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: next === null ? null : String(next),
});

export const PageInfoType = builder.pageInfoRef();
