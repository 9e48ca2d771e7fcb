import { type Actor, mayArrangeFor } from '../domain/actor.ts';
import { type CheckIn, closedSince, waitsToAsk } from '../domain/check-in.ts';
import type { IsoDate } from '../domain/dates.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findPersonByKey } from './find-person.ts';
import { findPersonActedFor } from './find-person-acted-for.ts';
import { findPlan } from './load-figures.ts';

export type CheckInActedOn = {
  /** As programs name it; null is the person's own that takes answers. */
  readonly named:
    | { readonly year: number; readonly openedOn: IsoDate; readonly handle: string }
    /** What names no check-in. */
    | { readonly given: string }
    | null;
  /** Address, key or name of the person asked; null is the actor, or of a named one whoever was asked. */
  readonly onBehalfOf: string | null;
};

/**
 * The check-in that somebody acts on: their own, or of a person for whom they arrange. Refused: NO_PLAN,
 * UNKNOWN_CHECK_IN, NOT_YOUR_CHECK_IN, and what `findPersonActedFor` refuses.
 */
export async function findCheckInActedOn(
  context: Context,
  actor: Actor,
  { named, onBehalfOf }: CheckInActedOn,
): Promise<Result<CheckIn>> {
  if (named !== null && 'given' in named) return refused({ code: 'UNKNOWN_CHECK_IN', ...named });
  const plan = await findPlan(context, named?.year ?? null);
  if (!plan.ok) return plan;
  if (named !== null) {
    const { openedOn, handle } = named;
    const checkIn = await context.store.findCheckInByHandle(plan.value.id, openedOn, handle);
    if (!checkIn) return refused({ code: 'UNKNOWN_CHECK_IN', given: handle });
    const asked = await findPersonByKey(context, checkIn.person);
    const may = checkIn.person === actor.key || (asked && mayArrangeFor(actor, asked.structures));
    if (!may) return refused({ code: 'NOT_YOUR_CHECK_IN' });
    if (onBehalfOf === null) return accepted(checkIn);
    const person = await findPersonActedFor(context, actor, onBehalfOf);
    if (!person.ok) return person;
    return person.value.key === checkIn.person ? accepted(checkIn) : refused({ code: 'NOT_YOUR_CHECK_IN' });
  }
  const person = await findPersonActedFor(context, actor, onBehalfOf);
  if (!person.ok) return person;
  const today = context.clock.today();
  const unclosed = await context.store.listUnclosedCheckIns(plan.value.id);
  const open = unclosed
    .filter((each) => each.person === person.value.key && !waitsToAsk(each))
    .filter((each) => closedSince(each, today) === null)
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1));
  const latest = open.at(-1);
  return latest ? accepted(latest) : refused({ code: 'UNKNOWN_CHECK_IN', given: '' });
}
