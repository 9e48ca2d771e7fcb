/** Keys of programs. The secret itself is nowhere: whoever reads the database can't use what they find. */
import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { KeyScope } from '../../domain/api-key.ts';
import type { StructureCode } from '../../domain/codes.ts';
import { notEmpty } from './constraints.ts';

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the secret, which is random and long: a slow hash would only slow each request. */
    secretHash: text('secret_hash').notNull(),
    name: text('name').notNull(),
    scopes: text('scopes', { mode: 'json' }).$type<readonly KeyScope[]>().notNull(),
    structures: text('structures', { mode: 'json' }).$type<readonly StructureCode[]>().notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at'),
    lastUsedAt: text('last_used_at'),
    revokedAt: text('revoked_at'),
    /** Of the request that made it, with its actor: the same request again makes no second one. */
    requestKey: text('request_key').unique(),
    requestFingerprint: text('request_fingerprint'),
  },
  () => [
    check('api_keys_id', notEmpty('id')),
    check('api_keys_name', notEmpty('name')),
    check('api_keys_secret_hash', notEmpty('secret_hash')),
  ],
);
