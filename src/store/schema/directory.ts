/** People, channels, and who they are in Slack: personal data, kept apart from plan and history. */
import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { Channel, Role } from '../../domain/directory.ts';
import type { SlackLinkKind } from '../port.ts';
import { notEmpty, oneOf } from './constraints.ts';

const ROLES = ['STAFF', 'HEAD', 'MANAGER', 'PLANNING'] as const satisfies readonly Role[];
const PURPOSES = ['STRUCTURE', 'MANAGERS', 'GENERAL'] as const satisfies readonly Channel['purpose'][];
const LINK_KINDS = ['PERSON', 'CHANNEL'] as const satisfies readonly SlackLinkKind[];

export const people = sqliteTable(
  'people',
  {
    key: text('key').primaryKey(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    place: text('place'),
  },
  () => [check('people_key', notEmpty('key')), check('people_role', oneOf('role', ROLES))],
);

export const personStructures = sqliteTable(
  'person_structures',
  {
    person: text('person')
      .notNull()
      .references(() => people.key, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    structure: text('structure').notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.position] })],
);

export const channels = sqliteTable(
  'channels',
  {
    name: text('name').primaryKey(),
    position: integer('position').notNull(),
    topic: text('topic').notNull(),
    structure: text('structure'),
    purpose: text('purpose', { enum: PURPOSES }).notNull(),
  },
  () => [
    check('channels_name', notEmpty('name')),
    check('channels_purpose', oneOf('purpose', PURPOSES)),
    check('channels_structure', sql`structure IS NULL OR structure <> ''`),
  ],
);

export const slackLinks = sqliteTable(
  'slack_links',
  {
    kind: text('kind', { enum: LINK_KINDS }).notNull(),
    /** Slack's id of the workspace in which `slackId` means something; empty for links made before there were several. */
    team: text('team').notNull().default(''),
    key: text('key').notNull(),
    slackId: text('slack_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.team, table.key] }),
    unique('slack_links_slack_id').on(table.kind, table.team, table.slackId),
    check('slack_links_kind', oneOf('kind', LINK_KINDS)),
  ],
);
