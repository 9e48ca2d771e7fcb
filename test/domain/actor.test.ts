import { describe, expect, test } from 'vitest';
import { type Actor, actorOf, may, mayReportOn, type Permission } from '../../src/domain/actor.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import { DIREZIONE, LAVORO, OSRU } from '../helpers/figures.ts';

const ROLES: readonly Role[] = ['STAFF', 'HEAD', 'MANAGER', 'PLANNING'];

/** Who may, written out: a new permission fails to compile here until somebody decides for each role. */
const TABLE: Readonly<Record<Permission, readonly Role[]>> = {
  READ: ['STAFF', 'HEAD', 'MANAGER', 'PLANNING'],
  REPORT_OWN_STRUCTURES: ['STAFF', 'HEAD'],
  REPORT_ALL: ['PLANNING'],
  ASK_CHECK_INS: ['PLANNING'],
  SEND_SUMMARIES: ['PLANNING'],
  MOVE_THE_DAY: ['PLANNING'],
  IMPORT: ['PLANNING'],
};

const actor = (role: Role, structures: Actor['structures'] = []): Actor => ({
  key: 'qualcuno',
  role,
  structures,
});

const cells = ROLES.flatMap((role) =>
  (Object.keys(TABLE) as Permission[]).map((permission) => ({
    role,
    permission,
    allowed: TABLE[permission].includes(role),
  })),
);
test.each(cells)('$role, $permission: $allowed', ({ role, permission, allowed }) => {
  expect(may(actor(role, [DIREZIONE]), permission)).toBe(allowed);
});

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
    { why: 'a head on somebody else’s', who: actor('HEAD', [LAVORO]), phase: [OSRU], allowed: false },
    { why: 'a manager, even of the structure', who: actor('MANAGER', [OSRU]), phase: [OSRU], allowed: false },
    { why: 'the planning office on everything', who: actor('PLANNING'), phase: [OSRU], allowed: true },
    { why: 'the planning office on what is nobody’s', who: actor('PLANNING'), phase: [], allowed: true },
    { why: 'staff on what is nobody’s', who: actor('STAFF', [OSRU]), phase: [], allowed: false },
  ])('$why: $allowed', ({ who, phase, allowed }) => {
    expect(mayReportOn(who, phase)).toBe(allowed);
  });
});

test('a person acts by key, role and structures, and under no name', () => {
  const person: Person = {
    key: 'referente.osru',
    name: 'Referente OSRU',
    title: 'Referente',
    email: 'referente.osru@example.org',
    role: 'STAFF',
    structures: [OSRU],
  };
  expect(actorOf(person)).toEqual({ key: 'referente.osru', role: 'STAFF', structures: [OSRU] });
});
