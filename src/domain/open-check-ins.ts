/** Whom a check-in asks about what, and whom it leaves alone. */
import { answerersOf } from './answerers.ts';
import { type CheckIn, waitsToAsk } from './check-in.ts';
import { type Outcome, outcomeFor, type RoundInput } from './check-in-outcome.ts';
import type { IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import { openItems } from './open-items.ts';
import type { PlanItem } from './plan-items.ts';

export type OpenedCheckIns = {
  readonly opened: readonly CheckIn[];
  /**
   * Earlier ones of those who are asked at once, which the newer one replaces. Where the newer one waits for the
   * person's hours the earlier ones stay until it is asked.
   */
  readonly closed: readonly CheckIn[];
  /** Of those opened, who is asked at once. */
  readonly asked: readonly Person[];
  /** Of those opened, who waits for their hours or for the end of an absence, with the instant (ISO 8601 in UTC) at which they are asked. */
  readonly waiting: readonly { readonly person: Person; readonly at: string }[];
  /** Asked already today, or to be asked soon: not asked twice. */
  readonly askedToday: readonly Person[];
  /** Put off what was asked before and is open still, with the instant at which the snooze ends: left in peace. */
  readonly snoozed: readonly { readonly person: Person; readonly at: string }[];
  /** Absent today, with the last day of it. */
  readonly away: readonly { readonly person: Person; readonly until: IsoDate }[];
  /** Today's holiday where they work; null on a weekend. */
  readonly onHoliday: readonly { readonly person: Person; readonly holiday: string | null }[];
  /** All that they answer for was reported on in the last days. */
  readonly recentlyReported: readonly Person[];
  /** Their hours and absences leave no moment to ask them in the next days. */
  readonly unreachable: readonly Person[];
  /** People with nothing open to answer for. */
  readonly nothingToAsk: readonly Person[];
};

/** Decides whom to ask what on the figures' day. */
export function openCheckIns(input: RoundInput): OpenedCheckIns {
  const items = itemsByPerson(input);
  const outcomes = input.people
    // Who has nothing of their own is asked only for what was left to them.
    .filter(({ key, role }) => role === 'STAFF' || role === 'HEAD' || items.has(key))
    .map((person) => ({ person, outcome: outcomeFor(person, items.get(person.key) ?? [], input) }));
  const peopleWith = (kind: Outcome['kind']) =>
    outcomes.filter(({ outcome }) => outcome.kind === kind).map(({ person }) => person);
  const opened = outcomes.flatMap(({ outcome }) => (outcome.kind === 'OPENED' ? [outcome.checkIn] : []));
  return {
    opened,
    closed: input.known.filter(
      (each) =>
        each.closedOn === null && opened.some((newer) => newer.person === each.person && !waitsToAsk(newer)),
    ),
    asked: outcomes.flatMap(({ person, outcome }) =>
      outcome.kind === 'OPENED' && !waitsToAsk(outcome.checkIn) ? [person] : [],
    ),
    waiting: outcomes.flatMap(({ person, outcome }) =>
      outcome.kind === 'OPENED' && outcome.checkIn.owed !== null && waitsToAsk(outcome.checkIn)
        ? [{ person, at: outcome.checkIn.owed.at }]
        : [],
    ),
    askedToday: peopleWith('ASKED_TODAY'),
    snoozed: outcomes.flatMap(({ person, outcome }) =>
      outcome.kind === 'SNOOZED' ? [{ person, at: outcome.at }] : [],
    ),
    away: outcomes.flatMap(({ person, outcome }) =>
      outcome.kind === 'AWAY' ? [{ person, until: outcome.until }] : [],
    ),
    onHoliday: outcomes.flatMap(({ person, outcome }) =>
      outcome.kind === 'HOLIDAY' ? [{ person, holiday: outcome.holiday }] : [],
    ),
    recentlyReported: peopleWith('RECENT'),
    unreachable: peopleWith('UNREACHABLE'),
    nothingToAsk: peopleWith('NOTHING'),
  };
}

/** By key of the person, what is open that they answer for; managers answer for nothing. */
function itemsByPerson({ figures, people, arrangements }: RoundInput): ReadonlyMap<string, PlanItem[]> {
  const found = new Map<string, PlanItem[]>();
  for (const item of openItems(figures)) {
    for (const { person } of answerersOf(item, people, arrangements, figures.day)) {
      if (person.role !== 'MANAGER') found.set(person.key, [...(found.get(person.key) ?? []), item]);
    }
  }
  return found;
}
