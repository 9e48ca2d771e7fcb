/**
 * Years of ticks at random: minutes that pass, outages of up to a month, clocks that jump ahead and back, two processes
 * that look at the same time. Whatever happens, each slot is settled once.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate, isoDate } from '../../../src/domain/dates.ts';
import { owedSlots } from '../../../src/domain/schedule/owed-slots.ts';
import { seriesOf, slotsBetween } from '../../../src/domain/schedule/plan-slots.ts';
import { defaultSchedule, type Rule, type Schedule } from '../../../src/domain/schedule/schedule.ts';
import type { OwedSlot, OwedSlotsInput, SettledSlot, Slot } from '../../../src/domain/schedule/slots.ts';
import { isWorkingDay } from '../../../src/domain/working-days.ts';
import { calendar, DIREZIONE, OSRU, rule, weekly, withSettled } from './support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SINCE = '2020-09-01T00:00:00.000Z';

/** A step of the real time, and by how much the clock is wrong from then on. */
type Step = { readonly passes: number; readonly wrongBy: number; readonly together: boolean };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    passes: fc.oneof(
      fc.integer({ min: 1, max: 30 }).map((n) => n * MINUTE),
      fc.integer({ min: 1, max: 48 }).map((n) => n * HOUR),
      fc.integer({ min: 1, max: 30 }).map((n) => n * DAY),
    ),
    wrongBy: fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(-HOUR, HOUR, -2 * DAY, 2 * DAY) },
    ),
    together: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const weeklyRules: fc.Arbitrary<Rule> = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5), times)
  .map(([weekday, time]) => weekly(weekday as 1 | 2 | 3 | 4 | 5, time));

/** The rhythm that a plan starts with, and a structure that has its own. */
const schedules: fc.Arbitrary<Schedule> = fc
  .tuple(fc.constantFrom('Firenze', 'Prato', null), weeklyRules, weeklyRules, fc.integer({ min: 1, max: 28 }))
  .map(([place, checkIn, summary, dayOfMonth]) => {
    const own = { structure: OSRU, since: SINCE, setBy: 'ada' };
    const plan = defaultSchedule(SINCE, 'scheduler', place);
    return [
      ...plan.map((each) =>
        each.name === 'MONTHLY_DIGEST' ? { ...each, value: rule({ every: 'MONTH', dayOfMonth }) } : each,
      ),
      { ...own, name: 'CHECK_IN', value: checkIn },
      { ...own, name: 'STRUCTURE_SUMMARY', value: summary },
    ];
  });

const planOf = (schedule: Schedule): Omit<OwedSlotsInput, 'settled' | 'now'> => ({
  year: 2020,
  structures: [OSRU, DIREZIONE],
  schedule,
  calendar,
});

const nameOf = ({ kind, structure, period }: Pick<Slot, 'kind' | 'structure' | 'period'>): string =>
  [kind, structure, period].join('/');

/** Late in the morning of a working day, wherever: what waited for the office comes now. */
function officeTimeAfter(instant: number): Date {
  let day = addDays(new Date(instant).toISOString().slice(0, 10) as IsoDate, 1);
  while (!isWorkingDay(day, 'Firenze', calendar) || !isWorkingDay(day, 'Prato', calendar))
    day = addDays(day, 1);
  return new Date(`${day}T09:59:00.000Z`);
}

/** The history of settling, as the table with its unique key would keep it. */
function live(
  plan: Omit<OwedSlotsInput, 'settled' | 'now'>,
  ticks: readonly { now: Date; together: boolean }[],
) {
  let settled: readonly SettledSlot[] = [];
  const history: (OwedSlot & { readonly at: Date })[] = [];
  for (const { now, together } of ticks) {
    const decided = owedSlots({ ...plan, settled, now });
    // The other process read the same before the first one wrote.
    const others = together ? owedSlots({ ...plan, settled, now }) : [];
    for (const each of [...decided, ...others]) {
      if (history.some(({ slot }) => nameOf(slot) === nameOf(each.slot))) {
        expect(others).toContain(each);
        continue;
      }
      history.push({ ...each, at: now });
      settled = withSettled(settled, [each.slot]);
    }
  }
  return history;
}

function ticksOf(life: readonly Step[]): readonly { readonly now: Date; readonly together: boolean }[] {
  let real = Date.parse(SINCE);
  const ticks = life.map(({ passes, wrongBy, together }) => {
    real += passes;
    return { now: new Date(real + wrongBy), together };
  });
  const last = Math.max(...ticks.map(({ now }) => now.getTime()));
  return [...ticks, { now: officeTimeAfter(last), together: true }];
}

/** All that the plan has from its beginning to `until`, looked at as a whole. */
const allUntil = (plan: Omit<OwedSlotsInput, 'settled' | 'now'>, until: Date): readonly string[] =>
  seriesOf(plan).flatMap(({ kind, structure }) =>
    slotsBetween(plan, kind, structure, new Date(0), until).map(nameOf),
  );

test('each slot is settled once, whenever it is looked at, and none before its time', () => {
  fc.assert(
    fc.property(schedules, steps, (schedule, life) => {
      const plan = planOf(schedule);
      const ticks = ticksOf(life);
      const history = live(plan, ticks);
      const until = ticks.at(-1)?.now ?? new Date(0);
      expect(history.map(({ slot }) => nameOf(slot)).sort()).toEqual([...allUntil(plan, until)].sort());
      for (const { slot, at } of history) expect(slot.at <= at.toISOString()).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('on time within ten minutes, late in office hours alone, older ones only where a newer one has come', () => {
  fc.assert(
    fc.property(schedules, steps, (schedule, life) => {
      const plan = planOf(schedule);
      for (const owed of live(plan, ticksOf(life))) {
        const lateBy = owed.at.getTime() - Date.parse(owed.slot.at);
        if (owed.verdict === 'RUN' && !owed.late) expect(lateBy).toBeLessThanOrEqual(10 * MINUTE);
        if (owed.verdict === 'RUN' && owed.late) {
          expect(lateBy).toBeGreaterThan(10 * MINUTE);
          const hour = Number(
            new Intl.DateTimeFormat('en', {
              timeZone: 'Europe/Rome',
              hour: 'numeric',
              hourCycle: 'h23',
            }).format(owed.at),
          );
          expect(hour).toBeGreaterThanOrEqual(8);
          expect(hour).toBeLessThan(19);
        }
        if (owed.verdict === 'SKIP' && owed.because === 'SUPERSEDED') {
          const { kind, structure, at } = owed.slot;
          const newer = slotsBetween(plan, kind, structure, new Date(Date.parse(at) + 1), owed.at);
          expect(newer.length).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a tick more changes nothing of what is owed at last, only when it was settled', () => {
  fc.assert(
    fc.property(schedules, steps, steps, (schedule, life, more) => {
      const plan = planOf(schedule);
      const ticks = ticksOf(life.map((each) => ({ ...each, wrongBy: 0 })));
      const end = ticks.at(-1)?.now.getTime() ?? 0;
      const added = ticksOf(more.map((each) => ({ ...each, wrongBy: 0 }))).filter(
        ({ now }) => now.getTime() < end,
      );
      const both = [...ticks, ...added].sort((a, b) => a.now.getTime() - b.now.getTime());
      const names = (given: typeof ticks) =>
        live(plan, given)
          .map(({ slot }) => nameOf(slot))
          .sort();
      expect(names(both)).toEqual(names(ticks));
    }),
    { numRuns: 20 },
  );
});

test('looked at every minute, all of a year are on time', () => {
  const plan = planOf(defaultSchedule('2019-12-01T00:00:00.000Z', 'scheduler', 'Firenze'));
  const ticks = seriesOf(plan)
    .flatMap(({ kind, structure }) =>
      slotsBetween(plan, kind, structure, new Date(0), new Date('2022-01-01T00:00:00Z')),
    )
    .map(({ at }) => ({ now: new Date(Date.parse(at) + MINUTE - 1), together: false }))
    .sort((a, b) => a.now.getTime() - b.now.getTime());
  const history = live(plan, ticks);
  expect(history.every((each) => each.verdict === 'RUN' && !each.late)).toBe(true);
  // 52 Mondays, 53 Wednesdays and Thursdays, 52 Fridays of two structures, and the plan’s own.
  expect(history).toHaveLength(2 * (52 + 53 + 53 + 52) + 52 + 12 + 4 + 2);
  expect(history.at(-1)?.slot).toMatchObject({ kind: 'QUARTERLY_DIGEST', day: isoDate('2021-01-11') });
});
