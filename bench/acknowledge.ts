/**
 * How soon Slack is acknowledged, of which it waits 3 s: fifty commands, presses, forms and messages at once, on a quiet database and
 * while another process holds its write lock for two seconds. What is not done after 0.3 s is kept beside the database and
 * acknowledged, a form after 0.5 s: the second line is to be close to the first. Nothing here is asserted.
 * `npm run bench:acknowledge`.
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import pino from 'pino';
import { OPERATOR, openContext } from '../src/compose.ts';
import { parseConfig } from '../src/config.ts';
import { startProduct } from '../src/product.ts';
import { importFile } from '../src/services/import-file.ts';
import { openCheckIns } from '../src/services/open-check-ins.ts';
import { ANSWER_ACTION } from '../src/slack/blocks/check-in-controls.ts';
import { fieldId } from '../src/slack/blocks/report-fields.ts';
import { fingerprint, type ReportForm } from '../src/slack/blocks/report-form.ts';
import { DAY_FIELD, REPORT_VIEW } from '../src/slack/blocks/report-modal.ts';
import { startFakeWorkspaces } from '../test/slack/platform/fake-workspaces.ts';

const AT_ONCE = 50;
const HELD_MS = 2000;
const SECRET = 'the-signing-secret';
const USER = 'U0DIREZIONE';
const PERSON = 'referente.direzione';

/** Opened before anything was said. */
const FORM: ReportForm = {
  checkInId: `2020-2020-09-14-${PERSON}`,
  year: 2020,
  home: null,
  scope: 'ONE',
  page: 0,
  lines: [{ item: '1.1.2', sequence: 0, figure: fingerprint(''), blocked: fingerprint('') }],
  last: 0,
  left: 0,
  recorded: [],
};

const directory = mkdtempSync(join(tmpdir(), 'arti-bench-'));
const file = join(directory, 'arti.db');
const slack = await startFakeWorkspaces();
slack.addTeam('T1', { emails: { [USER]: `${PERSON}@arti.example` } });
const config = parseConfig({
  PORT: '0',
  HOST: '127.0.0.1',
  ARTI_DATABASE: file,
  ARTI_TODAY: '2020-09-14',
  SLACK_BOT_TOKEN: 'xoxb-T1',
  SLACK_SIGNING_SECRET: SECRET,
});
const context = await openContext(config, { seed: false });
for (const name of ['arti-2020.yaml', 'directory-local.yaml']) {
  const bytes = await readFile(new URL(`../plans/${name}`, import.meta.url));
  const outcome = await importFile(context, OPERATOR, { bytes, name });
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
}
await openCheckIns(context, OPERATOR);
await context.store.close();
const product = await startProduct(config, pino({ level: 'silent' }), slack.apiUrl);
await product.connected;

let requests = 0;
const post = (fields: Readonly<Record<string, string>>): Promise<number> =>
  send('application/x-www-form-urlencoded', new URLSearchParams(fields).toString());

/** Milliseconds until Slack had its answer. */
async function send(type: string, body: string): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000) - (++requests % 200));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const from = performance.now();
  const response = await fetch(`${product.address}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  await response.text();
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  return performance.now() - from;
}

const command = (text: string) =>
  post({
    command: '/arti',
    text,
    user_id: USER,
    team_id: 'T1',
    channel_id: `D${USER}`,
    trigger_id: `trigger-${requests}`,
    response_url: slack.responseUrl,
  });

const press = () =>
  post({
    payload: JSON.stringify({
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: USER },
      channel: { id: `D${USER}` },
      trigger_id: `trigger-${requests}`,
      actions: [
        {
          type: 'button',
          action_id: ANSWER_ACTION,
          block_id: 'answer-1.1.3',
          action_ts: `1600070500.${requests}`,
          value: JSON.stringify({
            checkInId: `2020-2020-09-14-${PERSON}`,
            item: '1.1.3',
            sequence: 0,
          }),
        },
      ],
    }),
  });

/** A form of one line, each time another one. */
const submit = (percent: number) =>
  post({
    payload: JSON.stringify({
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: USER },
      view: {
        id: `V${requests}`,
        hash: '1',
        type: 'modal',
        callback_id: REPORT_VIEW,
        private_metadata: JSON.stringify(FORM),
        state: {
          values: {
            [fieldId('percent', '1.1.2')]: { percent: { type: 'plain_text_input', value: String(percent) } },
            [DAY_FIELD]: { [DAY_FIELD]: { type: 'datepicker', selected_date: '2020-09-14' } },
          },
        },
      },
    }),
  });

const message = (text: string) => {
  const event = {
    type: 'message',
    channel_type: 'im',
    channel: `D${USER}`,
    ts: `1600070600.${String(requests).padStart(6, '0')}`,
    user: USER,
    text,
  };
  const body = { type: 'event_callback', team_id: 'T1', event_id: `Ev${requests}`, event };
  return send('application/json', JSON.stringify(body));
};

/** A fifth each that writes, that reads, that presses, that submits a form, and that says it in a message. */
const burst = () =>
  Promise.all(
    Array.from({ length: AT_ONCE }, (_, at) => {
      const kinds = [
        () => command(`update 1.1.3 ${at + 1}% prova ${at}`),
        () => command('status 1.4'),
        press,
        () => submit(at + 1),
        () => message(`1.1.1 ${at + 1}% prova ${at}`),
      ];
      return kinds[at % kinds.length]?.() ?? press();
    }),
  );

async function whileHeld(): Promise<readonly number[]> {
  const writer = new Sqlite(file);
  writer.exec('BEGIN IMMEDIATE');
  const answered = burst();
  await pause(HELD_MS);
  writer.exec('ROLLBACK');
  writer.close();
  return answered;
}

function report(name: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  console.log(`${name.padEnd(44)} median ${at(0.5)} ms  p90 ${at(0.9)} ms  slowest ${at(1)} ms`);
}

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
console.log(`${AT_ONCE} commands, presses, forms and messages at once`);
await burst();
report('quiet', await burst());
report(`another process writes for ${HELD_MS} ms`, await whileHeld());
await product.stop();
await slack.close();
rmSync(directory, { recursive: true, force: true });
