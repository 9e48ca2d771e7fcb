/**
 * Weeks of a person's life with the bot, at random: rounds of check-ins by hand and at slots, reminders, minutes that pass, snoozes, skips, answers,
 * delegations to a colleague and their end, absences and changed hours. Whatever happens, the bot keeps its manners.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Item, isAskedAbout } from '../../src/domain/answerers.ts';
import type { Arrangements, Delegation, PersonSettings } from '../../src/domain/arrangement.ts';
import {
  type CheckIn,
  type CheckInProgress,
  closedSince,
  isSnoozed,
  waitsToAsk,
} from '../../src/domain/check-in.ts';
import { ASK_ALL } from '../../src/domain/check-in-outcome.ts';
import { addDays, dayInRome, type IsoDate, isoDate } from '../../src/domain/dates.ts';
import type { Person } from '../../src/domain/directory.ts';
import { openCheckIns } from '../../src/domain/open-check-ins.ts';
import {
  decideOwed,
  movedCheckIn,
  owedUnderNewSettings,
  remind,
  skip,
  snooze,
} from '../../src/domain/owed-messages.ts';
import { assessGoals, DIREZIONE, phaseCodeOf, scheduledGoal } from '../helpers/figures.ts';

/** From before the clocks go forward until after Easter, with a holiday of the town between. */
const START = Date.parse('2020-03-23T05:00:00Z');
const HOLIDAYS: readonly string[] = ['2020-04-01', '2020-04-13'];
const calendar = { holidayName: (day: IsoDate) => (HOLIDAYS.includes(day) ? 'Festa' : null) };
const DAYS_OPEN = 4;

const PERSON: Person = {
  key: 'anna',
  name: 'Anna',
  title: '',
  email: 'anna@arti.example',
  role: 'STAFF',
  structures: [DIREZIONE],
  place: 'Firenze',
};
/** To whom Anna leaves her item at times. */
const BRUNO: Person = { ...PERSON, key: 'bruno', name: 'Bruno', structures: [] };
const PEOPLE = [PERSON, BRUNO];
const figures = new Map<IsoDate, ReturnType<typeof assessGoals>>();
const figuresOn = (day: IsoDate) => {
  const known = figures.get(day) ?? assessGoals([scheduledGoal('1.1', 10, [{}])], day);
  figures.set(day, known);
  return known;
};

const ITEM: Item = { code: phaseCodeOf('1.1.1'), structures: [DIREZIONE] };

type Message = { readonly kind: 'CHECK_IN' | 'SNOOZE' | 'REMINDER'; readonly id: string; readonly at: Date };

/** What one life is made of; the minutes pass before each. */
type Happening = { readonly minutes: number } & (
  | { readonly kind: 'ROUND' | 'SLOT' | 'REMINDER_SLOT' | 'NOTHING' | 'ANSWER' | 'SKIP' }
  | { readonly kind: 'SNOOZE_HOURS'; readonly hours: number }
  | { readonly kind: 'SNOOZE_DAYS'; readonly days: number }
  | { readonly kind: 'SETTINGS'; readonly settings: PersonSettings }
  /** From today on for so many days more; negative ends it. */
  | { readonly kind: 'DELEGATE'; readonly days: number }
);

type Life = {
  readonly checkIns: Map<string, CheckIn>;
  readonly answered: Set<string>;
  readonly messages: Message[];
  settings: PersonSettings;
  delegations: readonly Delegation[];
  now: Date;
};

const reachOf = ({ settings }: Life) => ({ place: PERSON.place, settings, calendar });
const moment = (life: Life) => ({ now: life.now, today: dayInRome(life.now), reach: reachOf(life) });

const arrangementsOf = ({ settings, delegations }: Life): Arrangements => ({
  assignments: [],
  delegations,
  settings: new Map([[PERSON.key, settings]]),
});

const isHers = (life: Life): boolean =>
  isAskedAbout(PERSON.key, ITEM, PEOPLE, arrangementsOf(life), dayInRome(life.now));

const openOnes = (life: Life): readonly CheckIn[] =>
  [...life.checkIns.values()].filter(({ closedOn }) => closedOn === null);

function change(life: Life, id: string, parts: Partial<CheckInProgress> & { closedOn?: IsoDate }): void {
  const found = life.checkIns.get(id);
  if (found) life.checkIns.set(id, { ...found, ...parts });
}

/** The check-in that the person sees as theirs. */
const current = (life: Life): CheckIn | undefined =>
  [...life.checkIns.values()].find(
    (each) => closedSince(each, dayInRome(life.now)) === null && !waitsToAsk(each),
  );

function round(life: Life, lastSequence: number, atSlot: boolean): void {
  const today = dayInRome(life.now);
  const known = [...life.checkIns.values()].filter(
    (each) => each.closedOn === null || each.openedOn >= today,
  );
  const putOff = snoozedOnes(life);
  const found = openCheckIns({
    figures: figuresOn(today),
    people: PEOPLE,
    arrangements: arrangementsOf(life),
    calendar,
    known,
    lastSequence,
    now: life.now,
    daysOpen: DAYS_OPEN,
    restDays: 0,
    asks: ASK_ALL,
    remindAfterDays: atSlot ? null : 2,
    postponeUntil: atSlot ? addDays(today, 5) : null,
  });
  // Bruno's life is another one.
  const opened = found.opened.filter(({ person }) => person === PERSON.key);
  // Who put a question off is not asked anew until that has ended, nor is who left it to somebody else.
  if (!isHers(life)) expect(opened).toEqual([]);
  for (const { owed } of putOff) {
    expect(opened.filter(({ openedOn }) => openedOn <= (owed?.at.slice(0, 10) ?? ''))).toEqual([]);
    if (!atSlot) expect(opened).toEqual([]);
  }
  if (putOff.length > 0 && found.snoozed.length > 0) seen.LEFT_IN_PEACE += 1;
  for (const { id } of found.closed) change(life, id, { closedOn: today });
  for (const checkIn of opened) {
    expect(life.checkIns.has(checkIn.id)).toBe(false);
    life.checkIns.set(checkIn.id, checkIn);
    if (!waitsToAsk(checkIn)) life.messages.push({ kind: 'CHECK_IN', id: checkIn.id, at: life.now });
  }
}

/** Open, unanswered, put off, and still hers. */
const snoozedOnes = (life: Life): readonly CheckIn[] =>
  openOnes(life).filter(
    (each) =>
      each.owed?.kind === 'AGAIN' &&
      dayInRome(life.now) <= each.closesOn &&
      !waitsToAsk(each) &&
      isHers(life),
  );

/** As the service does at every minute. */
function sendOwed(life: Life): void {
  const questionsFirst = openOnes(life).toSorted((a, b) => Number(waitsToAsk(b)) - Number(waitsToAsk(a)));
  for (const { id } of questionsFirst) {
    const checkIn = life.checkIns.get(id);
    if (!checkIn || checkIn.closedOn !== null) continue;
    const { owed } = checkIn;
    const unanswered = !life.answered.has(id) && isHers(life);
    const earlier = openOnes(life).filter((each) => each.id !== id && !waitsToAsk(each));
    const decision = decideOwed(checkIn, {
      ...moment(life),
      unanswered,
      earlier,
      remindAfterDays: 2,
    });
    if (decision === null) continue;
    if (decision.kind === 'MOVE') {
      change(life, id, { closedOn: dayInRome(life.now) });
      const moved = movedCheckIn(checkIn, 2020, PERSON, decision.at);
      if (!life.checkIns.has(moved.id)) life.checkIns.set(moved.id, moved);
      seen.MOVED += 1;
    } else if (decision.kind === 'CLOSE') change(life, id, { closedOn: dayInRome(life.now) });
    else change(life, id, decision.progress);
    if (decision.kind === 'SEND') {
      expect(Date.parse(owed?.at ?? '')).toBeLessThanOrEqual(life.now.getTime());
      expect([unanswered, checkIn.skipped]).toEqual([true, null]);
      if (decision.message === 'CHECK_IN') {
        expect(earlier.filter((each) => isSnoozed(each, dayInRome(life.now)))).toEqual([]);
      }
      for (const each of decision.replaced) change(life, each.id, { closedOn: dayInRome(life.now) });
      life.messages.push({ kind: decision.message, id, at: life.now });
    }
  }
}

/** As at the slot that reminds; the message is sent by the next minute. */
function remindAll(life: Life): void {
  for (const each of openOnes(life)) {
    const progress = remind(each, {
      ...moment(life),
      plannedAt: life.now,
      unanswered: !life.answered.has(each.id) && isHers(life),
    });
    if (progress === null) continue;
    expect(each.remindedAt).toBeNull();
    change(life, each.id, progress);
    seen.OWED_BY_SLOT += 1;
  }
}

function happen(life: Life, happening: Happening, index: number): void {
  life.now = new Date(life.now.getTime() + happening.minutes * 60_000);
  sendOwed(life);
  const mine = current(life);
  switch (happening.kind) {
    case 'ROUND':
    case 'SLOT':
      round(life, index, happening.kind === 'SLOT');
      return;
    case 'REMINDER_SLOT':
      remindAll(life);
      return;
    case 'ANSWER':
      if (mine) life.answered.add(mine.id);
      return;
    case 'SKIP':
      if (mine) change(life, mine.id, skip(mine, dayInRome(life.now), 'ferie'));
      return;
    case 'SNOOZE_HOURS':
    case 'SNOOZE_DAYS': {
      if (!mine || life.answered.has(mine.id)) return;
      const until =
        happening.kind === 'SNOOZE_HOURS'
          ? ({ kind: 'HOURS', hours: happening.hours } as const)
          : ({ kind: 'DAY', day: addDays(dayInRome(life.now), happening.days) } as const);
      const snoozed = snooze(mine, until, moment(life));
      if (!snoozed.ok) return;
      const earliest =
        until.kind === 'HOURS'
          ? life.now.getTime() + until.hours * 3_600_000
          : Date.parse(`${until.day}T00:00Z`);
      // Midnight in Greenwich is in no zone of these lives more than half a day before that day's nine o'clock.
      expect(Date.parse(snoozed.value.owed?.at ?? '')).toBeGreaterThanOrEqual(
        until.kind === 'HOURS' ? earliest : earliest - 12 * 3_600_000,
      );
      change(life, mine.id, snoozed.value);
      return;
    }
    case 'SETTINGS':
      life.settings = happening.settings;
      for (const checkIn of life.checkIns.values()) {
        if (checkIn.closedOn !== null) continue;
        const decision = owedUnderNewSettings(checkIn, moment(life));
        if (decision?.kind === 'CLOSE') change(life, checkIn.id, { closedOn: dayInRome(life.now) });
        if (decision?.kind === 'PUT_OFF') change(life, checkIn.id, decision.progress);
      }
      return;
    case 'DELEGATE': {
      const startsOn = dayInRome(life.now);
      const endsOn = addDays(startsOn, happening.days);
      const delegation = { id: index, item: ITEM.code, from: PERSON.key, to: BRUNO.key, startsOn, endsOn };
      life.delegations = happening.days < 0 ? [] : [delegation];
      return;
    }
    case 'NOTHING':
      return;
  }
}

/** By other means than the product's own: what a wall clock and a calendar there say. */
function mannerly({ settings }: Life, { at }: Message): boolean {
  const zone = settings.timeZone ?? settings.slackTimeZone ?? 'Europe/Rome';
  const text = at.toLocaleString('sv-SE', { timeZone: zone });
  const days = [text.slice(0, 10), at.toLocaleDateString('sv-SE', { timeZone: 'Europe/Rome' })];
  const time = text.slice(11, 16);
  const within = settings.hours === null || (settings.hours.from <= time && time < settings.hours.to);
  return within && days.every((day) => isFree(day, settings));
}

const isFree = (day: string, { away }: PersonSettings): boolean =>
  ![0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay()) &&
  !HOLIDAYS.includes(day) &&
  (away === null || day < away.from || away.until < day);

const hour = (value: number): string => `${String(value).padStart(2, '0')}:30`;

const settingsOf: fc.Arbitrary<PersonSettings> = fc.record({
  hours: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }))
      .map(([from, length]) => ({ from: hour(from), to: hour(Math.min(23, from + length)) })),
  ),
  timeZone: fc.option(fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Europe/Rome', 'Atlantic/Azores')),
  slackTimeZone: fc.constantFrom(null, 'Europe/London'),
  away: fc.option(
    fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 })).map(([from, days]) => ({
      from: addDays(isoDate('2020-03-23'), from),
      until: addDays(isoDate('2020-03-23'), from + days),
      setBy: 'anna',
    })),
  ),
});

const minutes = { minutes: fc.integer({ min: 0, max: 60 * 14 }) };
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ ...minutes, kind: fc.constantFrom('ROUND', 'SLOT') }) },
  { weight: 3, arbitrary: fc.record({ ...minutes, kind: fc.constant('REMINDER_SLOT' as const) }) },
  { weight: 14, arbitrary: fc.record({ ...minutes, kind: fc.constant('NOTHING' as const) }) },
  { weight: 1, arbitrary: fc.record({ ...minutes, kind: fc.constantFrom('ANSWER', 'SKIP') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...minutes,
      kind: fc.constant('SNOOZE_HOURS' as const),
      hours: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...minutes,
      kind: fc.constant('SNOOZE_DAYS' as const),
      days: fc.integer({ min: 0, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ ...minutes, kind: fc.constant('SETTINGS' as const), settings: settingsOf }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...minutes,
      kind: fc.constant('DELEGATE' as const),
      days: fc.integer({ min: -1, max: 4 }),
    }),
  },
);

/** How many messages of each kind all lives together saw: a property about none would hold for nothing. */
const seen = { CHECK_IN: 0, SNOOZE: 0, REMINDER: 0, LEFT_IN_PEACE: 0, MOVED: 0, OWED_BY_SLOT: 0 };

test('whatever happens, the bot keeps its manners', () => {
  fc.assert(
    fc.property(
      settingsOf,
      fc.array(happenings, { minLength: 20, maxLength: 80, size: 'max' }),
      (settings, all) => {
        const life: Life = {
          checkIns: new Map(),
          answered: new Set(),
          messages: [],
          settings,
          delegations: [],
          now: new Date(START),
        };
        for (const [index, happening] of all.entries()) {
          const before = life.messages.length;
          const settingsBefore = life.settings;
          const delegationsBefore = life.delegations;
          happen(life, happening, index);
          const sent = life.messages.slice(before);
          for (const message of sent) {
            seen[message.kind] += 1;
            // Never while away, on a holiday or a weekend, or outside of hours.
            expect(mannerly({ ...life, settings: settingsBefore }, message)).toBe(true);
            const checkIn = life.checkIns.get(message.id);
            // Nor about what she left to somebody else.
            expect(isHers({ ...life, delegations: delegationsBefore })).toBe(true);
            // Nor after the close.
            expect(dayInRome(message.at) <= (checkIn?.closesOn ?? '')).toBe(true);
          }
        }
        const { messages, checkIns } = life;
        // Nobody is asked twice a day.
        const asked = messages.filter(({ kind }) => kind === 'CHECK_IN').map(({ at }) => dayInRome(at));
        expect(new Set(asked).size).toBe(asked.length);
        const snoozes = all.filter(({ kind }) => kind.startsWith('SNOOZE')).length;
        for (const id of checkIns.keys()) {
          const kinds = messages.filter((message) => message.id === id).map(({ kind }) => kind);
          // The question once and first, one reminder at most, and it is the last but for what was asked for.
          expect(kinds.indexOf('CHECK_IN')).toBe(kinds.length === 0 ? -1 : 0);
          expect(kinds.lastIndexOf('CHECK_IN')).toBe(kinds.length === 0 ? -1 : 0);
          const reminded = kinds.filter((kind) => kind === 'REMINDER').length;
          expect(reminded).toBeLessThanOrEqual(1);
          expect(kinds.filter((kind) => kind === 'SNOOZE').length).toBeLessThanOrEqual(snoozes);
          // A snooze takes the reminder's place.
          if (reminded === 1) expect(kinds.slice(0, kinds.indexOf('REMINDER'))).not.toContain('SNOOZE');
        }
      },
    ),
    { numRuns: 300 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});
