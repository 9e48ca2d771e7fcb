/** Who works in a structure and who heads it: what becomes of a person's entry in the directory. */
import type { StructureCode } from './codes.ts';
import type { Person } from './directory.ts';
import { accepted, type Result, refused } from './refusal.ts';

export type Membership = 'ADD' | 'REMOVE' | 'HEAD' | 'NOT_HEAD';

/**
 * The entry of `person` once `wish` is fulfilled for `structure`; the same one where nothing changes. A role is of
 * the person, not of one structure: a head heads all of theirs. The planning office keeps its role, which arranges
 * for everybody; a manager only reads. Refused: CANNOT_TAKE_OVER.
 */
export function decideMembership(person: Person, structure: StructureCode, wish: Membership): Result<Person> {
  const { role, structures } = person;
  const isHere = structures.includes(structure);
  switch (wish) {
    case 'ADD':
    case 'HEAD': {
      if (role === 'MANAGER') return refused({ code: 'CANNOT_TAKE_OVER', person: person.name, self: false });
      const heads = wish === 'HEAD' && role === 'STAFF';
      if (isHere && !heads) return accepted(person);
      return accepted({
        ...person,
        role: heads ? 'HEAD' : role,
        structures: isHere ? structures : [...structures, structure],
      });
    }
    case 'NOT_HEAD':
      return accepted(isHere && role === 'HEAD' ? { ...person, role: 'STAFF' } : person);
    case 'REMOVE': {
      if (!isHere) return accepted(person);
      const left = structures.filter((code) => code !== structure);
      // Who heads nothing is no head: else the next structure they join would get one by accident.
      return accepted({
        ...person,
        role: role === 'HEAD' && left.length === 0 ? 'STAFF' : role,
        structures: left,
      });
    }
  }
}

/** The longest key that a directory file may hold. */
const KEY_LIMIT = 80;

/** A key for somebody new, from the local part of the address: `a.rossi`, or `a.rossi.2` where that one is taken. */
export function newKey(email: string, taken: readonly string[]): string {
  const local = email.slice(0, Math.max(0, email.lastIndexOf('@'))).toLowerCase();
  const plain = local.replace(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+/, '');
  const base = (plain === '' ? 'persona' : plain).slice(0, KEY_LIMIT - 5);
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}.${number}`;
    if (!taken.includes(key)) return key;
  }
}
