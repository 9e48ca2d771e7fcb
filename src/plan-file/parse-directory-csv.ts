import type { Channel, Person } from '../domain/directory.ts';
import type { Plan } from '../domain/plan.ts';
import { buildChannel, buildPerson, checkChannels, checkPeople, type FilePerson } from './check-directory.ts';
import { type CsvPerson, channelsCsvSchema, peopleCsvSchema } from './csv-columns.ts';
import { buildCsvTree, type CsvTree } from './csv-tree.ts';
import { decodeCsv } from './decode-csv.ts';
import { checkShape } from './parse-file.ts';
import type { FileProblem, Rule } from './problems.ts';
import { readCsv } from './read-csv.ts';
import { placeRules, type Report } from './report.ts';
import type { Doubts } from './salvage.ts';

export type DirectoryCsvResult =
  | { readonly ok: true; readonly kind: 'PEOPLE'; readonly people: readonly Person[] }
  | { readonly ok: true; readonly kind: 'CHANNELS'; readonly channels: readonly Channel[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** What a file is read against. */
export type CsvSetting = {
  /** Holds the structures that may be named; null before the first plan. */
  readonly plan: Plan | null;
  /** Whoever is in the directory keeps the key they have, by which their reports and Slack know them. */
  readonly people: readonly Person[];
};

export const isCsvName = (fileName: string): boolean => /\.csv$/i.test(fileName);

/** People, or channels, as the header tells; or every problem that the file has. */
export function parseDirectoryCsv(
  bytes: Uint8Array,
  fileName: string,
  setting: CsvSetting,
): DirectoryCsvResult {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return { ok: false, problems: placeRules(fileName, [decoded]) };
  const csv = readCsv(decoded.text);
  if (!csv.ok) return { ok: false, problems: placeRules(fileName, csv.found) };
  const built = buildCsvTree(csv, fileName, setting.plan);
  if (!built.ok) return built;
  return built.kind === 'PEOPLE' ? parsePeople(built, setting.people) : parseChannels(built);
}

function parsePeople(built: CsvTree, known: readonly Person[]): DirectoryCsvResult {
  const { tree, problems, replaced, named } = built;
  const shaped = checkShape(tree, peopleCsvSchema, problems, named);
  if (shaped === undefined) return { ok: false, problems: problems.list() };
  const { doubts } = shaped;
  for (const pointer of replaced) doubts.replaced(pointer);
  const keys = new Map(known.map(({ email, key }) => [email, key]));
  const people = shaped.value.people.map((person) => withKey(person, keys, problems, doubts));
  checkPeople(people, problems, doubts);
  if (!problems.isEmpty) return { ok: false, problems: problems.list() };
  return { ok: true, kind: 'PEOPLE', people: people.map(buildPerson) };
}

function parseChannels({ tree, problems, replaced, named }: CsvTree): DirectoryCsvResult {
  const shaped = checkShape(tree, channelsCsvSchema, problems, named);
  if (shaped === undefined) return { ok: false, problems: problems.list() };
  const { value, doubts } = shaped;
  for (const pointer of replaced) doubts.replaced(pointer);
  checkChannels(value.channels, problems, doubts);
  if (!problems.isEmpty) return { ok: false, problems: problems.list() };
  return { ok: true, kind: 'CHANNELS', channels: value.channels.map(buildChannel) };
}

/** Without a key in the file: the one that the address has in the directory, or else its local part. */
function withKey(
  person: CsvPerson,
  known: ReadonlyMap<string, string>,
  problems: Report<Rule>,
  doubts: Doubts,
): FilePerson {
  if (person.key !== undefined) return { ...person, key: person.key };
  const pointer = `${person['@']}/key`;
  if (doubts.at(`${person['@']}/email`)) {
    doubts.replaced(pointer);
    return { ...person, key: '' };
  }
  const key = known.get(person.email) ?? keyFrom(person.email);
  if (key === '') problems.add({ code: 'NOT_A_KEY', found: person.email }, pointer);
  return { ...person, key };
}

/** The local part in the letters that a key may have; empty when it has none of them. */
const keyFrom = (email: string): string =>
  email
    .replace(/@.*$/, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '');
