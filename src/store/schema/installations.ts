/** Workspaces that installed the app by OAuth. */
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { notEmpty } from './constraints.ts';

export const installations = sqliteTable(
  'installations',
  {
    /** Slack's id of the workspace. */
    team: text('team').primaryKey(),
    teamName: text('team_name').notNull(),
    botUser: text('bot_user').notNull(),
    scopes: text('scopes', { mode: 'json' }).$type<readonly string[]>().notNull(),
    /** The bot token, sealed: a copy of the database alone opens no workspace. */
    sealedToken: text('sealed_token').notNull(),
    installedAt: text('installed_at').notNull(),
    /** When and why Slack took it back; null while it works. */
    revokedAt: text('revoked_at'),
    revokedBecause: text('revoked_because'),
  },
  () => [
    check('installations_team', notEmpty('team')),
    check('installations_token', notEmpty('sealed_token')),
  ],
);
