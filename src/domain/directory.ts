/** Who is asked and where: roles and addresses, kept apart from the plan, which names structures alone. */
import type { StructureCode } from './codes.ts';
import type { Plan } from './plan.ts';

/** STAFF reports for its structures, HEAD answers for them, MANAGER reads the plan, PLANNING runs it. */
export type Role = 'STAFF' | 'HEAD' | 'MANAGER' | 'PLANNING';

export type Person = {
  /** Stable and unique; the actor of what the person reports. A role address: `referente.osru`. */
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly role: Role;
  /** For whom the person speaks; never empty for STAFF and HEAD. */
  readonly structures: readonly StructureCode[];
};

export type Channel =
  | { readonly name: string; readonly purpose: 'STRUCTURE'; readonly structure: StructureCode }
  | { readonly name: string; readonly purpose: 'MANAGEMENT'; readonly structure: null };

export type Directory = {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
};

/** Structures that the directory names and the plan does not have: a directory and a plan that do not fit. */
export function structuresOutsidePlan(
  directory: Directory,
  plan: Pick<Plan, 'structures'>,
): readonly StructureCode[] {
  const known = new Set(plan.structures.map((structure) => structure.code));
  const named = [
    ...directory.people.flatMap((person) => person.structures),
    ...directory.channels.flatMap((channel) => channel.structure ?? []),
  ];
  return [...new Set(named)].filter((code) => !known.has(code)).sort();
}
