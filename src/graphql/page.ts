/** Lists that grow for ever, a page at a time. */
import { GraphQLError } from 'graphql';
import { API_TEXTS, type ApiTexts } from '../messages/api-texts.ts';
import { builder } from './builder.ts';

/** What a page holds unless asked otherwise, and at most. */
const PAGE = { usual: 20, most: 100 } as const;

export const pageArgs = builder.args((t) => ({
  first: t.int({ required: false, description: `How many: 1–${PAGE.most}; without it, ${PAGE.usual}.` }),
  after: t.string({
    required: false,
    description:
      'The `endCursor` of the page before, in the same order and with the same filter; without it, the first page.',
  }),
}));

/** @throws GraphQLError with the code PAGE_SIZE_INVALID */
export function parseFirst(first: number | null | undefined): number {
  const limit = first ?? PAGE.usual;
  if (limit < 1 || limit > PAGE.most) {
    throw invalidInput('PAGE_SIZE_INVALID', (texts) => texts.pageSizeExpected(limit, PAGE.most));
  }
  return limit;
}

/**
 * An error of the request itself: its code, and what is accepted in both languages. `limits/worded-errors.ts` gives it the
 * `message` of the configured one.
 */
export function invalidInput(code: string, say: (texts: ApiTexts) => string): GraphQLError {
  const messageEn = say(API_TEXTS.en);
  return new GraphQLError(messageEn, { extensions: { code, messageIt: say(API_TEXTS.it), messageEn } });
}
