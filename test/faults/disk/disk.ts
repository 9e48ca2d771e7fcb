import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { slackIt } from '../../../src/messages/slack-it.ts';
import { type FakeWorkspaces, startFakeWorkspaces } from '../../slack/platform/fake-workspaces.ts';
import type { Harness, HarnessOptions, HarnessReport } from '../harness.ts';
import { addPeople, bodyOf, type Delivered, deliver, KINDS, type Kind, tokenOf } from '../played-slack.ts';
import {
  ADMIN_KEY,
  type BuiltProduct,
  type ProductProcess,
  prepareDatabase,
  sharedProduct,
  startProcess,
} from '../product-process.ts';
import { countKept, readEffects } from '../recorded-effects.ts';

/** As `failing-disk.c` reads them. */
const MOODS = ['full', 'write', 'sync'] as const;

export type DiskOptions = {
  readonly built: BuiltProduct;
  /** Of each way in which a disk fails. */
  readonly rounds: number;
  /** False lets the disk take everything after all: what the product then does is what it must not do. */
  readonly isFailing: boolean;
  readonly log: HarnessOptions['log'];
};

/** How long the product may take to find out that the disk fails, and that it does no more. */
const NOTICE_MS = 5000;
/** Deliveries under way at once. */
const LOAD = 3;

async function compileShim(directory: string): Promise<string> {
  const source = fileURLToPath(new URL('failing-disk.c', import.meta.url));
  const shim = join(directory, 'failing-disk.so');
  await promisify(execFile)('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl']);
  return shim;
}

/** Waits until `holds`; false when it does not in time. */
async function comes(holds: () => Promise<boolean> | boolean, ms = NOTICE_MS): Promise<boolean> {
  for (const from = performance.now(); performance.now() - from < ms; await pause(50)) {
    if (await holds()) return true;
  }
  return false;
}

async function graphql({ address }: ProductProcess, query: string): Promise<string> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ADMIN_KEY}` },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(5000),
  });
  return response.text();
}

const report = (product: ProductProcess, id: number) =>
  graphql(
    product,
    `mutation { reportStatus(input: { phase: "1.4.1", percent: 10, note: "${tokenOf(id)}", reportedOn: "2020-09-14", idempotencyKey: "${id}" }) { __typename } }`,
  );

type Played = {
  readonly slack: FakeWorkspaces;
  readonly product: ProductProcess;
  readonly nextId: () => number;
  readonly blame: (what: string) => void;
};

/** What each who says something must hear while the disk fails. The ids of what was refused. */
async function checkTold({ slack, product, nextId, blame }: Played): Promise<ReadonlyMap<number, Kind>> {
  const refused = new Map<number, Kind>();
  const say = async (kind: Kind): Promise<Delivered> => {
    const id = nextId();
    if (kind !== 'reading') refused.set(id, kind);
    return deliver(product.address, bodyOf(kind, id, String(id), slack.responseUrl), 0);
  };
  const toldIn = (method: string, text: string) =>
    slack.calls.some((call) => call.method === method && JSON.stringify(call.args).includes(text));
  const command = await say('command');
  if (!command.text.includes(slackIt.notStored)) blame(`a command was answered: ${command.text}`);
  const form = await say('form');
  if (!form.text.includes(slackIt.notStored)) blame(`a form was answered: ${form.text}`);
  await say('press');
  if (!(await comes(() => toldIn('chat.postEphemeral', slackIt.notStored)))) {
    blame('who pressed was not told');
  }
  const message = await say('message');
  if (message.status !== 503) blame(`a message was acknowledged with ${message.status}`);
  if (!(await comes(() => toldIn('chat.postMessage', slackIt.notStoredYet)))) {
    blame('who wrote was not told');
  }
  const mutation = await report(product, nextId());
  if (!mutation.includes('NOT_RECORDED')) blame(`a mutation was answered: ${mutation}`);
  const reading = await say('reading');
  if (reading.status !== 200 || !reading.text.includes('1.4')) blame(`reading was answered: ${reading.text}`);
  const query = await graphql(product, '{ goal(code: "1.4") { title } }');
  if (!query.includes('"title":')) blame(`a query was answered: ${query}`);
  return refused;
}

export async function runDisk({ built, rounds, isFailing, log }: DiskOptions): Promise<HarnessReport> {
  const slack = await startFakeWorkspaces();
  addPeople(slack);
  const prepared = await prepareDatabase();
  const { file } = prepared;
  const outside = await prepareDatabase();
  const shim = await compileShim(join(outside.file, '..'));
  const control = join(outside.file, '..', 'control');
  const product = await startProcess(built, file, slack.apiUrl, {
    LD_PRELOAD: shim,
    FAULTS_CONTROL: control,
    FAULTS_UNDER: isFailing ? join(file, '..') : join(outside.file, '../nothing'),
  });
  const violations: string[] = [];
  const acknowledged = new Map<number, Kind>();
  let id = 0;
  const nextId = () => id++;
  let ended = false;
  const loads = Array.from({ length: LOAD }, async () => {
    while (!ended) {
      const each = nextId();
      const kind = KINDS[each % KINDS.length] ?? 'message';
      const body = bodyOf(kind, each, String(each), slack.responseUrl);
      const { acknowledged: taken } = await deliver(product.address, body, 0);
      if (taken) acknowledged.set(each, kind);
      await pause(20);
    }
  });
  const figures = { rounds: 0, told: 0, noticedMs: 0, recoveredMs: 0 };

  async function round(mood: (typeof MOODS)[number]): Promise<void> {
    const blame = (what: string) => void violations.push(`disk “${mood}”: ${what}`);
    await pause(Math.random() * 500);
    slack.calls.length = 0;
    let from = performance.now();
    writeFileSync(control, mood);
    const failing = async () => {
      const answer = await product.ready();
      return answer?.status === 503 && answer.reason === 'disk';
    };
    if (!(await comes(failing))) blame('/ready did not turn 503');
    figures.noticedMs = Math.max(figures.noticedMs, performance.now() - from);
    const refused = await checkTold({ slack, product, nextId, blame });
    figures.told += refused.size;
    const { reports } = readEffects(file);
    for (const each of refused.keys()) {
      if (reports.has(tokenOf(each))) blame(`what was said not to be recorded was (${refused.get(each)})`);
    }
    from = performance.now();
    rmSync(control);
    if (!(await comes(async () => (await product.ready())?.status === 200))) blame('it did not recover');
    figures.recoveredMs = Math.max(figures.recoveredMs, performance.now() - from);
    for (const [each, kind] of refused) {
      const again = await deliver(product.address, bodyOf(kind, each, String(each), slack.responseUrl), 1);
      if (again.acknowledged) acknowledged.set(each, kind);
      else blame(`said again, it was answered ${again.status} ${again.text}`);
    }
    const mutation = await report(product, nextId());
    if (!mutation.includes('ReportStatusSuccess') && mutation.includes('errors')) {
      blame(`afterwards a mutation was answered: ${mutation}`);
    }
    figures.rounds += 1;
    log(`round ${figures.rounds}`);
  }

  for (let turn = 0; turn < rounds; turn += 1) for (const mood of MOODS) await round(mood);
  ended = true;
  await Promise.all(loads);
  if (!(await comes(() => countKept(file) === 0, 60_000))) violations.push('what was kept was never done');
  if (product.child.exitCode !== null) violations.push('the process ended');
  product.child.kill('SIGTERM');
  const { code } = await product.ended;
  if (code !== 0) violations.push(`it stopped with ${code}`);
  const { reports } = readEffects(file);
  for (const [each, kind] of acknowledged) {
    const found = reports.get(tokenOf(each)) ?? 0;
    if (kind !== 'press' && kind !== 'reading' && found !== 1) {
      violations.push(`envelope ${each} (${kind}) was acknowledged and has ${found} effects`);
    }
  }
  await slack.close();
  prepared.remove();
  outside.remove();
  return {
    figures: {
      rounds: figures.rounds,
      'refused, and told so': figures.told,
      'acknowledged under way': acknowledged.size,
      '/ready turned false after, slowest ms': Math.round(figures.noticedMs),
      '/ready turned true after, slowest ms': Math.round(figures.recoveredMs),
    },
    violations,
  };
}

export const disk: Harness = {
  name: 'disk',
  promise:
    'a full or failing disk: people are told, /ready is false, reading goes on, nothing needs a restart',
  run: async ({ short, log }) =>
    runDisk({ built: await sharedProduct(), rounds: short ? 1 : 10, isFailing: true, log }),
};
