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
    // It is 12:22 in Rome: then in winter, on that day in summer.
    expect(clock.now().toISOString()).toBe('2020-09-14T10:22:33.444Z');
  });

  test('is moved, forward and back', () => {
    const clock = createSimulatedClock(isoDate('2020-09-14'), { movable: true, now: noon });
    for (const day of ['2020-12-31', '2020-02-29']) {
      clock.moveTo(isoDate(day));
      expect([clock.today(), clock.now().toISOString()]).toEqual([day, `${day}T11:22:33.444Z`]);
    }
  });

  test.each([
    {
      why: 'winter now, summer then',
      real: '2026-02-03T20:12:05.006Z',
      day: '2020-07-01',
      is: '19:12:05.006Z',
    },
    {
      why: 'summer now, winter then',
      real: '2026-07-01T19:12:05.006Z',
      day: '2020-02-03',
      is: '20:12:05.006Z',
    },
    { why: 'summer both', real: '2026-07-01T19:12:05.006Z', day: '2020-09-14', is: '19:12:05.006Z' },
    {
      why: 'on the day clocks go forward',
      real: '2026-02-03T20:12:05.006Z',
      day: '2020-03-29',
      is: '19:12:05.006Z',
    },
    {
      why: 'in the hour that is left out',
      real: '2026-02-03T01:30:00.000Z',
      day: '2020-03-29',
      is: '01:30:00.000Z',
    },
    {
      why: 'on the day they go back',
      real: '2026-02-03T20:12:05.006Z',
      day: '2020-10-25',
      is: '20:12:05.006Z',
    },
  ])('shows what a clock in Rome shows now: $why', ({ real, day, is }) => {
    const clock = createSimulatedClock(isoDate(day), { movable: true, now: () => new Date(real) });
    expect(clock.now().toISOString()).toBe(`${day}T${is}`);
  });

  test.each([
    { why: 'in winter', real: '2026-02-03T23:00:00.000Z', day: '2020-07-01' },
    { why: 'in summer', real: '2026-07-01T22:00:00.000Z', day: '2020-02-03' },
  ])('at midnight, $why, is still that day', ({ real, day }) => {
    for (const ms of [-1, 0, 1]) {
      const clock = createSimulatedClock(isoDate(day), {
        movable: true,
        now: () => new Date(Date.parse(real) + ms),
      });
      expect(createRealClock(() => clock.now()).today()).toBe(day);
    }
  });

  test.each([
    { why: 'an ordinary day', real: '2026-02-02T23:00:00.000Z', day: '2020-09-14' },
    { why: 'clocks go forward on it', real: '2026-02-02T23:00:00.000Z', day: '2020-03-29' },
    { why: 'clocks go back on it', real: '2026-02-02T23:00:00.000Z', day: '2020-10-25' },
    { why: 'clocks go back in truth', real: '2026-10-24T22:00:00.000Z', day: '2020-09-14' },
    { why: 'clocks go forward in truth', real: '2026-03-28T23:00:00.000Z', day: '2020-09-14' },
  ])('goes on from minute to minute: $why', ({ real, day }) => {
    let now = Date.parse(real);
    const clock = createSimulatedClock(isoDate(day), { movable: true, now: () => new Date(now) });
    const wrong: string[] = [];
    let last = clock.now();
    for (let minute = 1; minute < 23 * 60; minute += 1) {
      now += 60_000;
      const next = clock.now();
      if (next <= last || createRealClock(() => next).today() !== day) wrong.push(next.toISOString());
      last = next;
    }
    expect(wrong).toEqual([]);
  });

  test('begins again with the next real day', () => {
    let now = Date.parse('2026-02-03T22:59:00.000Z');
    const clock = createSimulatedClock(isoDate('2020-09-14'), { movable: true, now: () => new Date(now) });
    expect(clock.now().toISOString()).toBe('2020-09-14T21:59:00.000Z');
    now += 60_000;
    expect(clock.now().toISOString()).toBe('2020-09-13T22:00:00.000Z');
  });

  test('tells of each new day', () => {
    const days: string[] = [];
    const clock = createSimulatedClock(isoDate('2020-09-14'), {
      movable: true,
      now: noon,
      onMoved: (today) => days.push(today),
    });
    clock.moveTo(isoDate('2020-09-18'));
    expect(days).toEqual(['2020-09-18']);
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
