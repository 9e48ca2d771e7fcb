/**
 * `npm run test:faults [-- --short] [-- NAME …]`: every harness, or those named, one after the other; its figures are
 * printed, and the exit code is 1 when a promise was broken.
 */
import { argv, exit } from 'node:process';
import { disk } from './disk/disk.ts';
import type { Harness } from './harness.ts';
import { inbound } from './inbound/inbound.ts';
import { kills } from './kills/kills.ts';
import { rates } from './rates/rates.ts';
import { slots } from './slots/slots.ts';
import { stops } from './stops/stops.ts';

/** In the order in which they run. */
const HARNESSES: readonly Harness[] = [kills, rates, inbound, slots, stops, disk];

const words = argv.slice(2);
const short = words.includes('--short');
const names = words.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !HARNESSES.some((each) => each.name === name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are: ${HARNESSES.map(({ name }) => name).join(', ')}`);
  exit(2);
}

let broken = 0;
for (const { name, promise, run } of HARNESSES) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n${name}: ${promise}`);
  const started = performance.now();
  const { figures, violations } = await run({ short, log: (line) => console.log(`  … ${line}`) });
  for (const [what, figure] of Object.entries(figures)) console.log(`  ${what}: ${figure}`);
  console.log(`  took: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  for (const violation of violations.slice(0, 20)) console.log(`  BROKEN: ${violation}`);
  if (violations.length > 20) console.log(`  BROKEN: … ${violations.length - 20} more`);
  console.log(violations.length === 0 ? '  kept' : `  ${violations.length} broken`);
  broken += violations.length;
}
exit(broken === 0 ? 0 : 1);
