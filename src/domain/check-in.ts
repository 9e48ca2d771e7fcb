/** A check-in: one message to one person, listing what that person's structures answer for. */

import type { ItemCode, StructureCode } from './codes.ts';
import { addDays, type IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import type { PlanFigures } from './plan-figures.ts';

export type CheckIn = {
  readonly id: string;
  /** Key of the person asked. */
  readonly person: string;
  readonly openedOn: IsoDate;
  /** The last day on which it can be answered. */
  readonly closesOn: IsoDate;
  /** The day it was closed before its time, because a newer one took its place; null while it was not. */
  readonly closedOn: IsoDate | null;
  /** The plan's last sequence when it was opened: what was said of an item after it is its answer. */
  readonly openedAtSequence: number;
  readonly items: readonly ItemCode[];
};

/** One check-in a person, plan and day: asking again on the same day is the same check-in. */
export const checkInId = (planYear: number, day: IsoDate, person: Person): string =>
  `${planYear}-${day}-${person.key}`;

const KEY_PREFIX = 'check-in/';

/** Outbox key of the message that a check-in is: by it the message is found again in Slack. */
export const checkInKey = (id: string): string => `${KEY_PREFIX}${id}`;

/** The check-in that a message sent under `key` is, or undefined. */
export const checkInOfKey = (key: string): string | undefined =>
  key.startsWith(KEY_PREFIX) ? key.slice(KEY_PREFIX.length) : undefined;

/** The day on which `checkIn` stopped taking answers, or null while it takes them. */
export function closedSince(checkIn: CheckIn, today: IsoDate): IsoDate | null {
  if (checkIn.closedOn !== null) return checkIn.closedOn;
  return today > checkIn.closesOn ? checkIn.closesOn : null;
}

/**
 * What `structures` are asked about: their phases that have started and are not complete, and the indicators
 * they answer for. What is neutralised, lies ahead or is unknown is not asked.
 */
export function itemsToAsk(figures: PlanFigures, structures: readonly StructureCode[]): readonly ItemCode[] {
  const answersFor = (codes: readonly StructureCode[]) => codes.some((code) => structures.includes(code));
  return figures.goals
    .filter((each) => each.neutralised === null)
    .flatMap((each): readonly ItemCode[] => {
      if (each.goal.measuredBy === 'FIGURES') return answersFor(each.goal.structures) ? [each.goal.code] : [];
      return each.phases
        .filter(({ phase, neutralised, figure }) => {
          const open = figure.health?.health !== 'COMPLETED' && phase.start <= figures.day;
          return open && neutralised === null && answersFor(phase.structures);
        })
        .map(({ phase }) => phase.code);
    });
}

export type OpenedCheckIns = {
  readonly opened: readonly CheckIn[];
  /** Earlier ones of the same people, which a newer one replaces. */
  readonly closed: readonly CheckIn[];
  /** Asked already today: not asked twice. */
  readonly askedToday: readonly Person[];
  /** People with nothing open to answer for. */
  readonly nothingToAsk: readonly Person[];
};

/** Decides whom to ask what on the figures' day. */
export function openCheckIns(input: {
  readonly figures: PlanFigures;
  readonly people: readonly Person[];
  /** Those not closed yet, and those opened on this very day: a simulated day may come round again. */
  readonly known: readonly CheckIn[];
  readonly lastSequence: number;
  /** Days after the day of asking on which answers are taken. */
  readonly daysOpen: number;
}): OpenedCheckIns {
  const { figures, people, known } = input;
  const day = figures.day;
  const asked = people.filter((person) => person.role === 'STAFF' || person.role === 'HEAD');
  const askedToday = asked.filter((person) =>
    known.some((each) => each.person === person.key && each.openedOn === day),
  );
  const free = asked.filter((person) => !askedToday.includes(person));
  const wanted = free.map((person) => ({ person, items: itemsToAsk(figures, person.structures) }));
  const opened = wanted
    .filter(({ items }) => items.length > 0)
    .map(({ person, items }) => ({
      id: checkInId(figures.plan.year, day, person),
      person: person.key,
      openedOn: day,
      closesOn: addDays(day, input.daysOpen),
      closedOn: null,
      openedAtSequence: input.lastSequence,
      items,
    }));
  return {
    opened,
    closed: known.filter(
      (each) => each.closedOn === null && opened.some((newer) => newer.person === each.person),
    ),
    askedToday,
    nothingToAsk: wanted.filter(({ items }) => items.length === 0).map(({ person }) => person),
  };
}
