import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { findColleague } from '../services/find-colleague.ts';
import { findPerson } from '../services/find-person.ts';
import type { Reference } from './commands/mentions.ts';
import type { Environment } from './environment.ts';
import { findMember, type Member } from './find-member.ts';
import { platformError } from './platform-error.ts';

/** Somebody who was named: of the directory, or so far of the workspace alone. */
export type Colleague =
  | { readonly kind: 'PERSON'; readonly person: Person }
  | { readonly kind: 'MEMBER'; readonly member: Member & { readonly email: string } };

/**
 * Who is behind one reference: one person, or everybody of a user group but guests and bots. Refused:
 * UNKNOWN_COLLEAGUE, UNKNOWN_GROUP.
 */
export async function findColleagues(
  environment: Environment,
  reference: Reference,
): Promise<Result<readonly Colleague[]>> {
  const { given } = reference;
  switch (reference.kind) {
    case 'NAME': {
      const found = await findColleague(environment.context, given);
      return found.ok ? accepted([{ kind: 'PERSON', person: found.value }]) : found;
    }
    case 'USER': {
      const found = await findUser(environment, reference.id);
      return found ? accepted([found]) : refused({ code: 'UNKNOWN_COLLEAGUE', given });
    }
    case 'GROUP': {
      const users = await listGroup(environment, reference.id);
      const found: Colleague[] = [];
      for (const user of users) {
        const colleague = await findUser(environment, user);
        if (colleague) found.push(colleague);
      }
      return found.length > 0 ? accepted(found) : refused({ code: 'UNKNOWN_GROUP', given });
    }
    case 'CHANNEL':
      return refused({ code: 'UNKNOWN_COLLEAGUE', given });
  }
}

/** The same where nobody can be added: who is not in the directory is refused by name. */
export async function findPeople(
  environment: Environment,
  references: readonly Reference[],
): Promise<Result<readonly Person[]>> {
  const people: Person[] = [];
  for (const reference of references) {
    const found = await findColleagues(environment, reference);
    if (!found.ok) return found;
    for (const colleague of found.value) {
      if (colleague.kind === 'MEMBER') {
        return refused({ code: 'UNKNOWN_COLLEAGUE', given: colleague.member.name });
      }
      if (!people.some(({ key }) => key === colleague.person.key)) people.push(colleague.person);
    }
  }
  return accepted(people);
}

/** Of the directory as `identify` finds them, else a member whom Slack shows with an address. */
async function findUser(environment: Environment, id: string): Promise<Colleague | undefined> {
  const { context, team } = environment;
  let member: Member | undefined;
  const person = await findPerson(context, { team, id }, async (user) => {
    member = await findMember(environment, user);
    return member?.email ?? undefined;
  });
  if (person) return { kind: 'PERSON', person };
  const email = member?.email ?? null;
  return member && email !== null ? { kind: 'MEMBER', member: { ...member, email } } : undefined;
}

/** What Slack says of a group that is not there, or no longer used. */
const NO_GROUP = new Set(['no_such_subteam', 'subteam_not_found', 'invalid_arguments']);

async function listGroup({ client }: Environment, usergroup: string): Promise<readonly string[]> {
  return client.usergroups.users.list({ usergroup }).then(
    ({ users }) => users ?? [],
    (error: unknown) => {
      if (NO_GROUP.has(platformError(error) ?? '')) return [];
      throw error;
    },
  );
}
