/** Columns of a directory as CSV, by the names that the header may give them, and the words of their cells. */
import { z } from 'zod';
import type { Channel, Role } from '../domain/directory.ts';
import { record, some } from './record.ts';
import { email, key, place, structureCode, text, wordFor } from './scalars.ts';

export type CsvKind = 'PEOPLE' | 'CHANNELS';

export type CsvColumn = {
  readonly field: string;
  /** Italian first, then English; what else is taken for it follows. */
  readonly names: readonly [string, string, ...string[]];
  readonly required: boolean;
};

export const CSV_COLUMNS: Readonly<Record<CsvKind, readonly CsvColumn[]>> = {
  PEOPLE: [
    { field: 'key', names: ['chiave', 'key'], required: false },
    { field: 'name', names: ['nome', 'name'], required: true },
    { field: 'title', names: ['qualifica', 'title'], required: true },
    { field: 'email', names: ['email', 'e-mail'], required: true },
    { field: 'role', names: ['ruolo', 'role'], required: true },
    { field: 'structures', names: ['strutture', 'structures', 'struttura', 'structure'], required: false },
    { field: 'place', names: ['sede', 'place'], required: false },
  ],
  CHANNELS: [
    { field: 'name', names: ['canale', 'channel'], required: true },
    { field: 'topic', names: ['argomento', 'topic'], required: true },
    { field: 'structure', names: ['struttura', 'structure', 'strutture', 'structures'], required: false },
    { field: 'purpose', names: ['scopo', 'purpose'], required: false },
  ],
};

/** `chiave/key`, for whoever has to write a header. */
export const columnLabel = ({ names: [italian, english] }: CsvColumn): string => `${italian}/${english}`;

export const columnOf = (kind: CsvKind, header: string): CsvColumn | undefined =>
  CSV_COLUMNS[kind].find(({ names }) => names.includes(header.toLocaleLowerCase('it')));

/**
 * What a header announces: the kind of which it has columns that the other does not have. Undefined when it has
 * none of either.
 */
export function kindOfHeader(header: readonly string[]): CsvKind | undefined {
  const own = (kind: CsvKind, other: CsvKind): number =>
    header.filter((cell) => columnOf(kind, cell) !== undefined && columnOf(other, cell) === undefined).length;
  const people = own('PEOPLE', 'CHANNELS');
  const channels = own('CHANNELS', 'PEOPLE');
  if (people === 0 && channels === 0) return undefined;
  return channels > people ? 'CHANNELS' : 'PEOPLE';
}

const ROLES: Readonly<Record<string, Role>> = {
  operatore: 'STAFF',
  responsabile: 'HEAD',
  dirigente: 'MANAGER',
  programmazione: 'PLANNING',
  staff: 'STAFF',
  head: 'HEAD',
  manager: 'MANAGER',
  planning: 'PLANNING',
};

const PURPOSES: Readonly<Record<string, Exclude<Channel['purpose'], 'STRUCTURE'>>> = {
  dirigenti: 'MANAGERS',
  generale: 'GENERAL',
  managers: 'MANAGERS',
  general: 'GENERAL',
};

export const peopleCsvSchema = record({
  people: some(
    record({
      key: key().optional(),
      name: text(),
      title: text(),
      email: email(),
      role: wordFor('STAFF', ROLES),
      structures: z.array(structureCode()).default([]),
      place: place().optional(),
    }),
  ),
});

export const channelsCsvSchema = record({
  channels: some(
    record({
      name: key(),
      topic: text(),
      structure: structureCode().optional(),
      purpose: wordFor('GENERAL', PURPOSES).optional(),
    }),
  ),
});

export type CsvPerson = z.output<typeof peopleCsvSchema>['people'][number];
