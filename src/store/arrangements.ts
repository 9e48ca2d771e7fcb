/** Who answers for what, and when they may be asked. */
import { and, eq, inArray, isNull, max, or, sql } from 'drizzle-orm';
import {
  type ArrangementChange,
  type Assignment,
  type Delegation,
  NO_SETTINGS,
  type PersonSettings,
} from '../domain/arrangement.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Channel, Person } from '../domain/directory.ts';
import type { Database, Query } from './database.ts';
import type { Store } from './port.ts';
import { insertAll } from './prepare-insert.ts';
import { assignments, delegations, personSettings } from './schema/arrangements.ts';
import { channels, people, personStructures } from './schema/directory.ts';
import { forgetLinks } from './slack-links.ts';

const assignmentFromRow = ({ item, person }: typeof assignments.$inferSelect): Assignment => ({
  item: item as ItemCode,
  person,
});

const delegationFromRow = (row: typeof delegations.$inferSelect): Delegation => ({
  id: row.id,
  item: row.item as ItemCode,
  from: row.fromPerson,
  to: row.toPerson,
  startsOn: row.startsOn as IsoDate,
  endsOn: row.endsOn as IsoDate,
});

const settingsFromRow = (row: typeof personSettings.$inferSelect): PersonSettings => ({
  hours: row.hoursFrom === null || row.hoursTo === null ? null : { from: row.hoursFrom, to: row.hoursTo },
  timeZone: row.timeZone,
  slackTimeZone: row.slackTimeZone,
  away:
    row.awayFrom === null || row.awayUntil === null || row.awaySetBy === null
      ? null
      : { from: row.awayFrom as IsoDate, until: row.awayUntil as IsoDate, setBy: row.awaySetBy },
});

/** All but what Slack tells: that has a writer of its own, which may come between reading settings and saving them. */
const chosenColumns = ({ hours, timeZone, away }: PersonSettings) => ({
  hoursFrom: hours?.from ?? null,
  hoursTo: hours?.to ?? null,
  timeZone,
  awayFrom: away?.from ?? null,
  awayUntil: away?.until ?? null,
  awaySetBy: away?.setBy ?? null,
});

function saveSettings(query: Query, person: string, settings: PersonSettings): void {
  const set = chosenColumns(settings);
  query
    .insert(personSettings)
    .values({ person, ...set, slackTimeZone: settings.slackTimeZone })
    .onConflictDoUpdate({ target: personSettings.person, set })
    .run();
}

const saveSlackTimeZone = (query: Query, person: string, slackTimeZone: string) =>
  query
    .insert(personSettings)
    .values({ person, ...chosenColumns(NO_SETTINGS), slackTimeZone })
    .onConflictDoUpdate({ target: personSettings.person, set: { slackTimeZone } })
    .run();

function savePerson(query: Query, { structures, ...person }: Person): void {
  const before = query.select().from(people).where(eq(people.key, person.key)).get();
  // Slack knows people by their address: under another one they are somebody else there.
  if (before && before.email !== person.email) forgetLinks(query, 'PERSON', [person.key]);
  const position = before?.position ?? nextPosition(query, people);
  query
    .insert(people)
    .values({ ...person, position })
    .onConflictDoUpdate({ target: people.key, set: person })
    .run();
  query.delete(personStructures).where(eq(personStructures.person, person.key)).run();
  insertAll(
    query,
    personStructures,
    structures.map((structure, index) => ({ person: person.key, position: index, structure })),
  );
}

function saveChannel(query: Query, channel: Channel): void {
  query
    .insert(channels)
    .values({ ...channel, position: nextPosition(query, channels) })
    .onConflictDoUpdate({ target: channels.name, set: channel })
    .run();
}

const nextPosition = (query: Query, table: typeof people | typeof channels): number =>
  (query
    .select({ last: max(table.position) })
    .from(table)
    .get()?.last ?? -1) + 1;

/** Only inside a write transaction. */
export type ArrangementWriter = (planId: number, recordedAt: string, change: ArrangementChange) => void;

export function createArrangementWriter(query: Query): ArrangementWriter {
  return (planId, recordedAt, change) => {
    switch (change.kind) {
      case 'ASSIGNED':
        query
          .insert(assignments)
          .values({ planId, ...change.assignment })
          .onConflictDoNothing()
          .run();
        return;
      case 'UNASSIGNED': {
        const { item, person } = change.assignment;
        const same = and(
          eq(assignments.planId, planId),
          eq(assignments.item, item),
          eq(assignments.person, person),
        );
        query.delete(assignments).where(same).run();
        return;
      }
      case 'DELEGATED': {
        const { item, from, to, startsOn, endsOn } = change.delegation;
        const row = { planId, item, fromPerson: from, toPerson: to, startsOn, endsOn };
        query.insert(delegations).values(row).run();
        return;
      }
      case 'DELEGATION_ENDED':
        query
          .update(delegations)
          .set({ endedAt: recordedAt })
          .where(and(eq(delegations.id, change.id), isNull(delegations.endedAt)))
          .run();
        return;
      case 'SETTINGS':
        saveSettings(query, change.person, change.settings);
        return;
      case 'PERSON':
        savePerson(query, change.person);
        return;
      case 'CHANNEL':
        saveChannel(query, change.channel);
        return;
      case 'CHANNEL_REMOVED':
        query.delete(channels).where(eq(channels.name, change.name)).run();
        forgetLinks(query, 'CHANNEL', [change.name]);
        return;
    }
  };
}

/** Of people who left the directory nothing personal is kept. Only inside a write transaction. */
export function forgetArrangements(query: Query, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const gone = [...keys];
  query.delete(personSettings).where(inArray(personSettings.person, gone)).run();
  query.delete(assignments).where(inArray(assignments.person, gone)).run();
  query
    .delete(delegations)
    .where(or(inArray(delegations.fromPerson, gone), inArray(delegations.toPerson, gone)))
    .run();
}

export function createArrangementReads({
  query,
  read,
  write,
}: Database): Pick<Store, 'loadArrangements' | 'rememberTimeZone'> {
  const { placeholder } = sql;
  const assigned = query
    .select()
    .from(assignments)
    .where(eq(assignments.planId, placeholder('planId')))
    .orderBy(assignments.item, assignments.person)
    .prepare();
  const standing = query
    .select()
    .from(delegations)
    .where(and(eq(delegations.planId, placeholder('planId')), isNull(delegations.endedAt)))
    .orderBy(delegations.id)
    .prepare();
  const settings = query.select().from(personSettings).prepare();
  return {
    async loadArrangements(planId) {
      return read(() => ({
        assignments: assigned.all({ planId }).map(assignmentFromRow),
        delegations: standing.all({ planId }).map(delegationFromRow),
        settings: new Map(settings.all().map((row) => [row.person, settingsFromRow(row)])),
      }));
    },
    async rememberTimeZone(person, slackTimeZone) {
      await write(() => saveSlackTimeZone(query, person, slackTimeZone));
    },
  };
}
