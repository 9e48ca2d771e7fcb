/** Who may do what: one table, the same for every edge. */
import type { StructureCode } from './codes.ts';
import type { Person, Role } from './directory.ts';

/** Who speaks: a person of the directory, or a program with a key of its own. */
export type Actor = {
  readonly key: string;
  readonly role: Role;
  readonly structures: readonly StructureCode[];
};

export type Permission =
  | 'READ'
  | 'REPORT_OWN_STRUCTURES'
  | 'REPORT_ALL'
  | 'ASK_CHECK_INS'
  | 'SEND_SUMMARIES'
  | 'MOVE_THE_DAY'
  | 'IMPORT';

const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  STAFF: ['READ', 'REPORT_OWN_STRUCTURES'],
  HEAD: ['READ', 'REPORT_OWN_STRUCTURES'],
  MANAGER: ['READ'],
  PLANNING: ['READ', 'REPORT_ALL', 'ASK_CHECK_INS', 'SEND_SUMMARIES', 'MOVE_THE_DAY', 'IMPORT'],
};

export const may = (actor: Actor, permission: Permission): boolean =>
  PERMISSIONS[actor.role].includes(permission);

/** Staff and heads report on what their own structures answer for; the planning office on everything. */
export function mayReportOn(actor: Actor, structures: readonly StructureCode[]): boolean {
  if (may(actor, 'REPORT_ALL')) return true;
  return may(actor, 'REPORT_OWN_STRUCTURES') && structures.some((code) => actor.structures.includes(code));
}

export const actorOf = (person: Person): Actor => ({
  key: person.key,
  role: person.role,
  structures: person.structures,
});
