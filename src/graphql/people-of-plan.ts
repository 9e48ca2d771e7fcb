import { loadPeopleOfPlan, type PeopleOfPlan } from '../services/load-people-of-plan.ts';
import type { GraphqlContext } from './context.ts';
import { accept } from './refusal-error.ts';

/** What is being loaded: all entries of a list ask in the same moment, and later ones must see what was arranged meanwhile. */
const coming = new WeakMap<GraphqlContext, Map<number, Promise<PeopleOfPlan>>>();

/** @throws GraphQLError with the code NO_PLAN */
export function peopleOfPlan(year: number, context: GraphqlContext): Promise<PeopleOfPlan> {
  const ofRequest = coming.get(context) ?? new Map<number, Promise<PeopleOfPlan>>();
  coming.set(context, ofRequest);
  const known = ofRequest.get(year);
  if (known) return known;
  const loading = loadPeopleOfPlan(context.services, year)
    .then((loaded) => accept(loaded, context.language))
    .finally(() => ofRequest.delete(year));
  ofRequest.set(year, loading);
  return loading;
}
