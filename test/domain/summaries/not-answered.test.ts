/** What was asked in vain, as a summary of Friday 18/09 tells it. */
import { expect, test } from 'vitest';
import type { Arrangements } from '../../../src/domain/arrangement.ts';
import type { CheckIn } from '../../../src/domain/check-in.ts';
import type { ItemCode } from '../../../src/domain/codes.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Person } from '../../../src/domain/directory.ts';
import { isAskedInWeek, notAnswered } from '../../../src/domain/summaries/not-answered.ts';
import { assessGoals, DIREZIONE, neutralisedFrom, OSRU, scheduledGoal } from '../../helpers/figures.ts';

const DAY = '2020-09-18';

const person = (key: string, ...structures: Person['structures']): Person => ({
  key,
  name: key,
  title: '',
  email: `${key}@arti.example`,
  role: 'STAFF',
  structures,
  place: null,
});

const ANNA = person('anna', DIREZIONE);
const BRUNO = person('bruno', OSRU);

/** Phase 1 is of Direzione, 2 of OSRU, 3 of both; 4 is neutralised. */
const FIGURES = assessGoals(
  [
    scheduledGoal('1.1', 10, [
      { structures: [DIREZIONE] },
      { structures: [OSRU] },
      { structures: [DIREZIONE, OSRU] },
      { structures: [DIREZIONE], neutralised: neutralisedFrom('2020-09-01') },
    ]),
  ],
  DAY,
);

/** Anna’s of Monday, open until Friday. */
const asked = (parts: Partial<CheckIn> = {}): CheckIn => ({
  id: `2020-${parts.openedOn ?? '2020-09-14'}-${parts.person ?? 'anna'}`,
  person: 'anna',
  openedOn: isoDate('2020-09-14'),
  closesOn: isoDate('2020-09-18'),
  closedOn: null,
  openedAtSequence: 0,
  items: ['1.1.3', '1.1.1'] as ItemCode[],
  owed: null,
  remindedAt: null,
  skipped: null,
  ...parts,
});

const NOTHING_ARRANGED: Arrangements = { assignments: [], delegations: [], settings: new Map() };

function waitedFor(
  checkIns: readonly CheckIn[],
  answered: readonly string[] = [],
  arrangements: Arrangements = NOTHING_ARRANGED,
) {
  const found = notAnswered({
    figures: FIGURES,
    checkIns: checkIns.filter((each) => isAskedInWeek(each, isoDate(DAY))),
    isAnswered: (_, item) => answered.includes(item),
    people: [ANNA, BRUNO],
    arrangements,
  });
  return Object.fromEntries(found);
}

const BOTH = { DIREZIONE: ['1.1.1', '1.1.3'] };

test.each<{ why: string; parts: Partial<CheckIn>; waited: Record<string, string[]> }>([
  { why: 'open', parts: {}, waited: BOTH },
  { why: 'its last day passed yesterday', parts: { closesOn: isoDate('2020-09-17') }, waited: BOTH },
  { why: 'its last day passed six days ago', parts: { closesOn: isoDate('2020-09-12') }, waited: BOTH },
  {
    why: 'its last day was a week ago: told last time',
    parts: { closesOn: isoDate('2020-09-11') },
    waited: {},
  },
  { why: 'closed in the week by a newer one', parts: { closedOn: isoDate('2020-09-16') }, waited: BOTH },
  { why: 'closed before', parts: { closedOn: isoDate('2020-09-11') }, waited: {} },
  {
    why: 'waits for the person’s hours',
    parts: { owed: { kind: 'ASK', at: '2020-09-18T07:00:00.000Z' } },
    waited: {},
  },
  {
    why: 'could not be asked, and was closed',
    parts: { owed: { kind: 'ASK', at: '2020-09-15T07:00:00.000Z' }, closedOn: isoDate('2020-09-15') },
    waited: {},
  },
  { why: 'put off', parts: { owed: { kind: 'AGAIN', at: '2020-09-18T14:00:00.000Z' } }, waited: BOTH },
  { why: 'left out', parts: { skipped: { on: isoDate('2020-09-15'), because: 'ferie' } }, waited: BOTH },
  {
    why: 'asked on the Monday after, of a summary that is late',
    parts: { openedOn: isoDate('2020-09-21') },
    waited: {},
  },
  {
    why: 'closed on that Monday: open on the Friday',
    parts: { closedOn: isoDate('2020-09-21') },
    waited: BOTH,
  },
  { why: 'somebody who has gone', parts: { person: 'carlo' }, waited: {} },
  { why: 'what is neutralised since', parts: { items: ['1.1.4'] as ItemCode[] }, waited: {} },
  { why: 'what an act took out of the plan', parts: { items: ['3.3'] as ItemCode[] }, waited: {} },
  { why: 'what is not theirs any more', parts: { items: ['1.1.2'] as ItemCode[] }, waited: {} },
])('$why', ({ parts, waited }) => {
  expect(waitedFor([asked(parts)])).toEqual(waited);
});

test('what was answered is not waited for', () => {
  expect(waitedFor([asked()], ['1.1.3'])).toEqual({ DIREZIONE: ['1.1.1'] });
  expect(waitedFor([asked()], ['1.1.1', '1.1.3'])).toEqual({});
});

test('asked twice, named once; a shared item stands under those who were asked', () => {
  const lastWeek = asked({ openedOn: isoDate('2020-09-07'), closedOn: isoDate('2020-09-14') });
  const bruno = asked({ person: 'bruno', items: ['1.1.2', '1.1.3'] as ItemCode[] });
  expect(waitedFor([lastWeek, asked(), bruno])).toEqual({
    DIREZIONE: ['1.1.1', '1.1.3'],
    OSRU: ['1.1.2', '1.1.3'],
  });
});

test('what was delegated stands under its own structure, whoever is asked', () => {
  const delegations = [
    {
      id: 1,
      item: '1.1.1' as ItemCode,
      from: 'anna',
      to: 'bruno',
      startsOn: isoDate('2020-09-01'),
      endsOn: isoDate('2020-09-30'),
    },
  ];
  const checkIns = [asked(), asked({ person: 'bruno', items: ['1.1.1'] as ItemCode[] })];
  expect(waitedFor(checkIns, ['1.1.3'], { ...NOTHING_ARRANGED, delegations })).toEqual({
    DIREZIONE: ['1.1.1'],
  });
});
