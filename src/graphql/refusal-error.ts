import { GraphQLError } from 'graphql';
import type { Refusal, Result } from '../domain/refusal.ts';
import { apiRefusalText } from '../messages/api-refusals.ts';
import type { Language } from '../messages/language.ts';

/** The value, or the refusal of a query as an error that a program can read: its code and both languages. */
export function accept<T>(result: Result<T>, language: Language): T {
  if (result.ok) return result.value;
  throw refusalError(result.refusal, language);
}

/** A refusal as an error of GraphQL's own. */
export const refusalError = (refusal: Refusal, language: Language): GraphQLError =>
  new GraphQLError(apiRefusalText(refusal, language), {
    extensions: {
      code: refusal.code,
      messageIt: apiRefusalText(refusal, 'it'),
      messageEn: apiRefusalText(refusal, 'en'),
      ...(refusal.code === 'UNKNOWN_CODE' && { near: refusal.near }),
      ...(refusal.code === 'UNKNOWN_STRUCTURE' && { known: refusal.known }),
      ...(refusal.code === 'NOT_A_PHASE' && { goal: refusal.goal, phases: refusal.phases }),
      ...(refusal.code === 'NOT_A_GOAL' && { goal: refusal.goal, phase: refusal.phase }),
      ...(refusal.code === 'MEASURED_BY_FIGURES' && { goal: refusal.goal }),
      ...(refusal.code === 'NOT_MEASURED_BY_FIGURES' && { goals: refusal.goals }),
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
