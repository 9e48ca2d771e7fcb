/**
 * The dashboard's files, as the build left them: the page at every address of a view, and what it loads. Nothing of it
 * is secret; what it then asks for goes by the API.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { acceptedEncoding, type Encoding } from '../graphql/accepted-encoding.ts';
import { texts } from '../messages/dashboard.ts';
import type { Language } from '../messages/language.ts';
import { notBuiltPage } from './not-built-page.ts';

export type DashboardOptions = {
  /** Where the build put the page. */
  readonly directory: string;
  readonly language: Language;
  /** Where the local workspace is, which the page then links to. */
  readonly workspacePath: string | null;
};

/** Answers the page's addresses and tells whether it did. */
export type DashboardFiles = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Addresses of views, as the page's own `address.ts` writes them. */
const VIEW = /^\/(?:(?:time|changes|attention|office|sign-in|(?:goals|structures)\/[^/]+)\/?)?$/;
const ASSET = /^\/assets\/([\w.-]+)$/;

/**
 * The page takes nothing from elsewhere, runs nothing that stands within it, and is shown within nobody's. Its own
 * address, which names what somebody looks at, is not passed on.
 */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

type Asset = { readonly type: string; readonly plain: Buffer } & { readonly [E in Encoding]?: Buffer };
type Built = {
  readonly page: Buffer;
  readonly etag: string;
  readonly assets: ReadonlyMap<string, Asset>;
};

export function createDashboardFiles(options: DashboardOptions): DashboardFiles {
  let built: Promise<Built | null> | undefined;
  // Read once: of two builds no page is put together. What was not built yet is looked for again.
  const find = async (): Promise<Built | null> => {
    built ??= readBuilt(options);
    const found = await built;
    if (found === null) built = undefined;
    return found;
  };
  return async (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const [, assetName] = ASSET.exec(path) ?? [];
    const isView = VIEW.test(path);
    if (!isView && assetName === undefined) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return true;
    }
    const found = await find();
    if (isView) {
      if (found === null) sendNotBuilt(options, response);
      else sendPage(found, request, response);
      return true;
    }
    const asset = found?.assets.get(assetName ?? '');
    if (asset === undefined) return false;
    sendAsset(asset, request, response);
    return true;
  };
}

function sendPage({ page, etag }: Built, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...PAGE_HEADERS, 'cache-control': 'no-cache', etag };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const type = { 'content-type': 'text/html; charset=utf-8', 'content-length': String(page.length) };
  response.writeHead(200, { ...headers, ...type }).end(page);
}

function sendAsset(asset: Asset, request: IncomingMessage, response: ServerResponse): void {
  const wanted = acceptedEncoding(request.headers['accept-encoding']);
  const short = wanted === null ? undefined : asset[wanted];
  const body = short ?? asset.plain;
  response
    .writeHead(200, {
      'content-type': asset.type,
      'content-length': String(body.length),
      // The name carries a hash of what is in it.
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'accept-encoding',
      ...(short && wanted && { 'content-encoding': wanted }),
    })
    .end(body);
}

function sendNotBuilt({ language, workspacePath }: DashboardOptions, response: ServerResponse): void {
  const body = notBuiltPage(language, workspacePath);
  response
    .writeHead(503, {
      ...PAGE_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
    })
    .end(body);
}

/** Null where nothing was built. */
async function readBuilt({ directory, language, workspacePath }: DashboardOptions): Promise<Built | null> {
  const index = await readFile(join(directory, 'index.html'), 'utf8').catch(() => null);
  if (index === null) return null;
  const page = Buffer.from(fillPage(index, language, workspacePath));
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 16)}"`;
  return { page, etag, assets: await readAssets(join(directory, 'assets')) };
}

async function readAssets(directory: string): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(directory);
  const files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name))] as const)),
  );
  const assets = new Map<string, Asset>();
  for (const [name, plain] of files) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const [br, gzip] = [files.get(name + ENDINGS.br), files.get(name + ENDINGS.gzip)];
    assets.set(name, { type, plain, ...(br && { br }), ...(gzip && { gzip }) });
  }
  return assets;
}

/** The page as it was built speaks Italian and knows nothing of the product that serves it. */
function fillPage(index: string, language: Language, workspacePath: string | null): string {
  const workspace =
    workspacePath === null ? '' : `  <meta name="arti-workspace" content="${workspacePath}" />\n  `;
  return index
    .replace('<html lang="it">', `<html lang="${language}">`)
    .replace(/<title>.*?<\/title>/, `<title>${texts(language).title}</title>`)
    .replace('</head>', `${workspace}</head>`);
}
