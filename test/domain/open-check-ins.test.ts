/** Whom a check-in asks, about what, and whom it leaves alone. */
import { describe, expect, test } from 'vitest';
import { type Arrangements, NO_SETTINGS, type PersonSettings } from '../../src/domain/arrangement.ts';
import { assess } from '../../src/domain/assess.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { ASK_ALL, type RoundInput } from '../../src/domain/check-in-outcome.ts';
import { type IsoDate, isoDate } from '../../src/domain/dates.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import type { Asking } from '../../src/domain/item-cadence.ts';
import { type OpenedCheckIns, openCheckIns } from '../../src/domain/open-check-ins.ts';
import { openItems } from '../../src/domain/open-items.ts';
import { baselineInForce } from '../../src/domain/plan.ts';
import { ARTI } from '../helpers/context.ts';
import {
  assessGoals,
  buildGoal,
  measuredRatio,
  neutralisedFrom,
  only,
  phaseCodeOf,
  type Said,
  scheduledGoal,
  standingOf,
  structureCode,
  unattachedGoal,
} from '../helpers/figures.ts';

const MONDAY = '2020-09-14';
const AT_TEN = 'T08:00:00.000Z';

describe('what is asked', () => {
  const DAY = '2020-06-15';
  const goals = [
    scheduledGoal('1.1', 10, [
      {},
      { start: DAY },
      { start: '2020-06-16' },
      { end: '2020-03-31' },
      { neutralised: neutralisedFrom('2020-06-01') },
    ]),
    scheduledGoal('1.2', 10, [{}], { neutralised: neutralisedFrom(DAY) }),
    scheduledGoal('1.3', 10, [{}], { neutralised: neutralisedFrom('2020-06-16') }),
    buildGoal('3.1', 10),
    buildGoal('3.3', 10, { neutralised: neutralisedFrom('2020-01-01') }),
    unattachedGoal('4.3', 10),
  ];
  const reached = { measurements: [measuredRatio('3.1', '9000/20015', '2020-06-01')] };
  test.each([
    {
      why: 'phases begun, late ones too, and indicators; nothing that lies ahead, is neutralised or unknown',
      said: {},
      items: ['1.1.1', '1.1.2', '1.1.4', '1.3.1', '3.1'],
    },
    {
      why: 'what is complete is not asked again, what is blocked or under way is',
      said: {
        reports: {
          '1.1.1': 100,
          '1.1.2': 99,
          '1.1.4': { percent: 20, blockedBecause: 'ricorso' },
          '1.3.1': 100,
        },
      },
      items: ['1.1.2', '1.1.4', '3.1'],
    },
    {
      why: 'an indicator that has reached its target may still fall',
      said: reached,
      items: ['1.1.1', '1.1.2', '1.1.4', '1.3.1', '3.1'],
    },
  ])('$why', ({ said, items }) => {
    expect(openItems(assessGoals(goals, DAY, said)).map(({ code }) => code)).toEqual(items);
  });
});

const person = (key: string, role: Role, structure: string | null, place: string | null = null): Person => ({
  key,
  name: key,
  title: '',
  email: `${key}@arti.example`,
  role,
  structures: structure === null ? [] : [structureCode(structure)],
  place,
});

/** The 14th of September is a holiday of Firenze, the 16th one everywhere. */
const calendar = {
  holidayName: (day: IsoDate, place: string | null) => {
    if (day === '2020-09-16') return 'Festa';
    return day === MONDAY && place === 'Firenze' ? 'Patrono' : null;
  },
};

const GOALS = [scheduledGoal('1.1', 10, [{ structures: [structureCode('OSRU')] }, {}]), buildGoal('3.1', 10)];

type Setting = Partial<Omit<RoundInput, 'figures' | 'now' | 'arrangements'>> & {
  readonly day?: string;
  readonly time?: string;
  readonly said?: Said;
  readonly settings?: Readonly<Record<string, Partial<PersonSettings>>>;
  readonly arrangements?: Partial<Arrangements>;
};

function ask(people: readonly Person[], setting: Setting = {}): OpenedCheckIns {
  const { day = MONDAY, time = AT_TEN, said, settings = {}, arrangements, ...rest } = setting;
  const all = Object.entries(settings).map(([key, each]) => [key, { ...NO_SETTINGS, ...each }] as const);
  return openCheckIns({
    figures: assessGoals(GOALS, day, said),
    people,
    arrangements: { assignments: [], delegations: [], settings: new Map(all), ...arrangements },
    calendar,
    known: [],
    lastSequence: 7,
    now: new Date(`${day}${time}`),
    daysOpen: 4,
    restDays: 3,
    remindAfterDays: 2,
    asks: ASK_ALL,
    postponeUntil: null,
    ...rest,
  });
}

const keys = (people: readonly Person[]) => people.map(({ key }) => key);

/** Everybody who is named, by why. */
const summary = (round: OpenedCheckIns) =>
  Object.fromEntries(
    Object.entries({
      asked: keys(round.asked),
      waiting: round.waiting.map(({ person: { key }, at }) => `${key} ${at}`),
      askedToday: keys(round.askedToday),
      snoozed: round.snoozed.map(({ person: { key }, at }) => `${key} ${at}`),
      away: round.away.map(({ person: { key }, until }) => `${key} ${until}`),
      onHoliday: round.onHoliday.map(({ person: { key }, holiday }) => `${key} ${holiday}`),
      recentlyReported: keys(round.recentlyReported),
      unreachable: keys(round.unreachable),
      nothingToAsk: keys(round.nothingToAsk),
    }).filter(([, named]) => named.length > 0),
  );

const osru = person('osru', 'STAFF', 'OSRU');
const direzione = person('direzione', 'STAFF', 'DIREZIONE');

test('a check-in lists what the person answers for, and owes one reminder', () => {
  const { opened } = ask([direzione]);
  expect(opened).toEqual([
    {
      id: '2020-2020-09-14-direzione',
      person: 'direzione',
      openedOn: MONDAY,
      closesOn: '2020-09-18',
      closedOn: null,
      openedAtSequence: 7,
      items: ['1.1.2', '3.1'],
      // Two days later is the holiday.
      owed: { kind: 'REMINDER', at: '2020-09-17T07:00:00.000Z' },
      remindedAt: null,
      skipped: null,
    },
  ]);
});

describe('who is asked', () => {
  const head = person('capo', 'HEAD', 'OSRU');
  const manager = person('dirigente', 'MANAGER', 'OSRU');
  const planning = person('ufficio', 'PLANNING', null);
  const idle = person('nuovo', 'STAFF', null);
  const left = { id: 1, item: phaseCodeOf('1.1.1'), startsOn: isoDate(MONDAY), endsOn: isoDate(MONDAY) };
  const away = { from: isoDate('2020-09-10'), until: isoDate(MONDAY), setBy: 'osru' };
  const MORNING = { from: '08:30', to: '14:00' };
  test.each([
    {
      why: 'staff; the head only where there is none',
      people: [osru, head, manager, planning, idle],
      named: { asked: ['osru'], nothingToAsk: ['capo', 'nuovo'] },
    },
    { why: 'the head of a structure without staff', people: [head], named: { asked: ['capo'] } },
    {
      why: 'the head to whom it is assigned, and nobody else',
      people: [osru, head],
      setting: { arrangements: { assignments: [{ item: phaseCodeOf('1.1.1'), person: 'capo' }] } },
      named: { asked: ['capo'], nothingToAsk: ['osru'] },
    },
    {
      why: 'the delegate',
      people: [osru, head],
      setting: { arrangements: { delegations: [{ ...left, from: 'osru', to: 'capo' }] } },
      named: { asked: ['capo'], nothingToAsk: ['osru'] },
    },
    {
      why: 'the planning office for what was left to it',
      people: [osru, planning],
      setting: { arrangements: { delegations: [{ ...left, from: 'osru', to: 'ufficio' }] } },
      named: { asked: ['ufficio'], nothingToAsk: ['osru'] },
    },
    {
      why: 'a manager never',
      people: [manager],
      setting: { arrangements: { assignments: [{ item: phaseCodeOf('1.1.1'), person: 'dirigente' }] } },
      named: {},
    },
    {
      why: 'not while away',
      people: [osru],
      setting: { settings: { osru: { away } } },
      named: { away: ['osru 2020-09-14'] },
    },
    {
      why: 'nor the delegate who is away: it does not come back',
      people: [osru, head],
      setting: {
        settings: { capo: { away } },
        arrangements: { delegations: [{ ...left, from: 'osru', to: 'capo' }] },
      },
      named: { away: ['capo 2020-09-14'], nothingToAsk: ['osru'] },
    },
    {
      why: 'back since today',
      people: [osru],
      setting: { settings: { osru: { away: { ...away, until: isoDate('2020-09-13') } } } },
      named: { asked: ['osru'] },
    },
    {
      why: 'not on a holiday of their town',
      people: [osru, person('firenze', 'STAFF', 'OSRU', 'Firenze')],
      named: { asked: ['osru'], onHoliday: ['firenze Patrono'] },
    },
    {
      why: 'not on a weekend',
      people: [osru],
      setting: { day: '2020-09-13' },
      named: { onHoliday: ['osru null'] },
    },
    {
      why: 'not on a national holiday',
      people: [osru],
      setting: { day: '2020-09-16' },
      named: { onHoliday: ['osru Festa'] },
    },
    {
      why: 'who has nothing to answer is not said to be away',
      people: [idle],
      setting: { settings: { nuovo: { away } } },
      named: { nothingToAsk: ['nuovo'] },
    },
    {
      why: 'in their hours',
      people: [osru],
      setting: { settings: { osru: { hours: MORNING } } },
      named: { asked: ['osru'] },
    },
    {
      why: 'before their hours: they wait',
      people: [osru],
      setting: { time: 'T05:00:00.000Z', settings: { osru: { hours: MORNING } } },
      named: { waiting: ['osru 2020-09-14T06:30:00.000Z'] },
    },
    {
      why: 'after them: until tomorrow',
      people: [osru],
      setting: { time: 'T13:00:00.000Z', settings: { osru: { hours: MORNING } } },
      named: { waiting: ['osru 2020-09-15T06:30:00.000Z'] },
    },
    {
      why: 'in their own time zone',
      people: [osru],
      setting: { settings: { osru: { hours: MORNING, slackTimeZone: 'America/New_York' } } },
      named: { waiting: ['osru 2020-09-14T12:30:00.000Z'] },
    },
    {
      why: 'over a weekend',
      people: [osru],
      setting: { day: '2020-09-11', time: 'T13:00:00.000Z', settings: { osru: { hours: MORNING } } },
      named: { waiting: ['osru 2020-09-14T06:30:00.000Z'] },
    },
    {
      why: 'not who leaves tomorrow for long and whose hours are over',
      people: [osru],
      setting: {
        time: 'T13:00:00.000Z',
        settings: {
          osru: {
            hours: MORNING,
            away: { from: isoDate('2020-09-15'), until: isoDate('2020-10-15'), setBy: 'osru' },
          },
        },
      },
      named: { unreachable: ['osru'] },
    },
    {
      why: 'no hours: at once, whatever the time',
      people: [osru],
      setting: { time: 'T19:30:00.000Z' },
      named: { asked: ['osru'] },
    },
  ] as const)('$why', ({ people, named, ...rest }) => {
    expect(summary(ask(people, 'setting' in rest ? rest.setting : {}))).toEqual(named);
  });
});

describe('what was reported on in the last days', () => {
  const said = (recordedAt: string): Said => ({
    reports: { '1.1.1': { percent: 20, reportedOn: '2020-09-01', recordedAt, actor: 'somebody.else' } },
  });
  test.each([
    { why: 'today', recordedAt: '2020-09-14T06:00:00.000Z', restDays: 3, rests: true },
    { why: 'two days ago', recordedAt: '2020-09-12T06:00:00.000Z', restDays: 3, rests: true },
    { why: 'three days ago', recordedAt: '2020-09-11T06:00:00.000Z', restDays: 3, rests: false },
    {
      why: 'late in the evening of Greenwich it is the next day in Rome',
      recordedAt: '2020-09-11T22:30:00.000Z',
      restDays: 3,
      rests: true,
    },
    {
      why: 'today, where it does not matter',
      recordedAt: '2020-09-14T06:00:00.000Z',
      restDays: 0,
      rests: false,
    },
    {
      why: 'on a simulated day that lies ahead again',
      recordedAt: '2020-09-20T06:00:00.000Z',
      restDays: 3,
      rests: false,
    },
  ])('$why, with $restDays days of rest: left alone $rests', ({ recordedAt, restDays, rests }) => {
    const round = ask([osru], { said: said(recordedAt), restDays });
    expect(summary(round)).toEqual(rests ? { recentlyReported: ['osru'] } : { asked: ['osru'] });
  });

  test('the rest of what they answer for is asked', () => {
    const measurements = [measuredRatio('3.1', '8006/20015', '2020-09-13')];
    expect(only(ask([direzione], { said: { measurements } }).opened).items).toEqual(['1.1.2']);
    expect(only(ask([direzione], { said: { measurements }, restDays: 1 }).opened).items).toEqual([
      '1.1.2',
      '3.1',
    ]);
  });
});

describe('asked before', () => {
  const opened = (setting: Setting = {}): CheckIn => only(ask([osru], setting).opened);

  test('today: not twice', () => {
    expect(summary(ask([osru], { known: [opened()] }))).toEqual({ askedToday: ['osru'] });
  });

  test('today, and closed since by a day that was moved: not twice either', () => {
    const closed = { ...opened(), closedOn: isoDate('2020-09-15') };
    expect(summary(ask([osru], { known: [closed] }))).toEqual({ askedToday: ['osru'] });
  });

  test('yesterday: a new one takes its place, of the same person only', () => {
    const old = opened();
    const gone = { ...old, id: 'x', person: 'partito' };
    const round = ask([osru], { day: '2020-09-15', known: [old, gone] });
    expect(round.closed).toEqual([old]);
    expect(summary(round)).toEqual({ asked: ['osru'] });
  });

  test('waiting for tomorrow: it is of tomorrow, and no second one is opened', () => {
    const evening = { time: 'T16:00:00.000Z', settings: { osru: { hours: { from: '08:30', to: '14:00' } } } };
    const waiting = opened(evening);
    expect(waiting).toMatchObject({
      id: '2020-2020-09-15-osru',
      openedOn: '2020-09-15',
      closesOn: '2020-09-19',
      owed: { kind: 'ASK', at: '2020-09-15T06:30:00.000Z' },
    });
    expect(summary(ask([osru], { ...evening, known: [waiting] }))).toEqual({ askedToday: ['osru'] });
    const next = { day: '2020-09-15', known: [waiting] };
    expect(summary(ask([osru], next))).toEqual({ askedToday: ['osru'] });
    const asked = { ...waiting, owed: null };
    expect(summary(ask([osru], { day: '2020-09-15', known: [asked] }))).toEqual({ askedToday: ['osru'] });
    expect(summary(ask([osru], { ...evening, known: [asked] }))).toEqual({ askedToday: ['osru'] });
  });

  test('where the new one waits for their hours the old one stays until it is asked', () => {
    const settings = { osru: { hours: { from: '14:00', to: '18:00' } } };
    const round = ask([osru], { day: '2020-09-15', settings, known: [opened()] });
    expect([round.closed, summary(round)]).toEqual([[], { waiting: ['osru 2020-09-15T12:00:00.000Z'] }]);
  });

  test.each([
    {
      why: 'until Friday: left in peace',
      day: '2020-09-15',
      said: {},
      is: { snoozed: ['osru 2020-09-18T07:00:00.000Z'] },
    },
    { why: 'and past its close: asked', day: '2020-09-21', said: {}, is: { asked: ['osru'] } },
    {
      why: 'and answered since: it keeps nothing back',
      day: '2020-09-15',
      said: { reports: { '1.1.1': 50 } },
      is: { asked: ['osru'] },
    },
  ])('put off $why', ({ day, said, is }) => {
    const owed = { kind: 'AGAIN', at: '2020-09-18T07:00:00.000Z' } as const;
    const snoozed = { ...opened(), openedAtSequence: 0, owed };
    expect(summary(ask([osru], { day, said, known: [snoozed], restDays: 0 }))).toEqual(is);
  });

  test('who has nothing open keeps the old one: nothing replaces it', () => {
    const round = ask([osru], { day: '2020-09-15', known: [opened()], said: { reports: { '1.1.1': 100 } } });
    expect([round.closed, summary(round)]).toEqual([[], { nothingToAsk: ['osru'] }]);
  });
});

test.each([
  { why: 'on its own day alone', daysOpen: 0, remindAfterDays: 1, owed: null },
  { why: 'the reminder would come after the close', daysOpen: 1, remindAfterDays: 2, owed: null },
  {
    why: 'on the last day it still comes',
    daysOpen: 1,
    remindAfterDays: 1,
    owed: '2020-09-15T07:00:00.000Z',
  },
  { why: 'moved by the holiday', daysOpen: 3, remindAfterDays: 2, owed: '2020-09-17T07:00:00.000Z' },
  { why: 'moved by the holiday after the close', daysOpen: 2, remindAfterDays: 2, owed: null },
])('open $daysOpen days, a reminder after $remindAfterDays: $why', ({ daysOpen, remindAfterDays, owed }) => {
  const checkIn = only(ask([osru], { daysOpen, remindAfterDays }).opened);
  expect(checkIn.owed).toEqual(owed === null ? null : { kind: 'REMINDER', at: owed });
});

test('of the real plan, the most urgent first: 1.1.6 ended in April', () => {
  const day = isoDate(MONDAY);
  const figures = assess(ARTI, baselineInForce(ARTI, day), standingOf(day), DEFAULT_HEALTH_RULES);
  const arrangements = { assignments: [], delegations: [], settings: new Map() };
  const { opened } = openCheckIns({
    figures,
    people: [osru],
    arrangements,
    calendar,
    known: [],
    lastSequence: 0,
    now: new Date(`${MONDAY}${AT_TEN}`),
    daysOpen: 4,
    restDays: 3,
    remindAfterDays: 2,
    asks: ASK_ALL,
    postponeUntil: null,
  });
  expect(only(opened).items).toEqual(['1.1.6', '1.1.1', '1.1.2', '1.1.3']);
});

describe('at a slot, who cannot be asked today is asked within the week', () => {
  const firenze = person('firenze', 'STAFF', 'OSRU', 'Firenze');
  const away = (until: string) => ({ from: isoDate('2020-09-10'), until: isoDate(until), setBy: 'osru' });
  const SLOT = { postponeUntil: isoDate('2020-09-19'), remindAfterDays: null };
  const opened = only(ask([osru], { time: 'T06:00:00.000Z' }).opened);
  test.each([
    {
      why: 'the patron’s day of another town than the structure’s: the slot comes again in a week only',
      people: [firenze],
      named: { waiting: ['firenze 2020-09-15T07:00:00.000Z'] },
    },
    {
      why: 'away for the day: at the start of the next one, in their hours',
      people: [osru],
      setting: { settings: { osru: { away: away(MONDAY), hours: { from: '08:30', to: '14:00' } } } },
      named: { waiting: ['osru 2020-09-15T06:30:00.000Z'] },
    },
    {
      why: 'back on the 16th, which is a holiday: on the 17th',
      people: [osru],
      setting: { settings: { osru: { away: away('2020-09-15') } } },
      named: { waiting: ['osru 2020-09-17T07:00:00.000Z'] },
    },
    {
      why: 'away for the week: left alone, the next slot asks',
      people: [osru],
      setting: { settings: { osru: { away: away('2020-09-19') } } },
      named: { away: ['osru 2020-09-19'] },
    },
    {
      why: 'asked about all of it by hand this morning: nothing is left',
      people: [osru],
      setting: { known: [opened] },
      named: { askedToday: ['osru'] },
    },
    {
      why: 'asked about less this morning, by the slot of another structure: tomorrow, nobody is asked twice a day',
      people: [osru],
      setting: { known: [{ ...opened, items: [phaseCodeOf('9.9.9')] }] },
      named: { waiting: ['osru 2020-09-15T07:00:00.000Z'] },
    },
    {
      why: 'the same in Tokyo, where their tomorrow begins today in Rome',
      people: [osru],
      setting: {
        known: [{ ...opened, items: [phaseCodeOf('9.9.9')] }],
        settings: { osru: { timeZone: 'Asia/Tokyo', hours: { from: '00:30', to: '12:00' } } },
      },
      named: { waiting: ['osru 2020-09-14T22:00:00.000Z'] },
    },
    {
      why: 'snoozed what was asked before: the day after that has ended',
      people: [osru],
      setting: {
        day: '2020-09-15',
        known: [
          {
            ...opened,
            openedAtSequence: 0,
            owed: { kind: 'AGAIN', at: '2020-09-17T07:00:00.000Z' } as const,
          },
        ],
      },
      named: { waiting: ['osru 2020-09-18T07:00:00.000Z'] },
    },
    {
      why: 'snoozed it until the end of the week: in peace, here too',
      people: [osru],
      setting: {
        day: '2020-09-15',
        known: [
          {
            ...opened,
            openedAtSequence: 0,
            owed: { kind: 'AGAIN', at: '2020-09-18T07:00:00.000Z' } as const,
          },
        ],
      },
      named: { snoozed: ['osru 2020-09-18T07:00:00.000Z'] },
    },
  ])('$why', ({ people, setting = {}, named }) => {
    expect(summary(ask(people, { ...SLOT, ...setting }))).toEqual(named);
  });

  test('nothing reminds of it by itself: the schedule does', () => {
    expect(only(ask([osru], SLOT).opened).owed).toBeNull();
  });
});

describe('what the cadence leaves out', () => {
  const asks = (answers: Readonly<Record<string, Asking>>) => ({
    asks: ({ code }: { readonly code: string }): Asking => answers[code] ?? 'NOT_DUE',
  });
  /** Of last Monday; closed on Friday, and not replaced. */
  const earlier = (parts: Partial<CheckIn> = {}): CheckIn => ({
    ...only(ask([direzione], { day: '2020-09-07' }).opened),
    openedAtSequence: 0,
    owed: null,
    ...parts,
  });
  test.each([
    { why: 'it asks about the rest', answers: { '3.1': 'DUE' }, items: ['3.1'] },
    { why: 'nothing is left: nobody is asked', answers: {}, items: null },
    {
      why: 'unless it waits for an answer: what a new question replaces is asked again with it',
      answers: { '3.1': 'DUE' },
      known: [earlier({ items: [phaseCodeOf('1.1.2')] })],
      items: ['1.1.2', '3.1'],
    },
    {
      why: 'what waits is asked again by itself too',
      answers: {},
      known: [earlier({ items: [phaseCodeOf('1.1.2')] })],
      items: ['1.1.2'],
    },
    {
      why: 'what was answered since is not',
      answers: { '3.1': 'DUE' },
      known: [earlier({ items: [phaseCodeOf('1.1.2')] })],
      said: { reports: { '1.1.2': 40 } },
      items: ['3.1'],
    },
    {
      why: 'nor what was skipped: that was an answer of a kind',
      answers: { '3.1': 'DUE' },
      known: [earlier({ skipped: { on: isoDate('2020-09-08'), because: 'a fine mese' } })],
      items: ['3.1'],
    },
    {
      why: 'nor what a newer question had replaced already',
      answers: { '3.1': 'DUE' },
      known: [earlier({ closedOn: isoDate('2020-09-09') })],
      items: ['3.1'],
    },
    {
      why: 'another structure’s is not asked by itself, even where it waits',
      answers: { '1.1.2': 'ELSEWHERE', '3.1': 'ELSEWHERE' },
      known: [earlier()],
      items: null,
    },
    {
      why: 'but is not lost with the question that is replaced',
      answers: { '1.1.2': 'ELSEWHERE', '3.1': 'DUE' },
      known: [earlier()],
      items: ['1.1.2', '3.1'],
    },
  ] as const)('$why', ({ answers, items, ...rest }) => {
    const known = 'known' in rest ? rest.known : [];
    const round = ask([direzione], {
      ...asks(answers),
      known,
      said: 'said' in rest ? rest.said : {},
      restDays: 0,
      postponeUntil: isoDate('2020-09-19'),
    });
    expect(round.opened.map((each) => [...each.items].sort())).toEqual(items === null ? [] : [items]);
    if (items === null) expect(summary(round)).toEqual({ nothingToAsk: ['direzione'] });
    const unclosed = known.filter(({ closedOn }) => closedOn === null);
    expect(round.closed).toEqual(items === null ? [] : unclosed);
  });
});
