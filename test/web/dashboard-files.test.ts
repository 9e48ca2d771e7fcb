/** The dashboard's files over a server of their own, of a page that a test built by hand. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NO_FILTERS, printAddress, type View } from '../../src/web/dashboard/address.ts';
import { createDashboardFiles, type DashboardOptions } from '../../src/web/dashboard-files.ts';

const INDEX = '<!doctype html><html lang="it"><head><title>Piano</title></head><body></body></html>';

let directory: string;
let server: Server;

async function build(): Promise<void> {
  await mkdir(join(directory, 'assets'), { recursive: true });
  await writeFile(join(directory, 'index.html'), INDEX);
  await writeFile(join(directory, 'secret.txt'), 'secret');
  await writeFile(join(directory, 'assets', 'index-ab12.js'), 'plain');
  await writeFile(join(directory, 'assets', 'index-ab12.js.br'), 'brotli');
  await writeFile(join(directory, 'assets', 'index-ab12.js.gz'), 'gzip');
  await writeFile(join(directory, 'assets', 'letters-cd34.woff2'), 'letters');
}

async function serve(over: Partial<DashboardOptions> = {}): Promise<void> {
  server?.close();
  const files = createDashboardFiles({ directory, language: 'it', workspacePath: null, ...over });
  server = createServer(async (asked, response) => {
    if (!(await files(asked, response))) response.writeHead(404).end('not ours');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { connection: 'close', ...headers },
  });
  const [response] = await once(sent.end(), 'response');
  let text = '';
  for await (const part of response) text += part;
  return { status: response.statusCode as number, headers: response.headers, text };
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dashboard-'));
  await serve();
});
afterEach(async () => {
  server.close();
  await rm(directory, { recursive: true });
});

describe('a built page', () => {
  beforeEach(build);

  const VIEWS: readonly View[] = [
    { name: 'PLAN' },
    { name: 'GOAL', code: '1.1' },
    { name: 'STRUCTURE', code: 'Settore A/B' },
    { name: 'TIME' },
    { name: 'CHANGES' },
    { name: 'ATTENTION' },
    { name: 'OFFICE' },
    { name: 'SIGN_IN' },
  ];

  test.each(VIEWS)('is at the address of $name', async (view) => {
    const path = printAddress({ view, filters: { ...NO_FILTERS, year: 2020 }, language: 'en' });
    const { status, headers, text } = await ask(path);
    expect([status, headers['content-type'], text]).toEqual([
      200,
      'text/html; charset=utf-8',
      expect.any(String),
    ]);
    expect(text).toContain('<html lang="it">');
  });

  test.each([
    '/goals',
    '/goals/1.1/x',
    '/nowhere',
    '/time/x',
    '/secret.txt',
    '/assets/../secret.txt',
    '/assets/',
    '/assets/no.js',
  ])('%s is not its own', async (path) => {
    expect((await ask(path)).text).toBe('not ours');
  });

  test('speaks the configured language, and knows the workspace where there is one', async () => {
    await serve({ language: 'en', workspacePath: '/workspace/' });
    const { text } = await ask('/');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('<title>Performance plan</title>');
    expect(text).toContain('<meta name="arti-workspace" content="/workspace/" />');
  });

  test('takes nothing from elsewhere and is shown within nobody’s', async () => {
    const { headers } = await ask('/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'cache-control': 'no-cache',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
  });

  test('is not sent again to who has it', async () => {
    const { headers } = await ask('/');
    const again = await ask('/time', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers['content-security-policy']).toBe(headers['content-security-policy']);
  });

  test.each([
    { accepts: 'gzip, br', encoding: 'br', text: 'brotli' },
    { accepts: 'gzip', encoding: 'gzip', text: 'gzip' },
    { accepts: 'identity', encoding: undefined, text: 'plain' },
  ])('a script goes out as $text to who takes $accepts', async ({ accepts, encoding, text }) => {
    const answer = await ask('/assets/index-ab12.js', { 'accept-encoding': accepts });
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
  });

  test('a typeface has no shorter form', async () => {
    const answer = await ask('/assets/letters-cd34.woff2', { 'accept-encoding': 'br' });
    expect([answer.text, answer.headers['content-type']]).toEqual(['letters', 'font/woff2']);
  });

  test('is only read', async () => {
    const { status, headers } = await ask('/', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(INDEX.length - 1);
  });
});

describe('a page that was not built', () => {
  test('says so in words, and is there as soon as it is', async () => {
    await serve({ workspacePath: '/workspace/' });
    const { status, text, headers } = await ask('/');
    expect([status, headers['cache-control']]).toEqual([503, 'no-store']);
    expect(text).toContain('npm run build:dashboard');
    expect(text).toContain('<a href="/workspace/">');
    await build();
    expect((await ask('/')).status).toBe(200);
  });
});
