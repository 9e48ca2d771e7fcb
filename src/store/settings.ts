import { eq, sql } from 'drizzle-orm';
import type { Database, Query } from './database.ts';
import type { Store } from './port.ts';
import { settings } from './schema/settings.ts';

/** Only inside a write transaction. */
export function writeSetting(query: Query, name: string, value: string): void {
  query
    .insert(settings)
    .values({ name, value })
    .onConflictDoUpdate({ target: settings.name, set: { value } })
    .run();
}

export function createSettings({
  query,
  write,
}: Database): Pick<Store, 'getSetting' | 'setSetting' | 'ping'> {
  const byName = query
    .select()
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare();
  return {
    async getSetting(name) {
      return byName.get({ name })?.value;
    },
    async setSetting(name, value) {
      await write(() => writeSetting(query, name, value));
    },
    /** Reads a page of the file: `SELECT 1` would answer without touching it. */
    async ping() {
      byName.get({ name: '' });
    },
  };
}
