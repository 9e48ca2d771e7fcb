/** Who works where, and which channel is whose. */
import { sql } from 'drizzle-orm';
import type { StructureCode } from '../domain/codes.ts';
import type { Channel, Directory, Person } from '../domain/directory.ts';
import { forgetArrangements } from './arrangements.ts';
import type { AuditAppender } from './audit.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Database, Query } from './database.ts';
import { createInbox } from './inbox.ts';
import type { Store } from './port.ts';
import { insertAll } from './prepare-insert.ts';
import { channels, people, personStructures } from './schema/directory.ts';
import { plans } from './schema/plans.ts';
import { forgetLinks } from './slack-links.ts';

type DirectoryCalls = Pick<Store, 'replaceDirectory' | 'listPeople' | 'listChannels'>;

const personFromRow = (
  { position: _, ...person }: typeof people.$inferSelect,
  structures: readonly string[],
): Person => ({ ...person, structures: structures as readonly StructureCode[] });

const channelFromRow = ({ name, topic, structure, purpose }: typeof channels.$inferSelect): Channel => ({
  name,
  topic,
  structure: structure as StructureCode | null,
  purpose,
});

function prepareReads(query: Query) {
  const persons = query.select().from(people).orderBy(people.position).prepare();
  const structures = query
    .select()
    .from(personStructures)
    .where(sql`${personStructures.person} = ${sql.placeholder('key')}`)
    .orderBy(personStructures.position)
    .prepare();
  const allChannels = query.select().from(channels).orderBy(channels.position).prepare();
  return {
    people: () =>
      persons.all().map((row) =>
        personFromRow(
          row,
          structures.all({ key: row.key }).map(({ structure }) => structure),
        ),
      ),
    channels: () => allChannels.all().map(channelFromRow),
  };
}

function rewrite(query: Query, directory: Directory): void {
  query.delete(people).run();
  query.delete(channels).run();
  insertAll(
    query,
    people,
    directory.people.map(({ structures: _, ...person }, position) => ({ ...person, position })),
  );
  insertAll(
    query,
    personStructures,
    directory.people.flatMap(({ key, structures }) =>
      structures.map((structure, position) => ({ person: key, position, structure })),
    ),
  );
  insertAll(
    query,
    channels,
    directory.channels.map((channel, position) => ({ ...channel, position })),
  );
}

/** Keys of people who left, or whose key now stands for another address: Slack knows them by it. */
function changedPeople(before: readonly Person[], after: readonly Person[]): readonly string[] {
  const stays = (person: Person) =>
    after.some(({ key, email }) => key === person.key && email === person.email);
  return before.filter((person) => !stays(person)).map(({ key }) => key);
}

const removedPeople = (before: readonly Person[], after: readonly Person[]): readonly string[] =>
  before.map(({ key }) => key).filter((key) => !after.some((person) => person.key === key));

const removedChannels = (before: readonly Channel[], after: readonly Channel[]): readonly string[] =>
  before.map(({ name }) => name).filter((name) => !after.some((channel) => channel.name === name));

export function createDirectory(
  { query, read, write }: Database,
  appendAudit: AuditAppender,
): DirectoryCalls {
  const reads = prepareReads(query);
  const inbox = createInbox(query);

  /** The directory as it is then; undefined when that is what it was. */
  function replace(parts: Partial<Directory>): Directory | undefined {
    const before = { people: reads.people(), channels: reads.channels() };
    const directory: Directory = { ...before, ...parts };
    if (canonicalJson(before) === canonicalJson(directory)) return undefined;
    rewrite(query, directory);
    forgetLinks(query, 'PERSON', changedPeople(before.people, directory.people));
    forgetLinks(query, 'CHANNEL', removedChannels(before.channels, directory.channels));
    forgetArrangements(query, removedPeople(before.people, directory.people));
    // A decision upon the people as they were, of whichever plan, must not write back who is gone.
    query
      .update(plans)
      .set({ version: sql`${plans.version} + 1` })
      .run();
    return directory;
  }

  return {
    async replaceDirectory(parts, record) {
      return write(() => {
        const earlier = inbox.repeated(record?.inbox);
        if (earlier) return earlier.outcome;
        // Also where nothing changes: a late repetition would undo what is imported after it.
        if (record) inbox.putDown(record.inbox, record);
        const directory = replace(parts);
        if (!directory) return 'UNCHANGED';
        if (record) appendAudit(record.planId, record.recordedAt, [record.auditOf(directory)]);
        return 'CHANGED';
      });
    },
    async listPeople() {
      return read(reads.people);
    },
    async listChannels() {
      return reads.channels();
    },
  };
}
