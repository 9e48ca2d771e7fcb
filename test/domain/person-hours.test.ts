/** When a person may be written to. */
import { describe, expect, test } from 'vitest';
import { NO_SETTINGS, type PersonSettings } from '../../src/domain/arrangement.ts';
import { type IsoDate, isoDate } from '../../src/domain/dates.ts';
import {
  areHours,
  instantAt,
  isReachable,
  localTime,
  nextMoment,
  parseHours,
  parseTimeZone,
  type Reach,
  startOfDay,
} from '../../src/domain/person-hours.ts';

describe('hours as people write them', () => {
  test.each([
    { why: 'hours and minutes', text: '8:30-14:00', from: '08:30', to: '14:00' },
    { why: 'hours alone', text: '8-14', from: '08:00', to: '14:00' },
    { why: 'in words', text: 'dalle 8:30 alle 14', from: '08:30', to: '14:00' },
    { why: 'in English', text: 'from 8:30 to 14', from: '08:30', to: '14:00' },
    { why: 'with points, as Italians write', text: '8.30 - 14.15', from: '08:30', to: '14:15' },
    { why: 'with a dash', text: '08:30–17:00', from: '08:30', to: '17:00' },
    { why: 'words in the middle alone', text: '9 alle 17', from: '09:00', to: '17:00' },
    { why: 'short words', text: '9 a 17', from: '09:00', to: '17:00' },
    { why: 'in capitals, with spaces around', text: '  DALLE 9 ALLE 17 ', from: '09:00', to: '17:00' },
    { why: 'until midnight', text: '20-24', from: '20:00', to: '24:00' },
    { why: 'the whole day', text: '0-24', from: '00:00', to: '24:00' },
  ])('$why: $text', ({ text, from, to }) => {
    expect(parseHours(text)).toEqual({ ok: true, value: { from, to } });
  });

  test.each([
    { why: 'nothing', text: '' },
    { why: 'no end', text: '8:30' },
    { why: 'the end before the start', text: '14-8' },
    { why: 'no time between', text: '8-8' },
    { why: 'no such hour', text: '8-25' },
    { why: 'no such minute', text: '8:60-14' },
    { why: 'after midnight', text: '8-24:30' },
    { why: 'one digit of minutes', text: '8:3-14' },
    { why: 'something more', text: '8-14 circa' },
    { why: 'words', text: 'la mattina' },
    { why: 'negative', text: '-8-14' },
  ])('$why is refused: “$text”', ({ text }) => {
    expect(parseHours(text)).toEqual({ ok: false, refusal: { code: 'HOURS_INVALID', given: text } });
  });

  test.each([
    { from: '08:30', to: '14:00', are: true },
    { from: '14:00', to: '08:30', are: false },
    { from: '8:30', to: '14:00', are: false },
    { from: '08:30', to: '24:01', are: false },
    { from: '24:00', to: '24:00', are: false },
  ])('$from–$to are hours: $are', ({ from, to, are }) => {
    expect(areHours({ from, to })).toBe(are);
  });
});

describe('time zones', () => {
  test.each([
    { text: 'Europe/Rome', name: 'Europe/Rome' },
    { text: ' europe/rome ', name: 'Europe/Rome' },
    { text: 'Atlantic/Azores', name: 'Atlantic/Azores' },
    { text: 'UTC', name: 'UTC' },
    { text: '+02:00', name: undefined },
    { text: 'Roma', name: undefined },
    { text: 'Europe/Firenze', name: undefined },
    { text: '', name: undefined },
  ])('“$text” → $name', ({ text, name }) => {
    expect(parseTimeZone(text)).toBe(name);
  });

  test.each([
    { why: 'winter', zone: 'Europe/Rome', day: '2020-03-28', time: '09:00', instant: '2020-03-28T08:00:00Z' },
    {
      why: 'before the clocks go forward',
      zone: 'Europe/Rome',
      day: '2020-03-29',
      time: '01:59',
      instant: '2020-03-29T00:59:00Z',
    },
    {
      why: 'after it',
      zone: 'Europe/Rome',
      day: '2020-03-29',
      time: '03:00',
      instant: '2020-03-29T01:00:00Z',
    },
    {
      why: 'that morning',
      zone: 'Europe/Rome',
      day: '2020-03-29',
      time: '09:00',
      instant: '2020-03-29T07:00:00Z',
    },
    {
      why: 'that midnight, still in winter',
      zone: 'Europe/Rome',
      day: '2020-03-29',
      time: '00:00',
      instant: '2020-03-28T23:00:00Z',
    },
    { why: 'summer', zone: 'Europe/Rome', day: '2020-10-24', time: '09:00', instant: '2020-10-24T07:00:00Z' },
    {
      why: 'before the clocks go back',
      zone: 'Europe/Rome',
      day: '2020-10-25',
      time: '01:59',
      instant: '2020-10-24T23:59:00Z',
    },
    {
      why: 'a time that comes twice: the first',
      zone: 'Europe/Rome',
      day: '2020-10-25',
      time: '02:30',
      instant: '2020-10-25T00:30:00Z',
    },
    {
      why: 'after it',
      zone: 'Europe/Rome',
      day: '2020-10-25',
      time: '03:00',
      instant: '2020-10-25T02:00:00Z',
    },
    {
      why: 'that morning',
      zone: 'Europe/Rome',
      day: '2020-10-25',
      time: '09:00',
      instant: '2020-10-25T08:00:00Z',
    },
    {
      why: 'no summer time',
      zone: 'Asia/Tokyo',
      day: '2020-03-29',
      time: '09:00',
      instant: '2020-03-29T00:00:00Z',
    },
    {
      why: 'a day that begins the evening before',
      zone: 'Asia/Tokyo',
      day: '2020-10-25',
      time: '00:00',
      instant: '2020-10-24T15:00:00Z',
    },
    {
      why: 'in New York clocks go forward earlier',
      zone: 'America/New_York',
      day: '2020-03-08',
      time: '09:00',
      instant: '2020-03-08T13:00:00Z',
    },
    {
      why: 'the eve',
      zone: 'America/New_York',
      day: '2020-03-07',
      time: '09:00',
      instant: '2020-03-07T14:00:00Z',
    },
    {
      why: 'and back later',
      zone: 'America/New_York',
      day: '2020-11-01',
      time: '01:30',
      instant: '2020-11-01T05:30:00Z',
    },
    {
      why: 'the last minute of a day',
      zone: 'America/New_York',
      day: '2020-10-25',
      time: '23:59',
      instant: '2020-10-26T03:59:00Z',
    },
    {
      why: 'half an hour off',
      zone: 'Asia/Kolkata',
      day: '2020-10-25',
      time: '09:00',
      instant: '2020-10-25T03:30:00Z',
    },
  ])('$day $time in $zone is $instant, and back: $why', ({ zone, day, time, instant }) => {
    expect(instantAt(isoDate(day), time, zone)).toEqual(new Date(instant));
    expect(localTime(new Date(instant), zone)).toEqual({ day, time });
  });

  test('a time that the clocks leave out is as long after midnight as it would have been', () => {
    expect(instantAt(isoDate('2020-03-29'), '02:30', 'Europe/Rome')).toEqual(
      new Date('2020-03-29T01:30:00Z'),
    );
    expect(localTime(new Date('2020-03-29T01:30:00Z'), 'Europe/Rome').time).toBe('03:30');
  });

  test('a zone that this machine does not know is Rome’s', () => {
    expect(localTime(new Date('2020-09-14T08:00:00Z'), 'Mars/Olympus').time).toBe('10:00');
  });

  test('24:00 is the next midnight', () => {
    expect(instantAt(isoDate('2020-09-14'), '24:00', 'Europe/Rome')).toEqual(
      new Date('2020-09-14T22:00:00Z'),
    );
  });

  test('milliseconds change nothing', () => {
    expect(localTime(new Date('2020-09-14T21:59:59.999Z'), 'Europe/Rome')).toEqual({
      day: '2020-09-14',
      time: '23:59',
    });
  });
});

/** The 16th of September is a holiday of Firenze; no other day is one anywhere. */
const calendar = {
  holidayName: (day: IsoDate, place: string | null) =>
    place === 'Firenze' && day === '2020-09-16' ? 'Patrono' : null,
};

const reach = (settings: Partial<PersonSettings> = {}, place: string | null = null): Reach => ({
  place,
  settings: { ...NO_SETTINGS, ...settings },
  calendar,
});

const MORNING = { from: '08:30', to: '14:00' };
const away = (from: string, until: string) => ({ from: isoDate(from), until: isoDate(until), setBy: 'x' });

describe('whether a person may be written to', () => {
  test.each([
    { why: 'no hours: at any time', settings: {}, at: '2020-09-14T01:00:00Z', is: true },
    { why: 'the first minute', settings: { hours: MORNING }, at: '2020-09-14T06:30:00Z', is: true },
    { why: 'a minute before', settings: { hours: MORNING }, at: '2020-09-14T06:29:59Z', is: false },
    { why: 'the last minute', settings: { hours: MORNING }, at: '2020-09-14T11:59:59Z', is: true },
    { why: 'at the end', settings: { hours: MORNING }, at: '2020-09-14T12:00:00Z', is: false },
    {
      why: 'Slack’s time zone',
      settings: { hours: MORNING, slackTimeZone: 'Asia/Tokyo' },
      at: '2020-09-14T06:30:00Z',
      is: false,
    },
    {
      why: 'a time zone of their own goes before',
      settings: { hours: MORNING, slackTimeZone: 'Asia/Tokyo', timeZone: 'Europe/Rome' },
      at: '2020-09-14T06:30:00Z',
      is: true,
    },
    { why: 'Saturday', settings: {}, at: '2020-09-12T08:00:00Z', is: false },
    {
      why: 'Saturday where they are, Friday in Rome',
      settings: { timeZone: 'Asia/Tokyo' },
      at: '2020-09-11T16:00:00Z',
      is: false,
    },
    {
      why: 'Sunday where they are, Monday in Rome',
      settings: { timeZone: 'America/New_York' },
      at: '2020-09-14T02:00:00Z',
      is: false,
    },
    {
      why: 'absent',
      settings: { away: away('2020-09-14', '2020-09-14') },
      at: '2020-09-14T08:00:00Z',
      is: false,
    },
    {
      why: 'back',
      settings: { away: away('2020-09-11', '2020-09-13') },
      at: '2020-09-14T08:00:00Z',
      is: true,
    },
    { why: 'a holiday elsewhere', settings: {}, at: '2020-09-16T08:00:00Z', is: true },
    {
      why: 'a holiday where they work',
      settings: {},
      place: 'Firenze',
      at: '2020-09-16T08:00:00Z',
      is: false,
    },
  ])('$why → $is', ({ settings, place = null, at, is }) => {
    expect(isReachable(new Date(at), reach(settings, place))).toBe(is);
  });
});

describe('the first moment', () => {
  test.each([
    {
      why: 'now',
      settings: { hours: MORNING },
      from: '2020-09-14T08:00:00.123Z',
      at: '2020-09-14T08:00:00.123Z',
    },
    {
      why: 'later today',
      settings: { hours: MORNING },
      from: '2020-09-14T04:00:00Z',
      at: '2020-09-14T06:30:00Z',
    },
    {
      why: 'tomorrow',
      settings: { hours: MORNING },
      from: '2020-09-14T13:00:00Z',
      at: '2020-09-15T06:30:00Z',
    },
    {
      why: 'after a weekend, at nine',
      settings: {},
      from: '2020-09-11T22:00:00Z',
      at: '2020-09-14T07:00:00Z',
    },
    {
      why: 'after a holiday of their town',
      settings: { hours: MORNING },
      place: 'Firenze',
      from: '2020-09-15T13:00:00Z',
      at: '2020-09-17T06:30:00Z',
    },
    {
      why: 'after an absence',
      settings: { away: away('2020-09-14', '2020-09-16') },
      from: '2020-09-14T08:00:00Z',
      at: '2020-09-17T07:00:00Z',
    },
    {
      why: 'over an absence and a weekend',
      settings: { away: away('2020-09-14', '2020-09-18') },
      from: '2020-09-14T08:00:00Z',
      until: '2020-09-30',
      at: '2020-09-21T07:00:00Z',
    },
    {
      why: 'none before the end',
      settings: { away: away('2020-09-14', '2020-09-18') },
      from: '2020-09-14T08:00:00Z',
      at: null,
    },
    {
      why: 'the last day counts',
      settings: { hours: MORNING },
      from: '2020-09-17T13:00:00Z',
      at: '2020-09-18T06:30:00Z',
    },
    { why: 'its evening is too late', settings: { hours: MORNING }, from: '2020-09-18T13:00:00Z', at: null },
    { why: 'from after the end', settings: {}, from: '2020-09-19T08:00:00Z', at: null },
    {
      why: 'where the day began yesterday',
      settings: { hours: MORNING, timeZone: 'Asia/Tokyo' },
      from: '2020-09-14T08:00:00Z',
      at: '2020-09-14T23:30:00Z',
    },
  ])('$why: from $from → $at', ({ settings, place = null, from, until = '2020-09-18', at }) => {
    const found = nextMoment(new Date(from), isoDate(until), reach(settings, place));
    expect(found).toEqual(at === null ? null : new Date(at));
  });
});

test.each([
  { why: 'their hours', settings: { hours: MORNING }, at: '2020-09-14T06:30:00Z' },
  { why: 'nine in Rome', settings: {}, at: '2020-09-14T07:00:00Z' },
  { why: 'nine where they are', settings: { slackTimeZone: 'America/New_York' }, at: '2020-09-14T13:00:00Z' },
])('a day begins at $why', ({ settings, at }) => {
  expect(startOfDay(isoDate('2020-09-14'), reach(settings))).toEqual(new Date(at));
});
