/** The directory file: the one description from which the parser and the published JSON Schema both come. */
import { z } from 'zod';
import { record, some } from './record.ts';
import { email, key, oneOf, place, structureCode, text } from './scalars.ts';

export const DIRECTORY_FORMAT = 'arti-directory/1';

const person = record({
  key: key().describe('Stable and unique; a role address: `referente.osru`.'),
  name: text().describe('What others see.'),
  title: text(),
  email: email(),
  role: oneOf('STAFF', 'HEAD', 'MANAGER', 'PLANNING').describe(
    'STAFF reports for its structures, HEAD answers for them, MANAGER reads the plan, PLANNING runs it.',
  ),
  structures: z
    .array(structureCode())
    .default([])
    .describe('Codes of structures; at least one for STAFF and HEAD.'),
  place: place()
    .optional()
    .describe('The town where the person works: the day of its patron is a holiday there.'),
});

const channel = record({
  name: key().describe('Without #.'),
  topic: text(),
  structure: structureCode().optional().describe('The structure whose summaries it gets.'),
  purpose: oneOf('MANAGERS', 'GENERAL').optional().describe('What a channel of no structure is for.'),
});

export const directoryFileSchema = record({
  format: oneOf(DIRECTORY_FORMAT),
  people: some(person),
  channels: z.array(channel).default([]),
});

export type DirectoryFile = z.output<typeof directoryFileSchema>;
