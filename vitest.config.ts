import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // With a program of somebody else's, by `npm run test:peer`; that the fault harnesses can fail, by `npm run test:harnesses`.
    exclude: ['test/peer/**', 'test/faults/**'],
    // `graphql` refuses objects of a second copy of itself: vitest must hand Pothos, Yoga and their parts the same one.
    server: { deps: { inline: [/graphql/, /@pothos/, /@envelop/] } },
    testTimeout: 20_000,
    // Left to itself vitest takes one worker fewer than there are cores: on two cores, one.
    maxWorkers: 2,
    // Nothing happens at import and nothing keeps state in a module: a worker loads each but once for all its files.
    isolate: false,
  },
});
