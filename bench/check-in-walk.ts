/**
 * How long a person takes to answer a check-in of ten items: the walk of `test/browser/check-in-walk.ts` in Chromium,
 * with a pause to find each target and one for each key. Nothing here is asserted.
 * `npx tsx bench/check-in-walk.ts` (needs `npm run build` and /usr/bin/chromium).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { answerTen, askForTen, DAY_BEFORE, type Hand } from '../test/browser/check-in-walk.ts';
import { openPage } from '../test/browser/open-page.ts';
import { startProduct } from '../test/helpers/running-product.ts';

const FIND_MS = 700;
const KEY_MS = 80;

let clicks = 0;
let keys = 0;

const person: Hand = {
  async click(target) {
    await pause(FIND_MS);
    clicks += 1;
    await target.click();
  },
  async type(target, text) {
    await person.click(target);
    keys += 1 + text.length;
    await target.press('Control+A', { delay: KEY_MS });
    await target.pressSequentially(text, { delay: KEY_MS });
  },
};

const product = await startProduct({ environment: { ARTI_TODAY: DAY_BEFORE } });
const { page, close } = await openPage(product);
await askForTen(product.address, page);
const from = performance.now();
await answerTen(page, person);
const seconds = (performance.now() - from) / 1000;
console.log(
  `ten items: ${seconds.toFixed(1)} s, ${clicks} clicks, ${keys} keys (${FIND_MS} ms a click, ${KEY_MS} ms a key)`,
);
await close();
await product.remove();
