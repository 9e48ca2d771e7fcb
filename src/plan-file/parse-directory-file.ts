import type { Channel, Directory } from '../domain/directory.ts';
import { checkUnique } from './check-context.ts';
import { DIRECTORY_FORMAT, type DirectoryFile, directoryFileSchema } from './directory-schema.ts';
import { parseShape } from './parse-file.ts';
import type { FileProblem, Rule } from './problems.ts';
import type { Report } from './report.ts';
import type { Doubts } from './salvage.ts';

export type DirectoryFileResult =
  | { readonly ok: true; readonly directory: Directory }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * People and channels of a file, or every problem it has. Whether the plan knows their structures is for
 * whoever has both: `structuresOutsidePlan`.
 */
export function parseDirectoryFile(bytes: Uint8Array, fileName: string): DirectoryFileResult {
  const shaped = parseShape(bytes, fileName, DIRECTORY_FORMAT, directoryFileSchema);
  if (!shaped.ok) return shaped;
  const { value, problems, doubts } = shaped;
  checkDirectory(value, problems, doubts);
  if (!problems.isEmpty) return { ok: false, problems: problems.list() };
  return {
    ok: true,
    directory: {
      people: value.people.map(({ key, name, title, email, role, structures }) => ({
        key,
        name,
        title,
        email,
        role,
        structures: [...new Set(structures)],
      })),
      channels: value.channels.map(buildChannel),
    },
  };
}

function checkDirectory(file: DirectoryFile, problems: Report<Rule>, doubts: Doubts): void {
  const sure = <T extends { readonly '@': string }>(items: readonly T[], field: keyof T & string) =>
    items
      .map((item) => ({ value: String(item[field]), pointer: `${item['@']}/${field}` }))
      .filter(({ pointer }) => !doubts.at(pointer));
  checkUnique({ problems }, 'PERSON', sure(file.people, 'key'));
  checkUnique({ problems }, 'EMAIL', sure(file.people, 'email'));
  checkUnique({ problems }, 'CHANNEL', sure(file.channels, 'name'));
  for (const person of file.people) {
    const speaks = person.role === 'STAFF' || person.role === 'HEAD';
    if (speaks && person.structures.length === 0 && !doubts.about(person['@'], 'role', 'structures')) {
      problems.add({ code: 'PERSON_WITHOUT_STRUCTURE', person: person.key }, person['@']);
    }
  }
  for (const channel of file.channels) {
    if ((channel.structure === undefined) === (channel.purpose === undefined)) {
      problems.add({ code: 'CHANNEL_STRUCTURE_OR_PURPOSE', channel: channel.name }, channel['@']);
    }
  }
}

const buildChannel = ({ name, topic, structure, purpose }: DirectoryFile['channels'][number]): Channel => ({
  name,
  topic,
  structure: structure ?? null,
  purpose: purpose ?? 'STRUCTURE',
});
