/** Who works where, and which channel is whose. Personal data: kept apart from the plan and its history. */
import type { StructureCode } from './codes.ts';
import type { Plan } from './plan.ts';

export type Role = 'STAFF' | 'HEAD' | 'MANAGER' | 'PLANNING';

export type Person = {
  /** Stable name of the entry, such as `referente.osru`: the actor of what this person says. */
  readonly key: string;
  readonly name: string;
  readonly title: string;
  /** How the person is found in Slack. */
  readonly email: string;
  readonly role: Role;
  readonly structures: readonly StructureCode[];
  /** The town where the person works, for the holidays of its patron; null where only the national ones count. */
  readonly place: string | null;
};

export type Channel = {
  /** As in Slack, without `#`. */
  readonly name: string;
  readonly topic: string;
  /** The structure whose summaries it gets; null for a channel with another purpose. */
  readonly structure: StructureCode | null;
  readonly purpose: 'STRUCTURE' | 'MANAGERS' | 'GENERAL';
};

export type Directory = { readonly people: readonly Person[]; readonly channels: readonly Channel[] };

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
