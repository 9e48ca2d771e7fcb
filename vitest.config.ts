import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A file system in memory, as Linux has it. */
const IN_MEMORY = '/dev/shm';
/** Ten times what the tests that run at one time have there. In a container it may be as small as 64 MB. */
const ENOUGH_BYTES = 512 * 1024 * 1024;

/**
 * Where tests put their databases. Each commit waits for the disk, thousands of times, and no test looks at what is
 * left after a power cut: in memory they take half as long.
 */
function temporaryDirectory(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // With a program of somebody else's, by `npm run test:peer`; that the fault harnesses can fail, by `npm run test:harnesses`.
    exclude: ['test/peer/**', 'test/faults/**'],
    // `graphql` refuses objects of a second copy of itself: vitest must hand Pothos, Yoga and their parts the same one.
    server: { deps: { inline: [/graphql/, /@pothos/, /@envelop/] } },
    env: { TMPDIR: temporaryDirectory() },
    testTimeout: 20_000,
    // Left to itself vitest takes one worker fewer than there are cores: on two cores, one.
    maxWorkers: 2,
    // Nothing happens at import and nothing keeps state in a module: a worker loads each but once for all its files.
    isolate: false,
  },
});
