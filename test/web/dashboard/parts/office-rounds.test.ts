import { expect, test } from 'vitest';
import { type CheckIn, roundsOf } from '../../../../src/web/dashboard/parts/office-rounds.ts';

const checkIn = (change: Partial<CheckIn>): CheckIn => ({
  state: 'OPEN',
  openedOn: '2020-09-14',
  closesOn: '2020-09-20',
  closedOn: null,
  structures: [{ code: 'OSRU' }],
  items: [{ code: '1.1.1', answeredAt: null }],
  ...change,
});

test('of a day, whoever works in two structures counts in both', () => {
  const rounds = roundsOf([checkIn({ structures: [{ code: 'OSRU' }, { code: 'DIREZIONE' }] })]);
  expect(rounds.map(({ structure, asked }) => [structure, asked])).toEqual([
    ['DIREZIONE', 1],
    ['OSRU', 1],
  ]);
});

test('an item that two were asked about counts once, answered when either did', () => {
  const answered = { state: 'ANSWERED', items: [{ code: '1.1.1', answeredAt: '2020-09-14T08:00:00.000Z' }] };
  const [round] = roundsOf([
    checkIn(answered),
    checkIn({
      items: [
        { code: '1.1.1', answeredAt: null },
        { code: '1.1.2', answeredAt: null },
      ],
    }),
  ]);
  expect(round).toEqual({
    openedOn: '2020-09-14',
    structure: 'OSRU',
    closesOn: '2020-09-20',
    asked: 2,
    complete: 1,
    items: 2,
    answeredItems: 1,
  });
});

test('closed once none of them takes answers, and kept apart by the day', () => {
  const closed = checkIn({
    openedOn: '2020-09-07',
    closesOn: '2020-09-13',
    closedOn: '2020-09-14',
    state: 'CLOSED',
  });
  expect(roundsOf([checkIn({}), closed]).map(({ openedOn, closesOn }) => [openedOn, closesOn])).toEqual([
    ['2020-09-14', '2020-09-20'],
    ['2020-09-07', null],
  ]);
});

test('whoever works nowhere any more stands in a row of its own', () => {
  expect(roundsOf([checkIn({ structures: [] })]).map(({ structure }) => structure)).toEqual([null]);
});
