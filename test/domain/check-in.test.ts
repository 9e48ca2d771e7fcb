import { expect, test } from 'vitest';
import {
  type CheckIn,
  checkInAgainKey,
  checkInId,
  checkInKey,
  checkInOfKey,
  closedSince,
} from '../../src/domain/check-in.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { personOf } from '../helpers/context.ts';
import { phaseCodeOf } from '../helpers/figures.ts';

const checkIn: CheckIn = {
  id: 'check-in-1',
  person: 'referente.osru',
  openedOn: isoDate('2020-09-14'),
  closesOn: isoDate('2020-09-18'),
  closedOn: null,
  openedAtSequence: 0,
  items: [phaseCodeOf('1.1.3')],
  owed: null,
  remindedAt: null,
  skipped: null,
};

test.each([
  { why: 'the day it opens', closedOn: null, today: '2020-09-14', since: null },
  { why: 'the last day still takes answers', closedOn: null, today: '2020-09-18', since: null },
  { why: 'the day after does not', closedOn: null, today: '2020-09-19', since: '2020-09-18' },
  { why: 'long after', closedOn: null, today: '2020-12-31', since: '2020-09-18' },
  { why: 'a newer one took its place', closedOn: '2020-09-16', today: '2020-09-16', since: '2020-09-16' },
  {
    why: 'replaced, and past its last day',
    closedOn: '2020-09-16',
    today: '2020-09-30',
    since: '2020-09-16',
  },
])('closed since: $why → $since', ({ closedOn, today, since }) => {
  const asked = { ...checkIn, closedOn: closedOn === null ? null : isoDate(closedOn) };
  expect(closedSince(asked, isoDate(today))).toBe(since);
});

test('keys of its messages are read back', () => {
  const id = checkInId(2020, isoDate('2020-09-14'), personOf('referente.osru'));
  expect(checkInOfKey(checkInKey(id))).toBe(id);
  expect(checkInOfKey(checkInAgainKey(id, '2020-09-16T07:00:00.000Z'))).toBe(id);
  expect(checkInOfKey(`check-in-refresh-${id}-1`)).toBeUndefined();
});
