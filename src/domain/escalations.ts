/** What is told to who heads a structure: what its people were asked and reminded of and did not answer. */
import { type Arrangements, isAway, NO_SETTINGS } from './arrangement.ts';
import { type CheckIn, closedSince, isSnoozed, waitsToAsk } from './check-in.ts';
import type { ItemCode, StructureCode } from './codes.ts';
import { addDays, dayInRome, daysBetween, type IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import type { MissingAnswer } from './missing.ts';
import type { Unanswered } from './notice.ts';

/** An item that nobody was reminded of is told of once it has waited for longer than this. */
const PATIENCE_DAYS = 2;
/** Who was reminded has this long to answer: after an outage both slots may come in the same minute. */
const HOURS_TO_ANSWER = 4;
/** What closed longer ago than this, and was not asked again, is told of no more. */
const LOOK_BACK_DAYS = 7;

export type EscalationInput = {
  /** Of one structure. */
  readonly missing: readonly MissingAnswer[];
  /** The day of the first question about the item to which there is no answer yet. */
  readonly askedOn: (answer: MissingAnswer, item: ItemCode) => IsoDate;
  readonly now: Date;
  /** The day in Rome, or the simulated one. */
  readonly today: IsoDate;
};

/**
 * By person, who has waited longest first. What was skipped has its reason and what is snoozed its day: both are left
 * out, as is what was not asked yet, and that of which the reminder is still to come or came within the last hours.
 * There is no second try for that: it is not told this week, and if it stays without an answer, the next.
 */
export function escalationOf({ missing, askedOn, now, today }: EscalationInput): readonly Unanswered[] {
  const told = new Map<string, Unanswered>();
  for (const answer of missing) {
    if (!isWaitedFor(answer, today) || !hadTimeToAnswer(answer, now, today)) continue;
    for (const item of answer.items) {
      const since = askedOn(answer, item);
      const waits = answer.checkIn.remindedAt !== null || daysBetween(since, today) > PATIENCE_DAYS;
      if (waits) told.set(answer.person.key, withItem(told.get(answer.person.key), answer, item, since));
    }
  }
  return [...told.values()].sort((a, b) => daysBetween(b.askedOn, a.askedOn));
}

/**
 * Whether a reminder, if there is one, lies far enough back. That of a closed check-in comes no more; one that is owed
 * only on a later day, because the person is away, is nothing for the head to wait for.
 */
function hadTimeToAnswer({ checkIn }: MissingAnswer, now: Date, today: IsoDate): boolean {
  const { owed, remindedAt } = checkIn;
  const isDueToday = owed?.kind === 'REMINDER' && dayInRome(new Date(owed.at)) <= today;
  if (isDueToday && closedSince(checkIn, today) === null) return false;
  return remindedAt === null || now.getTime() - Date.parse(remindedAt) >= HOURS_TO_ANSWER * 3_600_000;
}

/** Whether it waits for nothing but the person's answer. */
const isWaitedFor = ({ silence, checkIn }: MissingAnswer, today: IsoDate): boolean =>
  silence !== 'SKIPPED' &&
  silence !== 'NOT_ASKED_YET' &&
  !waitsToAsk(checkIn) &&
  !isSnoozed(checkIn, today) &&
  checkIn.closesOn >= addDays(today, -LOOK_BACK_DAYS);

function withItem(
  known: Unanswered | undefined,
  { person }: MissingAnswer,
  item: ItemCode,
  since: IsoDate,
): Unanswered {
  if (!known) return { person: person.key, askedOn: since, items: [item] };
  return {
    ...known,
    askedOn: since < known.askedOn ? since : known.askedOn,
    items: known.items.includes(item) ? known.items : [...known.items, item],
  };
}

/**
 * The day from which the person was asked about `item` without an answer.
 * @param history the person's check-ins
 * @param isAnswered whether anything was said of the item since a check-in was opened
 */
export const unansweredSince = (
  current: CheckIn,
  item: ItemCode,
  history: readonly CheckIn[],
  isAnswered: (checkIn: CheckIn, item: ItemCode) => boolean,
): IsoDate =>
  history
    .filter(
      (each) =>
        each.items.includes(item) && each.skipped === null && !waitsToAsk(each) && !isAnswered(each, item),
    )
    .map(({ openedOn }) => openedOn)
    .reduce((a, b) => (a < b ? a : b), current.openedOn);

/**
 * Who is told: the heads of the structure, or where none is there the planning office. Nobody of items that are all
 * their own, and nobody who is away, unless the whole planning office is.
 */
export function toldOf(
  structure: StructureCode,
  unanswered: readonly Unanswered[],
  people: readonly Person[],
  { settings }: Pick<Arrangements, 'settings'>,
  today: IsoDate,
): readonly Person[] {
  if (unanswered.length === 0) return [];
  const concerned = (person: Person) => unanswered.some((each) => each.person !== person.key);
  const present = ({ key }: Person) => !isAway(settings.get(key) ?? NO_SETTINGS, today);
  const heads = people.filter(({ role, structures }) => role === 'HEAD' && structures.includes(structure));
  const office = people.filter((person) => person.role === 'PLANNING' && concerned(person));
  const candidates = [
    heads.filter((person) => concerned(person) && present(person)),
    office.filter(present),
    office,
  ];
  return candidates.find((each) => each.length > 0) ?? [];
}
