import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { createRealClock, createSimulatedClock } from '../../src/services/clock.ts';

describe('the real clock', () => {
  test.each([
    { why: 'summer: Rome is two hours ahead', instant: '2020-09-13T22:00:00Z', day: '2020-09-14' },
    { why: 'a minute before', instant: '2020-09-13T21:59:59Z', day: '2020-09-13' },
    { why: 'winter: one hour', instant: '2020-12-31T23:00:00Z', day: '2021-01-01' },
    { why: 'a minute before', instant: '2020-12-31T22:59:59Z', day: '2020-12-31' },
    { why: 'the night the clocks go back', instant: '2020-10-25T22:59:59Z', day: '2020-10-25' },
    { why: 'the day before it', instant: '2020-10-24T21:59:59Z', day: '2020-10-24' },
  ])('$why: $instant is $day', ({ instant, day }) => {
    const clock = createRealClock(() => new Date(instant));
    expect(clock.today()).toBe(day);
    expect(clock.now().toISOString()).toBe(new Date(instant).toISOString());
  });

  test('cannot be moved', () => {
    const clock = createRealClock();
    expect(clock.movable).toBe(false);
    expect(() => clock.moveTo(isoDate('2020-01-01'))).toThrow();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});

describe('a simulated day', () => {
  const noon = () => new Date('2026-02-03T11:22:33.444Z');

  test('stands still, with the time of day that it is', () => {
    const clock = createSimulatedClock(isoDate('2020-09-14'), { movable: true, now: noon });
    expect(clock.today()).toBe('2020-09-14');
    expect(clock.now().toISOString()).toBe('2020-09-14T11:22:33.444Z');
  });

  test('is moved, forward and back', () => {
    const clock = createSimulatedClock(isoDate('2020-09-14'), { movable: true, now: noon });
    for (const day of ['2020-12-31', '2020-02-29']) {
      clock.moveTo(isoDate(day));
      expect([clock.today(), clock.now().toISOString()]).toEqual([day, `${day}T11:22:33.444Z`]);
    }
  });

  test('fixed by configuration, it is not', () => {
    const clock = createSimulatedClock(isoDate('2020-09-14'), { movable: false, now: noon });
    expect(() => clock.moveTo(isoDate('2020-09-15'))).toThrow();
    expect(clock.today()).toBe('2020-09-14');
  });

  test('what is recorded late in the evening is of that day in Rome too', () => {
    const late = createSimulatedClock(isoDate('2020-09-14'), {
      movable: true,
      now: () => new Date('2026-02-03T23:30:00Z'),
    });
    expect(createRealClock(() => late.now()).today()).toBe('2020-09-14');
  });
});
