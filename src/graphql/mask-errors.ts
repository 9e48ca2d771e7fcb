import { GraphQLError } from 'graphql';
import { API_TEXTS, type ApiTexts } from '../messages/api-texts.ts';
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
    const masked = (code: string, say: (texts: ApiTexts) => string, facts: object = {}) =>
      new GraphQLError(say(API_TEXTS[language]), {
        ...place,
        extensions: { code, messageIt: say(API_TEXTS.it), messageEn: say(API_TEXTS.en), ...facts },
      });
    // Neither is a bug: nothing was written, and the same request can be made again.
    if (cause instanceof StoreBusy) {
      return masked('DATABASE_BUSY', (texts) => texts.busy);
    }
    if (cause instanceof StoreFailed) {
      logger.error({ err: cause }, 'the disk took nothing: it was not recorded');
      return masked('NOT_RECORDED', (texts) => texts.notStored);
    }
    const errorId = newErrorId();
    logger.error({ err: cause, errorId }, 'unexpected error in a GraphQL request');
    return masked('INTERNAL_SERVER_ERROR', (texts) => texts.unexpected(errorId), { errorId });
  };
}

/** By name: `graphql` loaded both as ES and as CommonJS module in one process has two classes of it. */
const isGraphqlError = (error: unknown): error is GraphQLError =>
  error instanceof Error && error.name === 'GraphQLError';

/** Thrown as a GraphQLError in the first place, at whatever depth it was wrapped on its way. */
const isMeant = ({ originalError }: GraphQLError): boolean =>
  originalError === undefined || (isGraphqlError(originalError) && isMeant(originalError));
