/** Who may do what: one table, the same for every edge. */
import type { ItemCode, StructureCode } from './codes.ts';
import type { Person, Role } from './directory.ts';

/** Roles of people, and that of a program whose key only reads. */
export type ActorRole = Role | 'READER';

/** Who speaks: a person of the directory, or a program with a key of its own. */
export type Actor = {
  readonly key: string;
  readonly role: ActorRole;
  readonly structures: readonly StructureCode[];
  /**
   * Whose rows may be read: what was said of their items, their check-ins, their messages. Left out, everybody's.
   * Figures are of the whole plan for whoever may read.
   */
  readonly rowsOf?: readonly StructureCode[];
  /** What colleagues delegated to this person for a period that holds today. */
  readonly delegated?: readonly ItemCode[];
};

export type Permission =
  | 'READ'
  /** Who has not answered, by name. */
  | 'READ_MISSING'
  | 'REPORT_OWN_STRUCTURES'
  | 'REPORT_ALL'
  /** Absences, delegations and assignments of the people of one's own structures. */
  | 'ARRANGE_OWN_STRUCTURES'
  /** The same of everybody, and who works where. */
  | 'ADMINISTER'
  | 'ASK_CHECK_INS'
  | 'SEND_SUMMARIES'
  | 'MOVE_THE_DAY'
  | 'IMPORT'
  /** Makes and revokes the keys of programs. */
  | 'MANAGE_KEYS'
  /** The hash-chained history: who may see that something was done, never by whom. */
  | 'READ_AUDIT';

export const PERMISSIONS: Readonly<Record<ActorRole, readonly Permission[]>> = {
  READER: ['READ'],
  STAFF: ['READ', 'REPORT_OWN_STRUCTURES'],
  HEAD: ['READ', 'READ_MISSING', 'REPORT_OWN_STRUCTURES', 'ARRANGE_OWN_STRUCTURES'],
  MANAGER: ['READ', 'READ_MISSING', 'READ_AUDIT'],
  PLANNING: [
    'READ',
    'READ_MISSING',
    'REPORT_ALL',
    'ADMINISTER',
    'ASK_CHECK_INS',
    'SEND_SUMMARIES',
    'MOVE_THE_DAY',
    'IMPORT',
    'MANAGE_KEYS',
    'READ_AUDIT',
  ],
};

export const may = (actor: Pick<Actor, 'role'>, permission: Permission): boolean =>
  PERMISSIONS[actor.role].includes(permission);

/**
 * Staff and heads report on what their own structures answer for and on what was delegated to them; the planning
 * office on everything.
 */
export function mayReportOn(actor: Actor, item: ItemCode, structures: readonly StructureCode[]): boolean {
  if (may(actor, 'REPORT_ALL')) return true;
  if (!may(actor, 'REPORT_OWN_STRUCTURES')) return false;
  return structures.some((code) => actor.structures.includes(code)) || (actor.delegated ?? []).includes(item);
}

/** Whether rows about something that `structures` answer for may be shown to `actor`. */
export function mayReadRowsOf(actor: Pick<Actor, 'rowsOf'>, structures: readonly StructureCode[]): boolean {
  const { rowsOf } = actor;
  return rowsOf === undefined || structures.some((code) => rowsOf.includes(code));
}

/** A head arranges for the people of the structures they head, the planning office for everybody. */
export function mayArrangeFor(actor: Actor, structures: readonly StructureCode[]): boolean {
  if (may(actor, 'ADMINISTER')) return true;
  return may(actor, 'ARRANGE_OWN_STRUCTURES') && structures.some((code) => actor.structures.includes(code));
}

export const actorOf = (person: Person, delegated: readonly ItemCode[] = []): Actor => ({
  key: person.key,
  role: person.role,
  structures: person.structures,
  delegated,
});
