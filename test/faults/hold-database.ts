import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';

/** Takes the write lock of the database as another process does; gives what lets it go. */
export async function holdDatabase(file: string): Promise<() => void> {
  // Without patience: SQLite would sleep, and with it all that is played here.
  const writer = new Sqlite(file, { timeout: 0 });
  while (!tryToHold(writer)) await pause(5);
  return () => {
    writer.exec('ROLLBACK');
    writer.close();
  };
}

function tryToHold(writer: Sqlite.Database): boolean {
  try {
    writer.exec('BEGIN IMMEDIATE');
    return true;
  } catch {
    return false;
  }
}
