/** What people and channels must be among themselves, in whatever form the file came. */
import type { Channel, Person } from '../domain/directory.ts';
import { checkUnique } from './check-context.ts';
import type { DirectoryFile } from './directory-schema.ts';
import type { Rule } from './problems.ts';
import type { Report } from './report.ts';
import type { Doubts } from './salvage.ts';

export type FilePerson = DirectoryFile['people'][number];
export type FileChannel = DirectoryFile['channels'][number];

export function checkPeople(people: readonly FilePerson[], problems: Report<Rule>, doubts: Doubts): void {
  checkUnique({ problems }, 'PERSON', sure(people, 'key', doubts));
  checkUnique({ problems }, 'EMAIL', sure(people, 'email', doubts));
  for (const person of people) {
    const speaks = person.role === 'STAFF' || person.role === 'HEAD';
    if (speaks && person.structures.length === 0 && !doubts.about(person['@'], 'role', 'structures')) {
      problems.add({ code: 'PERSON_WITHOUT_STRUCTURE', person: person.key }, person['@']);
    }
  }
}

export function checkChannels(
  channels: readonly FileChannel[],
  problems: Report<Rule>,
  doubts: Doubts,
): void {
  checkUnique({ problems }, 'CHANNEL', sure(channels, 'name', doubts));
  for (const channel of channels) {
    if ((channel.structure === undefined) === (channel.purpose === undefined)) {
      problems.add({ code: 'CHANNEL_STRUCTURE_OR_PURPOSE', channel: channel.name }, channel['@']);
    }
  }
}

const sure = <T extends { readonly '@': string }>(
  items: readonly T[],
  field: keyof T & string,
  doubts: Doubts,
) =>
  items
    .map((item) => ({ value: String(item[field]), pointer: `${item['@']}/${field}` }))
    .filter(({ pointer }) => !doubts.at(pointer));

export const buildPerson = ({ key, name, title, email, role, structures, place }: FilePerson): Person => ({
  key,
  name,
  title,
  email,
  role,
  structures: [...new Set(structures)],
  place: place ?? null,
});

export const buildChannel = ({ name, topic, structure, purpose }: FileChannel): Channel => ({
  name,
  topic,
  structure: structure ?? null,
  purpose: purpose ?? 'STRUCTURE',
});
