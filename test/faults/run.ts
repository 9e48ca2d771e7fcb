/**
 * `npm run test:faults [-- --short] [-- NAME …]`: every harness, or those named, one after the other; its figures are
 * printed, and the exit code is 1 when a promise was broken. In the short form two run side by side: they wait more than
 * they work, and it proves no delay that matters.
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

const waiting = HARNESSES.filter(({ name }) => names.length === 0 || names.includes(name));

/** @returns how many promises were broken */
async function runHarness({ name, promise, run }: Harness): Promise<number> {
  const started = performance.now();
  const { figures, violations } = await run({ short, log: (line) => console.log(`  ${name} … ${line}`) });
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${name}: ${promise}`);
  for (const [what, figure] of Object.entries(figures)) console.log(`  ${what}: ${figure}`);
  console.log(`  took: ${took} s`);
  for (const violation of violations.slice(0, 20)) console.log(`  BROKEN: ${violation}`);
  if (violations.length > 20) console.log(`  BROKEN: … ${violations.length - 20} more`);
  console.log(violations.length === 0 ? '  kept' : `  ${violations.length} broken`);
  return violations.length;
}

/** Takes the next harness until there is none. */
async function runInTurn(): Promise<number> {
  let broken = 0;
  for (let next = waiting.shift(); next; next = waiting.shift()) broken += await runHarness(next);
  return broken;
}

const broken = await Promise.all(Array.from({ length: short ? 2 : 1 }, runInTurn));
exit(broken.every((count) => count === 0) ? 0 : 1);
