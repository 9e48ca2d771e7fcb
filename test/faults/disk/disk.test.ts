import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProduct, buildProduct } from '../product-process.ts';
import { runDisk } from './disk.ts';

let built: BuiltProduct;
beforeAll(async () => {
  built = await buildProduct();
});
afterAll(() => built.remove());

test('the harness reports a product that stays ready and says of everything that it was recorded', async () => {
  const options = { built, rounds: 1, isFailing: false, log: () => undefined };
  const told = (await runDisk(options)).violations.join('\n');
  for (const blamed of [
    '/ready did not turn 503',
    'a command was answered',
    'a form was answered',
    'who pressed was not told',
    'a message was acknowledged',
    'a mutation was answered',
    'what was said not to be recorded was (command)',
  ]) {
    expect(told).toContain(blamed);
  }
});
