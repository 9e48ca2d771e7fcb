/** Whom a check-in asks about what, and whom it leaves alone. */
import { answerersOf } from './answerers.ts';
import { type Arrangements, isAway, NO_SETTINGS } from './arrangement.ts';
import { type CheckIn, checkInId, isSnoozed, waitsToAsk } from './check-in.ts';
import { addDays, dayInRome, daysBetween, type IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import { openItems } from './open-items.ts';
import { reminderOf } from './owed-messages.ts';
import { nextMoment, type Reach } from './person-hours.ts';
import type { PlanFigures } from './plan-figures.ts';
import { byUrgency, type PlanItem } from './plan-items.ts';
import { type Calendar, isWorkingDay } from './working-days.ts';

export type OpenedCheckIns = {
  readonly opened: readonly CheckIn[];
  /**
   * Earlier ones of those who are asked at once, which the newer one replaces. Where the newer one waits for the
   * person's hours the earlier ones stay until it is asked.
   */
  readonly closed: readonly CheckIn[];
  /** Of those opened, who is asked at once. */
  readonly asked: readonly Person[];
  /** Of those opened, whose hours make them wait, with the instant (ISO 8601 in UTC) at which they are asked. */
  readonly waiting: readonly { readonly person: Person; readonly at: string }[];
  /** Asked already today: not asked twice. */
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

export type OpenCheckInsInput = {
  readonly figures: PlanFigures;
  readonly people: readonly Person[];
  readonly arrangements: Arrangements;
  readonly calendar: Calendar;
  /** Those not closed yet, and any that was opened under an id of now: a simulated day may come round again. */
  readonly known: readonly CheckIn[];
  readonly lastSequence: number;
  readonly now: Date;
  /** Days after the day of asking on which answers are taken. */
  readonly daysOpen: number;
  /** Days from a report on, its own day included, on which its item is not asked about again; 0 is none. */
  readonly restDays: number;
  /** Days after the day of asking on which the reminder falls due. */
  readonly remindAfterDays: number;
};

/** Whether the item was reported on lately, whoever reported: by the day on which it was recorded. */
function isRecent({ phase, goal }: PlanItem, day: IsoDate, restDays: number): boolean {
  const last = phase ? phase.lastReport : goal.lastMeasurement;
  if (last === null) return false;
  const days = daysBetween(dayInRome(new Date(last.recordedAt)), day);
  return days >= 0 && days < restDays;
}

/** What becomes of one person. */
type Outcome =
  | { readonly kind: 'OPENED'; readonly checkIn: CheckIn }
  | { readonly kind: 'ASKED_TODAY' | 'NOTHING' | 'RECENT' | 'UNREACHABLE' }
  | { readonly kind: 'SNOOZED'; readonly at: string }
  | { readonly kind: 'AWAY'; readonly until: IsoDate }
  | { readonly kind: 'HOLIDAY'; readonly holiday: string | null };

/** Decides whom to ask what on the figures' day. */
export function openCheckIns(input: OpenCheckInsInput): OpenedCheckIns {
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
function itemsByPerson({
  figures,
  people,
  arrangements,
}: OpenCheckInsInput): ReadonlyMap<string, PlanItem[]> {
  const found = new Map<string, PlanItem[]>();
  for (const item of openItems(figures)) {
    for (const { person } of answerersOf(item, people, arrangements, figures.day)) {
      if (person.role !== 'MANAGER') found.set(person.key, [...(found.get(person.key) ?? []), item]);
    }
  }
  return found;
}

function outcomeFor(person: Person, items: readonly PlanItem[], input: OpenCheckInsInput): Outcome {
  const { figures, known, calendar, arrangements } = input;
  const { day } = figures;
  // Or is to be asked already, at the start of their hours.
  const asked = known.some(
    (each) =>
      each.person === person.key && (each.openedOn === day || (waitsToAsk(each) && each.openedOn > day)),
  );
  if (asked) return { kind: 'ASKED_TODAY' };
  if (items.length === 0) return { kind: 'NOTHING' };
  const due = items.filter((item) => !isRecent(item, day, input.restDays));
  if (due.length === 0) return { kind: 'RECENT' };
  const snoozed = known.find(
    (each) => each.person === person.key && isSnoozed(each, day) && items.some((item) => waits(item, each)),
  );
  if (snoozed?.owed) return { kind: 'SNOOZED', at: snoozed.owed.at };
  const settings = arrangements.settings.get(person.key) ?? NO_SETTINGS;
  if (settings.away !== null && isAway(settings, day)) return { kind: 'AWAY', until: settings.away.until };
  if (!isWorkingDay(day, person.place, calendar)) {
    return { kind: 'HOLIDAY', holiday: calendar.holidayName(day, person.place) };
  }
  const checkIn = checkInFor(person, byUrgency(due, day), { place: person.place, settings, calendar }, input);
  if (checkIn === null) return { kind: 'UNREACHABLE' };
  return known.some(({ id }) => id === checkIn.id) ? { kind: 'ASKED_TODAY' } : { kind: 'OPENED', checkIn };
}

/** Whether the check-in asks about the item, and nothing was said of it since. */
function waits({ code, phase, goal }: PlanItem, { items, openedAtSequence }: CheckIn): boolean {
  const last = phase ? phase.lastReport : goal.lastMeasurement;
  return items.includes(code) && (last === null || last.sequence <= openedAtSequence);
}

/** A question that would have to wait longer than this is not put. */
const ASK_WITHIN_DAYS = 7;

/** It is of the day on which the person can be asked, and takes answers from then on; null when there is none soon. */
function checkInFor(
  person: Person,
  items: readonly PlanItem[],
  reach: Reach,
  { figures, lastSequence, now, daysOpen, remindAfterDays }: OpenCheckInsInput,
): CheckIn | null {
  const { day, plan } = figures;
  const at = nextMoment(now, addDays(day, ASK_WITHIN_DAYS), reach);
  if (at === null) return null;
  const openedOn = at > now ? dayInRome(at) : day;
  const closesOn = addDays(openedOn, daysOpen);
  return {
    id: checkInId(plan.year, openedOn, person),
    person: person.key,
    openedOn,
    closesOn,
    closedOn: null,
    openedAtSequence: lastSequence,
    items: items.map(({ code }) => code),
    owed:
      at > now
        ? { kind: 'ASK', at: at.toISOString() }
        : reminderOf(day, { closesOn }, remindAfterDays, reach),
    remindedAt: null,
    skipped: null,
  };
}
