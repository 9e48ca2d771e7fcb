/** `arti` as a process, beside what the server keeps in the same database. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { TODAY_SETTING } from '../../src/services/move-day.ts';
import { openStore } from '../../src/store/open-store.ts';
import { makeDirectory, runArti, startProduct } from '../helpers/running-product.ts';

function place() {
  const directory = makeDirectory();
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, 'arti.db');
  return {
    directory,
    arti: (args: readonly string[], environment: object = {}) =>
      runArti(args, directory, { ARTI_DATABASE: file, ...environment }),
    async kept() {
      const store = await openStore({ file });
      const found = { years: await store.listYears(), today: await store.getSetting(TODAY_SETTING) };
      await store.close();
      return found;
    },
  };
}

test('where no database is, a status makes one with the bundled plan, and fixes no day', async () => {
  const { arti, kept } = place();
  const { code, stdout, stderr } = await arti(['status', '1.1'], { ARTI_TODAY: '2020-06-30' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Al 30/06/2020');
  expect(await kept()).toEqual({ years: [2020], today: undefined });
}, 20_000);

test('a database that is there is only read', async () => {
  const { arti, kept } = place();
  expect((await arti(['migrate'])).code).toBe(0);
  const { code, stderr } = await arti(['status'], { ARTI_TODAY: '2020-06-30' });
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('arti import FILE') });
  expect(await kept()).toEqual({ years: [], today: undefined });
}, 20_000);

test('the day of the server stays, whatever day a command looks at', async () => {
  const { arti, kept, directory } = place();
  const product = await startProduct({ directory, environment: { ARTI_TODAY: '2020-09-30' } });
  expect((await arti(['status'], { ARTI_TODAY: '2020-06-30' })).stdout).toContain('Al 30/06/2020');
  expect((await arti(['status'])).stdout).toContain('Al 30/09/2020');
  expect(await product.stop()).toBe(0);
  expect(await kept()).toEqual({ years: [2020], today: '2020-09-30' });
}, 30_000);
