import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProduct, buildProduct } from '../product-process.ts';
import { runInbound } from './inbound.ts';

let built: BuiltProduct;
beforeAll(async () => {
  built = await buildProduct();
}, 120_000);
afterAll(() => built.remove());

test('the harness reports doubles where what comes again is not known for the same', async () => {
  const never = 3_600_000;
  const { violations } = await runInbound({
    built,
    envelopes: 20,
    atOnce: 4,
    heldEveryMs: never,
    killEveryMs: never,
    p99Ms: never,
    isSame: false,
    log: () => undefined,
  });
  for (const kind of ['message', 'command', 'form']) {
    expect(violations.join('\n')).toMatch(new RegExp(`envelope \\d+ \\(${kind}\\) has [234] effects`));
  }
  expect(violations.join('\n')).toMatch(/4 presses have \d+ effects/);
}, 120_000);
