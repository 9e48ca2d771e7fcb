import { describe, expect, test } from 'vitest';
import {
  isFormerSecretGood,
  isSecretOld,
  isSessionOpen,
  isSessionSecret,
  secretInCookies,
  sessionEnd,
  stateOfLink,
} from '../../src/domain/session.ts';

const at = (time: string) => new Date(`2020-09-14T${time}.000Z`);
const SECRET = 'a'.repeat(43);

describe('a personal link', () => {
  const link = { person: 'ada', expiresAt: '2020-09-14T08:05:00.000Z', usedAt: null };
  test.each([
    { why: 'just made', link, now: '08:00:00', is: 'VALID' },
    { why: 'in its last second', link, now: '08:04:59', is: 'VALID' },
    { why: 'after five minutes', link, now: '08:05:00', is: 'EXPIRED' },
    {
      why: 'used, and long ago',
      link: { ...link, usedAt: '2020-09-14T08:01:00.000Z' },
      now: '09:00:00',
      is: 'USED',
    },
  ])('$why: $is', ({ link: given, now, is }) => {
    expect(stateOfLink(given, at(now))).toBe(is);
  });
});

describe('a session', () => {
  const session = {
    expiresAt: '2020-09-14T20:30:00.000Z',
    lastUsedAt: '2020-09-14T08:00:00.000Z',
    endedAt: null,
  };
  test.each([
    { why: 'used an hour ago', parts: {}, now: '09:00:00', open: true },
    { why: 'not used for twelve hours', parts: {}, now: '20:00:00', open: false },
    { why: 'used since', parts: { lastUsedAt: '2020-09-14T19:00:00.000Z' }, now: '20:00:00', open: true },
    { why: 'at its end', parts: { lastUsedAt: '2020-09-14T20:29:00.000Z' }, now: '20:30:00', open: false },
    { why: 'ended', parts: { endedAt: '2020-09-14T08:30:00.000Z' }, now: '09:00:00', open: false },
  ])('$why: $open', ({ parts, now, open }) => {
    expect(isSessionOpen({ ...session, ...parts }, at(now))).toBe(open);
  });

  test('ends twelve hours after now, or at its end where that is nearer', () => {
    expect(sessionEnd(session, at('08:00:00'))).toBe('2020-09-14T20:00:00.000Z');
    expect(sessionEnd(session, at('10:00:00'))).toBe(session.expiresAt);
  });

  test('changes its secret after a day, and takes the former one for a minute', () => {
    const secretSince = '2020-09-13T08:00:00.000Z';
    expect(isSecretOld({ secretSince }, at('07:59:59'))).toBe(false);
    expect(isSecretOld({ secretSince }, at('08:00:00'))).toBe(true);
    const now = { secretSince: '2020-09-14T08:00:00.000Z' };
    expect(isFormerSecretGood(now, at('08:00:59'))).toBe(true);
    expect(isFormerSecretGood(now, at('08:01:00'))).toBe(false);
  });
});

test.each([
  { header: `__Host-arti_session=${SECRET}`, is: SECRET },
  { header: `a=b; __Host-arti_session=${SECRET}; c=d`, is: SECRET },
  { header: `arti_session=${SECRET}`, is: null },
  { header: `x__Host-arti_session=${SECRET}`, is: null },
  { header: '__Host-arti_session=short', is: null },
  { header: `__Host-arti_session=${SECRET}\nx`, is: null },
  { header: '', is: null },
])('the secret in $header', ({ header, is }) => {
  expect(secretInCookies(header, '__Host-arti_session')).toBe(is);
});

test('what is no secret is never looked up', () => {
  expect(isSessionSecret('a'.repeat(42))).toBe(false);
  expect(isSessionSecret(`${'a'.repeat(42)}=`)).toBe(false);
});
