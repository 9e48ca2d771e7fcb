/** Whether an item may be left to a colleague for a period. */
import { type Actor, may, mayArrangeFor } from './actor.ts';
import { answerersOf, type Item } from './answerers.ts';
import type { ArrangementChange, Arrangements, Delegation } from './arrangement.ts';
import { addDays, type IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import { accepted, type Refusal, type Result, refused } from './refusal.ts';

export type DelegationRequest = {
  readonly item: Item;
  readonly from: Person;
  readonly to: Person;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

const LONGEST_DAYS = 366;

/**
 * The changes that leave the item to `to`: a delegation of the same item by the same person that overlaps ends.
 * Refused: NOT_YOUR_PEOPLE, CANNOT_TAKE_OVER, DATE_IN_PAST, DATE_TOO_FAR, PERIOD_INVALID, NOT_YOURS,
 * NOT_IN_STRUCTURE, NOT_ASSIGNED.
 */
export function decideDelegation(
  request: DelegationRequest,
  setting: {
    readonly actor: Actor;
    readonly people: readonly Person[];
    readonly arrangements: Arrangements;
    readonly today: IsoDate;
  },
): Result<readonly ArrangementChange[]> {
  const { actor, people, arrangements, today } = setting;
  const { item, from, to, startsOn, endsOn } = request;
  const barred =
    notArranged(actor, from, item) ??
    cannotTakeOver(from, to) ??
    wrongPeriod(startsOn, endsOn, today) ??
    notTheirs(request, actor, people, arrangements);
  if (barred) return refused(barred);
  const replaced = ownDelegations(item, from, arrangements).filter(
    (each) => each.startsOn <= endsOn && startsOn <= each.endsOn,
  );
  return accepted([
    ...replaced.map(({ id }) => ({ kind: 'DELEGATION_ENDED', id }) as const),
    {
      kind: 'DELEGATED',
      delegation: { item: item.code, from: from.key, to: to.key, startsOn, endsOn },
    },
  ]);
}

/**
 * Of somebody who works in several structures a head leaves to others only what the person answers for in one that
 * they head. What somebody has in another's place is of no structure of theirs: there their head arranges for it.
 */
function notArranged(actor: Actor, { key, name, structures }: Person, item: Item): Refusal | null {
  const here = structures.filter((code) => item.structures.includes(code));
  if (key === actor.key || mayArrangeFor(actor, here.length > 0 ? here : structures)) return null;
  return { code: 'NOT_YOUR_PEOPLE', person: name, structures: here.length > 0 ? here : structures };
}

function cannotTakeOver(from: Person, to: Person): Refusal | null {
  const self = from.key === to.key;
  const reports = may(to, 'REPORT_OWN_STRUCTURES') || may(to, 'REPORT_ALL');
  return self || !reports ? { code: 'CANNOT_TAKE_OVER', person: to.name, self } : null;
}

function wrongPeriod(startsOn: IsoDate, endsOn: IsoDate, today: IsoDate): Refusal | null {
  const last = addDays(startsOn, LONGEST_DAYS);
  if (startsOn < today) return { code: 'DATE_IN_PAST', given: startsOn, today };
  if (endsOn < startsOn) return { code: 'PERIOD_INVALID', given: `${startsOn} – ${endsOn}` };
  return endsOn > last ? { code: 'DATE_TOO_FAR', given: endsOn, last } : null;
}

const ownDelegations = (
  { code }: Item,
  { key }: Person,
  { delegations }: Pick<Arrangements, 'delegations'>,
): readonly Delegation[] => delegations.filter((each) => each.item === code && each.from === key);

/** Only who answers for an item can leave it to somebody; what they have left already is still theirs to leave. */
function notTheirs(
  { item, from, startsOn }: DelegationRequest,
  actor: Actor,
  people: readonly Person[],
  arrangements: Arrangements,
): Refusal | null {
  const left = ownDelegations(item, from, arrangements);
  const delegations = arrangements.delegations.filter((each) => !left.includes(each));
  const answerers = answerersOf(item, people, { ...arrangements, delegations }, startsOn);
  if (answerers.some(({ person }) => person.key === from.key)) return null;
  const { code, structures } = item;
  if (structures.some((structure) => from.structures.includes(structure))) {
    return { code: 'NOT_ASSIGNED', item: code, person: from.name };
  }
  return from.key === actor.key
    ? { code: 'NOT_YOURS', item: code, structures }
    : { code: 'NOT_IN_STRUCTURE', person: from.name, item: code, structures };
}

/** Both who left it and who took it may end it, the head of either, and the planning office. */
export const mayEnd = (
  actor: Actor,
  { from, to }: Pick<Delegation, 'from' | 'to'>,
  people: readonly Person[],
): boolean =>
  [from, to].includes(actor.key) ||
  people.some(({ key, structures }) => [from, to].includes(key) && mayArrangeFor(actor, structures)) ||
  may(actor, 'ADMINISTER');
