/**
 * The floor of a report: `node:http` and one transaction a request that leaves what the product leaves, prepared. The
 * report, its entry in the hash-chained history, the key that makes it have one effect, the plan's new head.
 */
import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { readAll, serveBare, setting } from './contestant-process.ts';

type Input = { phase: string; percent: number; note: string; idempotencyKey: string; reportedOn: string };

const client = new Sqlite(setting('ARTI_DATABASE'));
client.pragma('synchronous = FULL');
client.pragma('foreign_keys = ON');

const known = client.prepare<[string], { sequences: string }>('SELECT sequences FROM inbox WHERE key = ?');
const head = client.prepare<[], { id: number; lastSequence: number }>(
  'SELECT id, last_sequence AS lastSequence FROM plans ORDER BY year DESC LIMIT 1',
);
const lastEntry = client.prepare<[], { sequence: number; hash: string }>(
  'SELECT sequence, hash FROM audit_entries ORDER BY sequence DESC LIMIT 1',
);
const insertReport = client.prepare(
  `INSERT INTO reports (plan_id, sequence, reported_on, recorded_at, actor, source, note, evidence, phase, percent_bps,
     units, completes, blocked_because) VALUES (?, ?, ?, ?, 'api', 'GRAPHQL', ?, NULL, ?, ?, NULL, ?, NULL)`,
);
const insertEntry = client.prepare(
  `INSERT INTO audit_entries (sequence, plan_id, recorded_at, kind, body, previous_hash, hash)
     VALUES (?, ?, ?, 'STATUS_REPORTED', ?, ?, ?)`,
);
const insertActor = client.prepare(`INSERT INTO audit_actors (sequence, actor) VALUES (?, 'api')`);
const insertKey = client.prepare(
  'INSERT INTO inbox (key, fingerprint, plan_id, recorded_at, sequences) VALUES (?, ?, ?, ?, ?)',
);
const advance = client.prepare('UPDATE plans SET version = version + 1, last_sequence = ? WHERE id = ?');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const record = client.transaction((input: Input) => {
  const { phase, percent, note, idempotencyKey, reportedOn } = input;
  const earlier = known.get(idempotencyKey);
  if (earlier) return { duplicate: true, sequence: JSON.parse(earlier.sequences)[0] };
  const plan = head.get();
  const last = lastEntry.get();
  if (!plan || !last) throw new Error('no plan');
  const recordedAt = new Date().toISOString();
  const sequence = plan.lastSequence + 1;
  insertReport.run(
    plan.id,
    BigInt(sequence),
    reportedOn,
    recordedAt,
    note,
    phase,
    BigInt(percent * 100),
    percent === 100 ? 1n : 0n,
  );
  const body = JSON.stringify({ phase, percentBps: percent * 100, reportedOn, note: sha256(note) });
  insertEntry.run(BigInt(last.sequence + 1), plan.id, recordedAt, body, last.hash, sha256(last.hash + body));
  insertActor.run(BigInt(last.sequence + 1));
  insertKey.run(
    idempotencyKey,
    sha256(JSON.stringify(input)),
    plan.id,
    recordedAt,
    JSON.stringify([sequence]),
  );
  advance.run(BigInt(sequence), plan.id);
  return { duplicate: false, sequence };
});

await serveBare((request, response) => {
  readAll(request, (bytes) => {
    const { duplicate, sequence } = record.immediate(JSON.parse(bytes.toString()).variables.input);
    const report = { __typename: 'ReportStatusSuccess', duplicate, report: { sequence } };
    const body = Buffer.from(JSON.stringify({ data: { reportStatus: report } }));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
    });
    response.end(body);
  });
});
