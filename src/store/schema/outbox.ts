/** What is to be told, written with the fact that caused it, and how its delivery went. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Destination, Notice } from '../../domain/notice.ts';
import { notEmpty, oneOf } from './constraints.ts';
import { plans } from './plans.ts';

/**
 * DEAD was refused for good, DOUBTFUL may or may not stand in Slack: both wait for a person. DROPPED had nothing true to
 * say any more.
 */
const STATES = ['PENDING', 'SENT', 'DEAD', 'DOUBTFUL', 'DROPPED'] as const;

export const outbox = sqliteTable(
  'outbox',
  {
    /** AUTOINCREMENT: an id is never used again, so ids are the order of arrival for ever. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    key: text('key').notNull().unique(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    /** One destination in canonical text: messages of a lane are sent one after the other. */
    lane: text('lane').notNull(),
    destination: text('destination', { mode: 'json' }).$type<Destination>().notNull(),
    notice: text('notice', { mode: 'json' }).$type<Notice>().notNull(),
    recordedAt: text('recorded_at').notNull(),
    state: text('state', { enum: STATES }).notNull(),
    /** Claims so far; the number of the last one fences its settlement. */
    attempt: integer('attempt').notNull(),
    /** When it was last claimed; null while nobody holds it. */
    claimedAt: text('claimed_at'),
    notBefore: text('not_before'),
    /** By the product's clock, which Slack's history is compared with: when an attempt may first have left something. */
    firstTriedAt: text('first_tried_at'),
    error: text('error'),
    channel: text('channel'),
    ts: text('ts'),
    /** The workspace in which `channel` is; null for what was sent before there were several. */
    team: text('team'),
  },
  (table) => [
    index('outbox_pending').on(table.lane, table.id).where(sql`state = 'PENDING'`),
    index('outbox_unsettled').on(table.id).where(sql`state IN ('DEAD', 'DOUBTFUL')`),
    index('outbox_of_plan').on(table.planId, table.id),
    /** A day of it is one seek, in the order in which it was written. */
    index('outbox_by_day').on(table.planId, sql`date(recorded_at)`, table.id),
    index('outbox_by_message').on(table.channel, table.ts),
    check('outbox_key', notEmpty('key')),
    check('outbox_state', oneOf('state', STATES)),
    check('outbox_sent', sql`(channel IS NOT NULL AND ts IS NOT NULL) = (state = 'SENT')`),
    check('outbox_attempt', sql`attempt >= 0`),
  ],
);

/** Where one destination stands: nothing is sent to it before `nextAt`, whichever process would. */
export const outboxLanes = sqliteTable(
  'outbox_lanes',
  { lane: text('lane').primaryKey(), nextAt: text('next_at').notNull() },
  () => [check('outbox_lanes_lane', notEmpty('lane'))],
);
