/** Debian's Chromium on the page of a running product. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { RunningProduct } from '../helpers/running-product.ts';

export const CHROMIUM = '/usr/bin/chromium';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles the page of the local workspace. Several files of tests start at once and each wants it: every one builds
 * apart and moves file by file, so that none serves a page that another is just writing.
 */
export function buildPage(): void {
  const built = join(root, 'dist', `page-${process.pid}`);
  const served = join(root, 'dist/slack-local/page');
  const options = ['--outDir', built, '--emptyOutDir'];
  execFileSync('npm', ['run', '--silent', 'build:page', '--', ...options], { cwd: root, stdio: 'ignore' });
  mkdirSync(join(served, 'assets'), { recursive: true });
  // What the page loads stands there before the page does.
  for (const name of readdirSync(join(built, 'assets')))
    renameSync(join(built, 'assets', name), join(served, 'assets', name));
  renameSync(join(built, 'index.html'), join(served, 'index.html'));
  rmSync(built, { recursive: true });
}

export type OpenPage = {
  readonly page: Page;
  /** Errors of the page, and what it asked of any other host. */
  readonly problems: readonly string[];
  close(): Promise<void>;
};

export async function openPage(product: Pick<RunningProduct, 'address'>): Promise<OpenPage> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'it-IT' });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(product.address) && !url.startsWith('data:')) problems.push(`left the host: ${url}`);
  });
  await page.goto(`${product.address}/workspace/`);
  return { page, problems, close: () => browser.close() };
}

/** Takes the place of that person, in the direct messages with the app. */
export async function speakAs(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /Parla come/ }).click();
  await page.getByRole('menuitemradio', { name }).click();
  await page
    .getByRole('button', { name: /ARTI Piano/ })
    .first()
    .click();
}

export async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: /Messaggio a/ });
  await composer.fill(text);
  await composer.press('Enter');
}

export const lastMessage = (page: Page) => page.getByTestId('message').last();
