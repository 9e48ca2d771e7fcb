import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProduct, buildProduct, builtWithout } from '../product-process.ts';
import { runStops } from './stops.ts';

let built: BuiltProduct;
beforeAll(async () => {
  built = await buildProduct();
});
afterAll(() => built.remove());

const OPTIONS = { stops: 6, lanes: 2, log: () => undefined };

test('the harness reports a product that ends at once, without a word', async () => {
  const abrupt = builtWithout(built, 'notice', "process.on('SIGTERM', () => process.exit(0));");
  const { violations } = await runStops({ ...OPTIONS, built: abrupt });
  expect(violations).toContain('stopped answering before it said that it was not ready');
});

test('the harness reports a product that ends with another code', async () => {
  const failing = builtWithout(built, 'success', "process.on('exit', () => { process.exitCode = 3; });");
  const { violations } = await runStops({ ...OPTIONS, stops: 2, built: failing });
  expect(violations).toContain('ended with 3');
});

test('the harness reports what was acknowledged and lost where the journal is', async () => {
  const forgetful = builtWithout(
    built,
    'journal',
    `import { rmSync } from 'node:fs';
for (const end of ['', '-wal', '-shm']) rmSync(process.env.ARTI_DATABASE + '-received' + end, { force: true });`,
  );
  // At each third stop somebody else holds the database: what comes then is only in the journal.
  const { violations } = await runStops({ ...OPTIONS, stops: 12, built: forgetful });
  expect(violations.join('\n')).toMatch(/envelope \d+ \(\w+\) has 0 effects|presses have \d+ effects/);
});
