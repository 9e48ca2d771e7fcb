/** Personal links and the sessions of the dashboard. Of tokens and secrets there are only hashes. */
import { check, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { notEmpty } from './constraints.ts';

export const signInLinks = sqliteTable(
  'sign_in_links',
  {
    /** SHA-256 of the token, which is random and long. */
    tokenHash: text('token_hash').primaryKey(),
    /** Key in the directory. */
    person: text('person').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (table) => [
    index('sign_in_links_expires').on(table.expiresAt),
    check('sign_in_links_hash', notEmpty('token_hash')),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    person: text('person').notNull(),
    secretHash: text('secret_hash').notNull().unique(),
    /** Of the secret before, taken for a moment more. */
    formerHash: text('former_hash').unique(),
    secretSince: text('secret_since').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    lastUsedAt: text('last_used_at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [
    index('sessions_person').on(table.person),
    index('sessions_expires').on(table.expiresAt),
    check('sessions_id', notEmpty('id')),
    check('sessions_hash', notEmpty('secret_hash')),
  ],
);
