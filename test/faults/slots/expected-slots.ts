/**
 * Every slot of a plan with the rhythm that plans start with, in Florence: counted off the calendar a day at a time,
 * with nothing of the product's own. What the product makes of the same years is compared with it.
 */

export type ExpectedSlot = {
  readonly year: number;
  readonly kind: string;
  /** Empty for one of the whole plan. */
  readonly structure: string;
  readonly period: string;
  /** The day on which it comes, and its instant in milliseconds. */
  readonly day: string;
  readonly at: number;
  readonly asOf: string;
};

const DAY = 86_400_000;

const isoOf = (noon: number): string => new Date(noon).toISOString().slice(0, 10);

/** Sunday of Easter, month and day: the Gregorian computus as Gauss gave it, with Lichtenberg's corrections. */
function easterOf(year: number): string {
  const k = Math.floor(year / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = year % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const fullMoon = 21 + d - r;
  const firstSunday = 7 - ((year + Math.floor(year / 4) + s) % 7);
  const easter = fullMoon + (7 - ((fullMoon - firstSunday) % 7));
  // Of March, and beyond it of April.
  return isoOf(Date.UTC(year, 2, easter, 12));
}

/** National holidays since 2026, when Saint Francis’ day became one again, and Saint John’s of Florence. */
const HOLIDAYS = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '06-24',
  '08-15',
  '10-04',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
];

function isOpen(noon: number): boolean {
  const date = new Date(noon);
  const day = isoOf(noon);
  if (date.getUTCDay() === 0 || date.getUTCDay() === 6) return false;
  return !HOLIDAYS.includes(day.slice(5)) && easterOf(date.getUTCFullYear()) !== isoOf(noon - DAY);
}

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What calendar and clock in Rome show, `2026-03-29 09:30`. */
export const romeWall = (instant: number): string => wall.format(instant);

function instantOf(day: string, time: string): number {
  const utc = Date.parse(`${day}T${time}:00Z`);
  const found = [2, 1]
    .map((hours) => utc - hours * 3_600_000)
    .find((at) => romeWall(at) === `${day} ${time}`);
  if (found === undefined) throw new Error(`no clock in Rome shows ${day} ${time}`);
  return found;
}

type Due = Pick<ExpectedSlot, 'kind' | 'period'> & {
  readonly time: string;
  /** Null is the day on which it comes. */
  readonly asOf: string | null;
  readonly ofStructures: boolean;
};

/** `week` is counted by the Thursdays of its year. */
function weeklyOf(noon: number): readonly Due[] {
  const weekday = new Date(noon).getUTCDay();
  const thursday = new Date(noon + (4 - weekday) * DAY);
  const ofYear = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(ofYear, 0, 1)) / DAY + 0.5) / 7);
  const period = `${ofYear}-W${week < 10 ? '0' : ''}${week}`;
  const due = (kind: string, time: string, ofStructures = true) => ({
    kind,
    time,
    period,
    asOf: null,
    ofStructures,
  });
  switch (weekday) {
    case 1:
      return [due('CHECK_IN', '09:30')];
    case 3:
      return [due('REMINDER', '09:30')];
    case 4:
      return [due('ESCALATION', '15:00')];
    case 5:
      return [due('STRUCTURE_SUMMARY', '12:00'), due('PLAN_SUMMARY', '12:30', false)];
    default:
      return [];
  }
}

/** What a day of the plan’s year, or of the January after it, asks for before holidays move it. */
function dueOn(year: number, noon: number): readonly Due[] {
  const day = isoOf(noon);
  const [dayYear = '', month = '', dayOfMonth = ''] = day.split('-');
  const within = Number(dayYear) === year;
  const due: Due[] = within ? [...weeklyOf(noon)] : [];
  const toldOf = new Date(Date.UTC(Number(dayYear), Number(month) - 1, 0, 12));
  const isTold = toldOf.getUTCFullYear() === year;
  const lastDay = isoOf(toldOf.getTime());
  if (dayOfMonth === '05' && isTold) {
    const period = lastDay.slice(0, 7);
    due.push({ kind: 'MONTHLY_DIGEST', period, time: '09:00', asOf: lastDay, ofStructures: false });
  }
  if (dayOfMonth === '10' && isTold && ['01', '04', '07', '10'].includes(month)) {
    const quarter = { '03': 1, '06': 2, '09': 3, '12': 4 }[lastDay.slice(5, 7)];
    const period = `${year}-Q${quarter}`;
    due.push({ kind: 'QUARTERLY_DIGEST', period, time: '09:00', asOf: lastDay, ofStructures: false });
  }
  if (within && (day.endsWith('-06-30') || day.endsWith('-09-30'))) {
    due.push({ kind: 'INTERIM_REVIEW', period: day, time: '18:00', asOf: day, ofStructures: false });
  }
  return due;
}

export function expectedSlots(year: number, structures: readonly string[]): readonly ExpectedSlot[] {
  const slots: ExpectedSlot[] = [];
  const last = Date.UTC(year + 1, 0, 31, 12);
  for (let noon = Date.UTC(year, 0, 1, 12); noon <= last; noon += DAY) {
    for (const { kind, period, time, asOf, ofStructures } of dueOn(year, noon)) {
      let open = noon;
      while (!isOpen(open)) open += DAY;
      const day = isoOf(open);
      const at = instantOf(day, time);
      for (const structure of ofStructures ? structures : ['']) {
        slots.push({ year, kind, structure, period, day, at, asOf: asOf ?? day });
      }
    }
  }
  return slots;
}

/** Whether somebody is in the office in Florence: from eight to seven on a working day. */
export function isOfficeTime(instant: number): boolean {
  const [day = '', time = ''] = romeWall(instant).split(' ');
  return '08:00' <= time && time < '19:00' && isOpen(Date.parse(`${day}T12:00:00Z`));
}
