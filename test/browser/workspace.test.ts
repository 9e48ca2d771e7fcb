/**
 * The story in a real browser: Debian's Chromium on the page of the started product. Where no Chromium is
 * installed the tests are skipped, and vitest says so; `.ci/run` installs it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningProduct, startProduct } from '../helpers/running-product.ts';

const CHROMIUM = '/usr/bin/chromium';
const root = fileURLToPath(new URL('../..', import.meta.url));

describe.skipIf(!existsSync(CHROMIUM))('the local workspace in Chromium', () => {
  let product: RunningProduct;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    execFileSync('npm', ['run', '--silent', 'build:page'], { cwd: root, stdio: 'ignore' });
    product = await startProduct();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'it-IT' });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(product.address) && !url.startsWith('data:'))
        problems.push(`left the host: ${url}`);
    });
    await page.goto(product.address);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  async function speakAs(name: RegExp): Promise<void> {
    await page.getByRole('button', { name: /Parla come/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await page
      .getByRole('button', { name: /ARTI Piano/ })
      .first()
      .click();
  }

  async function say(text: string): Promise<void> {
    const composer = page.getByRole('textbox', { name: /Messaggio a/ });
    await composer.fill(text);
    await composer.press('Enter');
  }

  const lastMessage = () => page.getByTestId('message').last();

  test('opens at its address, and says which day it believes it is', async () => {
    await page.getByTestId('today').waitFor();
    expect(await page.getByTestId('today').textContent()).toContain('lunedì 14/09/2020');
    expect(page.url()).toContain('/workspace/');
  });

  test('answers a manager’s command to that manager alone', async () => {
    await speakAs(/Dirigente/);
    await say('/arti status 1.4');
    await lastMessage().getByText('Obiettivo 1.4').waitFor();
    const text = await lastMessage().textContent();
    expect(text).toContain('Visibile solo a Lei');
    expect(text).toContain('Atteso lineare');
  });

  test('brings the check-in to who answers for something, and takes a reply in plain words', async () => {
    await speakAs(/Ufficio programmazione/);
    await say('/arti checkin now');
    await page.getByText('in invio a 3 persone').first().waitFor();
    await speakAs(/Referente OSRU/);
    await page.getByText('Richiesta di aggiornamento · 14/09/2020').waitFor();
    await say('1.1.3 60% bando pubblicato');
    await page.getByText('Avanzamento dell’obiettivo 1.1').first().waitFor();
    await page.getByRole('button', { name: 'Modifica 1.1.3' }).waitFor();
  });

  test('shows an error under its field, keeps what was typed, and records what is right', async () => {
    await page.getByRole('button', { name: 'Aggiorna 1.1.1' }).click();
    const modal = page.getByTestId('modal');
    await modal.getByLabel('Avanzamento (%)').fill('150');
    await modal.getByLabel('Nota').fill('bozza inviata');
    await modal.getByRole('button', { name: 'Registra' }).click();
    await modal.getByText('La percentuale va da 0 a 100').waitFor();
    expect(await modal.getByLabel('Nota').inputValue()).toBe('bozza inviata');
    await modal.getByLabel('Avanzamento (%)').fill('40');
    await modal.getByRole('button', { name: 'Registra' }).click();
    await modal.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Modifica 1.1.1' }).waitFor();
    await page.getByRole('button', { name: '1 risposta' }).waitFor();
  });

  test('sends the weekly summary into the structure’s channel', async () => {
    await speakAs(/Ufficio programmazione/);
    await say('/arti summary now');
    await page.getByRole('button', { name: /osru/ }).first().click();
    await page
      .getByText(/^Riepilogo settimanale/)
      .first()
      .waitFor();
    const text = await lastMessage().textContent();
    expect(text).toContain('Che cosa è avanzato');
    expect(text).toContain('1.1.3');
  });

  test('fits a phone, leaves no error behind, and asks no other host for anything', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });
});
