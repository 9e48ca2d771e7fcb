import { describe, expect, test } from 'vitest';
import {
  type Actor,
  type ActorRole,
  actorOf,
  may,
  mayArrangeFor,
  mayReportOn,
  PERMISSIONS,
  type Permission,
} from '../../src/domain/actor.ts';
import type { Person } from '../../src/domain/directory.ts';
import { DIREZIONE, LAVORO, OSRU, phaseCodeOf } from '../helpers/figures.ts';

const ROLES: readonly ActorRole[] = ['READER', 'STAFF', 'HEAD', 'MANAGER', 'PLANNING'];

type Row = Readonly<Record<ActorRole, boolean>>;

/** Who may, written out: a new permission or role fails to compile here until somebody decides each cell. */
const TABLE: Readonly<Record<Permission, Row>> = {
  READ: { READER: true, STAFF: true, HEAD: true, MANAGER: true, PLANNING: true },
  READ_MISSING: { READER: false, STAFF: false, HEAD: true, MANAGER: true, PLANNING: true },
  REPORT_OWN_STRUCTURES: { READER: false, STAFF: true, HEAD: true, MANAGER: false, PLANNING: false },
  REPORT_ALL: { READER: false, STAFF: false, HEAD: false, MANAGER: false, PLANNING: true },
  ARRANGE_OWN_STRUCTURES: { READER: false, STAFF: false, HEAD: true, MANAGER: false, PLANNING: false },
  ADMINISTER: { READER: false, STAFF: false, HEAD: false, MANAGER: false, PLANNING: true },
  ASK_CHECK_INS: { READER: false, STAFF: false, HEAD: false, MANAGER: false, PLANNING: true },
  SEND_SUMMARIES: { READER: false, STAFF: false, HEAD: false, MANAGER: false, PLANNING: true },
  MOVE_THE_DAY: { READER: false, STAFF: false, HEAD: false, MANAGER: false, PLANNING: true },
  IMPORT: { READER: false, STAFF: false, HEAD: false, MANAGER: false, PLANNING: true },
  MANAGE_KEYS: { READER: false, STAFF: false, HEAD: false, MANAGER: false, PLANNING: true },
  READ_AUDIT: { READER: false, STAFF: false, HEAD: false, MANAGER: true, PLANNING: true },
};

const actor = (role: ActorRole, structures: Actor['structures'] = []): Actor => ({
  key: 'qualcuno',
  role,
  structures,
});

const cells = ROLES.flatMap((role) =>
  (Object.keys(TABLE) as Permission[]).map((permission) => ({
    role,
    permission,
    allowed: TABLE[permission][role],
  })),
);
test.each(cells)('$role, $permission: $allowed', ({ role, permission, allowed }) => {
  expect(may(actor(role, [DIREZIONE]), permission)).toBe(allowed);
  // Structures and what was delegated widen what one may report on, never what one's role may do.
  expect(may(actor(role), permission)).toBe(allowed);
});

test('each role has each permission once', () => {
  for (const role of ROLES) expect(new Set(PERMISSIONS[role]).size, role).toBe(PERMISSIONS[role].length);
});

const PHASE = phaseCodeOf('1.1.3');
const OTHER_PHASE = phaseCodeOf('1.1.4');
const withDelegated = (who: Actor, ...delegated: readonly (typeof PHASE)[]): Actor => ({ ...who, delegated });

describe('who may report on a phase', () => {
  test.each([
    { why: 'staff on their own', who: actor('STAFF', [OSRU]), phase: [OSRU], allowed: true },
    {
      why: 'staff on one that they share',
      who: actor('STAFF', [OSRU]),
      phase: [DIREZIONE, OSRU],
      allowed: true,
    },
    {
      why: 'staff on somebody else’s',
      who: actor('STAFF', [OSRU]),
      phase: [DIREZIONE, LAVORO],
      allowed: false,
    },
    { why: 'staff of two structures', who: actor('STAFF', [OSRU, LAVORO]), phase: [LAVORO], allowed: true },
    { why: 'staff of no structure', who: actor('STAFF'), phase: [OSRU], allowed: false },
    { why: 'a head on their own', who: actor('HEAD', [LAVORO]), phase: [LAVORO], allowed: true },
    {
      why: 'a head of several, on the last',
      who: actor('HEAD', [LAVORO, OSRU]),
      phase: [OSRU],
      allowed: true,
    },
    { why: 'a head on somebody else’s', who: actor('HEAD', [LAVORO]), phase: [OSRU], allowed: false },
    { why: 'a manager, even of the structure', who: actor('MANAGER', [OSRU]), phase: [OSRU], allowed: false },
    { why: 'the planning office on everything', who: actor('PLANNING'), phase: [OSRU], allowed: true },
    { why: 'the planning office on what is nobody’s', who: actor('PLANNING'), phase: [], allowed: true },
    { why: 'staff on what is nobody’s', who: actor('STAFF', [OSRU]), phase: [], allowed: false },
    {
      why: 'staff on what a colleague elsewhere delegated to them',
      who: withDelegated(actor('STAFF', [OSRU]), PHASE),
      phase: [LAVORO],
      allowed: true,
    },
    {
      why: 'staff of no structure on what was delegated to them',
      who: withDelegated(actor('STAFF'), OTHER_PHASE, PHASE),
      phase: [LAVORO],
      allowed: true,
    },
    {
      why: 'staff on the phase beside the one delegated to them',
      who: withDelegated(actor('STAFF', [OSRU]), OTHER_PHASE),
      phase: [LAVORO],
      allowed: false,
    },
    {
      why: 'a head on what was delegated to them',
      who: withDelegated(actor('HEAD', [OSRU]), PHASE),
      phase: [LAVORO],
      allowed: true,
    },
    {
      why: 'a manager, even if it was delegated: managers read',
      who: withDelegated(actor('MANAGER', [OSRU]), PHASE),
      phase: [LAVORO],
      allowed: false,
    },
  ])('$why: $allowed', ({ who, phase, allowed }) => {
    expect(mayReportOn(who, PHASE, phase)).toBe(allowed);
  });
});

describe('who may arrange for somebody', () => {
  test.each([
    { why: 'a head for their own people', who: actor('HEAD', [OSRU]), works: [OSRU], allowed: true },
    {
      why: 'a head for somebody whom they share',
      who: actor('HEAD', [OSRU]),
      works: [LAVORO, OSRU],
      allowed: true,
    },
    { why: 'a head for somebody else’s people', who: actor('HEAD', [OSRU]), works: [LAVORO], allowed: false },
    { why: 'a head for somebody of no structure', who: actor('HEAD', [OSRU]), works: [], allowed: false },
    { why: 'a head of nothing', who: actor('HEAD'), works: [OSRU], allowed: false },
    {
      why: 'a head, because of an item that was delegated to them',
      who: withDelegated(actor('HEAD', [OSRU]), PHASE),
      works: [LAVORO],
      allowed: false,
    },
    { why: 'staff for a colleague', who: actor('STAFF', [OSRU]), works: [OSRU], allowed: false },
    { why: 'a manager', who: actor('MANAGER', [OSRU]), works: [OSRU], allowed: false },
    { why: 'the planning office for everybody', who: actor('PLANNING'), works: [OSRU], allowed: true },
    {
      why: 'the planning office for somebody of no structure',
      who: actor('PLANNING'),
      works: [],
      allowed: true,
    },
  ])('$why: $allowed', ({ who, works, allowed }) => {
    expect(mayArrangeFor(who, works)).toBe(allowed);
  });
});

describe('a person acts', () => {
  const person: Person = {
    key: 'referente.osru',
    name: 'Referente OSRU',
    title: 'Referente',
    email: 'referente.osru@example.org',
    role: 'STAFF',
    structures: [OSRU],
    place: 'Firenze',
  };
  const acting = { key: 'referente.osru', role: 'STAFF', structures: [OSRU] };

  test('by key, role and structures, and under no name', () => {
    expect(actorOf(person)).toEqual({ ...acting, delegated: [] });
  });

  test('with what was delegated to them', () => {
    expect(actorOf(person, [PHASE])).toEqual({ ...acting, delegated: ['1.1.3'] });
  });
});
