import { describe, expect, test } from 'vitest';
import {
  callerOfKey,
  endOfDayInRome,
  impliedScopes,
  isUseWorthNoting,
  KEY_SCOPES,
  type KeyScope,
  type KeyWish,
  keyToken,
  lastDayOf,
  parseKeyScope,
  parseKeyToken,
  stateOfKey,
  wrongKeyWish,
} from '../../src/domain/api-key.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { LAVORO, OSRU } from '../helpers/figures.ts';

const ID = 'k7m3x9qd';
const SECRET = 'a0'.repeat(32);
const TODAY = isoDate('2020-09-14');

describe('a key as it is sent', () => {
  test('is read as it was written', () => {
    expect(parseKeyToken(keyToken({ id: ID, secret: SECRET }))).toEqual({ id: ID, secret: SECRET });
  });

  test.each([
    { why: 'nothing', text: '' },
    { why: 'the local key', text: `arti_local_${'a0'.repeat(16)}` },
    { why: 'no beginning', text: `${ID}_${SECRET}` },
    { why: 'capitals', text: `ARTI_${ID}_${SECRET}` },
    { why: 'a letter that looks like another', text: `arti_k7m3x9ql_${SECRET}` },
    { why: 'a longer id', text: `arti_${ID}2_${SECRET}` },
    { why: 'a shorter secret', text: `arti_${ID}_${SECRET.slice(1)}` },
    { why: 'a longer secret', text: `arti_${ID}_${SECRET}0` },
    { why: 'a secret in capitals', text: `arti_${ID}_${SECRET.toUpperCase()}` },
    { why: 'a line after it', text: `arti_${ID}_${SECRET}\n` },
    { why: 'a hostile id', text: `arti_'OR'1'=1_${SECRET}` },
  ])('is none: $why', ({ text }) => {
    expect(parseKeyToken(text)).toBeUndefined();
  });
});

test.each<{ given: readonly KeyScope[]; all: readonly KeyScope[]; role: string }>([
  { given: ['read'], all: ['read'], role: 'READER' },
  { given: ['report', 'report'], all: ['read', 'report'], role: 'STAFF' },
  { given: ['administer'], all: ['read', 'report', 'administer'], role: 'PLANNING' },
  { given: ['introspect', 'read'], all: ['read', 'introspect'], role: 'READER' },
  { given: ['administer', 'read', 'introspect'], all: KEY_SCOPES, role: 'PLANNING' },
])('$given allow $all, as $role', ({ given, all, role }) => {
  const scopes = impliedScopes(given);
  expect(scopes).toEqual(all);
  const caller = callerOfKey({ id: ID, scopes, structures: [] });
  expect(caller).toEqual({
    actor: { key: `key:${ID}`, role, structures: [] },
    counted: `key:${ID}`,
    introspects: given.includes('introspect'),
  });
});

test('who comes with a key of structures reads their rows, and no others', () => {
  const { actor } = callerOfKey({ id: ID, scopes: ['read', 'report'], structures: [OSRU, LAVORO] });
  expect(actor).toEqual({
    key: `key:${ID}`,
    role: 'STAFF',
    structures: [OSRU, LAVORO],
    rowsOf: [OSRU, LAVORO],
  });
});

test.each([
  { text: 'read', scope: 'read' },
  { text: ' READ ', scope: 'read' },
  { text: 'write', scope: undefined },
  { text: 'constructor', scope: undefined },
])('$text is the scope $scope', ({ text, scope }) => {
  expect(parseKeyScope(text)).toBe(scope);
});

describe('what is wanted of a key', () => {
  const wish: KeyWish = { name: 'Cruscotto', scopes: ['read'], structures: [], expiresOn: null };

  test.each<{ why: string; parts: Partial<KeyWish>; code: string | undefined }>([
    { why: 'to read', parts: {}, code: undefined },
    { why: 'to read rows of one structure', parts: { structures: [OSRU] }, code: undefined },
    { why: 'no name', parts: { name: '' }, code: 'KEY_NAME_INVALID' },
    { why: 'a name of spaces', parts: { name: '  ' }, code: 'KEY_NAME_INVALID' },
    { why: 'the longest name', parts: { name: '🔑'.repeat(80) }, code: undefined },
    { why: 'a longer name', parts: { name: 'a'.repeat(81) }, code: 'KEY_NAME_INVALID' },
    { why: 'a name of two lines', parts: { name: 'a\nb' }, code: 'KEY_NAME_INVALID' },
    { why: 'a name that turns the writing round', parts: { name: 'a\u202eb' }, code: 'KEY_NAME_INVALID' },
    { why: 'nothing that it allows', parts: { scopes: [] }, code: 'KEY_SCOPES_INVALID' },
    { why: 'only the schema', parts: { scopes: ['introspect'] }, code: 'KEY_SCOPES_INVALID' },
    {
      why: 'to report for nobody',
      parts: { scopes: ['read', 'report'] },
      code: 'KEY_STRUCTURES_MISSING',
    },
    {
      why: 'to report for one',
      parts: { scopes: ['read', 'report'], structures: [OSRU] },
      code: undefined,
    },
    { why: 'to administer', parts: { scopes: KEY_SCOPES }, code: undefined },
    {
      why: 'to administer for one',
      parts: { scopes: KEY_SCOPES, structures: [OSRU] },
      code: 'KEY_STRUCTURES_UNUSED',
    },
    { why: 'until today', parts: { expiresOn: TODAY }, code: undefined },
    { why: 'until yesterday', parts: { expiresOn: isoDate('2020-09-13') }, code: 'DATE_IN_PAST' },
  ])('$why: $code', ({ parts, code }) => {
    expect(wrongKeyWish({ ...wish, ...parts }, [OSRU, LAVORO], TODAY)?.code).toBe(code);
  });
});

describe('how long a key holds', () => {
  test.each([
    { why: 'winter', day: '2027-12-31', ends: '2027-12-31T23:00:00.000Z' },
    { why: 'summer', day: '2020-09-14', ends: '2020-09-14T22:00:00.000Z' },
    { why: 'clocks go back', day: '2020-10-25', ends: '2020-10-25T23:00:00.000Z' },
    { why: 'clocks go forward', day: '2020-03-29', ends: '2020-03-29T22:00:00.000Z' },
  ])('until the end of the day in Rome: $why', ({ day, ends }) => {
    const expiresAt = endOfDayInRome(isoDate(day));
    expect(expiresAt).toBe(ends);
    expect(lastDayOf({ expiresAt })).toBe(day);
    const last = new Date(Date.parse(ends) - 1);
    expect(stateOfKey({ expiresAt, revokedAt: null }, last)).toBe('ACTIVE');
    expect(stateOfKey({ expiresAt, revokedAt: null }, new Date(ends))).toBe('EXPIRED');
  });

  test('for ever, unless it is revoked', () => {
    const now = new Date('2999-01-01T00:00:00.000Z');
    expect(lastDayOf({ expiresAt: null })).toBeNull();
    expect(stateOfKey({ expiresAt: null, revokedAt: null }, now)).toBe('ACTIVE');
    const revokedAt = '2020-09-14T08:00:00.000Z';
    expect(stateOfKey({ expiresAt: revokedAt, revokedAt }, now)).toBe('REVOKED');
  });
});

test.each([
  { why: 'never', last: null, is: true },
  { why: 'a minute ago', last: '2020-09-14T08:00:00.000Z', is: true },
  { why: 'just now', last: '2020-09-14T08:00:00.001Z', is: false },
  { why: 'a moment ahead, by the clock of another process', last: '2020-09-14T08:01:10.000Z', is: false },
  { why: 'far ahead, before the clock was set back', last: '2020-09-14T09:00:00.000Z', is: true },
])('a last use is noted anew: $why', ({ last, is }) => {
  expect(isUseWorthNoting(last, new Date('2020-09-14T08:01:00.000Z'))).toBe(is);
});
