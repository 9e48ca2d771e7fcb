/**
 * Where the time of the dashboard query goes: processor time a request beside the floor's and the constant's, and a
 * profile of the product. `npx tsx bench/dashboard/profile.ts [directory of the profiles]`. Prints what it finds; the
 * comparison that counts is `npm run bench`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeWorkspaces } from '../../test/slack/platform/fake-workspaces.ts';
import { type Changing, openChanging } from '../database/change-database.ts';
import { makeDatabase } from '../database/make-database.ts';
import { type Connection, openConnection } from '../measure/connection.ts';
import { type Arena, askOnce, seat } from '../works/arena.ts';
import { byHash, freely, operation } from '../works/graphql-requests.ts';

const QUERY = operation('plan-dashboard');
const ROUNDS = 5;
const REQUESTS = 400;
const [profiles = ''] = process.argv.slice(2);

const slack = await startFakeWorkspaces();
slack.addTeam('T1', {});
const directory = mkdtempSync(join(tmpdir(), 'arti-profile-'));
try {
  const databaseFile = join(directory, 'arti.db');
  const phases = await makeDatabase(databaseFile, 5000);
  const arena: Arena = {
    directory,
    databaseFile,
    phases,
    slackApiUrl: slack.apiUrl,
    slackResponseUrl: slack.responseUrl,
    pace: { rounds: 1, roundMs: 1, warmUpMs: 1, rateMs: 1 },
  };
  const floor = await seat(arena, 'floor');
  const flags = profiles === '' ? {} : { NODE_FLAGS: `--cpu-prof --cpu-prof-dir=${profiles}` };
  const ours = await seat(arena, 'ours', flags);
  const { body } = await askOnce({ address: floor.contestant.address, next: () => freely(QUERY) });
  const ANSWER_FILE = join(directory, 'answer.json');
  writeFileSync(ANSWER_FILE, body);
  const constant = await seat(arena, 'constant', { ANSWER_FILE });
  const entrants = [
    { name: 'constant', seated: constant, request: byHash(QUERY), isChanged: false },
    { name: 'ours, unchanged', seated: ours, request: byHash(QUERY), isChanged: false },
    { name: 'floor', seated: floor, request: freely(QUERY), isChanged: true },
    { name: 'ours, changed', seated: ours, request: byHash(QUERY), isChanged: true },
    { name: 'ours, free, unchanged', seated: ours, request: freely(`${QUERY}\n#`), isChanged: false },
  ];
  const found = new Map<string, { cpu: number[]; p50: number[] }>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, seated, request, isChanged } of entrants) {
      const changing = openChanging(seated.databaseFile, phases, 7 + round);
      const connection = await openConnection(seated.contestant.address);
      const before = await seated.contestant.cpuMs();
      const times = await ask(connection, request, isChanged ? changing : null);
      const cpu = ((await seated.contestant.cpuMs()) - before) / REQUESTS;
      connection.close();
      changing.close();
      const kept = found.get(name) ?? { cpu: [], p50: [] };
      kept.cpu.push(cpu);
      kept.p50.push(median(times));
      found.set(name, kept);
    }
  }
  for (const [name, { cpu, p50 }] of found) {
    // The first rounds are spent on compiling.
    const us = (values: readonly number[]) => `${(1000 * median(values.slice(2))).toFixed(0)} µs`.padStart(8);
    console.log(`${name.padEnd(24)} CPU${us(cpu)}  p50${us(p50)}  least CPU${us([0, 0, Math.min(...cpu)])}`);
  }
  await Promise.all([floor, ours, constant].map(({ contestant }) => contestant.stop()));
} finally {
  await slack.close();
  rmSync(directory, { recursive: true, force: true });
}

async function ask(connection: Connection, request: Buffer, changing: Changing | null): Promise<number[]> {
  const times: number[] = [];
  for (let made = 0; made < REQUESTS; made += 1) {
    changing?.change();
    const from = performance.now();
    await connection.send(request);
    times.push(performance.now() - from);
  }
  return times;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
