/** Who answers for what, and when they may be asked: personal data, kept apart from plan and history. */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isDay, notEmpty } from './constraints.ts';
import { plans } from './plans.ts';

export const assignments = sqliteTable(
  'assignments',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    item: text('item').notNull(),
    person: text('person').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.item, table.person] }),
    check('assignments_item', notEmpty('item')),
    check('assignments_person', notEmpty('person')),
  ],
);

export const delegations = sqliteTable(
  'delegations',
  {
    /** AUTOINCREMENT: what ended one delegation must never end another. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    item: text('item').notNull(),
    fromPerson: text('from_person').notNull(),
    toPerson: text('to_person').notNull(),
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    /** The instant at which it was ended before its time; null while it was not. */
    endedAt: text('ended_at'),
  },
  (table) => [
    index('delegations_standing').on(table.planId).where(sql`ended_at IS NULL`),
    check('delegations_item', notEmpty('item')),
    check('delegations_starts_on', isDay('starts_on')),
    check('delegations_ends_on', isDay('ends_on')),
    check('delegations_period', sql`starts_on <= ends_on`),
  ],
);

export const personSettings = sqliteTable(
  'person_settings',
  {
    /** Not a foreign key: an import of the directory writes its people anew. */
    person: text('person').primaryKey(),
    hoursFrom: text('hours_from'),
    hoursTo: text('hours_to'),
    timeZone: text('time_zone'),
    slackTimeZone: text('slack_time_zone'),
    awayFrom: text('away_from'),
    awayUntil: text('away_until'),
    awaySetBy: text('away_set_by'),
  },
  () => [
    check('person_settings_person', notEmpty('person')),
    check('person_settings_hours', sql`(hours_from IS NULL) = (hours_to IS NULL)`),
    check('person_settings_away_from', isDay('away_from')),
    check('person_settings_away_until', isDay('away_until')),
    check(
      'person_settings_away',
      sql`(away_from IS NULL) = (away_until IS NULL) AND (away_from IS NULL) = (away_set_by IS NULL)`,
    ),
  ],
);
