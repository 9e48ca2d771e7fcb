/**
 * The story in a real browser: Debian's Chromium on the page of the started product. Where no Chromium is
 * installed the tests are skipped, and vitest says so; `.ci/run` installs it.
 */
import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningProduct, startProduct } from '../helpers/running-product.ts';
import { buildPage, CHROMIUM, lastMessage, type OpenPage, openPage, say, speakAs } from './open-page.ts';

describe.skipIf(!existsSync(CHROMIUM))('the local workspace in Chromium', () => {
  let product: RunningProduct;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    buildPage();
    product = await startProduct();
    opened = await openPage(product);
    page = opened.page;
  }, 60_000);

  afterAll(async () => {
    await opened?.close();
    await product?.remove();
  });

  test('opens at its address, and says which day it believes it is', async () => {
    await page.getByTestId('today').waitFor();
    expect(await page.getByTestId('today').textContent()).toContain('lunedì 14/09/2020');
    expect(page.url()).toContain('/workspace/');
  });

  test('answers a manager’s command to that manager alone', async () => {
    await speakAs(page, /Dirigente/);
    await say(page, '/arti status 1.4');
    await lastMessage(page).getByText('Obiettivo 1.4').waitFor();
    const text = await lastMessage(page).textContent();
    expect(text).toContain('Visibile solo a Lei');
    expect(text).toContain('Atteso lineare');
  });

  test('brings the check-in to who answers for something, and takes a reply in plain words', async () => {
    await speakAs(page, /Ufficio programmazione/);
    await say(page, '/arti checkin now');
    await page.getByText('in invio a 3 persone').first().waitFor();
    await speakAs(page, /Referente OSRU/);
    await page.getByText('Richiesta di aggiornamento · 14/09/2020').waitFor();
    await say(page, '1.1.3 60% bando pubblicato');
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
    await speakAs(page, /Ufficio programmazione/);
    await say(page, '/arti summary now');
    await page.getByRole('button', { name: /osru/ }).first().click();
    await page
      .getByText(/^Riepilogo settimanale/)
      .first()
      .waitFor();
    const text = await lastMessage(page).textContent();
    expect(text).toContain('Che cosa è cambiato');
    expect(text).toContain('1.1.3');
  });

  test('shows the day to which a command moved it', async () => {
    await page
      .getByRole('button', { name: /ARTI Piano/ })
      .first()
      .click();
    await say(page, '/arti today 15/09/2020');
    await page.getByTestId('today').getByText('martedì 15/09/2020').waitFor();
  });

  test('fits a phone, leaves no error behind, and asks no other host for anything', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    expect(opened.problems).toEqual([]);
  });
});
