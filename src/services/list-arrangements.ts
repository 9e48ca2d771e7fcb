/** What is arranged among people, for those who arrange it. */
import { type Actor, may, mayArrangeFor } from '../domain/actor.ts';
import { holdsOn } from '../domain/arrangement.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { loadResponsibilities } from './load-responsibilities.ts';
import { listDelegations, type NamedDelegation } from './read-own-arrangements.ts';

export type AssignmentView = { readonly item: string; readonly person: string };

export type DelegationView = {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** Whether it holds today; else it will. */
  readonly holds: boolean;
};

export type AbsenceView = {
  readonly person: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Whoever else set it; null where the person did. */
  readonly setBy: string | null;
};

export type ArrangementsView = {
  readonly assignments: readonly AssignmentView[];
  readonly delegations: readonly DelegationView[];
  readonly absences: readonly AbsenceView[];
};

export const delegationView = (
  { item, from, to, startsOn, endsOn, ...rest }: NamedDelegation,
  today: IsoDate,
): DelegationView => ({
  item,
  from: from.name,
  to: to.name,
  startsOn,
  endsOn,
  holds: holdsOn({ ...rest, item, from: from.key, to: to.key, startsOn, endsOn }, today),
});

/**
 * Of the current plan, what is not over: of everybody for the planning office, of the people of their structures for a
 * head. Refused: ROLE_MAY_NOT, NO_PLAN.
 */
export async function listArrangements(context: Context, actor: Actor): Promise<Result<ArrangementsView>> {
  if (!may(actor, 'ADMINISTER') && !may(actor, 'ARRANGE_OWN_STRUCTURES')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ARRANGE_OWN_STRUCTURES' });
  }
  const loaded = await loadResponsibilities(context);
  if (!loaded.ok) return loaded;
  const delegations = await listDelegations(context);
  if (!delegations.ok) return delegations;
  const { people, arrangements } = loaded.value;
  const today = context.clock.today();
  const seen = (person: Person) => mayArrangeFor(actor, person.structures);
  const theirs = new Map(people.filter(seen).map((person) => [person.key, person]));
  return accepted({
    assignments: arrangements.assignments.flatMap(({ item, person }): readonly AssignmentView[] => {
      const assigned = theirs.get(person);
      return assigned ? [{ item, person: assigned.name }] : [];
    }),
    delegations: delegations.value
      .filter(({ from, to }) => seen(from) || seen(to))
      .map((each) => delegationView(each, today)),
    absences: [...theirs.values()].flatMap(({ key, name }): readonly AbsenceView[] => {
      const away = arrangements.settings.get(key)?.away ?? null;
      if (away === null || away.until < today) return [];
      const setBy =
        away.setBy === key ? null : (people.find((each) => each.key === away.setBy)?.name ?? null);
      return [{ person: name, from: away.from, until: away.until, setBy }];
    }),
  });
}
