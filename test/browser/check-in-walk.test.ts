/** Ten items answered by clicks and keys in a real browser; skipped, and said to be, where no Chromium is installed. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askGraphql, type RunningProduct, startProduct } from '../helpers/running-product.ts';
import { answerTen, askForTen, DAY_BEFORE, DAY_OF_ASKING, type Hand } from './check-in-walk.ts';
import { buildPage, CHROMIUM, lastMessage, type OpenPage, openPage, say, speakAs } from './open-page.ts';

const atOnce: Hand = {
  click: (target) => target.click(),
  type: (target, text) => target.fill(text),
};

describe.skipIf(!existsSync(CHROMIUM))('a check-in of ten items in Chromium', () => {
  let product: RunningProduct;
  let opened: OpenPage;

  beforeAll(async () => {
    buildPage();
    product = await startProduct({ environment: { ARTI_TODAY: DAY_BEFORE } });
    opened = await openPage(product);
    await askForTen(product.address, opened.page);
    await answerTen(opened.page, atOnce);
  }, 90_000);

  afterAll(async () => {
    await opened?.close();
    await product?.remove();
  });

  test('shows every answer in the one message, each to be changed until it closes', async () => {
    const { page } = opened;
    const checkIn = page
      .getByTestId('message')
      .filter({ hasText: 'Richiesta di aggiornamento · 14/09/2020' });
    expect(await checkIn.count()).toBe(1);
    expect(await checkIn.getByRole('button', { name: /^Modifica \d/ }).count()).toBe(10);
    expect(await checkIn.getByRole('button', { name: /^(Invariato|Fatto|Bloccata|Aggiorna) / }).count()).toBe(
      0,
    );
    expect(await checkIn.textContent()).toContain('manca il parere');
    expect(opened.problems).toEqual([]);
  });

  test.each([
    { phase: '1.1.5', why: 'by its button', said: { percent: 80 } },
    { phase: '1.1.2', why: 'by its button', said: { percent: 50 } },
    { phase: '1.1.6', why: 'by its button', said: { percent: 100, completes: true } },
    { phase: '1.1.1', why: 'by its button, with a reason', said: { blockedBecause: 'manca il parere' } },
    { phase: '1.1.3', why: 'in the form', said: { percent: 60 } },
    { phase: '1.4.4', why: 'in the form', said: { units: 6500 } },
    { phase: '1.2.1', why: 'as one of the others', said: { percent: 30 } },
    { phase: '1.4.1', why: 'as one of the others', said: { percent: 70 } },
    { phase: '1.4.2', why: 'as one of the others', said: { percent: 40 } },
  ])('$phase, answered $why, is a report of today', async ({ phase, said }) => {
    const query =
      'query ($code: String!) { phase(code: $code) { lastReport { percent units completes blockedBecause reportedOn } } }';
    const found = await askGraphql<{ phase: { lastReport: object } }>(product.address, query, {
      code: phase,
    });
    expect(found.phase.lastReport).toMatchObject({ ...said, reportedOn: DAY_OF_ASKING });
  });

  test('the indicator has its new figure over the denominator of before', async () => {
    const query = '{ goal(code: "3.1") { lastMeasurement { numerator denominator reportedOn } } }';
    const { goal } = await askGraphql<{ goal: { lastMeasurement: object } }>(product.address, query);
    expect(goal.lastMeasurement).toEqual({ numerator: 8006, denominator: 20_015, reportedOn: DAY_OF_ASKING });
  });

  test('a manager’s status shows the figures', async () => {
    const { page } = opened;
    await speakAs(page, /Dirigente/);
    await say(page, '/arti status 1.1');
    await lastMessage(page).getByText('Obiettivo 1.1').waitFor();
    const text = await lastMessage(page).textContent();
    expect(text).toContain('bloccata (1.1.1): manca il parere');
    expect(text).toContain('60,00\u00a0% il 14/09/2020');
  });
});
