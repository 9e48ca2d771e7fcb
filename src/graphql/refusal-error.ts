import { GraphQLError } from 'graphql';
import type { Refusal, Result } from '../domain/refusal.ts';
import type { Language } from '../messages/language.ts';
import { refusalText } from '../messages/refusals.ts';

/** The value, or the refusal of a query as an error that a program can read: its code and both languages. */
export function accept<T>(result: Result<T>, language: Language): T {
  if (result.ok) return result.value;
  throw refusalError(result.refusal, language);
}

/** A refusal as an error of GraphQL's own. */
export const refusalError = (refusal: Refusal, language: Language): GraphQLError =>
  new GraphQLError(refusalText(refusal, language), {
    extensions: {
      code: refusal.code,
      messageIt: refusalText(refusal, 'it'),
      messageEn: refusalText(refusal, 'en'),
      ...(refusal.code === 'UNKNOWN_CODE' && { near: refusal.near }),
      ...(refusal.code === 'NOT_A_PHASE' && { phases: refusal.phases }),
      ...(refusal.code === 'NO_BASELINE' && { known: refusal.known }),
      ...(refusal.code === 'NO_PLAN' && { years: refusal.years }),
      ...(refusal.code === 'NOT_IN_BASELINE' && {
        baseline: refusal.baseline,
        change: refusal.change && {
          kind: refusal.change.kind,
          into: refusal.change.into,
          motivation: refusal.change.motivation,
        },
      }),
    },
  });
