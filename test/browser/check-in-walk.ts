/** A check-in of ten items, answered in the page: what the test asserts, and `bench/check-in-walk.ts` measures. */
import type { Locator, Page } from 'playwright-core';
import { askGraphql } from '../helpers/running-product.ts';
import { say, speakAs } from './open-page.ts';

/** Phases, with the percentage said of each on 01/09; and one that counts units. */
const PHASES = {
  '1.1.1': 60,
  '1.1.2': 50,
  '1.1.3': 40,
  '1.1.5': 80,
  '1.1.6': 90,
  '1.2.1': 30,
  '1.4.1': 70,
  '1.4.2': 40,
} as const;
const UNITS = { '1.4.4': 6200 } as const;
const INDICATOR = '3.1';

/** What else the Direzione answers for: said today, and so not asked. */
const RESTING_PHASES = ['1.2.2', '1.2.3', '1.3.1', '1.3.2', '1.3.3', '1.4.3'];
const RESTING_INDICATORS = ['1.5', '3.2', '4.1', '4.2'];

/** How the page is touched: at once, or at the pace of a person. */
export type Hand = {
  click(target: Locator): Promise<void>;
  /** In place of what stands in the field. */
  type(target: Locator, text: string): Promise<void>;
};

/** The day on which the product starts: what is said on it is long ago when planning asks. */
export const DAY_BEFORE = '2020-09-01';
export const DAY_OF_ASKING = '2020-09-14';

/** Ten items wait for the Direzione, of each of which something was said before; then planning asks. */
export async function askForTen(address: string, page: Page): Promise<void> {
  for (const [phase, percent] of Object.entries(PHASES)) await report(address, { phase, percent });
  for (const [phase, units] of Object.entries(UNITS)) await report(address, { phase, units });
  await measure(address, { goal: INDICATOR, numerator: 7000, denominator: 20_015 });
  await speakAs(page, /Ufficio programmazione/);
  await page.getByLabel('Nuovo giorno').fill(DAY_OF_ASKING);
  await page.getByRole('button', { name: 'Sposta il giorno' }).click();
  await page.getByTestId('today').filter({ hasText: '14/09/2020' }).waitFor();
  for (const phase of RESTING_PHASES) await report(address, { phase, percent: 50 });
  for (const goal of RESTING_INDICATORS) await measure(address, { goal, numerator: 1, denominator: 2 });
  await say(page, '/arti checkin now');
  await page.getByText('Richieste di aggiornamento in invio').waitFor();
  await speakAs(page, /Referente Direzione/);
  await page.getByText('0 di 10', { exact: true }).waitFor();
}

const report = (address: string, said: object) => record(address, 'reportStatus', 'ReportStatusInput', said);
const measure = (address: string, said: object) =>
  record(address, 'recordMeasurement', 'RecordMeasurementInput', said);

async function record(address: string, mutation: string, type: string, said: object): Promise<void> {
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
  const input = { ...said, idempotencyKey: JSON.stringify(said) };
  await askGraphql(address, query, { input });
}

/** Four lines by their buttons; then the one form: three new figures, and “the others are unchanged”. */
export async function answerTen(page: Page, hand: Hand): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const modal = page.getByTestId('modal');
  const record = async () => {
    await hand.click(modal.getByRole('button', { name: 'Registra' }));
    await modal.waitFor({ state: 'detached' });
  };

  await hand.click(button('Invariato 1.1.5'));
  await hand.click(button('Fatto 1.1.6'));
  await hand.click(button('Invariato 1.1.2'));
  await hand.click(button('Bloccata 1.1.1'));
  await hand.type(modal.getByLabel('Perché è bloccata'), 'manca il parere');
  await record();

  await page.getByText('4 di 10', { exact: true }).waitFor();
  await hand.click(button('Aggiorna tutte'));
  await hand.type(modal.getByLabel('1.1.3 · Avanzamento (%)'), '60');
  await hand.type(modal.getByLabel('1.4.4 · Quanti colloqui finora'), '6500');
  await hand.type(modal.getByLabel('3.1 · Numeratore'), '8006');
  await hand.click(modal.getByRole('checkbox', { name: /Le altre sono invariate/ }));
  await record();
  await page.getByText('Grazie: tutte le attività hanno una risposta.').waitFor();
}
