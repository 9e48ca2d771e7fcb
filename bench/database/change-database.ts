/** Another process that reports: what each contestant kept is old after it. */
import Sqlite from 'better-sqlite3';
import { createRandom, pick } from '../measure/random.ts';
import { TODAY } from './make-database.ts';

export type Changing = {
  /** One report more. */
  change(): void;
  close(): void;
};

/** The same changes in the same order for the same seed. */
export function openChanging(file: string, phases: readonly string[], seed: number): Changing {
  const client = new Sqlite(file, { timeout: 5000 });
  // It is not what is measured.
  client.pragma('synchronous = OFF');
  const random = createRandom(seed);
  const insert = client.prepare(
    `INSERT INTO reports (plan_id, sequence, reported_on, recorded_at, actor, source, phase, percent_bps, completes)
     SELECT id, last_sequence + 1, @today, @today || 'T09:00:00.000Z', 'benchmark', 'GRAPHQL', @phase, @bps, @bps = 10000
     FROM plans WHERE year = 2020`,
  );
  const advance = client.prepare(
    'UPDATE plans SET version = version + 1, last_sequence = last_sequence + 1 WHERE year = 2020',
  );
  const write = client.transaction((phase: string, bps: number) => {
    insert.run({ today: TODAY, phase, bps: BigInt(bps) });
    advance.run();
  });
  return {
    change: () => write.immediate(pick(phases, random), Math.floor(random() * 101) * 100),
    close: () => client.close(),
  };
}
