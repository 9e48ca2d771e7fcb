import { GraphQLError } from 'graphql';
import { API_TEXTS } from '../messages/api-texts.ts';
import type { Language } from '../messages/language.ts';
import { StoreBusy, StoreFailed } from '../services/context.ts';

export type ErrorLogger = { error(details: Readonly<Record<string, unknown>>, message: string): void };

/** Lets through what was meant for the client; anything else is logged, and the client gets its identifier. */
export function createErrorMask(
  language: Language,
  logger: ErrorLogger,
  newErrorId: () => string,
): (error: unknown) => Error {
  return (error) => {
    if (isGraphqlError(error) && isMeant(error)) return error;
    const wrapper = isGraphqlError(error) ? error : undefined;
    const cause = wrapper?.originalError ?? error;
    const place = { path: wrapper?.path ?? null, nodes: wrapper?.nodes ?? null };
    // Neither is a bug: nothing was written, and the same request can be made again.
    if (cause instanceof StoreBusy) {
      return new GraphQLError(API_TEXTS[language].busy, { ...place, extensions: { code: 'DATABASE_BUSY' } });
    }
    if (cause instanceof StoreFailed) {
      logger.error({ err: cause }, 'the disk took nothing: it was not recorded');
      return new GraphQLError(API_TEXTS[language].notStored, {
        ...place,
        extensions: { code: 'NOT_RECORDED' },
      });
    }
    const errorId = newErrorId();
    logger.error({ err: cause, errorId }, 'unexpected error in a GraphQL request');
    return new GraphQLError(API_TEXTS[language].unexpected(errorId), {
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    });
  };
}

/** By name: `graphql` loaded both as ES and as CommonJS module in one process has two classes of it. */
const isGraphqlError = (error: unknown): error is GraphQLError =>
  error instanceof Error && error.name === 'GraphQLError';

/** Thrown as a GraphQLError in the first place, at whatever depth it was wrapped on its way. */
const isMeant = ({ originalError }: GraphQLError): boolean =>
  originalError === undefined || (isGraphqlError(originalError) && isMeant(originalError));
