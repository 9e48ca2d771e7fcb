/** What becomes of one person in a round of check-ins: asked, asked later, or left alone, and why. */
import { type Arrangements, HOME_TIME_ZONE, isAway, NO_SETTINGS } from './arrangement.ts';
import { type CheckIn, checkInId, isSnoozed, waitsToAsk } from './check-in.ts';
import { addDays, dayInRome, daysBetween, type IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import type { Asking } from './item-cadence.ts';
import { reminderOf } from './owed-messages.ts';
import { instantAt, nextMoment, type Reach, startOfDay } from './person-hours.ts';
import type { PlanFigures } from './plan-figures.ts';
import { byUrgency, type PlanItem } from './plan-items.ts';
import { type Calendar, isWorkingDay } from './working-days.ts';

export type RoundInput = {
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
  /** Days after the day of asking on which the reminder falls due; null where the schedule says when to remind. */
  readonly remindAfterDays: number | null;
  /** What is asked about, of whom: everything, or what the cadence of a schedule lets through. */
  readonly asks: (item: PlanItem, person: Person) => Asking;
  /**
   * Who is away today, has put off what was asked before, or was asked already about less, is asked on the first day
   * up to this one on which they can be: a round that comes once a week would lose them for a holiday of their town.
   * Null leaves them alone: whoever asks by hand sees who was not asked.
   */
  readonly postponeUntil: IsoDate | null;
};

export const ASK_ALL = (): Asking => 'DUE';

/** Whether the item was reported on lately, whoever reported: by the day on which it was recorded. */
function isRecent({ phase, goal }: PlanItem, day: IsoDate, restDays: number): boolean {
  const last = phase ? phase.lastReport : goal.lastMeasurement;
  if (last === null) return false;
  const days = daysBetween(dayInRome(new Date(last.recordedAt)), day);
  return days >= 0 && days < restDays;
}

export type Outcome =
  | { readonly kind: 'OPENED'; readonly checkIn: CheckIn }
  | { readonly kind: 'ASKED_TODAY' | 'NOTHING' | 'RECENT' | 'UNREACHABLE' }
  | { readonly kind: 'SNOOZED'; readonly at: string }
  | { readonly kind: 'AWAY'; readonly until: IsoDate }
  | { readonly kind: 'HOLIDAY'; readonly holiday: string | null };

/** @param items all that they answer for and that can be asked about */
export function outcomeFor(person: Person, items: readonly PlanItem[], input: RoundInput): Outcome {
  const { figures, calendar, arrangements, postponeUntil } = input;
  const { day } = figures;
  const known = input.known.filter((each) => each.person === person.key);
  // Or is to be asked already, at the start of their hours.
  const asked = known.filter((each) => each.openedOn === day || (waitsToAsk(each) && each.openedOn > day));
  if (asked.length > 0 && postponeUntil === null) return { kind: 'ASKED_TODAY' };
  const wanted = items.filter((item) => isWanted(item, person, known, input));
  const left = wanted.filter(({ code }) => !asked.some((each) => each.items.includes(code)));
  if (asked.length > 0 && left.length === 0) return { kind: 'ASKED_TODAY' };
  if (left.length === 0) return { kind: 'NOTHING' };
  const due = left.filter((item) => !isRecent(item, day, input.restDays));
  if (due.length === 0) return { kind: asked.length > 0 ? 'ASKED_TODAY' : 'RECENT' };
  const settings = arrangements.settings.get(person.key) ?? NO_SETTINGS;
  const reach = { place: person.place, settings, calendar };
  const snoozed = known.find((each) => isSnoozed(each, day) && items.some((item) => waits(item, each)));
  const hindered = snoozed?.owed ? snoozedUntil(snoozed.owed.at) : hindrance(reach, day);
  // What a new question replaces is not lost with it.
  const all = byUrgency(
    items.filter((item) => due.includes(item) || known.some((each) => isReplaced(item, each))),
    day,
  );
  if (hindered === null && asked.length === 0) {
    const soon = { from: input.now, until: addDays(day, ASK_WITHIN_DAYS) };
    return opened(checkInFor(person, all, soon, reach, input), known) ?? { kind: 'UNREACHABLE' };
  }
  const refusal: Outcome = hindered ?? { kind: 'ASKED_TODAY' };
  if (postponeUntil === null) return refusal;
  const from = startAfter(lastDay(day, asked, hindered), reach);
  return opened(checkInFor(person, all, { from, until: postponeUntil }, reach, input), known) ?? refusal;
}

const snoozedUntil = (at: string): Outcome => ({ kind: 'SNOOZED', at });

/** The last day that is certainly none on which to ask: today, one that is taken, or that on which a snooze ends. */
const lastDay = (day: IsoDate, asked: readonly CheckIn[], hindered: Outcome | null): IsoDate =>
  [
    ...asked.map(({ openedOn }) => openedOn),
    ...(hindered?.kind === 'SNOOZED' ? [dayInRome(new Date(hindered.at))] : []),
  ].reduce((a, b) => (a > b ? a : b), day);

/** When the person's next day begins that is a later one in Rome as well: far in the east it begins the evening before. */
function startAfter(day: IsoDate, reach: Reach): Date {
  const next = addDays(day, 1);
  const midnight = instantAt(next, '00:00', HOME_TIME_ZONE);
  return new Date(Math.max(startOfDay(next, reach).getTime(), midnight.getTime()));
}

function opened(checkIn: CheckIn | null, known: readonly CheckIn[]): Outcome | null {
  if (checkIn === null) return null;
  return known.some(({ id }) => id === checkIn.id) ? { kind: 'ASKED_TODAY' } : { kind: 'OPENED', checkIn };
}

/** Why nobody asks the person on `day`; null when they may be asked. */
function hindrance({ place, settings, calendar }: Reach, day: IsoDate): Outcome | null {
  if (settings.away !== null && isAway(settings, day)) return { kind: 'AWAY', until: settings.away.until };
  if (isWorkingDay(day, place, calendar)) return null;
  return { kind: 'HOLIDAY', holiday: calendar.holidayName(day, place) };
}

function isWanted(item: PlanItem, person: Person, known: readonly CheckIn[], { asks }: RoundInput): boolean {
  const asking = asks(item, person);
  return asking === 'DUE' || (asking === 'NOT_DUE' && known.some((each) => isReplaced(item, each)));
}

/** Whether the item waits for an answer to a question that a newer one would close; who skipped it gave one. */
const isReplaced = (item: PlanItem, checkIn: CheckIn): boolean =>
  checkIn.closedOn === null && checkIn.skipped === null && waits(item, checkIn);

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
  { from, until }: { readonly from: Date; readonly until: IsoDate },
  reach: Reach,
  { figures, lastSequence, now, daysOpen, remindAfterDays }: RoundInput,
): CheckIn | null {
  const { day, plan } = figures;
  const at = nextMoment(from, until, reach);
  if (at === null) return null;
  const openedOn = at > now ? dayInRome(at) : day;
  return {
    id: checkInId(plan.year, openedOn, person),
    person: person.key,
    openedOn,
    closesOn: addDays(openedOn, daysOpen),
    closedOn: null,
    openedAtSequence: lastSequence,
    items: items.map(({ code }) => code),
    owed:
      at > now
        ? { kind: 'ASK', at: at.toISOString() }
        : reminderOf(day, { closesOn: addDays(day, daysOpen) }, remindAfterDays, reach),
    remindedAt: null,
    skipped: null,
  };
}
