import type { Directory } from '../domain/directory.ts';
import { buildChannel, buildPerson, checkChannels, checkPeople } from './check-directory.ts';
import { DIRECTORY_FORMAT, directoryFileSchema } from './directory-schema.ts';
import { parseShape } from './parse-file.ts';
import type { FileProblem } from './problems.ts';

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
  checkPeople(value.people, problems, doubts);
  checkChannels(value.channels, problems, doubts);
  if (!problems.isEmpty) return { ok: false, problems: problems.list() };
  return {
    ok: true,
    directory: { people: value.people.map(buildPerson), channels: value.channels.map(buildChannel) },
  };
}
