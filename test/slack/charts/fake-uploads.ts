/** The calls of Slack that charts need, on a free port: the block for charts taken or not, files taken or not. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogLevel, WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { type ChartEnvironment, createChartTools } from '../../../src/slack/charts/chart-tools.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What Slack says of a type of block that it does not know. */
export const UNKNOWN_BLOCK: Fields = {
  error: 'invalid_blocks',
  errors: ['unsupported type: data_visualization [json-pointer:/blocks/0/type]'],
  response_metadata: {
    messages: ['[ERROR] unsupported type: data_visualization [json-pointer:/blocks/0/type]'],
  },
};

/** What it says of one that it knows and that is wrong. */
export const WRONG_CHART: Fields = {
  error: 'invalid_blocks',
  errors: ['must be at most 20 items [json-pointer:/blocks/0/chart/series/0/data]'],
};

const nothing = () => undefined;
/** Slack's client prints what it is refused. */
const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

export type FakeUploads = {
  /** Every call, and each upload as `upload` with its bytes. */
  readonly calls: readonly { readonly method: string; readonly args: Fields }[];
  called(method: string): readonly Fields[];
  /** From now on `method` answers that, of a message with a chart only when `charts` says so. */
  refuse(method: string, answer: Fields, charts?: 'CHARTS'): void;
  accept(method: string): void;
  /** The status with which an upload is answered. */
  uploadStatus: number;
  /** Of the file, as `files.info` tells it look after look; the last stays. Empty until it was looked through. */
  mimetypes: readonly string[];
  readonly environment: ChartEnvironment & { readonly warnings: readonly string[] };
};

export async function startFakeUploads(
  render: ChartEnvironment['charts']['render'] = async () => Buffer.from('PNG'),
): Promise<FakeUploads> {
  const calls: { method: string; args: Fields }[] = [];
  const refusals = new Map<string, { answer: Fields; onlyCharts: boolean }>();
  const state: { uploadStatus: number; mimetypes: readonly string[] } = {
    uploadStatus: 200,
    mimetypes: ['image/png'],
  };

  const nextMimetype = (): string => {
    const [next = '', ...later] = state.mimetypes;
    if (later.length > 0) state.mimetypes = later;
    return next;
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (request.url === '/upload') {
      calls.push({
        method: 'upload',
        args: { bytes: body.toString('latin1'), type: request.headers['content-type'] },
      });
      response.writeHead(state.uploadStatus).end('OK');
      return;
    }
    const method = (request.url ?? '').replace('/api/', '');
    const args = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    calls.push({ method, args });
    const refusal = refusals.get(method);
    const refused = refusal && (!refusal.onlyCharts || (args.blocks ?? '').includes('data_visualization'));
    const answer = refused
      ? { ok: false, ...refusal.answer }
      : {
          ok: true,
          upload_url: `${url}/upload`,
          file_id: 'F1',
          channel: { id: `D${args.users}` },
          files: [],
          ts: '1600070400.1',
          ...(method === 'files.info' ? { file: { id: 'F1', mimetype: nextMimetype() } } : {}),
        };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const warnings: string[] = [];
  return {
    calls,
    called: (method) => calls.filter((call) => call.method === method).map(({ args }) => args),
    refuse: (method, answer, charts) =>
      void refusals.set(method, { answer, onlyCharts: charts === 'CHARTS' }),
    accept: (method) => void refusals.delete(method),
    get uploadStatus() {
      return state.uploadStatus;
    },
    set uploadStatus(status) {
      state.uploadStatus = status;
    },
    get mimetypes() {
      return state.mimetypes;
    },
    set mimetypes(mimetypes) {
      state.mimetypes = mimetypes;
    },
    environment: {
      client: new WebClient('xoxb-test', {
        slackApiUrl: `${url}/api/`,
        retryConfig: { retries: 0 },
        logger: SILENT,
      }),
      voice: voiceOf('it'),
      logger: { info: () => {}, warn: (_, text) => void warnings.push(text), error: () => {} },
      charts: createChartTools(render),
      warnings,
    },
  };
}
