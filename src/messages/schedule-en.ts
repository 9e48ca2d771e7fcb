import type { MonthDay, Weekday } from '../domain/schedule/schedule.ts';
import type { ScheduleMessages } from './schedule-it.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthDay = (day: MonthDay): string => `${day.slice(3)}/${day.slice(0, 2)}`;
const joined = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const weeks = (count: number): string => (count === 1 ? 'every week' : `every ${count} weeks`);
const weekdayOf = (weekday: Weekday): string => WEEKDAYS[weekday - 1] ?? '';

const ofOtherYear = (year: number | null): string => (year === null ? '' : ` in the plan ${year}`);
const command = (otherYear: number | null): string =>
  otherYear === null ? '/arti schedule' : `/arti schedule ${otherYear}`;

export const scheduleEn: ScheduleMessages = {
  names: {
    CHECK_IN: 'check-in',
    REMINDER: 'reminder',
    ESCALATION: 'escalation to the head',
    STRUCTURE_SUMMARY: 'structure’s summary',
    PLAN_SUMMARY: 'plan’s summary',
    MONTHLY_DIGEST: 'monthly digest',
    QUARTERLY_DIGEST: 'quarterly digest',
    INTERIM_REVIEW: 'interim review',
    CADENCE: 'cadence of check-ins',
    PLACE: 'place',
  },
  words: {
    CHECK_IN: 'checkin',
    REMINDER: 'reminder',
    ESCALATION: 'escalation',
    STRUCTURE_SUMMARY: 'summary',
    PLAN_SUMMARY: 'plan',
    MONTHLY_DIGEST: 'monthly',
    QUARTERLY_DIGEST: 'quarterly',
    INTERIM_REVIEW: 'review',
    CADENCE: 'cadence',
    PLACE: 'place',
  },

  weekly: (weekday, time) => `every ${weekdayOf(weekday)} at ${time}`,
  monthly: (day, time) => `day ${day} of the month at ${time}, about the month before`,
  quarterly: (day, time) => `day ${day} of the month after the quarter at ${time}`,
  yearly: (days, time) => `${joined(days.map(monthDay))} at ${time}`,
  off: () => 'off',
  cadence: (nearDays, everyWeeks) => {
    if (everyWeeks === 1) return 'every week; never before the start';
    const near =
      nearDays === 0
        ? 'weekly past the planned end'
        : `weekly in the last ${nearDays === 1 ? 'day' : `${nearDays} days`} before the planned end and past it`;
    return `${near}, else ${weeks(everyWeeks)}; never before the start`;
  },
  place: (town, day) => `${town} (patron’s day ${day})`,
  noPlace: 'none: only national holidays count',
  moment: (day, time) => `${day} at ${time}`,

  next: (_kind, moment) => `next: ${moment}`,
  waiting: (_kind, moment) =>
    `still waiting, the one of ${moment}: late ones run on working days, between 8:00 and 19:00`,
  noNext: (_kind, year) => `no more in the plan of ${year}`,
  moved: (_kind, day, holiday) => `moved from ${day}${holiday === null ? '' : `, ${holiday}`}`,
  last: (_kind, moment, outcome) => `last: ${moment}, ${outcome}`,
  outcomes: {
    ON_TIME: 'on time',
    LATE: (delay) => `${delay} late`,
    SKIPPED: (_kind, because) => {
      if (because === null) return 'skipped';
      switch (because) {
        case 'STALE':
          return 'skipped: no longer useful';
        case 'SUPERSEDED':
          return 'skipped: the next one had come';
        case 'RESCHEDULED':
          return 'skipped: its rule was changed before it was run';
      }
    },
  },
  delay: {
    minutes: (count) => counted(count, 'minute'),
    hours: (count) => counted(count, 'hour'),
    days: (count) => counted(count, 'day'),
  },
  periods: {
    week: (monday) => `week of ${monday}`,
    month: (month, year) => `${MONTHS[month - 1]} ${year}`,
    quarter: (quarter, year) => `quarter ${quarter} of ${year}`,
  },

  title: (year) => `Schedule of the plan ${year}`,
  titleOf: (structure, otherYear) => `Schedule of ${structure}${ofOtherYear(otherYear)}`,
  text: (next) => `Next: ${next}`,
  textNothing: 'Nothing is scheduled.',
  everyStructure: 'For each structure',
  wholePlan: 'For the whole plan',
  own: 'the structure’s own rule',
  ownInstead: (plan) => `its own rule; the plan’s: ${plan}`,
  ofPlan: 'as the plan',
  differing: 'Structures with rules of their own',
  rest: (otherYear) => `The plan’s summaries and reviews: \`${command(otherYear)}\`.`,
  how: (otherYear) =>
    `To change it: \`${command(otherYear)} checkin monday 9:30\`, \`reminder off\`, \`monthly 5 9:00\`, \`cadence 30 days 2 weeks\`, \`place Pisa\`; for one structure \`${command(otherYear)} OSRU checkin tuesday 10\`. What happened: \`${command(otherYear)} history\`.`,
  howOf: (structure, otherYear) =>
    `To change it: \`${command(otherYear)} ${structure} checkin tuesday 10\`, \`reminder off\`, \`cadence 30 days 2 weeks\`, \`checkin default\` to go back to the plan’s rule. What happened: \`${command(otherYear)} history ${structure}\`.`,
  notRun: 'This process does not act on the schedule (`ARTI_SCHEDULE=off`).',
  howToRead: (otherYear) =>
    `One structure: \`${command(otherYear)} OSRU\`. What happened: \`${command(otherYear)} history\`.`,

  changed: (what, after, before) => `Schedule updated. *${what}*: ${after} (until now: ${before}).`,
  unchanged: (what, value) => `*${what}*: ${value}. It stood like that already: nothing has changed.`,
  repeated: (what, value) => `This request had been carried out already. *${what}*: now ${value}.`,
  whose: (what, structure) => `${what} · ${structure}`,
  ofYear: (what, year) => `${what} · plan ${year}`,
  followsPlan: (value) => `${value}, as the plan`,
  alreadyRun: {
    WEEK: 'This week’s has been dealt with already: the change takes effect from next week.',
    MONTH: 'The current month’s has been dealt with already: the change takes effect from the next.',
    QUARTER: 'The current quarter’s has been dealt with already: the change takes effect from the next.',
    YEAR: 'The current day’s has been dealt with already: the change takes effect from the next.',
  },
  restoredPlan: 'The plan’s rule holds again.',
  restoredDefault: 'The default rule holds again.',
  structuresKeep: (structures) => `These keep a rule of their own: ${structures}.`,
  warnings: {
    REMINDER_NOT_AFTER_CHECK_IN: (whose, reminder, checkIn) =>
      `${whose}: the reminder (${reminder}) does not follow the check-in (${checkIn}); it will remind only of what is still open from the week before.`,
    ESCALATION_NOT_AFTER_REMINDER: (whose, escalation, reminder) =>
      `${whose}: the escalation to the head (${escalation}) does not follow the reminder (${reminder}); who was not reminded yet will not be in it.`,
  },
  whosePlan: 'For the plan',
  whoseStructure: (structure) => `For ${structure}`,

  historyTitle: (year) => `Schedule of the plan ${year}: history`,
  historyTitleOf: (structure, otherYear) => `Schedule of ${structure}${ofOtherYear(otherYear)}: history`,
  historyOf: (what) => `Only: ${what}.`,
  historyNothing: 'Nothing yet: no slot of the schedule has fallen due.',
  historyText: (count) => (count === 1 ? '1 entry, the latest.' : `The latest ${count} entries.`),
  historyEarlier: (count) => (count === 1 ? 'There is an earlier one.' : `There are ${count} earlier ones.`),
  historyHow: (limit, otherYear) =>
    `To see more, add a number up to ${limit}: \`${command(otherYear)} history ${limit}\`.`,
  planned: (_kind, moment) => `planned for ${moment}`,
  settled: (moment) => `on ${moment}`,
  messages: (count) => (count === 0 ? 'no messages' : counted(count, 'message')),
};
